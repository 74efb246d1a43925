"""Container file and unit: what they copy is there, what they start is understood."""

import json
import shlex
import tomllib
from pathlib import Path

from jamsos.__main__ import _parser
from jamsos.web import Limits
from jamsos.web.serving import _AFTER_GRACE

HERE = Path(__file__).parents[2]
CONTAINER = (HERE / "examples" / "service" / "Containerfile").read_text("utf-8").splitlines()
UNIT = (HERE / "examples" / "service" / "jamsos.service").read_text("utf-8").splitlines()


def instructions(name: str) -> list[str]:
    """What stands behind the instructions of a name."""
    return [line.removeprefix(f"{name} ") for line in CONTAINER if line.startswith(f"{name} ")]


def setting(name: str) -> str:
    """One setting of the unit."""
    [value] = [line.partition("=")[2] for line in UNIT if line.startswith(f"{name}=")]
    return value


def test_the_container_copies_what_the_library_is_built_from() -> None:
    copied = [one for line in instructions("COPY") for one in line.split()[:-1]]
    assert all((HERE / one).exists() for one in copied)
    project = tomllib.loads((HERE / "pyproject.toml").read_text("utf-8"))["project"]
    assert {"pyproject.toml", "src", project["readme"]} <= {*copied}
    assert "." not in copied, "no checkout's history, environments or data"


def test_the_container_starts_the_service_on_the_port_it_names() -> None:
    [entry] = instructions("ENTRYPOINT")
    program, *arguments = json.loads(entry)
    options = _parser().parse_args(arguments)
    [port] = instructions("EXPOSE")
    [check] = instructions("HEALTHCHECK")
    assert (program, options.host, str(options.port)) == ("jamsos", "0.0.0.0", port)  # noqa: S104
    assert f"127.0.0.1:{port}/ready" in check
    assert instructions("USER") == ["65534:65534"]


def test_the_unit_starts_the_service_and_gives_it_time_to_end() -> None:
    program, *arguments = shlex.split(setting("ExecStart"))
    options = _parser().parse_args(arguments)
    assert (Path(program).name, options.host) == ("jamsos", "127.0.0.1")
    assert options.grace == Limits().grace
    assert int(setting("TimeoutStopSec")) > options.grace + _AFTER_GRACE
    assert setting("DynamicUser") == "yes"
