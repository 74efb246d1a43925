"""Why a file is not taken: for whoever calls the library, and in words for whoever sent the file.

Whatever a file can be refused for is one of these; what is wrong with an argument is a plain
:class:`~jamsos.InputError`.
"""

from collections.abc import Mapping
from enum import StrEnum

from jamsos.answers.texts import Arg, Text
from jamsos.errors import InputError, masked_in


class Refusal(StrEnum):
    """Why a file, or a sheet of it, is not taken."""

    ABSENT = "absent"
    ENDING = "ending"
    """The end of its name says that it is no list."""
    PDF = "pdf"
    PICTURE = "picture"
    WEB_ARCHIVE = "web_archive"
    XML_2003 = "xml_2003"
    NO_TABLE = "no_table"
    """A page without one."""
    LOCKED = "locked"
    DAMAGED = "damaged"
    DAMAGED_TEXT = "damaged_text"
    DAMAGED_PARQUET = "damaged_parquet"
    UNUSUAL = "unusual"
    """Made as no spreadsheet makes it."""
    BYTES = "bytes"
    UNPACKED = "unpacked"
    LETTERS = "letters"
    ROWS = "rows"
    COLUMNS = "columns"
    CELLS = "cells"
    CELL_KIND = "cell_kind"
    """A column holds what is no cell of a list."""
    TOGETHER = "together"
    """All files together would be too large."""
    WHICH_SHEET = "which_sheet"
    """It has several sheets, or none that is visible."""
    NO_SUCH_SHEET = "no_such_sheet"
    NO_HEADING = "no_heading"
    NO_NIK = "no_nik"
    UNCLEAR_NIK = "unclear_nik"
    """Its only heading of the NIK may be about somebody else than the person of the row."""
    OTHER_TABLE = "other_table"
    """Another table begins below the list."""
    BESIDE = "beside"
    """Other people stand beside the list, under no heading."""
    PEOPLE_ABOVE = "people_above"
    """People stand above the heading, as where a list was sorted together with it."""
    TWO_HEADINGS = "two_headings"
    """Two headings stand for one column."""
    DAILY = "daily"
    """A column that was named as the income holds that of a day, a week or a harvest."""
    WORK_LIST = "work_list"
    NO_WORK_LIST = "no_work_list"


class RefusedFileError(InputError):
    """A file that cannot be taken.

    ``str(error)`` is for whoever calls the library; ``reason`` says in Indonesian and English what
    to tell whoever sent the file.

    >>> refusal(Refusal.LOCKED, "a.xlsx", "locked", "one without", "save it").reason.say("id")
    'Berkas ini terkunci dengan kata sandi. Simpan tanpa kata sandi, lalu kirim lagi.'
    """

    def __init__(
        self, thing: str, value: object, allowed: str, next_step: str, reason: Text
    ) -> None:
        super().__init__(thing, value, allowed, next_step)
        self.reason = _masked(reason)
        """Why, and what to do: a text that says itself in ``"id"`` and ``"en"``."""
        # With the four of every error, so that pickle and copy rebuild this one too.
        self.args = (*self.args, self.reason)


def refusal(
    why: Refusal,
    thing: str,
    value: object,
    allowed: str,
    next_step: str,
    **places: Arg,
) -> RefusedFileError:
    """The error of a file that is not taken.

    Args:
        why: For which reason.
        thing: As :class:`~jamsos.InputError`.
        value: As :class:`~jamsos.InputError`.
        allowed: As :class:`~jamsos.InputError`.
        next_step: As :class:`~jamsos.InputError`.
        places: What goes into the sentence for people.

    """
    reason = Text(f"register.refused.{why}", places)
    return RefusedFileError(thing, value, allowed, next_step, reason)


def _masked(reason: Text) -> Text:
    """A reason without the number of anybody."""
    return Text(reason.code, _masked_places(reason.args))


def _masked_places(places: Mapping[str, Arg]) -> dict[str, Arg]:
    masked: dict[str, Arg] = {}
    for name, place in places.items():
        masked[name] = masked_in(place) if isinstance(place, str) else place
    return masked
