"""Invalid facts in a register: a row with one gets no answer, but the code of the fact."""

from datetime import date
from typing import Any

import narwhals.stable.v2 as nw

from jamsos.registers.columns.classes import outside, unknown_code
from jamsos.registers.columns.literals import int16
from jamsos.registers.facts import CODES, FACTS, Schema
from jamsos.registers.frames import PRIVATE
from jamsos.values.money import LARGEST
from jamsos.values.words import where
from jamsos.workers.occupations import occupations
from jamsos.workers.worker import (
    MOST_COUNTED,
    POOREST_DECILE,
    REGION,
    WEALTHIEST_DECILE,
    YEARS_A_LIFE,
)

BAD = f"{PRIVATE}bad"
"""The column with the code of the first invalid fact of each row, 0 for rows without one."""

# Not ``^`` and ``$``: in some engines these also match beside a line break.
_WHOLE_REGION = rf"\A(?:{REGION})\z"


def first_bad_fact(schema: Schema, on: date | None, rows: int) -> Any:
    """The number of the first invalid fact, as ``FACTS`` counts; 0 where every fact is valid.

    Args:
        schema: The types of the columns.
        on: The day on which a birth is judged, where one is.
        rows: The rows of the income table.

    """
    tests = _tests(schema, on, rows)
    code: Any = int16(0)
    numbers = list(enumerate(FACTS, start=1))
    # From the last fact to the first, so that the first one has the last word.
    for number, name in reversed(numbers):
        test = tests.get(name)
        if name in schema and test is not None:
            code = where(test, int16(number), code)
    return code


def _tests(schema: Schema, on: date | None, rows: int) -> dict[str, nw.Expr | None]:
    """Whether a row states an invalid value of a fact; empty where it states none."""
    is_region = nw.col("resident_of").str.contains(_WHOLE_REGION)
    tests: dict[str, nw.Expr | None] = {"resident_of": ~is_region}
    tests |= _number_tests(rows)
    for name in CODES:
        if name in schema:
            tests[name] = unknown_code(name, schema)
    if on is not None:
        oldest = date(on.year - YEARS_A_LIFE, 1, 1)
        tests["birth"] = outside("birth", oldest, on)
    if "birth" in schema:
        issued = nw.col("number_issued")
        tests["number_issued"] = issued <= nw.col("birth")
    return tests


def _number_tests(rows: int) -> dict[str, nw.Expr]:
    last_occupation = len(occupations())
    return {
        "income": outside("income", 0, LARGEST),
        "row": outside("row", 1, rows),
        "occupation": outside("occupation", 1, last_occupation),
        "months_in_indonesia": outside("months_in_indonesia", 0, MOST_COUNTED),
        "children": outside("children", 0, MOST_COUNTED),
        "decile": outside("decile", POOREST_DECILE, WEALTHIEST_DECILE),
    }
