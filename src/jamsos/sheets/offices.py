"""The offices a family goes to: their kinds are known, their names are the caller's."""

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from jamsos.errors import InputError, LawDataError, kind_of, looks_like_nik
from jamsos.law import strict_toml as toml
from jamsos.values.plain import as_list, checked_tuple
from jamsos.workers.closed_list import Code

if TYPE_CHECKING:
    from attrs import Attribute

_LONGEST = {"name": 50, "address": 60, "phone": 20}
"""The most characters that find room on a sheet of one page."""


class OfficeKind(Code, family="office"):
    """The kinds of offices, in the order in which a family needs them."""

    BPJS = "bpjs"
    """The branch of BPJS Ketenagakerjaan, or its centre for work accidents (PLKK)."""
    LABOUR_OFFICE = "labour_office"
    """*dinas tenaga kerja*, with the labour inspectors."""
    VILLAGE = "village"
    """*kantor desa atau kelurahan*: the letter of the heirs."""
    CIVIL_REGISTRY = "civil_registry"
    """*Disdukcapil*: the death certificate."""


def _is_short_text(_office: object, attribute: "Attribute[Any]", text: object) -> None:
    """Validate one line of print; the sheet has to stay one page."""
    name = f"Office.{attribute.name}"
    most = _LONGEST[attribute.name]
    allowed = f"one line of at most {most} characters"
    if not isinstance(text, str):
        raise InputError(name, kind_of(text), allowed, "write it as a text")
    if len(text) > most or not (text.isprintable()):
        raise InputError(name, text, allowed, "shorten it")
    if looks_like_nik(text):
        raise InputError(name, text, "no identity number", "leave the number out")


@frozen(kw_only=True)
class Office:
    """One office, as the caller knows it. What is empty is left to be written by hand.

    >>> Office(kind="village", name="Kantor Desa Rekaan").kind
    <OfficeKind.VILLAGE: 'village'>

    Raises:
        InputError: for a kind that is none, and for a text that finds no room.

    """

    kind: OfficeKind = field(converter=OfficeKind)
    name: str = field(validator=_is_short_text)
    address: str = field(default="", validator=_is_short_text)
    phone: str = field(default="", validator=_is_short_text)


def load_offices(path: str | PathLike[str]) -> tuple[Office, ...]:
    r"""Load the offices of a place from a TOML file: a table ``[[office]]`` for each.

    Its keys are ``kind``, ``name`` and, if they are known, ``address`` and ``phone``.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "kantor.toml")
    ...     _ = path.write_text('[[office]]\nkind = "village"\nname = "Kantor Desa Rekaan"\n')
    ...     [office.name for office in load_offices(path)]
    ['Kantor Desa Rekaan']

    Raises:
        InputError: if there is no such file.
        LawDataError: if the file is not valid; it names the place.

    """
    try:
        # Editors of Windows may put a byte order mark before the text.
        content = Path(path).read_text("utf-8-sig")
    except (OSError, TypeError, ValueError) as error:
        raise InputError(
            "path", path, "the path of a TOML file", f"correct the path: {error}"
        ) from None
    place = str(path)
    table = toml.checked_keys(toml.parse(content, place), ("office",), (), place)
    listed = as_list(table["office"])
    if not listed:
        raise LawDataError(place, "no office", "at least one [[office]]", "add one")
    offices: list[Office] = []
    for number, item in enumerate(listed, 1):
        office = _read_office(item, f"{place}: office {number}")
        offices.append(office)
    return checked_offices(offices)


def _read_office(item: object, place: str) -> Office:
    keys: Mapping[str, Any] = toml.checked_keys(item, ("kind", "name"), ("address", "phone"), place)
    try:
        return Office(**keys)
    except InputError as error:
        # The mistake is in the file; the place says where.
        thing = f"{place}: {error.thing}"
        raise LawDataError(thing, error.value, error.allowed, error.next_step) from None


def checked_offices(offices: object) -> tuple[Office, ...]:
    """Return the offices of a sheet, at most one of each kind.

    Raises:
        InputError: for two of a kind, or for anything but offices.

    """
    checked = checked_tuple(Office, offices, "offices", "load them with load_offices(path)")
    kinds = [str(office.kind) for office in checked]
    twice = sorted({kind for kind in kinds if kinds.count(kind) > 1})
    if twice:
        raise InputError("offices", twice, "one office of each kind", "leave the others out")
    return checked
