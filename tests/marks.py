"""Results under a what-if, and every output they have."""

import inspect
import json
from collections.abc import Iterator
from typing import Any, cast

import polars as pl
from calls import CALLS, functions

from jamsos import Answer, JamsosError, Law, Worker, describe, what_if
from jamsos.answers.texts import Text
from jamsos.registers import Columns, Reason, premium_columns, summary
from jamsos.scenarios import Group, Scenario, compare

NAME = "usulan 2027"
LUMP = "jkm.lump_sum"
FISHER = Worker(kind="independent", sector="other", income=900_000)
PEOPLE = pl.DataFrame({"income": [900_000], "kind": ["independent"], "sector": ["other"]})
LANGUAGES = {"id": "ANDAIAN", "en": "WHAT-IF"}
RAISED = (
    what_if(NAME, reason="rancangan anggaran").change(LUMP, rupiah=30_000_000, first="2027-01").law
)
LOOKED_UP = {"article_holders", "disability_search", "risk_group_search"}
"""What the law holds, found and given as it is: nothing is said about a case."""
UNDER_A_LAW = sorted(
    name
    for name, function in functions().items()
    if "law" in inspect.signature(function).parameters and name not in {*LOOKED_UP, "what_if"}
)

WORDS = {"text", "html", "brief"}
"""Methods that say a result in a language."""
ROWS = {"explain"}
"""Methods that say a row of a result in a language."""
FORMS = {"to_dict", "to_json", "head_form"}
"""Methods that give a result as data."""
CHARTS: set[str] = set()
"""Methods that draw a result: what they give must name the what-if, in words or in its data.

The functions of ``jamsos.charts`` are walked in ``test_charts.py``, expectations in
``test_expectations.py``.
"""
PARTS = {
    *("finding", "line", "payable", "get", "results", "reason", "grounds", "difference_grounds"),
    *("added_to", "rolled", "from_dict"),
}
"""Methods that give a part of a result by its name, a result of its own, or read one again."""


def asked(name: str, law: Law) -> Any:
    """What a public function, or a comparison of scenarios, gives under a law."""
    if name in UNDER_A_LAW:
        return functions()[name](**{**CALLS[name], "law": law})
    base = Scenario("dasar", Group(FISHER, people=2), first="2027-01", last="2027-02", law=law)
    result = compare(base, base.but("APBD", payer="APBD"), by="month")
    columns = premium_columns("2026-10", payer="self", law=law)
    sums = summary(columns.added_to(PEOPLE), (), months=1, columns=columns)
    return {"compare": result, "deaths": result.deaths, "summary": sums}[name]


RESULTS = [*UNDER_A_LAW, "compare", "deaths", "summary"]


def methods(result: object) -> set[str]:
    """The public methods of a result."""
    names = dict(inspect.getmembers(type(result), inspect.isroutine))
    return {name for name in names if not name.startswith("_")}


def said(result: Any, lang: str) -> Iterator[str]:
    """Everything a result says in a language, each by itself."""
    found = methods(result)
    for name in sorted(found & WORDS):
        yield getattr(result, name)(lang)
    for name in sorted(found & ROWS):
        yield getattr(result, name)(result.table.height - 1, lang)
    for value in values(result):
        if isinstance(value, Text):
            yield value.say(lang)
        yield from (one.text(lang) for one in several(value) if isinstance(one, Reason))
    if isinstance(result, Answer):
        yield describe(result.hypothetical_grounds[-1], lang)


def kept(result: Any) -> Iterator[str]:
    """Everything a result is kept or shown as, whatever the language."""
    for name in sorted(methods(result) & (FORMS | CHARTS)):
        form = getattr(result, name)()
        yield form if isinstance(form, str) else json.dumps(form, default=str, ensure_ascii=False)
    yield repr(result)
    if hasattr(result, "_repr_html_"):
        yield result._repr_html_()


def values(result: object) -> Iterator[object]:
    """The public values of a result."""
    for name, member in inspect.getmembers(type(result)):
        if not name.startswith("_") and not inspect.isroutine(member):
            try:
                yield getattr(result, name)
            except JamsosError:
                # An amount of an answer that cannot decide.
                continue


def frames(result: object) -> list[pl.DataFrame]:
    """Every table of a result."""
    if isinstance(result, pl.DataFrame):
        return [result]
    if isinstance(result, Columns):
        return [result.added_to(PEOPLE)]
    tables: list[pl.DataFrame] = []
    for value in values(result):
        tables += [one for one in several(value) if isinstance(one, pl.DataFrame)]
    return tables


def several(value: object) -> tuple[object, ...]:
    """The values of a tuple, or the one value there is."""
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)


def is_marked(frame: pl.DataFrame, name: str) -> bool:
    """Whether a table names the what-if in every row, in a column of its own or in its words."""
    marks = [one for one in frame.columns if one.endswith("what_if") or one == "text_id"]
    rows = frame.select(pl.any_horizontal(pl.col(marks).str.contains(name, literal=True)))
    return bool(marks) and bool(rows.to_series().all())
