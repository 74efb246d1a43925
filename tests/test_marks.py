"""Nothing that can be had under a what-if is without its mark: every output is walked."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from marks import (
    CHARTS,
    FORMS,
    LANGUAGES,
    NAME,
    PARTS,
    RAISED,
    RESULTS,
    ROWS,
    WORDS,
    asked,
    frames,
    is_marked,
    kept,
    methods,
    said,
)
from python_calamine import CalamineWorkbook

from jamsos import Answer, current
from jamsos.door.desk import open_desk
from jamsos.door.receipts import receipt_of
from jamsos.registers.frame_workbooks import write_frame
from jamsos.sheets import Sheet, benefit_sheet, pocket_card, scholarship_poster

MARK = "WHAT-IF"


@pytest.mark.parametrize("name", RESULTS)
def test_nothing_said_or_kept_under_a_what_if_is_without_the_mark(name: str) -> None:
    result = asked(name, RAISED)
    tables = frames(result)
    for lang, word in LANGUAGES.items():
        # A frame of polars shows itself.
        sentences = [] if isinstance(result, pl.DataFrame) else list(said(result, lang))
        assert sentences or tables, type(result)
        for sentence in sentences:
            assert word in sentence
            assert NAME in sentence
    for table in tables:
        assert is_marked(table, NAME)
    if not isinstance(result, pl.DataFrame):
        # A narrow cell breaks the name in two.
        assert all(NAME in form or MARK in form for form in kept(result))
    if isinstance(result, Answer):
        receipt = receipt_of({"question": name}, result.law, {}, {}, open_desk())
        assert receipt.what_ifs == (NAME,)


@pytest.mark.parametrize("name", RESULTS)
def test_no_output_is_passed_over(name: str) -> None:
    """A new method of a result is put on one of the lists, and so walked above."""
    result = asked(name, RAISED)
    if not isinstance(result, pl.DataFrame):
        assert methods(result) <= WORDS | ROWS | FORMS | CHARTS | PARTS


@pytest.mark.parametrize("name", RESULTS)
def test_the_law_itself_bears_no_mark(name: str) -> None:
    result = asked(name, current())
    for lang, word in LANGUAGES.items():
        assert not any(f'{word} "' in sentence for sentence in sentences_of(result, lang))
    for table in frames(result):
        assert not [column for column in table.columns if column.endswith("what_if")]


def sentences_of(result: Any, lang: str) -> list[str]:
    """What a result says under the law, where nothing is hypothetical."""
    return [getattr(result, name)(lang) for name in sorted(methods(result) & WORDS)]


SHEETS: dict[str, Callable[..., Sheet]] = {
    "sheet": partial(benefit_sheet, "fisher", date(2027, 2, 1)),
    "card": partial(pocket_card, "fisher", date(2027, 2, 1)),
    "poster": partial(scholarship_poster, date(2027, 2, 1)),
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SHEETS)
def test_a_printed_sheet_names_the_what_if(name: str, lang: str) -> None:
    sheet = SHEETS[name](lang=lang, law=RAISED)
    for form in (sheet.text(), sheet.html(), sheet._repr_html_(), repr(sheet)):
        assert NAME in form
    for form in (sheet.text(), sheet.html()):
        assert {"id": "ANDAIAN: ", "en": "WHAT IF: "}[lang] in form
    # All of its words: what is printed of it is one of these.
    assert methods(sheet) == {"text", "html", "pdf"}
    assert NAME not in repr(SHEETS[name](lang=lang))


@pytest.mark.parametrize("name", ["compare", "deaths", "summary", "yearly", "premium_columns"])
def test_a_sheet_bears_the_mark_in_every_row(name: str, tmp_path: Path) -> None:
    *_, frame = frames(asked(name, RAISED))
    plain = frame.select(pl.selectors.string() | pl.selectors.integer() | pl.selectors.date())
    write_frame(tmp_path / "lembar.xlsx", plain, plain.columns, "lembar")
    calamine: Any = CalamineWorkbook
    workbook = calamine.from_path(str(tmp_path / "lembar.xlsx"))
    heading, *rows = workbook.get_sheet_by_index(0).to_python()
    assert any(str(cell).endswith("what_if") for cell in heading)
    assert rows
    for row in rows:
        assert any(NAME in str(cell) for cell in row)
