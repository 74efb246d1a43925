"""What an office decides about its service: who may ask, from where, and how much at once."""

from collections.abc import Mapping
from typing import Self

from attrs import field, frozen

from jamsos.door.desk import Desk, open_desk
from jamsos.errors import InputError

KEY_VARIABLE = "JAMSOS_API_KEY"
"""The environment variable that holds the key callers have to send."""


@frozen(kw_only=True)
class Limits:
    """The most a caller may ask of the service at once.

    >>> Limits(seconds=2).seconds
    2
    """

    body: int = 2**20
    """Bytes of one question."""
    depth: int = 32
    """Objects and lists inside each other; a question needs fewer than ten."""
    seconds: float = 10
    """Seconds until the body of a question has come, and again until it is answered."""
    idle: float = 30
    """Seconds a batch waits for its caller's next line, or for the caller to take a reply."""
    grace: float = 20
    """Seconds a batch goes on after the service was asked to end."""


def _shipped() -> Desk:
    return open_desk([])


def _key(environment: Mapping[str, str]) -> str | None:
    """The key callers have to send, if the environment names one."""
    key = environment.get(KEY_VARIABLE)
    if key is None:
        return None
    # Set but empty: more likely a secret that was not filled in than an open service.
    if not key.strip() or not key.isascii():
        raise InputError(
            KEY_VARIABLE, "no key", "ASCII characters", "set a key, or unset the variable"
        )
    return key.strip()


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
    origins: tuple[str, ...] = ()
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
