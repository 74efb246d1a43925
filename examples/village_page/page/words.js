// The words of the screens in both languages; the words of an answer come with it.
const [words, questions, offices] = await Promise.all(
    ["words.json", "questions.json", "offices.json"].map((name) => fetch(name).then((answered) => answered.json())),
);
export { questions, offices };

let lang = "id";

export function language() {
    return lang;
}

export function useLanguage(chosen) {
    lang = chosen;
}

export function other() {
    return lang === "id" ? "en" : "id";
}

export function say(code, places = {}) {
    const said = words[lang][code];
    if (typeof said !== "string") return said;
    return said.replace(/\{(\w+)\}/g, (_, place) => places[place]);
}

function firstOf(...codes) {
    return codes.map((code) => say(code)).find((said) => said !== undefined);
}

export function questionInWords(task, question, answers) {
    if (question.child) return firstOf(`q.child.${question.id}`);
    if (question.key === "on" && answers.event === "accident") return say("q.accident.on");
    return firstOf(`q.${task}.${question.id}`, `q.${question.id}`);
}

export function optionInWords(question, option) {
    return firstOf(`o.${question.id}.${option}`, `o.${option}`) ?? option;
}

export function unknownInWords(question) {
    return say(question.unknown ?? "unknown");
}

// What was answered, as a person would say it.
export function answerInWords(question, answer) {
    if (answer === null) return unknownInWords(question);
    if (question.kind === "choice") return optionInWords(question, answer);
    if (question.kind === "date") return dayInWords(answer);
    if (question.kind === "month") return monthInWords(answer);
    const number = Number(answer).toLocaleString(lang === "id" ? "id-ID" : "en-US");
    return question.kind === "rupiah" ? `Rp${number}` : number;
}

const locale = () => (lang === "id" ? "id-ID" : "en-GB");
const noon = (year, month, day) => new Date(Number(year), Number(month) - 1, Number(day), 12);

export function dayInWords(day) {
    return noon(...day.split("-")).toLocaleDateString(locale(), { day: "numeric", month: "long", year: "numeric" });
}

export function monthInWords(month) {
    return noon(...month.split("-"), 1).toLocaleDateString(locale(), { month: "long", year: "numeric" });
}

export function monthNames() {
    return Array.from({ length: 12 }, (_, index) => noon(2026, index + 1, 1).toLocaleDateString(locale(), { month: "long" }));
}
