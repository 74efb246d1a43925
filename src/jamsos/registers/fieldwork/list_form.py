"""How a work list looks: landscape on A4, with a place for each correction."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from attrs import frozen

from jamsos.answers.texts import Text
from jamsos.registers.workbooks import Form

WIDTHS = {
    "file": 13,
    "sheet": 11,
    "row": 6,
    "nik": 18,
    "name": 18,
    "village": 15,
    "reaction": 11,
    "column": 13,
    "value": 18,
    "problem": 38,
    "hint": 13,
    "correction": 26,
    "checked": 9,
    "key": 13,
}
"""The columns of a work list that goes out, in their order, and how wide each is."""

_TO_FILL = ("correction", "checked")
CHOICES = ("right", "finished", "strike", "not_yet")
_A4 = 9
_MARGIN = 0.4
_FOOT = 0.6
_SMALL = 6
_TEXT = 49
"""The form of cells that stay text, whatever is typed into them."""
_LINE = 15
"""The height of a line of text."""
_LEAST_LINES = 2
"""Room to write by hand on paper."""
_HEADING_LINES = 3
_FILLED = 0.85
"""How much of a column its words fill: some fonts are wider, and words do not divide."""
_MOST_OF_A_HEADER = 255
_LONGEST_PLACE = 60
_GREY = "#7f7f7f"
_SHADE = "#d9e1f2"
_TO_FILL_SHADE = "#fff9db"


def work_text(code: str, lang: str) -> str:
    """What a work list says."""
    return Text(f"register.work.{code}").say(lang)


@frozen
class ListForm:
    """The form of one work list."""

    place: str
    """Whose list it is, for the head of each page."""
    columns: Sequence[str]
    lines: Sequence[Sequence[object]]
    """The cells of each line: they say how high it has to be."""
    lang: str

    @property
    def form(self) -> Form:
        """The layout, as a workbook takes it."""
        return self._lay_out

    def _lay_out(self, workbook: Any, sheet: Any) -> Sequence[Any]:
        self._set_page(sheet)
        self._set_headings(workbook, sheet)
        formats = [_format(workbook, name) for name in self.columns]
        for column, name in enumerate(self.columns):
            sheet.set_column(column, column, WIDTHS[name], formats[column])
        for number, cells in enumerate(self.lines, start=1):
            # Not every spreadsheet fits the height of a row to its text.
            sheet.set_row(number, self._height(cells))
        self._offer_choices(sheet)
        # Without a password: it keeps the keys from being changed by mistake, and binds nobody.
        sheet.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})
        return formats

    def _height(self, cells: Sequence[object]) -> int:
        """How high a row is that shows all of its cells."""
        most = _LEAST_LINES
        for name, cell in zip(self.columns, cells, strict=True):
            letters = len(str(cell or ""))
            if name == "key":
                continue
            lines = ceil(letters / (WIDTHS[name] * _FILLED))
            most = max(most, lines)
        return most * _LINE

    def _set_page(self, sheet: Any) -> None:
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=_MARGIN, right=_MARGIN, top=_FOOT + _MARGIN, bottom=_FOOT)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        last_row = len(self.lines)
        last_column = len(self.columns) - 1
        sheet.print_area(0, 0, last_row, last_column)
        sheet.autofilter(0, 0, last_row, last_column)
        title = work_text("title", self.lang)
        # An ampersand begins a command there.
        place = self.place[:_LONGEST_PLACE].replace("&", "&&")
        head = f"{title}: {place}"
        guide = work_text("guide", self.lang)
        sheet.set_header(f"&L&B{head}\n&B{guide}"[:_MOST_OF_A_HEADER])
        pages = Text("register.work.page", {"page": "&P", "pages": "&N"}).say(self.lang)
        sheet.set_footer(f"&R{pages}")

    def _set_headings(self, workbook: Any, sheet: Any) -> None:
        heading = workbook.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": _SHADE, "border": 1}
        )
        sheet.set_row(0, _HEADING_LINES * _LINE, heading)

    def _offer_choices(self, sheet: Any) -> None:
        column = self.columns.index("checked")
        words = [work_text(choice, self.lang) for choice in CHOICES]
        offer = {
            "validate": "list",
            "source": words,
            "error_type": "information",
            "input_title": work_text("checked", self.lang),
            "input_message": work_text("guide", self.lang),
        }
        sheet.data_validation(1, column, len(self.lines), column, offer)


def _format(workbook: Any, column: str) -> Any:
    """The format of the cells of a column."""
    form: dict[str, object] = {"text_wrap": True, "valign": "top", "border": 1}
    if column in _TO_FILL:
        # As text: a spreadsheet would make a number of a NIK and a day of 17-5-84.
        form.update(num_format=_TEXT, locked=False, bg_color=_TO_FILL_SHADE)
    if column == "row":
        form.update(align="center")
    if column == "key":
        form.update(font_size=_SMALL, font_color=_GREY)
    return workbook.add_format(form)
