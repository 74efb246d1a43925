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


class Timed(NamedTuple):
    """The times of some runs of a job."""

    cpu: float
    """Seconds of CPU of the best run."""
    wall: float
    """Seconds of the quickest run."""
    result: Any
    """What the last run gave."""


def cpu() -> float:
    """Seconds of CPU this process and its living children used."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = sum(_cpu_of_process(child) for child in _descendants(os.getpid()))
    return own.ru_utime + own.ru_stime + children


def measure(work: Callable[[], Any], runs: int = 1) -> Timed:
    """Do the work some times."""
    cpu_times: list[float] = []
    wall_times: list[float] = []
    result = None
    for _ in range(runs):
        # Two results at once would count twice as much memory.
        result = None
        cpu_start, wall_start = cpu(), time.perf_counter()
        result = work()
        cpu_times.append(cpu() - cpu_start)
        wall_times.append(time.perf_counter() - wall_start)
    return Timed(min(cpu_times), min(wall_times), result)


def say(timed: Timed, sums: list[Any]) -> None:
    """Report to the process that started this one."""
    print(json.dumps(Measured(timed.cpu, timed.wall, peak(), sums)._asdict()))


def peak() -> int:
    """The most bytes this process and its living children held."""
    own = _held(os.getpid()) or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return own + sum(_held(child) for child in _descendants(os.getpid()))


def in_process(script: str, *arguments: object, python: str = sys.executable) -> Measured:
    """Run a script of this folder in a process of its own."""
    command = [python, str(HERE / script), *map(str, arguments)]
    process = subprocess.run(command, check=False, capture_output=True, text=True)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\n{process.stderr}")
    # Engines print lines of their own before it.
    last_line = process.stdout.splitlines()[-1]
    return Measured(**json.loads(last_line))


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
    process = subprocess.run([python, "-c", code], check=False, capture_output=True, text=True)
    return process.stdout.strip() or None


def machine() -> str:
    """Cores, processor, memory and system in a few words."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores, system = os.cpu_count(), platform.system()
    return f"{cores} cores ({_processor()}), {memory:.0f} GiB of memory, {system}"


def _processor() -> str:
    # Linux names the model in a file only; Python's own name for it is just "x86_64".
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(": ")[2]
    return platform.processor()


def _descendants(process: int) -> list[int]:
    """The processes a process started, and those they started.

    None where the system does not say.
    """
    descendants: list[int] = []
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in children.read_text("ascii").split():
            descendants.append(int(child))
            descendants.extend(_descendants(int(child)))
    return descendants


def _cpu_of_process(process: int) -> float:
    try:
        stat = Path(f"/proc/{process}/stat").read_text("utf-8")
    except OSError:
        # The process has ended since it was listed.
        return 0.0
    # The name of the program stands in parentheses and may hold spaces.
    fields = stat.rpartition(")")[2].split()
    user, system = int(fields[11]), int(fields[12])
    return (user + system) / os.sysconf("SC_CLK_TCK")


def _held(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    except OSError:
        return 0
    for line in lines:
        if line.startswith("VmHWM"):
            return int(line.split()[1]) * 1024
    return 0


def law_of(folder: Path) -> dict[str, Any]:
    """What the reduced job is about."""
    return json.loads((folder / "law.json").read_text("utf-8"))
