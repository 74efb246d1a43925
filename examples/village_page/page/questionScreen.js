// One question on the screen, with 'I do not know' always among the answers.
import { button, make } from "./dom.js";
import { answerInWords, monthNames, optionInWords, questionInWords, say, unknownInWords } from "./words.js";

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2100;

// answered(value) is called with what was answered: text, or null for 'I do not know'.
export function questionScreen(task, question, number, answers, answered) {
    const label = questionInWords(task, question, answers);
    const hint = say(`h.${question.id}`);
    const place = [say("question", { number })];
    if (question.child) place.push(say("child", { number: question.child }));
    return [
        make("p", { class: "where" }, say(`task.${task}`)),
        make("p", { class: "where" }, place.join(" · ")),
        make("h1", { id: "asked", tabindex: "-1" }, label),
        hint && make("p", { id: "hint", class: "hint" }, hint),
        question.kind === "choice" ? choices(question, answers, answered) : form(question, answers, answered),
    ];
}

function choices(question, answers, answered) {
    const options = question.options.map((option) => {
        const chosen = answers[question.key] === option;
        return make("li", {}, choice(optionInWords(question, option), chosen, () => answered(option), option));
    });
    const unknown = make("li", { class: "wide" }, choice(unknownInWords(question), answers[question.key] === null, () => answered(null)));
    return make("ul", { class: question.short ? "choices short" : "choices", "aria-labelledby": "asked" }, options, unknown);
}

// Without an option it is 'I do not know'.
function choice(text, chosen, act, option = null) {
    const kind = option === null ? "choice unknown" : "choice";
    return make("button", { type: "button", class: kind, "data-option": option, "aria-pressed": chosen ? "true" : undefined, onclick: act }, text);
}

function form(question, answers, answered) {
    const stated = answers[question.key];
    const fields = FIELDS[question.kind](question, stated ?? "");
    const error = make("p", { id: "error", class: "error", role: "alert" });
    const submit = (event) => {
        event.preventDefault();
        const value = fields.read();
        if (value !== null) {
            answered(value);
            return;
        }
        error.textContent = say(fields.error, { most: question.most });
        for (const input of fields.inputs) {
            input.setAttribute("aria-invalid", "true");
            input.setAttribute("aria-describedby", "error");
        }
        fields.inputs[0].focus();
    };
    return make(
        "form",
        { onsubmit: submit, novalidate: true },
        make("div", { class: "fields", role: "group", "aria-labelledby": "asked" }, fields.labels),
        error,
        make("button", { type: "submit", class: "main" }, say("next")),
        button(unknownInWords(question), () => answered(null), "unknown"),
    );
}

const FIELDS = { date: dateFields, month: monthFields, rupiah: rupiahField, count: countField };

function labelled(text, input) {
    return make("label", {}, make("span", {}, text), input);
}

function numeric(value, length, name) {
    return make("input", { type: "text", inputmode: "numeric", autocomplete: "off", maxlength: length, size: length, value, name });
}

function monthSelect(chosen) {
    const options = monthNames().map((name, index) => make("option", { value: index + 1, selected: Number(chosen) === index + 1 }, name));
    return make("select", { name: "month" }, make("option", { value: "" }, say("choose_month")), options);
}

function dateFields(_question, stated) {
    const [year = "", month = "", day = ""] = stated.split("-");
    const dayInput = numeric(day && String(Number(day)), 2, "day");
    const monthInput = monthSelect(month);
    const yearInput = numeric(year, 4, "year");
    const read = () => {
        const [y, m, d] = [yearInput, monthInput, dayInput].map(wholeNumber);
        if (!isYear(y) || !m || !d) return null;
        const read = new Date(Date.UTC(y, m - 1, d));
        // The 31st of a short month would pass for the first of the next.
        return read.getUTCDate() === d ? read.toISOString().slice(0, 10) : null;
    };
    return {
        inputs: [dayInput, monthInput, yearInput],
        labels: [labelled(say("day"), dayInput), labelled(say("month"), monthInput), labelled(say("year"), yearInput)],
        read,
        error: "error.date",
    };
}

function monthFields(_question, stated) {
    const [year = String(new Date().getFullYear()), month = ""] = stated ? stated.split("-") : [];
    const monthInput = monthSelect(month);
    const yearInput = numeric(year, 4, "year");
    const read = () => {
        const [y, m] = [yearInput, monthInput].map(wholeNumber);
        return isYear(y) && m ? `${y}-${String(m).padStart(2, "0")}` : null;
    };
    return {
        inputs: [monthInput, yearInput],
        labels: [labelled(say("month"), monthInput), labelled(say("year"), yearInput)],
        read,
        error: "error.month",
    };
}

function rupiahField(_question, stated) {
    const input = numeric(stated, 15, "rupiah");
    const seen = make("output", { class: "hint", "aria-live": "polite" });
    // Seen with its points, a number with a 0 too many is noticed.
    const show = () => {
        const read = readRupiah(input);
        seen.textContent = read === null ? "" : answerInWords({ kind: "rupiah" }, read);
    };
    input.addEventListener("input", show);
    show();
    return { inputs: [input], labels: [labelled(say("rupiah"), input), seen], read: () => readRupiah(input), error: "error.rupiah" };
}

// Points, commas and 'Rp' are written between digits by habit; a decimal part is not.
function readRupiah(input) {
    const digits = input.value.replace(/^\s*Rp/i, "").replace(/[\s.,](?=\d{3}(\D|$))/g, "").trim();
    return /^\d{1,12}$/.test(digits) ? String(Number(digits)) : null;
}

function countField(question, stated) {
    const input = numeric(stated, 4, "count");
    const read = () => {
        const count = wholeNumber(input);
        return count !== null && count <= question.most ? String(count) : null;
    };
    return { inputs: [input], labels: [labelled(say("number"), input)], read, error: "error.count" };
}

function wholeNumber(input) {
    return /^\d+$/.test(input.value.trim()) ? Number(input.value) : null;
}

function isYear(year) {
    return year !== null && year >= EARLIEST_YEAR && year <= LATEST_YEAR;
}
