// What was found: figures are printed at once, failures counted.
const failures = [];
let count = 0;

export function check(holds, what) {
    count += 1;
    if (!holds) {
        failures.push(what);
        console.log(`FAILED ${what}`);
    }
}

export function figures(text) {
    console.log(text);
}

export function finish() {
    console.log(`${count} checks, ${failures.length} failed`);
    process.exit(failures.length ? 1 : 0);
}
