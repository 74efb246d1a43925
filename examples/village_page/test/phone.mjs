// What a phone does with the page: installs it, shares and prints an answer, keeps nothing of it.
import { check, figures } from "./checks.mjs";
import { opened, SIZES } from "./machine.mjs";
import { answerTask, everyPerson } from "./tasks.mjs";

export async function ofPhone(browser, server) {
    const { page, context } = await opened(browser, server, SIZES.phone);
    await page.waitForSelector("body[data-stored]", { timeout: 120_000 });
    const chromium = await context.newCDPSession(page);
    const { errors } = await chromium.send("Page.getAppManifest");
    check(errors.length === 0, `the manifest: ${JSON.stringify(errors)}`);
    const { installabilityErrors } = await chromium.send("Page.getInstallabilityErrors");
    // A window of a test counts as one in private mode, where no browser installs.
    const hindrances = installabilityErrors.filter((one) => one.errorId !== "in-incognito");
    check(hindrances.length === 0, `the page cannot be installed: ${JSON.stringify(hindrances)}`);

    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await answerTask(page, everyPerson[9]);
    await page.getByRole("button", { name: "Bagikan sebagai teks" }).click();
    await page.waitForFunction(() => document.getElementById("shared").textContent !== "");
    const text = await page.evaluate(() => document.querySelector("#shared textarea")?.value ?? navigator.clipboard.readText());
    check(text.includes("Rp70.000.000") && text.includes("BPJS Ketenagakerjaan yang memutuskan"), `the text that is shared: ${text}`);

    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    check(await page.locator(".why li").first().isVisible(), "the articles are printed");
    await page.emulateMedia({ media: "print" });
    check(!(await page.getByRole("button").first().isVisible()), "no button is printed");

    const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie.length, (await indexedDB.databases()).length, typeof history.state === "number" ? 0 : 1]);
    check(kept.every((count) => count === 0), `nothing of an answer is kept: ${kept}`);
    figures("phone: can be installed, shares an answer as text, prints it with its articles, keeps nothing of it");
    context.check();
    await context.close();
}

// The offices of a place, invented here: each kind is named where one of the tasks sends somebody.
export async function ofOffices(browser, server) {
    // The page is read twice, and no service worker may answer in the place of the test.
    const { page, context } = await opened(browser, server, SIZES.phone, { serviceWorkers: "block" });
    const kinds = await page.evaluate(() => fetch("offices.json").then((answered) => answered.json()).then(Object.keys));
    const invented = kinds.map((kind) => [kind, { name: `Kantor Rekaan ${kind}`, address: "Jalan Contoh 1", phone: "0549 000000" }]);
    await context.route("**/offices.json", (route) => route.fulfill({ json: Object.fromEntries(invented) }));
    await page.reload();
    let text = "";
    for (const person of everyPerson) {
        await answerTask(page, person);
        text += await page.locator("#screen").textContent();
    }
    for (const [kind, office] of invented) check(text.includes(`${office.name}, ${office.address}, ${office.phone}`), `no task names the office ${kind}`);
    check(!text.includes("Nama dan alamat belum diisi"), "an office that is filled in is shown as open");
    figures(`offices: ${invented.length} kinds of an invented file, each named by a task`);
    context.check();
    await context.close();
}
