"""Both languages say the same things: every message the code can ask for is there twice, with the same places."""

import ast
import re
import string
from functools import cache
from pathlib import Path

import attrs
import pytest
from babel.messages.pofile import read_po

import jamsos
from jamsos import (
    Absence,
    BpuKind,
    Cause,
    Child,
    ClaimKind,
    CoverState,
    Criterion,
    DisputeAbout,
    Duty,
    Employment,
    Event,
    Failing,
    Family,
    Grade,
    InputError,
    Job,
    MigrantItem,
    MissingFact,
    Month,
    Outcome,
    Payer,
    Programme,
    Provision,
    Reading,
    Right,
    Segment,
    Stage,
    Status,
    WorkAccident,
    current,
)
from jamsos.answers.parties import Party
from jamsos.answers.texts import Text, calendar_day, catalogue, percent, rupiah
from jamsos.benefits.heirs import FUND, FUNERAL_PAYER
from jamsos.claims.papers import BY_LAW, IN_PRACTICE, Circumstances
from jamsos.coverage.advice import NEITHER
from jamsos.coverage.employer import PaidBy
from jamsos.coverage.suspected import BPJS, OTHERS
from jamsos.eligibility.other_segments import OTHER_SEGMENTS
from jamsos.law.strict_toml import WHOLE_UNITS
from jamsos.premiums.codes import Relief
from jamsos.premiums.sanctions import Service
from jamsos.premiums.wage import EMPLOYER
from jamsos.registers import Problem, Reaction, Repair, work_lists

SOURCE = Path(jamsos.__file__).parent
LANGUAGES = ("id", "en")
TREES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
FORMATS = {"", "rp", "pct"}


def constants(*trees: ast.AST) -> set[str]:
    """Every string of the code that is no part of an f-string."""
    inside = {
        id(part) for tree in trees for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
    }
    nodes = (node for tree in trees for node in ast.walk(tree) if id(node) not in inside)
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def given(name: str, keyword: str) -> set[str]:
    """The strings the code gives to a call such as ``Finding(code="state")``, choices included."""
    found: set[str] = set()
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
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


LISTED = [period for rule in current().timelines.values() for period in rule if period.unit == "codes"]
PAPERS = {word for rule in LISTED if rule.id.startswith("papers.") for word in rule.words} | {"notarial_will"}
STEPS = {word for rule in LISTED if rule.id.startswith(("dispute.", "report.to_of_")) for word in rule.words}
EFFECTS = ("premium", "work_death", "other_death")


def family(prefix: str, codes: object) -> set[str]:
    return {f"{prefix}.{code}" for code in codes}  # type: ignore[attr-defined]


def fields(prefix: str, cls: type) -> set[str]:
    return {f"{prefix}.{attribute.name}" for attribute in attrs.fields(cls)}


@cache
def closed_families() -> set[str]:
    """The codes the code builds from its own lists."""
    premium = {code.removeprefix("premium.") for code in STRINGS if re.fullmatch(r"premium\.(jkk|jkm|jht)\w*", code)}
    return set().union(
        family("status", Status),
        family("outcome", Outcome),
        family("grade", Grade),
        family("ground", {cls.kind for cls in (Provision, Absence, Reading, Criterion, MissingFact)}),
        family("cause", Cause),
        family("unit", WHOLE_UNITS - {"rupiah"} | {"codes", "date"}),
        family("note.relief", Relief.__members__),
        family("value", {*CoverState, *Right, *HEIRS, *PaidBy, *Duty, *Stage}),
        family("paid_by", set(PaidBy) - {PaidBy.BPJS}),
        family("reason", Failing),
        family("segment", OTHER_SEGMENTS),
        family(
            "finding", {f"care_{item}" for period in current().timelines["jkk.care_items"] for item in period.words}
        ),
        family("item", MigrantItem),
        family("segment", {segment for segment in Segment if segment is not Segment.OUTSIDE}),
        family("claim", ClaimKind),
        family("dispute", DisputeAbout),
        family("finding", {f"paper_{paper}" for paper in PAPERS} | {f"step_{n}" for n in (1, 2, 3, 4)}),
        family(
            "value", STEPS | {"late", "in_time", "employer_claims_back", "no_lapse", "bpjs_pays", "contractor_pays"}
        ),
        family("value", {BY_LAW, IN_PRACTICE}),
        family("fact.claim", {attribute.name for attribute in attrs.fields(Circumstances)}),
        family("party", {*Payer, *(HEIRS - {"nobody"}), FUNERAL_PAYER, FUND, EMPLOYER, *Party}),
        family("line.premium", premium),
        family("line.arrears", premium),
        family("reason", {CoverState.LAPSED, CoverState.NOT_STARTED, CoverState.LEFT}),
        family("reason", {f"{ending}{programme}" for ending in ("arrears", "settled") for programme in ("", "_jkk")}),
        {"value.nobody"},
        family("register.problem", Problem),
        family("register.advice", Problem),
        family("register.repair", Repair),
        family("register.reaction", Reaction),
        family("register.work", {*work_lists.COLUMNS, "done"}),
        family("value", {*Cause, *Segment, *BpuKind, Programme.JKK, Programme.JKM, NEITHER, BPJS, OTHERS}),
        {"value.state_body", "value.other_employer", "value.yes"},
        family("condition", given("_Test", "code")),
        family("value", {"no_warning", "first_warning", "second_warning", "fine"}),
        family("finding", Service),
        family(
            "finding",
            {f"{name}_{day}" for name in ("premium", "work_death", "other_death") for day in ("before", "after")},
        ),
    )


