// The law in its own thread: Python, jamsos and the tasks of this page. Nothing leaves the device.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const started = start();

async function start() {
    const archive = fetch("law.zip").then((answered) => answered.arrayBuffer());
    const python = await loadPyodide({ indexURL: new URL("pyodide/", import.meta.url).href });
    python.unpackArchive(await archive, "zip", { extractDir: "/law" });
    python.runPython(`
import sys
sys.path.insert(0, "/law")
import json
from datetime import date
from village_page import reply

def asked(text):
    question = json.loads(text)
    today = date.fromisoformat(question["today"])
    said = reply(question["task"], question["answers"], question["lang"], today)
    return json.dumps(said, ensure_ascii=False)
`);
    return python.globals.get("asked");
}

self.onmessage = async ({ data: { number, question } }) => {
    try {
        const asked = await started;
        const begun = performance.now();
        const said = asked(JSON.stringify(question));
        self.postMessage({ number, said: JSON.parse(said), took: performance.now() - begun });
    } catch (error) {
        self.postMessage({ number, error: String(error) });
    }
};
