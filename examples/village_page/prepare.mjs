// Compiles Python for the very Python that the page runs: node prepare.mjs FOLDER
import { argv } from "node:process";
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
python.FS.mkdir("/law");
python.mountNodeFS("/law", argv[2]);
const whole = python.runPython(`
from compileall import compile_dir
from py_compile import PycInvalidationMode

# Beside its source and without a date, so that the same sources give the same bytes.
bool(compile_dir("/law", quiet=1, legacy=True, optimize=2, stripdir="/law",
                 invalidation_mode=PycInvalidationMode.UNCHECKED_HASH))
`);
if (!whole) throw new Error("a file of Python could not be compiled");
