"""The example of a whole district, with a few people: no row is lost and nobody is named."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "district.py"
PEOPLE = 1_500


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_example_runs(tmp_path: Path, lang: str) -> None:
    command = [
        sys.executable,
        str(EXAMPLE),
        "--people",
        str(PEOPLE),
        "--lang",
        lang,
        "--folder",
        str(tmp_path),
    ]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, encoding="utf-8", env=environment
    )
    lines = done.stdout.splitlines()
    table = [
        line.split()
        for line in lines
        if line.startswith(("Sangatta", "Muara", "Total", "Seluruhnya"))
    ]
    assert len(table) == 6
    total, *parts = [int(cell.replace(",", "").replace(".", "")) for cell in table[-1][1:7]]
    assert (total, sum(parts)) == (PEOPLE, PEOPLE)
    assert "999999" not in done.stdout
    assert "Rekaan " not in done.stdout
    files = {
        "daftar-rekaan.xlsx",
        "daftar-kerja.xlsx",
        *(["kecamatan.png"] if find_spec("matplotlib") else []),
    }
    assert {path.name for path in tmp_path.iterdir()} == files
