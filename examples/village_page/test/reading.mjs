// Whether everybody can read and use the page: WCAG 2.2 AA by axe, the keyboard alone, large text.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { check, figures } from "./checks.mjs";
import { opened, SIZES } from "./machine.mjs";
import { answerTask, everyPerson } from "./tasks.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const LOOKS = [
    [SIZES.phone, "id", "light"],
    [SIZES.desktop, "en", "dark"],
];

export async function ofRules(browser, server) {
    let screens = 0;
    for (const [size, lang, colorScheme] of LOOKS) {
        const { page, context } = await opened(browser, server, size, { colorScheme });
        await page.evaluate(AXE);
        if (lang === "en") await page.click("#language");
        const look = async (where) => {
            screens += 1;
            await noViolation(page, `${where} (${lang}, ${colorScheme})`);
        };
        await look("home");
        for (const person of everyPerson) {
            await answerTask(page, person);
            await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
            await look(`answer: ${person.task}`);
        }
        // Every question that was asked, back through the browser's own history.
        for (;;) {
            await page.goBack();
            const { key, task } = await page.evaluate(() => ({ ...document.getElementById("screen").dataset }));
            if (task === "") break;
            if (key !== "") await look(`question: ${key}`);
        }
        await context.close();
    }
    figures(`axe-core, WCAG 2.2 AA: ${screens} screens`);
}

async function noViolation(page, where) {
    const found = await page.evaluate((rules) => axe.run({ runOnly: rules }), RULES);
    for (const { id, nodes } of found.violations) check(false, `${where}: axe ${id}: ${nodes.map((node) => node.html.slice(0, 120))}`);
    check(found.passes.length > 0, `${where}: axe looked at nothing`);
}

// From the home screen to the answer and its reasons, without a pointer.
export async function ofKeyboard(browser, server) {
    const { page, context } = await opened(browser, server, SIZES.phone);
    await page.waitForSelector(".task");
    await tabTo(page, "[data-task=premium]");
    await page.keyboard.press("Enter");
    await tabTo(page, "[data-option=self]");
    await page.keyboard.press("Enter");
    await tabTo(page, "[name=rupiah]");
    await page.keyboard.type("Rp 900.000");
    await page.keyboard.press("Enter");
    await tabTo(page, ".unknown");
    await page.keyboard.press("Space");
    await tabTo(page, "[data-option=another]");
    await page.keyboard.press("Enter");
    await tabTo(page, "[name=month]");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    check((await page.locator("#error").textContent()) !== "", "a month left open is refused with a reason");
    await page.locator("[name=month]").focus();
    await page.keyboard.type("Februari");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("2026");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#screen[data-answer]", { timeout: 60_000 });
    // What is missing is answered from the answer itself.
    await tabTo(page, "section button.small");
    await page.keyboard.press("Enter");
    await tabTo(page, "[data-option=other]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#screen[data-answer='16800']");
    await tabTo(page, "summary");
    await page.keyboard.press("Enter");
    check((await page.locator("details[open] .why li").count()) > 0, "the articles open by keyboard");
    figures("keyboard: home, four questions, the answer, a missing fact and the articles without a pointer");
    await context.close();
}

async function tabTo(page, selector) {
    for (let presses = 0; presses < 60; presses += 1) {
        if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
        await page.keyboard.press("Tab");
    }
    throw new Error(`the keyboard does not reach ${selector}`);
}

// Text at 200 % on the narrowest screen: nothing runs out of it, and nothing is cut off.
export async function ofLargeText(browser, server) {
    const { page, context } = await opened(browser, server, SIZES.phone);
    const enlarge = () => page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    await enlarge();
    for (const person of everyPerson) {
        await answerTask(page, person);
        const cut = await page.evaluate(() => {
            const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
            const hidden = [...document.querySelectorAll("main *")].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === "hidden");
            return wide || hidden.length > 0;
        });
        check(!cut, `text at 200 %: ${person.task} runs out of the screen`);
    }
    figures(`text at 200 %: ${everyPerson.length} answers at ${SIZES.phone.width} px`);
    await context.close();
}
