"""A local programme (*program*) as data.

Its scheme file says for whom it pays, by which criteria, which income row, and from which budget.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from os import PathLike
from typing import Any, TypeVar

from attrs import evolve, frozen

from jamsos.answers.grounds import Criterion
from jamsos.errors import InputError, LawDataError, name_meant
from jamsos.law import strict_toml as toml
from jamsos.law.loading import shipped
from jamsos.law.provisions import Bilingual
from jamsos.values.plain import as_list, as_table, checked_kind, checked_switch, checked_word
from jamsos.workers.closed_list import Code
from jamsos.workers.codes import Category, Payer, Programme
from jamsos.workers.worker import POOREST_DECILE, WEALTHIEST_DECILE, YEARS_A_LIFE, checked_region

C = TypeVar("C", bound=Code)

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

_MAY_SAY: Mapping[str, tuple[str, ...]] = {"poor": ("poorest_deciles",)}
"""The keys a test may have."""


@frozen(kw_only=True)
class Rule:
    """One criterion over some years: a test, its parameters, and its ground."""

    test: str
    ground: Criterion
    decisions: tuple[str, ...]
    from_year: int
    until_year: int | None
    """The last year, itself included; None: no end is known."""
    on: bool
    at_least: int = 0
    below: int = 0
    categories: tuple[Category, ...] = ()
    poorest_deciles: int | None = None
    """Up to which decile a family is poor; None: the scheme does not say."""

    def applies(self, year: int) -> bool:
        """Whether the criterion is asked in that year."""
        if not self.on or year < self.from_year:
            return False
        return self.until_year is None or year <= self.until_year


@frozen(kw_only=True)
class Terms:
    """What the scheme buys over a stretch of time."""

    since: date
    until: date | None
    """The first day without these terms; None: no end is known."""
    payer: Payer
    programmes: tuple[Programme, ...]
    income_row: int | None
    """The row bought for everybody; None: the row of the declared income."""
    months: int
    """The length of cover bought at once."""
    ground: Criterion

    def cover(self, day: date) -> bool:
        """Whether the scheme buys on these terms on the day."""
        has_begun = self.since <= day
        ends_later = self.until is None or day < self.until
        return has_begun and ends_later


@frozen(kw_only=True, repr=False)
class Scheme:
    """A local programme; :meth:`switch` returns a copy with one criterion turned on or off."""

    id: str
    name: Bilingual
    region: str
    terms: tuple[Terms, ...]
    rules: tuple[Rule, ...]

    def terms_on(self, day: date) -> Terms | None:
        """What the scheme buys on the day; None if it does not run then."""
        for terms in self.terms:
            if terms.cover(day):
                return terms
        return None

    def asked_in(self, year: int) -> tuple[Rule, ...]:
        """The criteria asked in that year."""
        return tuple(rule for rule in self.rules if rule.applies(year))

    def switch(self, criterion: str, *, on: bool) -> "Scheme":
        """Return the scheme with one criterion turned on or off; the original stays as it is.

        >>> kutim = load_scheme("kutim").switch("letter", on=False)

        Raises:
            InputError: if the scheme has no such criterion.

        """
        is_asked = checked_switch(on, "on")
        ids = [rule.ground.id for rule in self.rules]
        position = ids.index(checked_word(ids, criterion, "criterion"))
        rules = list(self.rules)
        rules[position] = evolve(rules[position], on=is_asked)
        return evolve(self, rules=tuple(rules))

    def __repr__(self) -> str:
        return f"Scheme({self.id!r})"


def checked_scheme(scheme: object) -> Scheme | None:
    """Return the scheme of a question; None where it is asked without one.

    Raises:
        InputError: for anything else, the name of a scheme included.

    """
    if scheme is None:
        return None
    return checked_kind(Scheme, scheme, "scheme", f"load it: load_scheme({shipped_schemes()[0]!r})")


def load_scheme(source: str | PathLike[str]) -> Scheme:
    """Load a shipped scheme by its name (``"kutim"``) or any office's own file by its path.

    >>> load_scheme("kutim").name.en
    'Kutai Timur programme for vulnerable workers'

    Raises:
        InputError: if there is no such scheme or file.
        LawDataError: if the file is not a valid scheme; it names the place.

    """
    from importlib.resources import files  # noqa: PLC0415 - not needed by import jamsos
    from pathlib import Path  # noqa: PLC0415

    # Only a plain word is a shipped name, so a path never reaches into the package.
    is_name = isinstance(source, str) and source.isidentifier()
    packaged = files("jamsos.eligibility").joinpath(f"schemes/{source}.toml")
    try:
        # Before Python 3.14 is_file itself fails for an over-long name.
        if is_name and packaged.is_file():
            text = packaged.read_text("utf-8")
        else:
            # Editors of Windows may put a byte order mark before the text.
            text = Path(source).read_text("utf-8-sig")
    except (OSError, TypeError, ValueError) as error:
        allowed = f"one of {shipped_schemes()}, or the path of a scheme file"
        step = f"correct the path: {error}"
        if is_name:
            path = "a scheme of your own is given by the path of its .toml file"
            step = f"{name_meant(source, shipped_schemes())}; {path}"
        raise InputError("source", source, allowed, step) from None
    return read_scheme(text, str(source))


def shipped_schemes() -> list[str]:
    """The names of the schemes that come with the library.

    >>> shipped_schemes()
    ['kutim']
    """
    from importlib.resources import files  # noqa: PLC0415 - not needed by import jamsos

    folder = files("jamsos.eligibility").joinpath("schemes")
    listed = [file.name.removesuffix(".toml") for file in folder.iterdir()]
    return sorted(name for name in listed if name.isidentifier())


def read_scheme(text: str, place: str) -> Scheme:
    """Read a scheme from TOML text; ``place`` names it in errors.

    Raises:
        LawDataError: naming the part of the file that is wrong, and what is allowed there.

    """
    content = toml.parse(text, place)
    # Unknown keys are refused, so that a misspelt one is never silently left out.
    tables = ("scheme", "terms", "criterion")
    toml.checked_keys(content, tables, (), place)
    keys = ("id", "name", "region")
    heading = f"{place}: [scheme]"
    head = toml.checked_keys(content["scheme"], keys, (), heading)
    terms_listed = as_list(content["terms"])
    criteria_listed = as_list(content["criterion"])
    if not terms_listed or not criteria_listed:
        raise LawDataError(
            place, "no terms or criteria", "at least one of each", "add [[terms]] and [[criterion]]"
        )
    numbered_terms = enumerate(terms_listed, 1)
    terms = [_terms(item, f"{place}: terms {n}") for n, item in numbered_terms]
    _check_no_overlap(terms, place)
    numbered_criteria = enumerate(criteria_listed, 1)
    rules = [_rule(item, f"{place}: criterion {n}") for n, item in numbered_criteria]
    _check_ids(rules, place)
    name = toml.bilingual(head["name"], f"{place}: name")
    region = _region(head["region"], f"{place}: region")
    return Scheme(
        id=toml.text(head["id"], f"{place}: id"),
        name=name,
        region=region,
        terms=tuple(terms),
        rules=tuple(rules),
    )


def _region(code: object, place: str) -> str:
    try:
        return checked_region(code, place)
    except InputError as error:
        # The mistake is in the file and not in a fact of the caller.
        raise LawDataError(error.thing, error.value, error.allowed, error.next_step) from None


def _check_no_overlap(terms: Sequence[Terms], place: str) -> None:
    """Refuse two terms for one day; the terms stand in the order of their days."""
    # Terms without an end can only be the last.
    for earlier, later in pairwise(terms):
        if earlier.until is None or earlier.until > later.since:
            raise LawDataError(
                place, f"terms from {later.since}", "terms that do not overlap", "correct the dates"
            )


def _check_ids(rules: Sequence[Rule], place: str) -> None:
    ids = [rule.ground.id for rule in rules]
    # An id names the criterion in ``switch`` and in every answer.
    repeated = sorted({name for name in ids if ids.count(name) > 1})
    if repeated:
        raise LawDataError(
            place, repeated, "each criterion id once", "rename or remove one of the two"
        )


def _terms(item: object, place: str) -> Terms:
    required = ("from", "payer", "programmes", "months", "name", "source", "grade")
    optional = ("until", "income_row")
    table = toml.checked_keys(item, required, optional, place)
    since = toml.day(table["from"], place)
    until = None
    if "until" in table:
        until = toml.day(table["until"], place)
    if until is not None and until <= since:
        raise LawDataError(
            f"{place}: until", f"{since} to {until}", "until after from", "correct the dates"
        )
    payer = _member(Payer, table["payer"], place)
    programmes = _programmes(table["programmes"], place)
    income_row = _whole_or_none(table, "income_row", place, 1)
    months = toml.whole(table["months"], f"{place}: months", 1)
    return Terms(
        since=since,
        until=until,
        payer=payer,
        programmes=programmes,
        income_row=income_row,
        months=months,
        ground=_ground("terms", table, place),
    )


def _programmes(value: object, place: str) -> tuple[Programme, ...]:
    """The programmes bought; a BPU takes JKK and JKM together (PP 44/2015 Pasal 4 ayat (2))."""
    codes = toml.texts(value, f"{place}: programmes (JKK and JKM together)")
    programmes = tuple(_member(Programme, code, place) for code in codes)
    if Programme.JKK not in programmes or Programme.JKM not in programmes:
        raise LawDataError(
            f"{place}: programmes", codes, "JKK and JKM together", "add the missing one"
        )
    return programmes


def _rule(item: object, place: str) -> Rule:
    test = _test(item, place)
    required = ("id", "test", "name", "source", "grade", "from_year", *TESTS[test])
    optional = ("until_year", "on", "decisions", *_MAY_SAY.get(test, ()))
    table = toml.checked_keys(item, required, optional, place)
    from_year = toml.whole(table["from_year"], f"{place}: from_year", 0)
    until_year = _whole_or_none(table, "until_year", place, 0)
    if until_year is not None and until_year < from_year:
        raise LawDataError(
            f"{place}: until_year", until_year, "not before from_year", "correct the years"
        )
    at_least, below = _age_window(table, place)
    categories = _texts_if_any(table, "categories", place)
    criterion_id = toml.text(table["id"], f"{place}: id")
    ground = _ground(criterion_id, table, place)
    stated = table.get("on", True)
    on = toml.flag(stated, f"{place}: on")
    return Rule(
        test=test,
        ground=ground,
        decisions=_decisions(table, place),
        from_year=from_year,
        until_year=until_year,
        on=on,
        at_least=at_least,
        below=below,
        categories=tuple(_member(Category, code, place) for code in categories),
        poorest_deciles=_deciles(table, place),
    )


def _test(item: object, place: str) -> str:
    """The test comes first: it decides which other keys the criterion must have."""
    table = as_table(item)
    test = None if table is None else table.get("test")
    if not isinstance(test, str) or test not in TESTS:
        raise LawDataError(place, test, f"one of {sorted(TESTS)}", "choose a test")
    return test


def _age_window(table: Mapping[str, Any], place: str) -> tuple[int, int]:
    """From which age and below which; 0 and 0 for a test that does not ask for the age."""
    if "below" not in table:
        return 0, 0
    at_least = toml.whole(table["at_least"], f"{place}: at_least", 0, YEARS_A_LIFE)
    below = toml.whole(table["below"], f"{place}: below", 0, YEARS_A_LIFE)
    if below <= at_least:
        raise LawDataError(f"{place}: below", below, "more than at_least", "correct the ages")
    return at_least, below


def _deciles(table: Mapping[str, Any], place: str) -> int | None:
    """Up to which decile a family is poor; with the last of them everybody would be."""
    deciles = _whole_or_none(table, "poorest_deciles", place, POOREST_DECILE)
    if deciles is not None and deciles >= WEALTHIEST_DECILE:
        allowed = f"less than {WEALTHIEST_DECILE}"
        step = "write up to which decile a family is poor"
        raise LawDataError(f"{place}: poorest_deciles", deciles, allowed, step)
    return deciles


def _decisions(table: Mapping[str, Any], place: str) -> tuple[str, ...]:
    """The decisions of the library that a criterion rests on."""
    decisions = _texts_if_any(table, "decisions", place)
    known_decisions = shipped().decisions
    unknown_ids = set(decisions) - set(known_decisions)
    unknown = sorted(unknown_ids)
    if unknown:
        raise LawDataError(
            f"{place}: decisions", unknown, "decisions of the library", "correct the ids"
        )
    return decisions


def _whole_or_none(table: Mapping[str, Any], key: str, place: str, least: int) -> int | None:
    """A whole number the file may leave out."""
    if key not in table:
        return None
    return toml.whole(table[key], f"{place}: {key}", least)


def _texts_if_any(table: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    """A list of texts the file may leave out; an empty list is a mistake."""
    if key not in table:
        return ()
    return toml.texts(table[key], f"{place}: {key}")


def _ground(name: str, table: Mapping[str, Any], place: str) -> Criterion:
    sources = toml.sources(table["source"], place)
    grade = toml.grade(table["grade"], place)
    return Criterion(
        id=name,
        name=toml.bilingual(table["name"], place),
        sources=sources,
        grade=grade,
    )


def _member(codes: type[C], code: Any, place: str) -> C:
    """Read a code; the error names the place in the file instead of the list of codes."""
    try:
        return codes(code)
    except InputError as error:
        raise LawDataError(place, error.value, error.allowed, error.next_step) from None
