// What was found: figures are printed at once, failures counted.
import { cpus, loadavg } from "node:os";

const failures = [];
let count = 0;

export function check(holds, what) {
    count += 1;
    if (!holds) {
        failures.push(what);
        console.log(`FAILED ${what}`);
    }
}

// A time that is too long is a fault of the page where the machine is the test's; with much else to
// do it says nothing.
const BUSY = 2;

export function checkTime(holds, what) {
    const load = loadavg()[0] / cpus().length;
    if (holds || load <= BUSY) check(holds, what);
    else console.log(`not judged, on a machine with ${load.toFixed(1)} tasks to each core: ${what}`);
}

export function figures(text) {
    console.log(text);
}

export function finish() {
    console.log(`${count} checks, ${failures.length} failed`);
    process.exit(failures.length ? 1 : 0);
}
