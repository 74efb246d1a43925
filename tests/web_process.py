"""The service as a process of its own, asked over a socket."""

import os
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

PATIENCE = 30


class Service:
    """A running service."""

    def __init__(self, process: "subprocess.Popen[bytes]", log: Path, port: int) -> None:
        self.process = process
        self.port = port
        self._log = log
        self._connections: list[HTTPConnection] = []

    def connected(self) -> HTTPConnection:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        self._connections.append(connection)
        return connection

    def close(self) -> None:
        for connection in self._connections:
            connection.close()

    @property
    def log(self) -> str:
        return self._log.read_text("utf-8")


@contextmanager
def service(log: Path, *options: str, **environment: str) -> Generator[Service]:
    """Serve on a free port for as long as the block runs."""
    command = [sys.executable, "-m", "jamsos", "serve", "--port", "0", *options]
    with (
        log.open("wb") as errors,
        subprocess.Popen(command, stderr=errors, env=os.environ | environment) as process,
    ):
        try:
            running = Service(process, log, _port(process, log))
            yield running
            running.close()
        finally:
            process.kill()


def _port(process: "subprocess.Popen[bytes]", log: Path) -> int:
    """The port the service says it took."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        first, end, _ = log.read_text("utf-8").partition("/docs\n")
        if end:
            return int(first.rpartition(":")[2])
        time.sleep(0.02)
    raise TimeoutError(log.read_text("utf-8"))
