"""5,000 damaged files of every kind: each is read or refused, in bounded time and memory.

Each thousand is read in a process of its own, whose time and memory are then its own.
"""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

import jamsos

LOG = logging.getLogger(__name__)
"""Takes the figures: ``--log-cli-level=INFO`` shows them."""
FILES = 1_000
SEEDS = (1, 2, 3, 4, 5)
SECONDS = 5
"""The most that one file may take; a sound one of this size takes a hundredth."""
MEGABYTES = 500
"""The most memory of the process, of which the libraries take 150."""
PATIENCE = 900
"""After so many seconds a reader hangs."""


@pytest.mark.parametrize("seed", SEEDS)
def test_damaged_files_are_read_or_refused(seed: int, tmp_path: Path) -> None:
    source = Path(jamsos.__file__).parents[1]
    tests = Path(__file__).parents[1]
    # A panic that the library turns into an error of its own need not be told in full.
    environment = {**os.environ, "PYTHONPATH": f"{source}:{tests}", "RUST_BACKTRACE": "0"}
    options = ["-W", "error", "-m", "damaged_files", str(tmp_path), str(seed), str(FILES)]
    run = subprocess.run(
        [sys.executable, *options],
        capture_output=True,
        check=False,
        env=environment,
        text=True,
        timeout=PATIENCE,
    )
    assert run.returncode == 0, run.stderr[-2_000:]
    came = json.loads(run.stdout)
    LOG.info("seed %d: %s", seed, came)
    assert came["wrong"] == []
    assert came["read"] + came["refused"] == FILES
    # Some damage leaves a list that can be read, and some does not.
    assert came["read"] > FILES / 10
    assert came["refused"] > FILES / 10
    assert came["slowest"] < SECONDS
    assert came["megabytes"] < MEGABYTES