def said_outright() -> set[str]:
    """The codes that stand in the code whole."""
    sentences = {
        code for code in STRINGS if re.fullmatch(r"(note|formula|reason|when)(\.\w+)+|\w+\.(scheme_)?title", code)
    }
    facts = {
        code
        for code in STRINGS
        if re.fullmatch(
            r"(worker|participation|payment|family|child|scheme|employment|placement|claim|registration|project)\.\w+",
            code,
        )
    }
    conditions = {code for code in given("condition", "code") if "." not in code}
    return set().union(
        sentences,
        given("Text", "code"),
        family("finding", given("Finding", "code") | given("_month", "code")),
        family("line", given("Line", "code")),
        family("fact", given("MissingFact", "id") | facts),
        family("condition", conditions),
    )


def may_be_said() -> set[str]:
    """Beside these, the codes put together from parts that stand in the code."""
    scholarship = {f"scholarship_{part}" for part in STRINGS}
    return set().union(
        closed_families(),
        said_outright(),
        family("finding", STRINGS | scholarship),
        family("line", STRINGS),
        *(family(f"register.{part}", STRINGS) for part in ("title", "section", "count", "file")),
        {"register.work.nowhere", "register.work.title"},
        family("section", constants(TREES[SOURCE / "answers" / "shown.py"])),
        family("fact", fields("event", Event) | fields("job", Job)),
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
    return {(name, spec or "") for _, name, spec, _ in string.Formatter().parse(sentence) if name is not None}


def test_the_walk_through_the_code_finds_what_it_must() -> None:
    assert {
        "premium.title",
        "eligibility.scheme_title",
        "finding.state",
        "fact.cause",
        "line.refund",
    } <= said_outright()
    assert {"condition.age", "formula.refund_agreed", "fact.worker.birth", "reason.waiting"} <= said_outright()
    assert {"line.arrears.jkk_second_job", "note.relief.LATE", "ground.missing_fact"} <= closed_families()
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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_catalogue_says_each_code_once_and_has_no_doubtful_entry(lang: str) -> None:
    path = SOURCE / "answers" / "locale" / f"{lang}.po"
    written = re.findall(r'^msgid "(.+)"$', path.read_text("utf-8"), re.MULTILINE)
    assert len(written) == len(set(written)) == len(catalogue(lang))
    with path.open("rb") as po:
        messages = [message for message in read_po(po, locale=lang, abort_invalid=True) if message.id]
    assert not any(message.fuzzy for message in messages)
    assert "#~" not in path.read_text("utf-8")


def test_the_arguments_of_a_sentence_are_its_places() -> None:
    """Where the code writes ``Text("code", {...})`` outright, it fills exactly the places of the sentence."""
    seen = 0
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if not (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text" and node.args
            ):
                continue
            codes = constants(*_choices(node.args[0]))
            filled = node.args[1] if len(node.args) > 1 else ast.Dict(keys=[], values=[])
            if isinstance(filled, ast.Dict) and codes:
                keys = constants(*(key for key in filled.keys if key))
                for code in codes:
                    assert keys == {name for name, _ in places(catalogue("en")[code])}, f"{path.name}: {code}"
                    seen += 1
    assert seen > 30


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_scheme_s_own_words_with_braces_are_said_as_they_are(lang: str) -> None:
    assert Text("condition.scheme", {"name": "{x} {0} {name:rp}"}).say(lang) == "{x} {0} {name:rp}"


def test_places_are_filled_in_the_manner_of_the_language() -> None:
    args = {"row": 1, "base": 1_000_000, "normal": 10_000, "factor": 500_000}
    assert Text("formula.jkk", args).say("id") == "baris 1, dasar Rp1.000.000: Rp10.000 x 50%"
    assert Text("formula.jkk", args).say("en") == "row 1, base Rp1,000,000: Rp10,000 x 50%"
    assert Text("premium.title", {"month": Month.of("2026-08")}).say("id") == "Iuran bulan Agustus 2026"
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
    with pytest.raises(InputError, match="language"):
        Text("premium.title", {"month": Month.of("2026-08")}).say(lang)
