"""Both languages say the same things: every message of the code, with the same places."""

import ast
import re
import string
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest

import jamsos
from jamsos import (
    Absence,
    Cause,
    Child,
    CoverState,
    Criterion,
    Decision,
    Duty,
    Employment,
    Event,
    Failing,
    Family,
    Grade,
    InputError,
    Job,
    MissingFact,
    Month,
    Outcome,
    ParagraphKind,
    Provision,
    Right,
    Segment,
    Stage,
    Stated,
    Status,
    WorkAccident,
    Worker,
    current,
)
from jamsos.answers import texts
from jamsos.answers.parties import Party
from jamsos.answers.parts import When
from jamsos.answers.texts import UNITS, Text, calendar_day, catalogue, percent, rupiah
from jamsos.benefits.base import WageSource
from jamsos.benefits.family.heirs import FUND, FUNERAL_PAYER
from jamsos.changes.results import EFFECTS
from jamsos.charts.words import MONEY_UNITS
from jamsos.claims.codes import Examination, Forum, Requirement, Timeliness
from jamsos.claims.paper_lists import Circumstances
from jamsos.coverage.codes import CareBearer, Concluder, EventProgramme
from jamsos.coverage.employer import PaidBy
from jamsos.coverage.event_conditions import AFTER_WORK
from jamsos.eligibility.belonging import WageEarnerGroup
from jamsos.eligibility.enterprise_size import SizeClass
from jamsos.eligibility.other_segments import OTHER_SEGMENTS
from jamsos.eligibility.programme_duties import PROGRAMMES
from jamsos.law.strict_toml import WHOLE_UNITS
from jamsos.premiums.relief_outcome import Relief
from jamsos.premiums.results import SanctionStage, Service
from jamsos.premiums.wage.premium import EMPLOYER
from jamsos.registers import Problem, Reaction, Repair
from jamsos.registers.fieldwork import list_form
from jamsos.registers.fieldwork.outcomes import LineOutcome
from jamsos.registers.intake import work_lists
from jamsos.registers.intake.files import LeftOut
from jamsos.registers.intake.heading_terms import WhyUntaken
from jamsos.registers.intake.refusals import Refusal
from jamsos.registers.intake.row_kinds import RowKind
from jamsos.registers.layout import COLUMNS
from jamsos.scenarios.cells import AMOUNTS
from jamsos.scenarios.death_cells import BENEFITS
from jamsos.sheets import OfficeKind
from jamsos.workers.closed_list import Code
from jamsos.workers.codes import Category, Level, Payer

CODES = [
    codes
    for codes in (getattr(jamsos, name) for name in dir(jamsos))
    if isinstance(codes, type) and issubclass(codes, Code) and codes.family
]
SOURCE = Path(jamsos.__file__).parent
LANGUAGES = ("id", "en")
TREES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
AIDS = SOURCE / "benefits" / "work_accident" / "aids.py"
FORMATS = {"", "rp", "bill", "pct", "n", *UNITS}

NEVER_FAIL = {"kind", "wage_earner", "project_worker", "migrant", "sudden_death_named"}
"""Conditions that are met or open, so that no refusal is needed."""


def constants(*trees: ast.AST) -> set[str]:
    """Every string of the code that is no part of an f-string."""
    inside = {
        id(part)
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
    }
    nodes = (node for tree in trees for node in ast.walk(tree) if id(node) not in inside)
    return {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def given(name: str, keyword: str) -> set[str]:
    """The strings the code gives to a call such as ``Finding(code="state")``, choices included."""
    found: set[str] = set()
    for tree in TREES.values():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == name
            ):
                values = [*node.args[:1], *(k.value for k in node.keywords if k.arg == keyword)]
                found |= constants(*(part for value in values for part in _choices(value)))
    return found


def _choices(value: ast.expr) -> list[ast.expr]:
    return (
        [value.body, value.orelse]
        if isinstance(value, ast.IfExp)
        else [value]
        if isinstance(value, ast.Constant)
        else []
    )


