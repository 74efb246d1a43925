"""A sheet: its parts in words, and the answers they were made of."""

from enum import StrEnum, auto
from functools import partial
from importlib import import_module
from typing import Any

from attrs import frozen

from jamsos.answers.answer import Answer
from jamsos.answers.hypothetical import supposed_in
from jamsos.errors import InputError, MissingExtraError, instead
from jamsos.sheets.layout import as_document
from jamsos.sheets.parts import Content
from jamsos.sheets.plain_text import as_plain_text


class SheetKind(StrEnum):
    """The printed things; each has a layout of its own."""

    SHEET = auto()
    POSTER = auto()
    CARD = auto()


@frozen(kw_only=True, repr=False)
class Sheet:
    """Something to be printed on one page, with the answers it was made of.

    >>> from datetime import date
    >>> from jamsos.sheets import scholarship_poster
    >>> poster = scholarship_poster(date(2026, 9, 1))
    >>> poster
    <Sheet poster: Beasiswa anak>
    >>> poster.answers[0].question
    'scholarship_projection'
    """

    kind: str
    """``sheet``, ``poster`` or ``card``."""
    content: Content
    """Its words, part by part."""
    answers: tuple[Answer, ...]
    """The answers every amount and every day on it comes from."""

    @property
    def title(self) -> str:
        """The title, as it is printed."""
        return self.content.title

    def html(self) -> str:
        """The sheet as a whole HTML document that prints on one page and asks for nothing else."""
        return as_document(self.content, self.kind)

    def text(self) -> str:
        """The same words as plain text, for a message."""
        return as_plain_text(self.content)

    def pdf(self) -> bytes:
        """The sheet as PDF of one page, whose text can be selected; needs the extra ``sheets``.

        Raises:
            MissingExtraError: where WeasyPrint, or the system library pango it needs, is missing.
            InputError: where the texts do not fit on one page.

        """
        weasyprint = _weasyprint()
        document = weasyprint.HTML(string=self.html()).render()
        pages = len(document.pages)
        if pages > 1:
            step = "shorten the names and addresses, or the name of the what-if"
            raise InputError("sheet", f"{pages} pages", "one page", step)
        written: bytes = document.write_pdf()
        return written

    def _repr_html_(self) -> str:
        from html import escape  # noqa: PLC0415 - only in a notebook

        # A document of its own: its style would change the notebook around it.
        return f'<iframe srcdoc="{escape(self.html())}" width="100%" height="900"></iframe>'

    def __repr__(self) -> str:
        laws = [answer.law for answer in self.answers]
        return f"<Sheet {self.kind}: {self.title}{supposed_in(*laws)}>"


def _weasyprint() -> Any:
    """The library that writes PDF.

    Raises:
        MissingExtraError: with the install command.

    """
    load = partial(import_module, "weasyprint")
    # It raises OSError where it does not find pango.
    return instead(load, (ImportError, OSError), _missing)


def _missing(_failure: Exception) -> MissingExtraError:
    step = (
        "run: pip install 'jamsos[sheets]'; it also needs the system library pango "
        "(Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0). "
        "Without it, print .html() from a browser"
    )
    return MissingExtraError("Sheet.pdf", "no WeasyPrint", "the extra 'sheets'", step)
