"""Small lists as offices really have them, and what is right for each of their cells.

The lists stand in ``lists/*.toml``, one ``[[list]]`` a file:

- ``kind``: ``xlsx``, ``csv`` (``separator``, ``encoding``), ``html`` (saved as .xls), ``ods``,
  or ``text``: the file as it stands (``text``, ``suffix``, ``encoding``);
- ``rows``: the cells; ``merged``: the ranges of a workbook that are merged;
- ``formulas``: cells of a workbook with a formula and its stored value;
- ``options``: what the caller gives :func:`read_register`;
- ``columns`` and ``people``: the layout's columns in the order of each row's values, after the
  number of the row. ``"?"`` is a cell that must not be read but be told of, ``""`` one that says
  nothing, anything else the one right value, which must not be doubted;
- ``warned``: rows and columns whose value is right and still asked about;
- ``nobody``: rows that are not people; ``untaken``: headings that are not taken, and why;
- ``refused``: words of the error, of a list that cannot be read at all.
"""

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from list_files import written_list

from jamsos import InputError
from jamsos.registers import Register, check_register, read_register
from jamsos.registers.layout import NAMED

ON = date(2026, 11, 1)
NOT_READ, NOTHING = "?", ""
KNOWN = {
    *(
        "name",
        "kind",
        "separator",
        "encoding",
        "rows",
        "text",
        "suffix",
        "merged",
        "formulas",
        "options",
        "on",
    ),
    *("columns", "people", "warned", "nobody", "untaken", "refused", "regions", "sheets"),
}
Listed = dict[str, Any]


def lists() -> list[Listed]:
    found: list[Listed] = []
    for path in sorted(Path(__file__).parent.joinpath("lists").glob("*.toml")):
        found.extend(tomllib.loads(path.read_text(encoding="utf-8"))["list"])
    return found


LISTS = lists()


def test_every_list_has_a_name_and_says_nothing_else() -> None:
    names = Counter(one["name"] for one in LISTS)
    assert [name for name, times in names.items() if times > 1] == []
    assert [one["name"] for one in LISTS if not KNOWN.issuperset(one)] == []


@pytest.mark.parametrize("one", [pytest.param(one, id=one["name"]) for one in LISTS])
def test_no_cell_is_misread_in_silence(one: Listed, tmp_path: Path) -> None:
    path = written_list(one, tmp_path)
    options = one.get("options", {})
    if "refused" in one:
        with pytest.raises(InputError, match=one["refused"]):
            read_register(path, on=ON, **options)
        return
    found = read_register(path, on=ON, **options)
    check_cells(one, found)
    checked = check_register(found, on=ON)
    assert checked.rows.height == len(one["people"])


def check_cells(one: Listed, found: Register) -> None:
    layout = [name for name in found.rows.columns if name in NAMED]
    assert sorted(layout) == sorted(one["columns"])
    right: dict[tuple[int, str], Any] = {}
    doubts: set[tuple[int, str]] = set()
    for number, *values in one["people"]:
        for column, value in zip(one["columns"], values, strict=True):
            place = number, column
            if value == NOT_READ:
                doubts.add(place)
                right[place] = None
            else:
                right[place] = None if value == NOTHING else value
    warned = {(row, column) for row, column in one.get("warned", [])}
    read: dict[tuple[int, str], Any] = {}
    for line in found.rows.iter_rows(named=True):
        for column in one["columns"]:
            read[line["source_row"], column] = line[column]
    assert read == right
    told = set(found.problems.select("source_row", "column").rows())
    assert told == doubts | warned
    nobody = dict(found.not_people.select("source_row", "kind").rows())
    assert nobody == {int(row): kind for row, kind in one.get("nobody", {}).items()}
    untaken = {each.heading: str(each.why) for each in found.report.untaken}
    assert untaken == one.get("untaken", {})
