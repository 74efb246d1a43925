// An element with its attributes and children; text is always text, never markup.
export function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
        else if (value === true) element.setAttribute(key, "");
        else if (value !== false && value !== undefined && value !== null) element.setAttribute(key, value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
}

export function button(text, act, kind = "") {
    return make("button", { type: "button", class: kind, onclick: act }, text);
}

export function list(items, kind = "") {
    return make("ul", { class: kind }, items.map((item) => make("li", {}, item)));
}

export function folded(heading, ...children) {
    return make("details", {}, make("summary", {}, make("h2", {}, heading)), ...children);
}

export function section(heading, ...children) {
    return make("section", {}, make("h2", {}, heading), ...children);
}
