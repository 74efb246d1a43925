"""Make the village page: a folder of files that any web server can hold.

``python examples/village_page/build.py`` writes ``examples/village_page/dist``. It takes Node with
npm, the packages of ``package-lock.json``, and jamsos installed as ``pip install -e .`` does.
``--offices FILE`` gives the names and addresses of the offices; without it none are shown.
"""

import argparse
import gzip
import hashlib
import importlib.metadata
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from jamsos import InputError
from jamsos.errors import kind_of, looks_like_nik, name_meant

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
DEPENDENCIES = ("attrs", "python-dateutil", "six", "babel")
LEFT_OUT = (
    "jamsos/door",
    "jamsos/registers",
    "jamsos/scenarios",
    "jamsos/sheets",
    "jamsos/web",
    "jamsos/testing.py",
)
"""Of the library what the page cannot use: a browser does not have the packages it asks for."""
LEFT_OUT_OF_PYTHON = (
    "_pyrepl",
    "ctypes",
    "doctest.py",
    "ftplib.py",
    "imaplib.py",
    "mailbox.py",
    "multiprocessing",
    "pdb.py",
    "pickletools.py",
    "pydoc.py",
    "smtplib.py",
    "unittest",
    "wsgiref",
    "xml",
    "xmlrpc",
)
"""Of the standard library what nothing here imports: a seventh of it, on a village's network."""
LOCALES = {"root.dat", "en.dat", "en_US.dat", "en_001.dat", "id.dat", "id_ID.dat"}
PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
STANDARD_LIBRARY = "python_stdlib.zip"
COMPRESSED = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".wasm", ".webmanifest", ".zip"}
"""What gets a ``.gz`` beside it, for servers that send files compressed."""
OFFICE_LINES = ("name", "address", "phone")
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the archive: the same sources give the same bytes."""


def main() -> None:
    """Build the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=HERE / "dist", help="the folder to write")
    parser.add_argument("--offices", type=Path, help="a file such as page/offices.json, filled in")
    options = parser.parse_args()
    offices = None
    if options.offices is not None:
        # Before anything is built: a wrong file costs no time.
        try:
            offices = read_offices(options.offices)
        except InputError as error:
            parser.error(str(error))
    if not (HERE / "node_modules" / "pyodide").is_dir():
        run("npm", "ci", "--no-audit", "--no-fund")
    site = options.to
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(HERE / "page", site)
    if offices is not None:
        (site / "offices.json").write_text(json.dumps(offices, ensure_ascii=False), "utf-8")
    copy_pyodide(site / "pyodide")
    write_law(site / "law.zip")
    fill_service_worker(site)
    compress(site)
    print(f"{site}: {size_in_mb(plain_files(site))} MB, {size_in_mb(sent_files(site))} MB as sent")


def read_offices(file: Path) -> dict[str, Mapping[str, str | None]]:
    """Read the offices of a place, in the form of ``page/offices.json``.

    A kind of office that is left out, and a line that is null, stay open on the page.

    Raises:
        InputError: for a file that is none or not in that form.

    """
    form = "JSON in the form of page/offices.json"
    try:
        offices = json.loads(file.read_text("utf-8"))
    except OSError:
        raise InputError("--offices", str(file), "a file that can be read", "correct it") from None
    except ValueError:
        raise InputError("--offices", file.name, form, "copy that file and fill it in") from None
    if not isinstance(offices, dict):
        raise InputError("--offices", kind_of(offices), form, "copy that file and fill it in")
    stated = cast("dict[str, object]", offices)
    kinds = json.loads((HERE / "page" / "offices.json").read_text("utf-8"))
    for kind, office in stated.items():
        check_name("--offices", kind, tuple(kinds))
        check_office(kind, office)
    return cast("dict[str, Mapping[str, str | None]]", stated)


def check_office(kind: str, office: object) -> None:
    """Refuse an office with other than its lines, each a text or null."""
    if not isinstance(office, dict):
        allowed = f"an object with {', '.join(OFFICE_LINES)}"
        raise InputError(f"offices.{kind}", kind_of(office), allowed, "write the three lines")
    for line, text in cast("dict[str, object]", office).items():
        check_name(f"offices.{kind}", line, OFFICE_LINES)
        thing = f"offices.{kind}.{line}"
        if text is not None and not isinstance(text, str):
            raise InputError(thing, text, "a text, or null", 'write it in quotes (")')
        if text is not None and looks_like_nik(text):
            raise InputError(thing, text, "no identity number", "leave the number out")


def check_name(thing: str, name: str, names: tuple[str, ...]) -> None:
    """Refuse a name that is not among those there are."""
    if name not in names:
        raise InputError(thing, name, ", ".join(names), name_meant(name, names))


