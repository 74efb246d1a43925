"""What an office decides about its service: who may ask, from where, and how much at once."""

import math
import re
from collections.abc import Mapping
from typing import Any, Self

from attrs import Attribute, field, frozen

from jamsos.door.desk import Desk, open_desk
from jamsos.errors import InputError

KEY_VARIABLE = "JAMSOS_API_KEY"
"""The environment variable that holds the key callers have to send."""


def _shipped() -> Desk:
    return open_desk([])


def _key(environment: Mapping[str, str]) -> str | None:
    """The key callers have to send, if the environment names one."""
    key = environment.get(KEY_VARIABLE)
    if key is None:
        return None
    # Set but empty: more likely a secret that was not filled in than an open service.
    key = key.strip()
    if not key or not key.isascii() or not key.isprintable():
        raise InputError(
            KEY_VARIABLE, "no key", "ASCII characters", "set a key, or unset the variable"
        )
    return key


def _checked_limit(_limits: object, attribute: "Attribute[Any]", value: float) -> None:
    """Refuse what no limit can be; every comparison with NaN is false."""
    if not 0 <= value < math.inf:
        raise InputError(f"--{attribute.name}", value, "a number of 0 or more", "correct it")


def _checked_origins(_settings: object, _origins: object, value: tuple[str, ...]) -> None:
    """Refuse what no browser sends as an origin: it would never be let in."""
    for origin in value:
        if _ORIGIN.fullmatch(origin) is None:
            allowed = "a scheme, a host and perhaps a port, as https://kantor.example"
            raise InputError("--cors", origin, allowed, "write it without a path at its end")


_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:[0-9]+)?|https?://\[[0-9a-f:]+\](:[0-9]+)?")


@frozen(kw_only=True)
class Limits:
    """The most a caller may ask of the service at once.

    >>> Limits(seconds=2).seconds
    2
    """

    body: int = field(default=2**20, validator=_checked_limit)
    """Bytes of one question."""
    depth: int = field(default=32, validator=_checked_limit)
    """Objects and lists inside each other; a question needs fewer than ten."""
    seconds: float = field(default=10, validator=_checked_limit)
    """Seconds until the body of a question has come, and again until it is answered."""
    idle: float = field(default=30, validator=_checked_limit)
    """Seconds a batch waits for its caller's next line, or for the caller to take a reply."""
    grace: float = field(default=20, validator=_checked_limit)
    """Seconds a batch goes on after the service was asked to end."""


@frozen(kw_only=True)
class Settings:
    """How a service is open: its desk, its key, the web pages that may ask it, its limits.

    >>> Settings(origins=("https://kantor.example",)).key is None
    True
    """

    desk: Desk = field(factory=_shipped)
    """What the door is opened with."""
    key: str | None = field(default=None, repr=False)
    """What callers send as ``Authorization: Bearer ...``; None asks for none."""
    origins: tuple[str, ...] = field(default=(), validator=_checked_origins)
    """The web origins whose pages may ask; none unless named."""
    limits: Limits = Limits()

    @classmethod
    def of_environment(
        cls,
        environment: Mapping[str, str],
        *,
        desk: Desk | None = None,
        origins: tuple[str, ...] = (),
        limits: Limits | None = None,
    ) -> Self:
        """The settings of a process, its key from the environment.

        Raises:
            InputError: if the variable of the key is set and holds none.

        """
        return cls(
            desk=desk or _shipped(),
            key=_key(environment),
            origins=origins,
            limits=limits or Limits(),
        )
