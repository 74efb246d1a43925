// Which screen is shown; the browser's own history goes back from one to the one before.
import { button, make } from "./dom.js";
import { ask, warmUp } from "./engine.js";
import { asked, kept, nextOf, questionOf } from "./flow.js";
import { questionScreen } from "./questionScreen.js";
import { resultScreen } from "./resultScreen.js";
import { asText, share } from "./share.js";
import { language, other, questions, say, useLanguage } from "./words.js";

const TASKS = Object.keys(questions);
const screen = document.getElementById("screen");
const status = document.getElementById("status");

// A screen is {task, answers, key}: the home has no task, a result no key. The browser's history
// holds its number alone, since a browser may write its history to the disk.
const screens = [{}];
let shown = screens[0];
let drawn = 0;
let isReady = false;
let isStored = false;

function draw({ focus = true } = {}) {
    drawn += 1;
    screen.dataset.task = shown.task ?? "";
    screen.dataset.key = shown.key ?? "";
    delete screen.dataset.answer;
    frame();
    if (!shown.task) home();
    else if (shown.key) question();
    else result(drawn, focus);
    if (focus) document.getElementById("asked")?.focus();
    window.scrollTo(0, 0);
}

function frame() {
    document.documentElement.lang = language();
    document.title = shown.task ? `${say(`task.${shown.task}`)} – ${say("name")}` : say("title");
    document.getElementById("name").textContent = say("name");
    document.getElementById("skip").textContent = say("skip");
    const toggle = document.getElementById("language");
    toggle.textContent = say("switch");
    toggle.lang = other();
    foot();
    status.textContent = "";
}

function foot() {
    const words = isStored ? ["private", "ready_offline"] : ["private"];
    document.getElementById("foot").replaceChildren(...words.map((code) => make("p", {}, say(code))));
}

function go(next) {
    shown = next;
    screens.push(next);
    history.pushState(screens.length - 1, "");
    draw();
}

function home() {
    const tasks = TASKS.map((task) =>
        make(
            "li",
            {},
            make("button", { type: "button", class: "choice task", "data-task": task, onclick: () => start(task) }, make("strong", {}, say(`task.${task}`)), make("span", {}, say(`task.${task}.hint`))),
        ),
    );
    screen.replaceChildren(
        make("h1", { id: "asked", tabindex: "-1" }, say("home.heading")),
        make("p", { class: "lead" }, say("home.lead")),
        make("ul", { class: "choices", "aria-labelledby": "asked" }, tasks),
    );
}

function start(task) {
    go({ task, answers: {}, key: questions[task][0].id });
}

function question() {
    const { task, answers, key } = shown;
    const list = asked(questions[task], answers);
    const at = list.findIndex((one) => one.key === key);
    const number = at < 0 ? list.length + 1 : at + 1;
    const drawnQuestion = questionScreen(task, questionOf(questions[task], key), number, answers, (answer) => answered(key, answer));
    screen.replaceChildren(...drawnQuestion.filter(Boolean), button(say("back"), () => history.back(), "plain"));
}

function answered(key, answer) {
    const { task } = shown;
    const answers = kept(questions[task], { ...shown.answers, [key]: answer });
    go({ task, answers, key: nextOf(questions[task], answers)?.key });
}

async function result(number, focus) {
    const { task, answers } = shown;
    screen.replaceChildren(make("h1", { id: "asked", tabindex: "-1" }, say(`task.${task}`)));
    const slow = setTimeout(() => {
        status.textContent = say(isReady ? "calculating" : "starting");
    }, 150);
    try {
        const said = await ask(task, answers, language());
        if (number === drawn) showResult(said, focus);
    } catch (error) {
        console.error(error);
        screen.replaceChildren(make("h1", { id: "asked", tabindex: "-1" }, say("failed")));
    } finally {
        clearTimeout(slow);
        if (number === drawn) status.textContent = "";
    }
}

function showResult(said, focus) {
    const { task, answers } = shown;
    const list = asked(questions[task], answers);
    const acts = {
        change: (key) => go({ task, answers, key }),
        again: () => go({}),
        share: () => share(asText(task, said, list, answers), document.getElementById("shared")),
    };
    screen.replaceChildren(...resultScreen(task, said, list, answers, acts).filter(Boolean));
    screen.dataset.answer = said.value ?? "";
    if (focus) document.getElementById("asked").focus();
}

async function prepare() {
    try {
        await ask("premium", { payer: "programme" }, language());
        isReady = true;
        await warmUp(language());
        document.body.dataset.warm = "yes";
    } catch (error) {
        console.error(error);
        status.textContent = say("failed");
    }
    if ("serviceWorker" in navigator) {
        await navigator.serviceWorker.register("sw.js");
        await navigator.serviceWorker.ready;
        document.body.dataset.stored = "yes";
        isStored = true;
        foot();
    }
}

// Without the address: a new one would be a step in the browser's history that is no screen.
document.getElementById("skip").addEventListener("click", (event) => {
    event.preventDefault();
    screen.focus();
});
document.getElementById("home").addEventListener("click", () => go({}));
document.getElementById("language").addEventListener("click", () => {
    useLanguage(other());
    draw({ focus: false });
});
window.addEventListener("popstate", ({ state }) => {
    shown = screens[state] ?? {};
    draw();
});

// What is folded on the screen is printed too.
window.addEventListener("beforeprint", () => {
    for (const details of screen.querySelectorAll("details")) details.open = true;
});

history.replaceState(0, "");
draw({ focus: false });
prepare();