def run(*command: str) -> None:
    """Run a command in this folder; its failure ends the build."""
    subprocess.run(command, cwd=HERE, check=True)  # noqa: S603 - the commands stand above


def copy_pyodide(folder: Path) -> None:
    """Copy the interpreter, and of its list of packages only the head: the page loads none."""
    source = HERE / "node_modules" / "pyodide"
    folder.mkdir()
    for name in PYODIDE:
        shutil.copyfile(source / name, folder / name)
    write_standard_library(source / STANDARD_LIBRARY, folder / STANDARD_LIBRARY)
    lock = json.loads((source / "pyodide-lock.json").read_text("utf-8"))
    lock["packages"] = {}
    (folder / "pyodide-lock.json").write_text(json.dumps(lock), "utf-8")


def write_standard_library(source: Path, archive: Path) -> None:
    """Write the standard library compiled: read as source it is most of the time Python starts."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        with zipfile.ZipFile(source) as library:
            library.extractall(folder)
        leave_out(folder, LEFT_OUT_OF_PYTHON)
        compile_in(folder)
        pack(folder, archive)


def compile_in(folder: Path) -> None:
    """Compile every module of a folder, and leave only the compiled ones."""
    run("node", "prepare.mjs", str(folder))
    for source in folder.rglob("*.py"):
        source.unlink()


def write_law(archive: Path) -> None:
    """Write the library, what it needs and the tasks of the page as one archive, compiled."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "law"
        wheels = Path(temporary) / "wheels"
        run(
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "-q",
            "--no-deps",
            "-w",
            str(wheels),
            str(REPOSITORY),
        )
        [wheel] = wheels.glob("*.whl")
        with zipfile.ZipFile(wheel) as library:
            library.extractall(folder)
        for name in DEPENDENCIES:
            copy_installed(name, folder)
        for source in (HERE / "engine").glob("*.py"):
            shutil.copyfile(source, folder / source.name)
        cut(folder)
        compile_in(folder)
        pack(folder, archive)


def copy_installed(name: str, folder: Path) -> None:
    """Copy an installed package of Python, with its licence."""
    for file in importlib.metadata.files(name) or ():
        inside = not file.parts[0].startswith("..")
        if inside and file.suffix != ".pyc":
            target = folder / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file.locate(), target)


def cut(folder: Path) -> None:
    """Leave out what the page does not use: rooms of the library, languages, time zones."""
    leave_out(folder, LEFT_OUT)
    for data in (folder / "babel" / "locale-data").glob("*.dat"):
        if data.name not in LOCALES:
            data.unlink()
    for zones in folder.glob("dateutil/zoneinfo/*.tar.gz"):
        zones.unlink()


def leave_out(folder: Path, names: tuple[str, ...]) -> None:
    """Remove files and folders by their names; one that is not there is an error."""
    for name in names:
        unwanted = folder / name
        if unwanted.is_dir():
            shutil.rmtree(unwanted)
        else:
            unwanted.unlink()


def pack(folder: Path, archive: Path) -> None:
    """Pack a folder, file by file in the order of their names."""
    # Stored: the whole archive is compressed once, where it is sent.
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                name = file.relative_to(folder).as_posix()
                packed.writestr(zipfile.ZipInfo(name, LONG_AGO), file.read_bytes())


def fill_service_worker(site: Path) -> None:
    """Name in the service worker every file it keeps, and the version they make up."""
    worker = site / "sw.js"
    names = [file.relative_to(site).as_posix() for file in plain_files(site) if file != worker]
    digest = hashlib.sha256()
    for name in names:
        digest.update(name.encode())
        digest.update((site / name).read_bytes())
    kept = json.dumps(["./", *names])[1:-1]
    text = worker.read_text("utf-8").replace("BUILD_VERSION", digest.hexdigest()[:16])
    worker.write_text(text.replace('"BUILD_FILES"', kept), "utf-8")


def compress(site: Path) -> None:
    """Write the compressed form of each file that gets smaller by it."""
    for file in plain_files(site):
        if file.suffix in COMPRESSED:
            smaller = gzip.compress(file.read_bytes(), mtime=0)
            file.with_name(f"{file.name}.gz").write_bytes(smaller)


def plain_files(site: Path) -> list[Path]:
    """The files of the page as a browser sees them."""
    return sorted(file for file in site.rglob("*") if file.is_file() and file.suffix != ".gz")


def sent_files(site: Path) -> Iterator[Path]:
    """The files of the page as a server sends them."""
    for file in plain_files(site):
        compressed = file.with_name(f"{file.name}.gz")
        yield compressed if compressed.exists() else file


def size_in_mb(files: Iterator[Path] | list[Path]) -> str:
    """The size of files together, in millions of bytes."""
    return f"{sum(file.stat().st_size for file in files) / 1_000_000:.1f}"


if __name__ == "__main__":
    main()
