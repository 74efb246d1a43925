// The answer as text for a message: what is on the screen, in its order, without the articles.
import { answerInWords, questionInWords, say } from "./words.js";

export function asText(task, said, asked, answers) {
    const lines = [`*${say(`task.${task}`)}*`, ...said.sentences];
    if (said.figure) lines.push(`${say(`figure.${said.figure_name}`)}: ${said.figure}`);
    lines.push(...said.possibilities.map((one) => `- ${say("if", { what: one.if, amount: one.amount })}`));
    lines.push(...said.lines.map((line) => `- ${line.name}: ${line.amount}`));
    for (const card of said.cards) lines.push("", `*${say(`card.${card.code}`)}*`, ...card.sentences);
    for (const child of said.scholarship ?? []) lines.push("", `*${say("scholarship")}: ${say("child", { number: child.child })}*`, ...(child.not_yet_at_school ? [say("scholarship.not_yet")] : child.sentences));
    if (said.deadlines) lines.push("", `*${say("deadlines")}*`, ...said.deadlines.sentences);
    if (said.papers) lines.push("", `*${say("papers")}*`, ...said.papers.by_law.map((name) => `- ${name}`));
    lines.push("", `*${say("your_answers")}*`);
    for (const question of asked) lines.push(`- ${childOf(question)}${questionInWords(task, question, answers)} ${answerInWords(question, answers[question.key])}`);
    lines.push("", say("bpjs_decides"), say("known_until", { day: said.known_until }));
    return lines.join("\n");
}

function childOf(question) {
    return question.child ? `${say("child", { number: question.child })}: ` : "";
}

// Through the phone's own sharing; else copied; else shown to be copied by hand.
export async function share(text, place) {
    if (navigator.share) {
        try {
            await navigator.share({ text });
            return;
        } catch (refused) {
            if (refused.name === "AbortError") return;
        }
    }
    try {
        await navigator.clipboard.writeText(text);
        place.textContent = say("copied");
    } catch {
        const shown = document.createElement("textarea");
        shown.readOnly = true;
        shown.rows = 12;
        shown.value = text;
        shown.setAttribute("aria-label", say("copy_this"));
        place.replaceChildren(say("copy_this"), shown);
        shown.focus();
        shown.select();
    }
}
