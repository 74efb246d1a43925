// A task answered by tapping, as a person does, and many people asked inside and outside the browser.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { check, figures } from "./checks.mjs";
import { opened, SIZES } from "./machine.mjs";

export const everyPerson = JSON.parse(readFileSync(new URL("people.json", import.meta.url), "utf8"));
const PEOPLE = 200;

// From the first screen to the answer, looking at each question on the way; gives the milliseconds
// from the last tap on.
export async function answerTask(page, { task, answers }, look = async () => {}) {
    await page.click("#home");
    await page.click(`[data-task=${task}]`);
    let took = 0;
    for (;;) {
        const key = await page.locator("#screen").getAttribute("data-key");
        if (key === "") break;
        if (!(key in answers)) throw new Error(`${task}: the page asks ${key}, which nobody answers`);
        await look(`question: ${task}.${key}`);
        took = await answerQuestion(page, answers[key]);
    }
    return took;
}

// Inside the page, so that the time is that of the page and not of the test.
async function answerQuestion(page, answer) {
    return page.evaluate(async (answer) => {
        const screen = document.getElementById("screen");
        const fill = (name, value) => {
            const field = screen.querySelector(`[name=${name}]`);
            field.value = value;
            field.dispatchEvent(new Event("input"));
        };
        let tapped = screen.querySelector(answer === null ? ".unknown" : `[data-option="${answer}"]`);
        if (tapped === null) {
            const [year, month, day] = answer.split("-");
            const one = screen.querySelector("[name=rupiah], [name=count]");
            if (one) fill(one.name, answer);
            else {
                fill("year", year);
                fill("month", String(Number(month)));
                if (day) fill("day", String(Number(day)));
            }
            tapped = screen.querySelector("[type=submit]");
        }
        const key = screen.dataset.key;
        const begun = performance.now();
        tapped.click();
        if (screen.dataset.key === key) throw new Error(`${answer} was not taken for ${key}`);
        while (screen.dataset.key === "" && screen.dataset.answer === undefined) {
            await new Promise((resolve) => setTimeout(resolve, 5));
        }
        return performance.now() - begun;
    }, answer);
}

// What the browser says of each is what Python says outside it, word for word.
export async function samePeople(browser, server, python) {
    const script = fileURLToPath(new URL("page_people.py", import.meta.url));
    const lines = execFileSync(python, [script, String(PEOPLE)], { maxBuffer: 1 << 28, encoding: "utf8" });
    const people = lines.trim().split("\n").map((line) => JSON.parse(line));
    const { page, context } = await opened(browser, server, SIZES.phone);
    let amounts = 0;
    let same = 0;
    for (const { task, answers, lang, today, said } of people) {
        const inside = await page.evaluate(
            async ([task, answers, lang, today]) => (await import("./engine.js")).ask(task, answers, lang, today),
            [task, answers, lang, today],
        );
        if (said.value) amounts += 1;
        const agrees = sorted(inside) === sorted(said);
        if (agrees) same += 1;
        check(agrees, `the browser says otherwise: ${task} ${JSON.stringify(answers)}`);
    }
    check(amounts >= PEOPLE / 4, "a quarter of the people have an amount");
    figures(`${people.length} generated people: ${same} told the same inside and outside the browser, word for word; ${amounts} with an amount`);
    context.check();
    await context.close();
}

function sorted(value) {
    return JSON.stringify(value, (_, part) =>
        part && typeof part === "object" && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
    );
}
