// The answer: one sentence and one figure, what it depends on, the money, what to do, and why.
import { button, folded, list, make, section } from "./dom.js";
import { answerInWords, offices, questionInWords, say } from "./words.js";

const OFFICES = {
    enrol: ["bpjs", "district_labour_office", "village"],
    premium: ["bpjs"],
    cover: ["bpjs"],
    accident: ["bpjs", "provincial_labour_office"],
    work_death: ["bpjs", "provincial_labour_office", "civil_registry", "village"],
    other_death: ["bpjs", "civil_registry", "village"],
};

// Who asks for more: change(key) opens a question again, and again() starts another task.
export function resultScreen(task, said, asked, answers, { change, again, share }) {
    const { problem } = said;
    const known = [
        make("p", { class: "honest" }, make("strong", {}, say("bpjs_decides")), " ", say("known_until", { day: said.known_until })),
    ];
    return [
        make("p", { class: "where" }, say(`task.${task}`)),
        ...(problem ? problemOf(task, said, asked, answers, change) : answerOf(said, change)),
        ...known,
        ...(problem ? [] : further(task, said, answers, change)),
        section(say("not_asked"), list(say(`not_asked.${task}`))),
        given(task, asked, answers, change),
        make(
            "div",
            { class: "acts" },
            problem ? null : button(say("share"), share, "main"),
            problem ? null : button(say("print"), () => window.print()),
            button(say("again"), again),
        ),
        make("p", { id: "shared", role: "status" }),
    ];
}

function problemOf(task, said, asked, answers, change) {
    const about = asked.find((question) => question.key === (said.problem === "no_day" ? "on" : said.about));
    return [
        make("div", { class: "result open" }, make("h1", { id: "asked", tabindex: "-1" }, say(`problem.${said.problem}`))),
        about && make("p", {}, button(`${say("change")}: ${questionInWords(task, about, answers)}`, () => change(about.key), "main")),
    ];
}

function answerOf(said, change) {
    const [first, ...rest] = said.sentences;
    const kind = said.decided ? said.outcome : "open";
    const isOpen = said.missing.length > 0 && !said.decided;
    return [
        make(
            "div",
            { class: `result ${kind}` },
            said.decided ? null : make("p", { class: "badge" }, say("undecided")),
            make("h1", { id: "asked", tabindex: "-1" }, first),
            said.figure && make("p", { class: "figure" }, make("span", {}, say(`figure.${said.figure_name}`)), " ", make("strong", {}, said.figure)),
        ),
        ...(isOpen ? [] : paragraphs(rest)),
        section(
            say("depends"),
            missing(said, change),
            possibilities(said),
            // The first of them lists what is missing, which stands above with a way to answer it.
            isOpen ? paragraphs(rest.slice(1)) : null,
            conditions(said),
            list(said.warnings, "warnings"),
            make("p", {}, say("given")),
        ),
    ];
}

function paragraphs(sentences) {
    return sentences.map((sentence) => make("p", {}, sentence));
}

function missing(said, change) {
    if (!said.missing.length) return null;
    const items = said.missing.map((need) => [
        need.text,
        need.ask ? [" ", make("button", { type: "button", class: "small", "aria-label": `${say("answer_this")}: ${need.text}`, onclick: () => change(need.ask) }, say("answer_this"))] : null,
    ]);
    return make("div", {}, make("p", {}, say("still_missing")), make("ul", {}, items.map((item) => make("li", {}, ...item.flat()))));
}

function possibilities(said) {
    if (!said.possibilities?.length) return null;
    return list(said.possibilities.map((one) => say("if", { what: one.if, amount: one.amount })));
}

function conditions(said) {
    if (!said.conditions?.length) return null;
    return make(
        "ul",
        { class: "conditions" },
        said.conditions.map((one) => make("li", { class: one.status }, make("span", { class: "mark" }, one.word), " ", one.text)),
    );
}

