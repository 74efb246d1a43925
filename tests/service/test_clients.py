"""The clients of other programs: their types are of the schema, and the one of Python asks."""

import json
import os
import subprocess
import sys
from pathlib import Path

CLIENTS = Path(__file__).parents[2] / "examples" / "clients"


def test_the_types_are_those_of_the_schema(tmp_path: Path) -> None:
    script = tmp_path / "types_from_schema.py"
    script.write_bytes((CLIENTS / script.name).read_bytes())
    for folder in ("php", "python", "typescript"):
        (tmp_path / folder).mkdir()
    jamsos = [sys.executable, "-m", "jamsos", "schema"]
    schema = subprocess.run(jamsos, capture_output=True, check=True).stdout
    subprocess.run([sys.executable, str(script)], input=schema, check=True)
    written = [path for path in tmp_path.rglob("*/*") if path.is_file()]
    assert len(written) == 3
    for path in written:
        shipped = CLIENTS / path.relative_to(tmp_path)
        assert path.read_text("utf-8") == shipped.read_text("utf-8"), (
            f"{shipped.name}: jamsos schema | python examples/clients/types_from_schema.py"
        )
    assert len(json.loads(schema)["question"]["anyOf"]) >= 37


def test_the_client_of_python_asks_over_lines(tmp_path: Path) -> None:
    # The client starts a program of this name, as it is installed beside Python.
    program = tmp_path / "jamsos"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jamsos "$@"\n')
    program.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    environment.pop("JAMSOS_URL", None)
    example = [sys.executable, str(CLIENTS / "python" / "example.py")]
    done = subprocess.run(example, capture_output=True, check=True, text=True, env=environment)
    total, refused = done.stdout.splitlines()
    # PP 82/2019 Lampiran III: 60 % of 80 wages of 1,000,000, periodic and funeral money.
    assert total == "lines: Rp70.000.000"
    assert refused.startswith("lines: month: ")
