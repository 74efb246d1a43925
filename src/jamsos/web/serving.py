"""The service as a process: it listens, and it ends gracefully."""

import logging
import math
import signal
import socket
import sys
from types import FrameType

import uvicorn

from jamsos.errors import InputError
from jamsos.web.application import app
from jamsos.web.batch import Ending
from jamsos.web.request_log import LOGGER
from jamsos.web.settings import Settings

_MOST_CONNECTIONS = 1000
_AFTER_GRACE = 5
"""Seconds left for the last replies of batches that were ended."""


def serve(settings: Settings, host: str, port: int) -> None:
    """Listen until the process is told to end.

    Raises:
        InputError: if the address cannot be listened on.

    """
    _log_to_standard_error()
    listening = _listening(host, port)
    ending = Ending()
    grace = settings.limits.grace
    config = uvicorn.Config(
        app(settings, ending),
        access_log=False,  # it writes paths, and with them whatever somebody put there
        http="h11",  # the other one that may be installed has no limit on headers
        limit_concurrency=_MOST_CONNECTIONS,
        log_config=None,
        log_level="critical",
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=math.ceil(grace) + _AFTER_GRACE,
        ws="none",
    )
    _Server(config, ending, grace).run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that says where it listens, and whose batches know that it ends."""

    def __init__(self, config: uvicorn.Config, ending: Ending, grace: float) -> None:
        super().__init__(config)
        self._ending = ending
        self._grace = grace

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, and then say so: from here on a signal ends the service gracefully."""
        await super().startup(sockets)
        for listening in sockets or []:
            host, port, *_ = listening.getsockname()
            shown = f"[{host}]" if ":" in host else host
            sys.stderr.write(f"jamsos: http://{shown}:{port}/docs\n")
            sys.stderr.flush()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002
        """Begin to end; interrupted a second time, end at once."""
        self.force_exit = self.should_exit and sig == signal.SIGINT
        # A batch that went on would keep its connection, and the server waits for all of them.
        self._ending.begin(0.0 if self.force_exit else self._grace)
        # Noted here alone: the server would raise the signal again after all is done.
        self.should_exit = True


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as failed:
        address = f"{host} port {port}"
        reason = f"an address of this machine and a free port ({failed})"
        refused = InputError("--host and --port", address, reason, "choose another port or address")
    raise refused


def _log_to_standard_error() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