function further(task, said, answers, change) {
    return [
        ...said.cards.map((card) => cardOf(card, change)),
        said.lines.length ? section(say("lines"), table([say("line"), say("amount"), say("arithmetic")], said.lines.map((line) => [line.name, line.amount, line.formula]))) : null,
        said.scholarship ? scholarship(said, change) : null,
        said.deadlines ? section(say("deadlines"), ...paragraphs(said.deadlines.sentences), list(said.deadlines.notes)) : null,
        said.papers ? section(say("papers"), ...papersOf(said.papers)) : null,
        said.school_papers ? section(say("school_papers"), ...papersOf(said.school_papers)) : null,
        officesOf(OFFICES[answers.event ?? task] ?? OFFICES.work_death),
        folded(say("why"), why(said)),
        said.findings.length ? folded(say("findings"), table(null, said.findings.map((one) => [one.name, one.value]))) : null,
        said.notes.length ? folded(say("notes"), list(said.notes)) : null,
    ].filter(Boolean);
}

function cardOf(card, change) {
    return make(
        "section",
        { class: "card" },
        make("h2", {}, say(`card.${card.code}`)),
        ...(card.missing.length && !card.decided ? card.sentences.slice(0, 1) : card.sentences).map((sentence) => make("p", {}, sentence)),
        missing(card, change),
    );
}

function scholarship(said, change) {
    const children = said.scholarship.map((child) => [
        make("h3", {}, say("child", { number: child.child })),
        ...(child.not_yet_at_school ? [say("scholarship.not_yet")] : child.sentences.slice(0, child.years.length ? undefined : 1)).map((sentence) => make("p", {}, sentence)),
        child.years.length
            ? table([say("school_year"), say("level"), say("amount")], child.years.map((year) => [year.year, year.level, year.amount]), [say("sum"), "", child.total])
            : missing(child, change),
    ]);
    return section(say("scholarship"), make("p", {}, say("scholarship.lead")), ...children.flat());
}

function papersOf(papers) {
    const depends = papers.depends.map((paper) => (paper.condition ? `${paper.name} (${paper.condition})` : paper.name));
    return [["by_law", papers.by_law], ["in_practice", papers.in_practice], ["depends", depends]]
        .filter(([, names]) => names.length)
        .flatMap(([code, names]) => [make("h3", {}, say(`papers.${code}`)), list(names, "boxes")]);
}

function officesOf(kinds) {
    const items = kinds.map((kind) => {
        const { name, address, phone } = offices[kind] ?? {};
        const where = [name, address, phone].filter(Boolean).join(", ") || say("no_address");
        return [make("strong", {}, say(`office.${kind}`)), `: ${say(`office.${kind}.for`)}. ${where}`];
    });
    return section(say("offices"), make("ul", {}, items.map((item) => make("li", {}, ...item))));
}

function why(said) {
    const all = [...said.why, ...said.cards.flatMap((card) => card.why)];
    const once = [...new Map(all.map((ground) => [ground.text, ground])).values()];
    return make("ol", { class: "why" }, once.map((ground) => make("li", {}, ground.text)));
}

// On a narrow screen, or with large text, each row is a block of lines (style.css); the roles stay
// what they are where the display of a table changes, and a cell then says its heading, but for an
// amount, which says by itself what it is.
function table(headings, rows, last = null) {
    const row = (cells) => make("tr", { role: "row" }, cells);
    const cells = (texts) => row(texts.map((text, index) => (index ? cell(text, headings?.[index]) : make("th", { role: "rowheader", scope: "row" }, text))));
    return make(
        "div",
        { class: "table" },
        make(
            "table",
            { role: "table" },
            headings && make("thead", { role: "rowgroup" }, row(headings.map((heading) => make("th", { role: "columnheader", scope: "col" }, heading)))),
            make("tbody", { role: "rowgroup" }, rows.map(cells)),
            last && make("tfoot", { role: "rowgroup" }, cells(last)),
        ),
    );
}

function cell(text, heading) {
    if (isAmount(text)) return make("td", { role: "cell", class: "amount" }, text);
    return make("td", { role: "cell", "data-heading": heading && `${heading}: ` }, text);
}

// An amount stays in one line.
function isAmount(cell) {
    return /^Rp[\d.,]+$/.test(cell);
}

function given(task, asked, answers, change) {
    const rows = asked.map((question) => {
        const label = questionInWords(task, question, answers);
        const name = question.child ? `${say("child", { number: question.child })}: ${label}` : label;
        const act = make("button", { type: "button", class: "small", "aria-label": `${say("change")}: ${name}`, onclick: () => change(question.key) }, say("change"));
        return make("div", {}, make("dt", {}, name), make("dd", {}, answerInWords(question, answers[question.key]), " ", act));
    });
    return section(say("your_answers"), make("dl", { class: "given" }, rows));
}
