"""A server of PostgreSQL for as long as some tests run, where the machine has its programs."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

HOMES = "/usr/lib/postgresql/*/bin"
"""Where Debian keeps the programs of a server."""
OWNERS = ("postgres", "nobody")
"""Who the server may be where the tests are run by root, which it refuses."""


def programs() -> Path | None:
    """The folder of the server's programs; None where there are none."""
    homes = sorted(Path("/").glob(HOMES.removeprefix("/")))
    found = shutil.which("pg_ctl")
    if found is not None:
        homes.append(Path(found).resolve().parent)
    return next((home for home in reversed(homes) if (home / "initdb").exists()), None)


def absent() -> str | None:
    """What is missing to run the tests on PostgreSQL; None where nothing is."""
    if programs() is None:
        return "PostgreSQL"
    if find_spec("psycopg") is None:
        return "psycopg"
    return None


def owner() -> str | None:
    """Who runs the server; None: whoever runs the tests."""
    if os.getuid() != 0:
        return None
    known = {one.pw_name for one in pwd.getpwall()}
    return next(name for name in OWNERS if name in known)


@contextmanager
def server() -> Generator[str]:
    """The address of a database of a new server, which is reached by a file and by no port."""
    home, name = programs(), owner()
    assert home is not None
    # In a folder with a short name: that of a socket may have a hundred letters at most.
    with TemporaryDirectory(prefix="pg") as folder:
        if name is not None:
            shutil.chown(folder, name)
        data = f"{folder}/data"

        def run(program: str, *options: str) -> None:
            command = [str(home / program), "-D", data, *options]
            # Not read through a pipe: the server that is started would keep it open.
            with Path(f"{folder}.log").open("ab") as log:
                subprocess.run(command, check=True, stdout=log, stderr=log, user=name, cwd=folder)

        try:
            run("initdb", "--auth=trust", "--username=office", "--no-sync", "--encoding=UTF8")
            settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
            run("pg_ctl", "start", "--wait", "--options", settings)
            yield f"postgresql+psycopg://office@/postgres?host={folder}"
        finally:
            run("pg_ctl", "stop", "--mode=immediate")
            Path(f"{folder}.log").unlink()
