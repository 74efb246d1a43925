"""What the reader of an .ods would have to hold, measured in its XML."""

from collections.abc import Mapping
from xml.parsers import expat

from jamsos.registers.intake.limits import Limits
from jamsos.registers.intake.measured import MeasuredPackage, check_letters, refused
from jamsos.registers.intake.refusals import Refusal
from jamsos.registers.intake.sheet import check_size
from jamsos.registers.intake.stored_copy import Pieces, stored_copy

_CONTENT = "content.xml"
_TABLE = "table:table"
_ROW = "table:table-row"
_CELLS = ("table:table-cell", "table:covered-table-cell")
_TYPE = "office:value-type"
_ROWS = "table:number-rows-repeated"
_COLUMNS = "table:number-columns-repeated"


class OdsMeasure:
    """The extent of each sheet, and the text of its cells."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._begin_table()

    def _begin_table(self) -> None:
        self._row = 0
        self._column = 0
        self._last_row = 0
        self._last_column = 0
        self._letters = 0
        self._row_repeats = 1
        self._cell_repeats = 1
        self._in_cell = False

    def add(self, part: str, content: bytes) -> None:
        """Take in one part."""
        # Only a DOCTYPE can define entities that grow without end; spreadsheets write none.
        if b"<!DOCTYPE" in content:
            raise refused(Refusal.UNUSUAL, self._name, "a DOCTYPE", "a workbook without one")
        if part != _CONTENT:
            return
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(content, True)  # noqa: FBT003 - it takes no keyword
        except expat.ExpatError:
            pass
        else:
            return
        # Raised out here: the error of the parser would stay the context of this one.
        raise refused(Refusal.DAMAGED, self._name, "broken XML")

    def check(self) -> None:
        """Refuse what would not fit into memory; done while each sheet is read."""

    def package(self, parts: Mapping[str, Pieces]) -> MeasuredPackage:
        """A copy: its cells hold the text of an error, and its days say their year."""
        return MeasuredPackage(stored_copy(parts), {}, from_1904=False)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _TABLE:
            self._begin_table()
        elif name == _ROW:
            self._column = 0
            self._row_repeats = self._repeats(attributes, _ROWS)
        elif name in _CELLS:
            self._cell_repeats = self._repeats(attributes, _COLUMNS)
            self._in_cell = True
            if _TYPE in attributes:
                self._fill()

    def _end(self, name: str) -> None:
        if name == _ROW:
            self._row += self._row_repeats
        elif name in _CELLS:
            self._column += self._cell_repeats
            self._in_cell = False

    def _text(self, text: str) -> None:
        if self._in_cell and text.strip():
            self._fill()
            self._letters += len(text) * self._cell_repeats * self._row_repeats
            check_letters(self._name, self._letters, self._limits)

    def _fill(self) -> None:
        """Something is written up to here."""
        self._last_row = max(self._last_row, self._row + self._row_repeats)
        self._last_column = max(self._last_column, self._column + self._cell_repeats)
        check_size(self._name, self._last_row, self._last_column, self._limits)

    def _repeats(self, attributes: dict[str, str], name: str) -> int:
        """How often a row or a cell stands there."""
        written = attributes.get(name, "1")
        if not written.isascii() or not written.isdigit() or len(written) > len("999999999"):
            raise refused(Refusal.UNUSUAL, self._name, "a cell repeated without end")
        return int(written)
