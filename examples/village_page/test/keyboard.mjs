// Every task by the keyboard alone, from the first key to the answer and what is done with it.
import { check, figures } from "./checks.mjs";
import { opened, SIZES } from "./machine.mjs";
import { everyPerson } from "./tasks.mjs";

const PRESSES = 120;

export async function ofKeyboard(browser, server) {
    const { page, context } = await opened(browser, server, SIZES.phone);
    await page.waitForSelector(".task");
    await page.evaluate(() => {
        window.print = () => (window.printed = (window.printed ?? 0) + 1);
        // Refused, so that the text is shown: a field that the keyboard has to leave again.
        navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    });
    await skipLink(page);
    const walked = { screens: new Set(), presses: 0 };
    await round(page, walked, "home");
    for (const person of everyPerson) {
        await taskByKeys(page, person, walked);
        await round(page, walked, `answer: ${JSON.stringify(person)}`);
        await changed(page, person);
        await inOtherLanguage(page, person);
        await sharedAndPrinted(page, walked, person);
    }
    await corrected(page);
    context.check();
    await context.close();
    figures(`keyboard: ${everyPerson.length} people in all tasks to the answer, changed, in the other language, shared and printed; ${walked.screens.size} screens with every element reached in order and seen, forwards and backwards, ${walked.presses} keys`);
}

// The first key of a visit; also where a question stands, which must not be lost by it.
async function skipLink(page) {
    await page.keyboard.press("Tab");
    check(await page.evaluate(() => document.activeElement.id === "skip" && document.activeElement.getBoundingClientRect().left >= 0), "the first key shows the way past the head of the page");
    await pressOn(page, "[data-task=enrol]");
    await pressOn(page, "#skip");
    check((await keyOf(page)) === "work", "the way past the head of the page loses the question");
    await page.keyboard.press("Tab");
    check(await page.evaluate(() => document.activeElement.matches("[data-option=own]")), "past the head of the page the first answer is next");
    await pressOn(page, "#home");
}

// From the home screen to the answer; on the way once back to the question before.
async function taskByKeys(page, { task, answers }, walked) {
    await pressOn(page, "#home");
    await pressOn(page, `[data-task=${task}]`);
    let before = null;
    for (let key = await keyOf(page); key !== ""; key = await keyOf(page)) {
        if (before !== null && Object.keys(answers)[1] === key) {
            await pressOn(page, ".plain");
            await page.waitForFunction((before) => document.getElementById("screen").dataset.key === before, before);
            await answerByKeys(page, answers[before]);
        }
        await round(page, walked, `question: ${task}.${key.replace(/^child\d+/, "child")}`);
        await answerByKeys(page, answers[key]);
        before = key;
    }
    await page.waitForSelector("#screen[data-answer]", { timeout: 60_000 });
    check(await page.evaluate(() => document.activeElement.id === "asked"), `${task}: the keyboard goes on from the answer`);
}

async function answerByKeys(page, answer) {
    if (answer === null) return pressOn(page, ".unknown", "Space");
    if (await page.locator(`[data-option="${answer}"]`).count()) return pressOn(page, `[data-option="${answer}"]`);
    const [year, month, day] = answer.split("-");
    for (const name of await page.evaluate(() => [...document.querySelectorAll("form [name]")].map((field) => field.name))) {
        await tabTo(page, `[name=${name}]`);
        if (name === "month") {
            await page.keyboard.type(await page.locator(`[name=month] option[value="${Number(month)}"]`).textContent());
            check((await page.locator("[name=month]").inputValue()) === String(Number(month)), `a month is chosen by its name: ${month}`);
        } else {
            await page.keyboard.press("ControlOrMeta+A");
            await page.keyboard.type({ year, day: String(Number(day)) }[name] ?? answer);
        }
    }
    await page.keyboard.press("Enter");
}

// The first answer is opened again, found marked, and given once more: the outcome stays.
async function changed(page, { task, answers }) {
    const before = await shown(page);
    await pressOn(page, "dd button");
    const key = await keyOf(page);
    check(key === Object.keys(answers)[0], `${task}: the first answer is opened again, not ${key}`);
    check((await page.locator("[aria-pressed=true]").count()) === 1, `${task}: what was answered is marked`);
    await answerByKeys(page, answers[key]);
    await page.waitForSelector("#screen[data-answer]");
    check((await shown(page)).answer === before.answer, `${task}: the same answer, given once more, has the same outcome`);
}

async function inOtherLanguage(page, { task }) {
    const before = await shown(page);
    for (const lang of ["en", "id"]) {
        await pressOn(page, "#language");
        await page.waitForSelector("#screen[data-answer]");
        const after = await shown(page);
        check(after.lang === lang && after.answer === before.answer, `${task}: ${JSON.stringify(after)} in the other language`);
        check((after.text === before.text) === (lang === "id"), `${task}: the answer is said in the language chosen`);
        check(await page.evaluate(() => document.activeElement.id === "language"), `${task}: the keyboard stays on the language`);
    }
}

