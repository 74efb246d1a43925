"""The desk: what the door was opened with, the same for every question asked there."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import frozen

from jamsos.door.canonical import digest
from jamsos.door.question import Schemes
from jamsos.eligibility.scheme import Scheme, load_scheme
from jamsos.errors import InputError

SHORTEST_KEY = 16
"""Of shorter keys too many can be tried."""


# Without slots: the cached digests need a place to stay.
@frozen(kw_only=True, slots=False)
class Desk:
    """What the door was opened with; questions change nothing about it."""

    schemes: Schemes
    """The schemes a question may name, by their ids."""
    key: bytes | None = None
    """What receipts are signed with; None: they are not signed."""

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """A digest of each scheme in full, by their ids."""
        return {name: digest(scheme) for name, scheme in self.schemes.items()}


def open_desk(scheme_files: Iterable[str] = (), key: bytes | None = None) -> Desk:
    """A desk with the scheme shipped and those of files.

    Args:
        scheme_files: The paths of scheme files.
        key: What receipts are signed with.

    Raises:
        InputError: for a file that cannot be read, an id that is taken, or a short key.
        LawDataError: for a file that is no valid scheme.

    """
    schemes: dict[str, Scheme] = {"kutim": load_scheme("kutim")}
    for path in scheme_files:
        scheme = _loaded(path)
        if scheme.id in schemes:
            allowed = "an id that is not taken"
            step = "give the scheme an id of its own"
            raise InputError("--scheme", scheme.id, allowed, step)
        schemes[scheme.id] = scheme
    if key is not None and len(key) < SHORTEST_KEY:
        # Neither the key nor a part of it is shown.
        length, allowed = f"{len(key)} bytes", f"at least {SHORTEST_KEY} bytes"
        raise InputError("key", length, allowed, "make one: openssl rand -hex 32")
    return Desk(schemes=schemes, key=key)


def _loaded(path: str) -> Scheme:
    """The scheme of a file; an error is about the option."""
    try:
        return load_scheme(path)
    except InputError as refused:
        raise refused.about("--scheme") from None