STRINGS = constants(*TREES.values())
HEIRS = {word for period in current().timelines["heirs.order"] for word in period.words}


LISTED = [
    period for rule in current().timelines.values() for period in rule if period.unit == "codes"
]
PAPERS = {word for rule in LISTED if rule.id.startswith("papers.") for word in rule.words} | {
    "notarial_will"
}
STEPS = {
    word
    for rule in LISTED
    if rule.id.startswith(("dispute.", "report.to_of_"))
    for word in rule.words
}


def family(prefix: str, codes: Iterable[object]) -> set[str]:
    return {f"{prefix}.{code}" for code in codes}


def fields(prefix: str, cls: type) -> set[str]:
    return {f"{prefix}.{attribute.name}" for attribute in attrs.fields(cls)}


def conditions() -> set[str]:
    """What can be asked of a person or an event, by the codes of the sentences."""
    whole = {code for code in given("Text", "code") if code.startswith("condition.")}
    named = (
        given("_Requirement", "code")
        | given("_condition", "code")
        | given("condition", "code")
        | {AFTER_WORK}
    )
    return {code.removeprefix("condition.") for code in whole} | {
        code for code in named if "." not in code
    }


@cache
def closed_families() -> set[str]:
    """The codes the code builds from its own lists."""
    premium = {
        code.removeprefix("premium.")
        for code in STRINGS
        if re.fullmatch(r"premium\.(jkk|jkm|jht)\w*", code)
    }
    return set[str]().union(
        family("status", Status),
        family("when", When),
        family("outcome", Outcome),
        family("grade", Grade),
        family(
            "ground",
            {cls.kind for cls in (Provision, Absence, Decision, Criterion, MissingFact, Stated)},
        ),
        family("stated", {"migrant.amount"}),
        family("unit", WHOLE_UNITS | {"codes", "date", "percent"} | set(UNITS)),
        family("unit", {f"{unit}.one" for unit in UNITS}),
        family("payments", {"yes", "none"}),
        family("register.column", {column.name for column in COLUMNS}),
        {
            f"choice.{decision.id}.{alternative}"
            for decision in current().decisions.values()
            for alternative in decision.alternatives
        },
        family("note.relief", Relief.__members__),
        family("brief.relief", Relief.__members__),
        family("brief.payer", Payer),
        family("sheet.group", Category),
        family("sheet.example", {f"{work}.{n}" for work in Category for n in (1, 2, 3)}),
        family("sheet.level", set(Level) - {Level.NONE}),
        family("sheet.office", OfficeKind),
        family("office", OfficeKind),
        {f"sheet.{Outcome.CANNOT_DECIDE}"},
        family("brief.effect_same", EFFECTS),
        family("brief.effect_changed", EFFECTS),
        family("value", {*CoverState, *Right, *HEIRS, *PaidBy, *Duty, *Stage, *SizeClass}),
        family("paid_by", set(PaidBy) - {PaidBy.BPJS}),
        family("scenario", BENEFITS),
        family("simulation", {"benefits", "gap_cost"}),
        family("chart.months", AMOUNTS),
        family("chart.unit", {name for _, name in MONEY_UNITS}),
        family("reason", Failing),
        family("segment", OTHER_SEGMENTS),
        family(
            "finding",
            {
                f"care_{item}"
                for period in current().timelines["jkk.care_items"]
                for item in period.words
            },
        ),
        family(
            "finding", {f"paper_{paper}" for paper in PAPERS} | {f"step_{n}" for n in (1, 2, 3, 4)}
        ),
        family(
            "value",
            STEPS
            | {
                "employer_claims_back",
                "no_lapse",
            },
        ),
        family(
            "value",
            {*Requirement, *Timeliness, *Examination, Forum.INSPECTOR_FINAL, Party.PARTICIPANT},
        ),
        family("fact.claim", {attribute.name for attribute in attrs.fields(Circumstances)}),
        family("party", {*(HEIRS - {"nobody"}), FUNERAL_PAYER, FUND, EMPLOYER, *Party}),
        family("line.premium", premium),
        family("line.arrears", premium),
        family("reason", {CoverState.LAPSED, CoverState.NOT_STARTED, CoverState.LEFT}),
        family(
            "reason",
            {
                f"{ending}{programme}"
                for ending in ("arrears", "settled")
                for programme in ("", "_jkk")
            },
        ),
        {"value.nobody"},
        family("article_kind", ParagraphKind),
        family("register.problem", Problem),
        family("register.advice", Problem),
        family("register.repair", Repair),
        family("register.reaction", Reaction),
        family("register.row_kind", RowKind),
        family("register.untaken", WhyUntaken),
        family("register.work", {*work_lists.COLUMNS, "done"}),
        family("register.work", {*list_form.WIDTHS, *list_form.CHOICES, "guide", "nowhere"}),
        family("register.asked", {"income"}),
        family("register.returned", LineOutcome),
        family("register.left_out", LeftOut),
        family("register.refused", Refusal),
        family(
            "value",
            {*Cause, *Segment, *EventProgramme, *CareBearer, *Concluder, *WageSource},
        ),
        {"value.yes"},
        family("value", WageEarnerGroup),
        family("brief.programme", PROGRAMMES),
        *(family(codes.family, codes) for codes in CODES),
        family("condition", given("_Requirement", "code")),
        family("refusal", conditions() - NEVER_FAIL),
        family("value", SanctionStage),
        family("finding", Service),
        family(
            "finding",
            {
                f"{name}_{day}"
                for name in ("premium", "work_death", "other_death")
                for day in ("before", "after")
            },
        ),
    )