async function sharedAndPrinted(page, walked, { task }) {
    // Folded parts are opened first, so that what they hold is met on the way.
    const folds = await page.locator("summary").count();
    for (let fold = 0; fold < folds; fold += 1) {
        await pressOn(page, "details:not([open]) > summary");
    }
    check((await page.locator("details[open] .why li").count()) > 0, `${task}: the articles open by keyboard`);
    await pressOn(page, ".acts .main");
    await page.waitForSelector("#shared textarea:focus");
    await round(page, walked, `answer opened and shared: ${task}`);
    const printed = await page.evaluate(() => window.printed ?? 0);
    await pressOn(page, ".acts button:nth-child(2)");
    check((await page.evaluate(() => window.printed)) === printed + 1, `${task}: printed by keyboard`);
    await pressOn(page, ".acts button:nth-child(3)");
    check(await page.evaluate(() => document.getElementById("screen").dataset.task === ""), `${task}: another question by keyboard`);
}

// A field left open is refused with a reason; what is missing is answered from the answer itself.
async function corrected(page) {
    await pressOn(page, "[data-task=premium]");
    await answerByKeys(page, "self");
    await tabTo(page, "[name=rupiah]");
    await page.keyboard.type("Rp 900.000");
    await page.keyboard.press("Enter");
    await answerByKeys(page, null);
    await answerByKeys(page, "another");
    await pressOn(page, "[type=submit]");
    check((await page.locator("#error").textContent()) !== "", "a month left open is refused with a reason");
    check(await page.evaluate(() => document.activeElement.name === "month"), "the keyboard is where the month is missing");
    await answerByKeys(page, "2026-02");
    await page.waitForSelector("#screen[data-answer]");
    await pressOn(page, "section button.small");
    await answerByKeys(page, "other");
    await page.waitForSelector("#screen[data-answer='16800']");
}

function shown(page) {
    return page.evaluate(() => ({
        lang: document.documentElement.lang,
        answer: document.getElementById("screen").dataset.answer,
        text: document.getElementById("asked").textContent,
    }));
}

function keyOf(page) {
    return page.locator("#screen").getAttribute("data-key");
}

async function pressOn(page, selector, key = "Enter") {
    await tabTo(page, selector);
    await page.keyboard.press(key);
}

async function tabTo(page, selector) {
    for (let presses = 0; presses < PRESSES; presses += 1) {
        if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
        await page.keyboard.press("Tab");
    }
    throw new Error(`the keyboard does not reach ${selector}`);
}

// Once around the screen and back: every element that can be used is reached, in the order it is
// read in, where it can be seen; and none keeps the keyboard.
async function round(page, walked, where) {
    if (walked.screens.has(where)) return;
    walked.screens.add(where);
    const count = await page.evaluate(() => {
        const usable = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
        window.reachable = [...usable].filter((one) => one.checkVisibility());
        return window.reachable.length;
    });
    for (const [key, step] of [["Tab", 1], ["Shift+Tab", -1]]) {
        const reached = new Set();
        let before = null;
        // Once more than there are elements, and the browser's own place between last and first.
        for (let press = 0; press < count + 2; press += 1) {
            await page.keyboard.press(key);
            walked.presses += 1;
            const { at, fault } = await page.evaluate(ofFocus);
            if (fault) check(false, `${where}: ${fault}`);
            if (at < 0) continue;
            const isNext = before === null || at === (before + step + count) % count;
            if (!isNext) check(false, `${where}: ${key} goes from ${before} to ${at} of ${count}`);
            reached.add(at);
            before = at;
        }
        check(reached.size === count, `${where}: ${key} reaches ${reached.size} of ${count}`);
    }
}

// Inside the page: which of the elements has the focus, and what keeps it from being seen.
function ofFocus() {
    const one = document.activeElement;
    const at = window.reachable.indexOf(one);
    if (one === document.body) return { at };
    const name = one.outerHTML.slice(0, 100);
    if (at < 0) return { at, fault: `focus on what cannot be used: ${name}` };
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    if (!one.matches(":focus-visible") || style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return { at, fault: `focus without a sign: ${name}` };
    const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const top = document.elementFromPoint(x, y);
    if (!top || !(one.contains(top) || top.contains(one))) return { at, fault: `focus out of sight: ${name}` };
    // Read from above to below: what comes later in order does not end above what came before.
    const earlier = window.reachable[at - 1]?.getBoundingClientRect();
    if (earlier && earlier.left >= 0 && box.bottom <= earlier.top) return { at, fault: `stands above what comes before it: ${name}` };
    return { at };
}
