// Asks the worker, and remembers which answer belongs to which question.
const worker = new Worker("worker.js", { type: "module" });
const waiting = new Map();
let last = 0;

worker.onmessage = ({ data }) => {
    const { resolve, reject } = waiting.get(data.number);
    waiting.delete(data.number);
    if (data.error) reject(new Error(data.error));
    else resolve(data.said);
};
worker.onerror = (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
};

export function ask(task, answers, lang, today = localToday()) {
    last += 1;
    const number = last;
    worker.postMessage({ number, question: { task, answers, lang, today } });
    return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }));
}

// The day where the phone is; toISOString would give that of Greenwich.
export function localToday() {
    const now = new Date();
    const two = (part) => String(part).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// Once the first task is ready, every later one answers at once: each is asked when nobody waits.
export async function warmUp(lang) {
    await ask("premium", { payer: "programme" }, lang);
    const family = { event: null, on: localToday(), issued: localToday(), paid: "yes", last_paid: localToday().slice(0, 7), gaps: "no" };
    const asked = [
        ["enrol", {}],
        ["cover", family],
        ["family", family],
        ["family", { ...family, event: "accident" }],
    ];
    for (const language of [lang, lang === "id" ? "en" : "id"]) {
        for (const [task, answers] of asked) await ask(task, answers, language);
    }
}