def said_outright() -> set[str]:
    """The codes that stand in the code whole."""
    sentences = {
        code
        for code in STRINGS
        if re.fullmatch(r"(brief|note|formula|reason|when)(\.\w+)+|\w+\.(scheme_)?title", code)
    }
    facts = {
        code
        for code in STRINGS
        if re.fullmatch(
            r"(worker|participation|payment|family|child|scheme|employment|placement|claim|registration|project)\.\w+",
            code,
        )
    }
    return set[str]().union(
        sentences,
        given("Text", "code"),
        family(
            "finding",
            given("Finding", "code") | given("code_finding", "code") | given("_month", "code"),
        ),
        family("line", given("Line", "code")),
        family("fact", given("MissingFact", "id") | facts),
        family("condition", conditions()),
    )


def may_be_said() -> set[str]:
    """Beside these, the codes put together from parts that stand in the code."""
    scholarship = {f"scholarship_{part}" for part in STRINGS}
    return set[str]().union(
        closed_families(),
        said_outright(),
        family("finding", STRINGS | scholarship),
        family("line", STRINGS),
        {f"line.jkk.{aid}" for aid in constants(TREES[AIDS])},
        *(family(f"register.{part}", STRINGS) for part in ("title", "section", "count", "file")),
        {"register.work.nowhere", "register.work.title"},
        family("fact", fields("event", Event) | fields("job", Job) | fields("worker", Worker)),
        family(
            "fact",
            STRINGS
            | fields("family", Family)
            | fields("child", Child)
            | fields("employment", Employment)
            | fields("accident", WorkAccident),
        ),
    )


def places(sentence: str) -> set[tuple[str, str]]:
    return {
        (name, spec or "")
        for _, name, spec, _ in string.Formatter().parse(sentence)
        if name is not None
    }


