// The server of the page and the browser, as this machine has them.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { check } from "./checks.mjs";

export const SIZES = { phone: { width: 360, height: 640 }, desktop: { width: 1280, height: 800 } };
const HERE = fileURLToPath(new URL("..", import.meta.url));

// The browser's own errands to its maker are turned off: what is left is the page's.
const QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-sandbox"];

export async function startServer(python) {
    const process = spawn(python, ["serve.py", "--port", "0"], { cwd: HERE, stdio: ["ignore", "pipe", "inherit"] });
    // Also where a test ends by an error.
    globalThis.process.on("exit", () => process.kill());
    const server = { sent: 0, count: 0, stop: () => process.kill() };
    const lines = createInterface({ input: process.stdout });
    server.address = await new Promise((resolve) => lines.once("line", resolve));
    // Each line: status, bytes of the body as sent, path.
    lines.on("line", (line) => {
        server.sent += Number(line.split(" ")[1]);
        server.count += 1;
    });
    return server;
}

export function startBrowser() {
    // Requests of the service worker are told too.
    process.env.PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS = "1";
    return chromium.launch({ executablePath: process.env.CHROMIUM, args: QUIET });
}

// A visitor who was never here: an empty profile, whose requests are recorded.
export async function opened(browser, server, size, options = {}) {
    const context = await browser.newContext({ viewport: size, ...options });
    const elsewhere = [];
    context.on("request", (request) => {
        if (!request.url().startsWith(server.address)) elsewhere.push(request.url());
    });
    context.check = () => check(elsewhere.length === 0, `requests to other places: ${elsewhere}`);
    const page = await context.newPage();
    page.on("pageerror", (error) => check(false, `an error in the page: ${error.message}`));
    page.openedAt = Date.now();
    await page.goto(server.address);
    return { page, context };
}
