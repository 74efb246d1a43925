// Whether everybody can read the page: WCAG 2.2 AA by axe, and large text.
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

// Text at 200 % on the narrowest screen: every screen of every task, in both languages, is as wide
// as the phone, nothing in it scrolls sideways, and nothing is cut off.
export async function ofLargeText(browser, server) {
    let screens = 0;
    for (const lang of ["id", "en"]) {
        const { page, context } = await opened(browser, server, SIZES.phone);
        await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
        if (lang === "en") await page.click("#language");
        const look = async (where) => {
            screens += 1;
            const faults = await page.evaluate(tooWide);
            check(faults.length === 0, `text at 200 %, ${lang}, ${where}: ${faults}`);
        };
        await look("home");
        for (const person of everyPerson) {
            await answerTask(page, person, look);
            await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
            await look(`answer: ${JSON.stringify(person)}`);
        }
        await context.close();
    }
    figures(`text at 200 %: ${screens} screens of all tasks at ${SIZES.phone.width} px, none runs out, scrolls sideways or is cut`);
}

// Inside the page: what does not find room.
function tooWide() {
    const width = document.documentElement.clientWidth;
    const faults = [];
    if (document.documentElement.scrollWidth > width) faults.push("the page scrolls sideways");
    for (const one of document.querySelectorAll("body *:not(.skip, option)")) {
        if (!one.checkVisibility()) continue;
        const box = one.getBoundingClientRect();
        const style = getComputedStyle(one);
        const isBlock = style.display !== "inline";
        const isWider = isBlock && one.scrollWidth > one.clientWidth + 1;
        const isCut = isBlock && style.overflowY === "hidden" && one.scrollHeight > one.clientHeight + 1;
        if (isWider || isCut || box.left < -1 || box.right > width + 1) faults.push(one.outerHTML.slice(0, 120));
        if (one.matches(".figure strong") && one.textContent.startsWith("Rp") && one.getClientRects().length > 1) faults.push("an amount breaks within its digits");
        // A list of months is cut without saying so: it has to be as wide as its longest month.
        if (one.matches("select")) {
            one.style.maxWidth = "none";
            if (one.getBoundingClientRect().width > box.width + 1) faults.push(`a cut list: ${one.name}`);
            one.style.maxWidth = "";
        }
    }
    return faults;
}