def test_the_walk_through_the_code_finds_what_it_must() -> None:
    assert {
        "premium.title",
        "eligibility.scheme_title",
        "finding.state",
        "fact.cause",
        "line.refund",
    } <= said_outright()
    assert {
        "condition.age",
        "formula.refund_agreed",
        "fact.worker.birth",
        "reason.waiting",
    } <= said_outright()
    assert {
        "line.arrears.jkk_second_job",
        "note.relief.LATE",
        "ground.missing_fact",
    } <= closed_families()
    assert len(said_outright()) > 80


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_of_the_code_has_its_sentence(lang: str) -> None:
    assert (said_outright() | closed_families()) - catalogue(lang).keys() == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_left_over(lang: str) -> None:
    assert catalogue(lang).keys() - may_be_said() == set()


def test_both_languages_have_the_same_codes() -> None:
    assert catalogue("id").keys() == catalogue("en").keys()
    assert len(catalogue("id")) > 150


@pytest.mark.parametrize("code", sorted(catalogue("id").keys() & catalogue("en").keys()))
def test_a_sentence_has_the_same_places_in_both_languages(code: str) -> None:
    indonesian, english = places(catalogue("id")[code]), places(catalogue("en")[code])
    assert indonesian == english
    assert {spec for _, spec in indonesian} <= FORMATS
    assert all(name.isidentifier() for name, _ in indonesian), "places are named"
    for lang in LANGUAGES:
        sentence = catalogue(lang)[code]
        assert sentence
        assert sentence == sentence.strip()
        assert "  " not in sentence


def test_the_arguments_of_a_sentence_are_its_places() -> None:
    """Where the code writes ``Text("code", {...})`` outright, it fills exactly its places."""
    seen = 0
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if not (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "Text"
                and node.args
            ):
                continue
            codes = constants(*_choices(node.args[0]))
            filled = node.args[1] if len(node.args) > 1 else ast.Dict(keys=[], values=[])
            if isinstance(filled, ast.Dict) and codes:
                keys = constants(*(key for key in filled.keys if key))
                for code in codes:
                    assert keys == {name for name, _ in places(catalogue("en")[code])}, (
                        f"{path.name}: {code}"
                    )
                    seen += 1
    assert seen > 30


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_scheme_s_own_words_with_braces_are_said_as_they_are(lang: str) -> None:
    said = Text("condition.scheme", {"name": "{x} {0} {name:rp}"}).say(lang)
    assert said.endswith('"{x} {0} {name:rp}"')


def test_places_are_filled_in_the_manner_of_the_language() -> None:
    args = {"row": 1, "base": 1_000_000, "normal": 10_000, "factor": 500_000}
    assert Text("formula.jkk", args).say("id") == "baris 1, dasar Rp1.000.000: Rp10.000 x 50%"
    assert Text("formula.jkk", args).say("en") == "row 1, base Rp1,000,000: Rp10,000 x 50%"
    assert (
        Text("premium.title", {"month": Month.of("2026-08")}).say("id")
        == "Iuran bulan Agustus 2026"
    )
    assert (rupiah(0, "id"), rupiah(10**15, "id"), rupiah(10**15, "en")) == (
        "Rp0", "Rp1.000.000.000.000.000", "Rp1,000,000,000,000,000",
    )  # fmt: skip
    assert (percent(0, "id"), percent(1_000_000, "en"), percent(100, "id"), percent(1, "en")) == (
        "0%",
        "100%",
        "0,01%",
        "0.0001%",
    )
    first = current().first_day
    assert (calendar_day(first, "id"), calendar_day(first, "en")) == ("1 Juli 2015", "1 July 2015")


@pytest.mark.parametrize("lang", ["", "ID", "fr", "../id", "id_ID", None, 5, ["id"]], ids=repr)
def test_another_language_is_refused(lang: str) -> None:
    with pytest.raises(InputError, match="lang"):
        Text("premium.title", {"month": Month.of("2026-08")}).say(lang)


@pytest.mark.parametrize(("join", "sign"), [(texts.listed, ", "), (texts.itemised, "; ")])
def test_a_list_of_any_length_can_be_said(join: Callable[..., Any], sign: str) -> None:
    names = [f"Rekaan {number}" for number in range(3_000)]
    assert texts.say(join(names), "id") == sign.join(names)
