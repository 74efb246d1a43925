"""The desk: what the door was opened with, the same for every question asked there."""

from attrs import frozen

from jamsos.door.question import Schemes
from jamsos.eligibility.scheme import Scheme, load_scheme
from jamsos.errors import InputError


@frozen(kw_only=True)
class Desk:
    """What the door was opened with; questions change nothing about it."""

    schemes: Schemes
    """The schemes a question may name, by their ids."""


def open_desk(scheme_files: list[str]) -> Desk:
    """A desk with the scheme shipped and those of files.

    Args:
        scheme_files: The paths of scheme files.

    Raises:
        InputError: for a file that cannot be read, or an id that is taken.
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
    return Desk(schemes=schemes)


def _loaded(path: str) -> Scheme:
    """The scheme of a file; an error is about the option."""
    try:
        return load_scheme(path)
    except InputError as refused:
        raise refused.about("--scheme") from None
