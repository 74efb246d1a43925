"""A local programme (*program*) as data: who it pays for, with which row, from which budget, by which criteria."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from os import PathLike
from typing import Any

from attrs import evolve, frozen

from jamsos.answers.grounds import Criterion
from jamsos.errors import InputError, LawDataError
from jamsos.law import strict_toml as toml
from jamsos.law.loading import shipped
from jamsos.law.provisions import Bilingual, Grade, Source
from jamsos.values.plain import as_list, as_table
from jamsos.workers.codes import Category, Payer, Programme
from jamsos.workers.worker import checked_region

TESTS: Mapping[str, tuple[str, ...]] = {
    "national_entry": (),
    "age": ("at_least", "below"),
    "resident": (),
    "present_work": ("categories",),
    "not_wage_earner": (),
    "no_other_payer": (),
    "letter": (),
    "registry_match": (),
    "poor": (),
    "criteria_known": (),
}
"""The tests a criterion can ask for, each with the keys it needs."""


@frozen(kw_only=True)
class Rule:
    """One criterion over some years: a test, its parameters, and its ground."""

    test: str
    ground: Criterion
    readings: tuple[str, ...]
    from_year: int
    until_year: int | None
    on: bool
    at_least: int = 0
    below: int = 0
    categories: tuple[Category, ...] = ()

    def applies(self, year: int) -> bool:
        """Tell whether the criterion is asked in that year."""
        return self.on and self.from_year <= year and (self.until_year is None or year <= self.until_year)


@frozen(kw_only=True)
class Terms:
    """What the scheme buys over a stretch of time."""

    since: date
    until: date | None
    payer: Payer
    programmes: tuple[Programme, ...]
    income_row: int | None
    """The row bought for everybody; None: the row of the declared income."""
    months: int
    """The length of cover bought at once."""
    ground: Criterion


@frozen(kw_only=True, repr=False)
class Scheme:
    """A local programme. ``switch`` turns one criterion on or off and leaves the original untouched."""

    id: str
    name: Bilingual
    region: str
    terms: tuple[Terms, ...]
    rules: tuple[Rule, ...]

    def terms_on(self, day: date) -> Terms | None:
        """What the scheme buys on the day; None if it does not run then."""
        return next((t for t in self.terms if t.since <= day and (t.until is None or day < t.until)), None)

    def asked_in(self, year: int) -> tuple[Rule, ...]:
        """The criteria asked in that year."""
        return tuple(rule for rule in self.rules if rule.applies(year))

    def switch(self, criterion: str, *, on: bool) -> "Scheme":
        """Return the scheme with one criterion turned on or off.

        >>> kutim = load_scheme("kutim").switch("letter", on=False)

        Raises:
            InputError: if the scheme has no such criterion.

        """
        known = [rule.ground.id for rule in self.rules]
        if not isinstance(on, bool):
            raise InputError(f"{criterion}: on", on, "True or False", "say whether the criterion is asked")
        if criterion not in known:
            raise InputError(f"criterion of {self.id}", criterion, f"one of {known}", "correct the criterion's id")
        rules = tuple(evolve(rule, on=on) if rule.ground.id == criterion else rule for rule in self.rules)
        return evolve(self, rules=rules)

    def __repr__(self) -> str:
        return f"Scheme({self.id!r})"


def checked_scheme(scheme: object) -> Scheme:
    """Return a scheme.

    Raises:
        InputError: for what is none.

    """
    if not isinstance(scheme, Scheme):
        raise InputError("scheme", type(scheme).__name__, "a Scheme", "load it with jamsos.load_scheme(...)")
    return scheme


def load_scheme(source: str | PathLike[str]) -> Scheme:
    """Load a shipped scheme by its name (``"kutim"``) or any office's own file by its path.

    >>> load_scheme("kutim").name.en
    'Kutai Timur programme for vulnerable workers'

    Raises:
        InputError: if there is no such scheme or file.
        LawDataError: if the file does not hold together.

    """
    from importlib.resources import files  # noqa: PLC0415 - not needed by import jamsos
    from pathlib import Path  # noqa: PLC0415

    packaged = files("jamsos.eligibility").joinpath(f"schemes/{source}.toml")
    if isinstance(source, str) and source.isidentifier() and packaged.is_file():
        return read_scheme(packaged.read_text("utf-8"), str(source))
    try:
        text = Path(source).read_text("utf-8-sig")
    except (OSError, TypeError, ValueError) as error:
        raise InputError("scheme", str(source), "'kutim' or the path of a scheme file", str(error)) from None
    return read_scheme(text, str(source))


def read_scheme(text: str, place: str) -> Scheme:
    """Read a scheme from TOML text; ``place`` names it in errors."""
    content = toml.checked_keys(toml.parse(text, place), ("scheme", "terms", "criterion"), (), place)
    head = toml.checked_keys(content["scheme"], ("id", "name", "region"), (), f"{place}: [scheme]")
    listed, asked = as_list(content["terms"]), as_list(content["criterion"])
    if not listed or not asked:
        raise LawDataError(place, "no terms or criteria", "at least one of each", "add [[terms]] and [[criterion]]")
    terms = tuple(_terms(item, f"{place}: terms {n}") for n, item in enumerate(listed, 1))
    for earlier, later in pairwise(terms):
        if earlier.until is None or earlier.until > later.since:
            raise LawDataError(place, f"terms from {later.since}", "terms that do not overlap", "correct the dates")
    rules = tuple(_rule(item, f"{place}: criterion {n}") for n, item in enumerate(asked, 1))
    _check_ids([rule.ground.id for rule in rules], place)
    try:
        region = checked_region(head["region"], f"{place}: region")
    except InputError as error:
        raise LawDataError(error.thing, error.value, error.allowed, error.next_step) from None
    name = toml.bilingual(head["name"], f"{place}: name")
    return Scheme(id=toml.text(head["id"], f"{place}: id"), name=name, region=region, terms=terms, rules=rules)


def _check_ids(ids: list[str], place: str) -> None:
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise LawDataError(place, twice, "each criterion id once", "rename or remove one of the two")


def _terms(item: object, place: str) -> Terms:
    required = ("from", "payer", "programmes", "months", "name", "source", "grade")
    table = toml.checked_keys(item, required, ("until", "income_row"), place)
    months = toml.whole(table["months"], f"{place}: months", 1)
    row = toml.whole(table["income_row"], f"{place}: income_row", 1) if "income_row" in table else None
    since = toml.day(table["from"], place)
    until = toml.day(table["until"], place) if "until" in table else None
    listed = toml.texts(table["programmes"], f"{place}: programmes (JKK and JKM together)")
    programmes = tuple(_member(Programme, code, place) for code in listed)
    if not {Programme.JKK, Programme.JKM} <= set(programmes):
        raise LawDataError(f"{place}: programmes", listed, "JKK and JKM together", "add the missing one")
    if until is not None and until <= since:
        raise LawDataError(f"{place}: until", f"{since} to {until}", "until after from", "correct the dates")
    return Terms(
        since=since,
        until=until,
        payer=_member(Payer, table["payer"], place),
        programmes=programmes,
        income_row=row,
        months=months,
        ground=_ground("terms", table, place),
    )


def _rule(item: object, place: str) -> Rule:
    shared = ("id", "test", "name", "source", "grade", "from_year")
    test = (as_table(item) or {}).get("test")
    if not isinstance(test, str) or test not in TESTS:
        raise LawDataError(place, test, f"one of {sorted(TESTS)}", "choose a test")
    table = toml.checked_keys(item, (*shared, *TESTS[test]), ("until_year", "on", "reading"), place)
    years = {key: toml.whole(table[key], f"{place}: {key}", 0) for key in _YEARS if key in table}
    if years.get("until_year", years["from_year"]) < years["from_year"]:
        raise LawDataError(f"{place}: until_year", years["until_year"], "not before from_year", "correct the years")
    if years.get("below", 1) <= years.get("at_least", 0):
        raise LawDataError(f"{place}: below", years["below"], "more than at_least", "correct the ages")
    readings = toml.texts(table["reading"], f"{place}: reading") if "reading" in table else ()
    unknown = sorted(set(readings) - set(shipped().readings))
    if unknown:
        raise LawDataError(f"{place}: reading", unknown, "decisions of the library", "correct the ids")
    categories = toml.texts(table["categories"], f"{place}: categories") if "categories" in table else ()
    return Rule(
        test=test,
        ground=_ground(toml.text(table["id"], f"{place}: id"), table, place),
        readings=readings,
        from_year=years["from_year"],
        until_year=years.get("until_year"),
        on=toml.flag(table.get("on", True), f"{place}: on"),
        at_least=years.get("at_least", 0),
        below=years.get("below", 0),
        categories=tuple(_member(Category, code, place) for code in categories),
    )


_YEARS = ("from_year", "until_year", "at_least", "below")


def _ground(name: str, table: Mapping[str, Any], place: str) -> Criterion:
    sources: tuple[Source, ...] = toml.sources(table["source"], place)
    grade: Grade = toml.grade(table["grade"], place)
    return Criterion(name, toml.bilingual(table["name"], place), sources, grade)


def _member(kind: Any, code: object, place: str) -> Any:
    try:
        return kind(code)
    except InputError as error:
        raise LawDataError(place, error.value, error.allowed, error.next_step) from None
