"""CPU time, peak memory and the machine: what the benchmarks of registers share."""

import json
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent


class Measured(NamedTuple):
    """One job in a process of its own."""

    cpu: float
    """Seconds of CPU, those of the children of the process (the JVM of Spark) included."""
    wall: float
    peak: int
    """Bytes: the most memory the process ever held, the interpreter and its data included."""
    sums: list[Any]
    """What must be the same for all who do the job."""


def cpu() -> float:
    """Seconds of CPU this process and its living children used."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    return own.ru_utime + own.ru_stime + sum(_of_process(child) for child in _descendants(os.getpid()))


def measure(work: Callable[[], Any], runs: int = 1) -> dict[str, Any]:
    """Do the work some times; the best run, and what the last one gave."""
    times = []
    done = None
    for _ in range(runs):
        done = None
        before = cpu(), time.perf_counter()
        done = work()
        times.append((cpu() - before[0], time.perf_counter() - before[1]))
    best = min(times)
    return {"cpu": best[0], "wall": min(wall for _, wall in times), "done": done}


def say(measured: dict[str, Any], sums: list[Any]) -> None:
    """Tell the process that asked."""
    print(json.dumps({"cpu": measured["cpu"], "wall": measured["wall"], "peak": peak(), "sums": sums}))


def peak() -> int:
    """The most bytes this process and its living children held."""
    own = _held(os.getpid()) or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return own + sum(_held(child) for child in _descendants(os.getpid()))


def in_process(script: str, *asked: object, python: str = sys.executable) -> Measured:
    """Run a script of this folder in a process of its own."""
    command = [python, str(HERE / script), *map(str, asked)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def best(rounds: list[Measured]) -> Measured:
    """The round with the least CPU; machines that do other work too are slower, never faster."""
    return min(rounds, key=lambda measured: measured.cpu)


def installed(package: str, python: str = sys.executable) -> str | None:
    """The version of a package in the environment of an interpreter; None where it is not there."""
    if python == sys.executable:
        try:
            return version(package)
        except PackageNotFoundError:
            return None
    code = f"from importlib.metadata import version; print(version({package!r}))"
    found = subprocess.run([python, "-c", code], check=False, capture_output=True, text=True)
    return found.stdout.strip() or None


def machine() -> str:
    """Cores, processor, memory and system in a few words."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text("utf-8").splitlines() if cpuinfo.exists() else []
    model = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.processor())
    return f"{os.cpu_count()} cores ({model}), {memory:.0f} GiB of memory, {platform.system()}"


def _descendants(process: int) -> list[int]:
    """The processes a process started, and those they started; none where the system does not tell."""
    found: list[int] = []
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        children = [int(child) for child in listed.read_text("ascii").split()]
        found += [*children, *(below for child in children for below in _descendants(child))]
    return found


def _of_process(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    user, system = int(fields[11]), int(fields[12])
    return (user + system) / os.sysconf("SC_CLK_TCK")


def _held(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def law_of(folder: Path) -> dict[str, Any]:
    """What the reduced job is about."""
    return json.loads((folder / "law.json").read_text("utf-8"))
