"""Answers in and out: equal after the journey, with words in both languages, refused by place."""

import inspect
import json
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from fractions import Fraction
from functools import cache
from typing import Any, ClassVar, NamedTuple, cast, get_type_hints

import fastjsonschema
import pytest
from attrs import evolve, field, frozen
from case_runner import ask, load_cases
from reply_schema import check_reply, validator
from test_values_of_answers import AMENDED, CHOSEN, DAY, FUNERAL, LAW, LAWS, one_death, one_premium

import jamsos
from jamsos import (
    ANSWER_CLASSES,
    Answer,
    ClaimTimeline,
    DeathBenefit,
    InputError,
    JamsosError,
    Law,
    LawDataError,
    MissingFact,
    MoneyAnswer,
    Month,
    Premium,
    Provision,
    Stated,
    Worker,
    answer_from_dict,
    changes_between,
    claim_timeline,
    current,
    describe,
    may_enrol,
    premium,
)
from jamsos._public import homes
from jamsos.answers.ground_keys import key_of
from jamsos.answers.grounds import Needs
from jamsos.answers.parts import Finding, Outcome
from jamsos.answers.texts import Text, catalogue
from jamsos.door.schema import schema
from jamsos.law import form as law_forms
from jamsos.law.form import law_form, read_law
from jamsos.values.money import Rupiah

LABELS = ("_id", "_en")


@cache
def answers(law: str) -> tuple[Answer, ...]:
    """The answer to every case of the tests that has one, without identity numbers."""
    asked = (ask(case, LAWS[law]) for case in load_cases())
    return tuple(without_nik(answer) for answer in asked if isinstance(answer, Answer))


def without_nik(answer: Answer) -> Answer:
    """The answer as a form keeps it: no form holds an identity number."""
    worker = answer.facts.get("worker")
    if not isinstance(worker, Worker) or worker.nik is None:
        return answer
    return evolve(answer, facts={**answer.facts, "worker": evolve(worker, nik=None)})


def through_json(answer: Answer) -> Answer:
    return answer_from_dict(json.loads(answer.to_json()))


# In and out ---------------------------------------------------------------------------------


def test_every_answer_comes_back_equal() -> None:
    check_coming_back("shipped")


def check_coming_back(law: str) -> None:
    for answer in answers(law):
        form = answer.to_dict()
        again = through_json(answer)
        assert (again, type(again)) == (answer, type(answer)), answer.question
        assert type(answer).from_dict(form) == answer
        assert (again.law is LAW) == (answer.law == LAW)
        assert again.grounds == answer.grounds


def test_every_question_has_an_answer_among_them() -> None:
    assert {type(answer) for answer in answers("shipped")} == set(ANSWER_CLASSES)


def test_a_form_is_what_json_gives_again() -> None:
    for answer in answers("shipped"):
        assert json.loads(answer.to_json()) == answer.to_dict()


def test_what_was_read_says_what_was_said() -> None:
    for answer in answers("shipped")[::20]:
        again = through_json(answer)
        for lang in ("id", "en"):
            assert again.text(lang) == answer.text(lang)
            assert again.brief(lang) == answer.brief(lang)
        assert again.to_dict() == answer.to_dict()


def test_the_results_stand_in_the_form() -> None:
    for answer in answers("shipped")[::5]:
        form = answer.to_dict()
        assert list(form["results"]) == list(answer.results())
        if isinstance(answer, MoneyAnswer):
            assert form["results"]["total"] == form.get("total")
            assert ("total" in form) == answer.decided


def test_an_amendment_nobody_has_checked_since_says_no_day_of_knowledge() -> None:
    lump_sum = evolve(LAW.get("jkm.lump_sum", DAY), known_until=None)
    form = one_death(LAW.amended(lump_sum)).to_dict()
    (ground,) = [one for one in form["grounds"] if one["id"] == "jkm.lump_sum"]
    assert "known_until" not in ground


def test_an_edited_form_changes_no_other() -> None:
    first = one_death(AMENDED).to_dict()
    kept = deepcopy(first)
    for ground in first["grounds"]:
        ground.get("sources", []).append("none")
        ground["name_id"] = ""
    first["law"]["decisions"]["D33"] = "none"
    cast("Any", first["law"])["amendments"]["timelines"].clear()
    assert one_death(AMENDED).to_dict() == kept


# The law ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LAWS)
def test_a_law_comes_back_from_its_form(name: str) -> None:
    law = LAWS[name]
    form = json.loads(json.dumps(law_form(law)))
    again = read_law(form)
    assert (again, again.fingerprint) == (law, law.fingerprint)
    assert ("amendments" in form) == (name in {"amended", "without"})
    assert form["decisions"] == ({"D33": "unbroken"} if name == "chosen" else {})


def test_a_new_decision_travels_with_its_law() -> None:
    decisions = {**LAW.decisions, "D999": evolve(LAW.decisions["D33"], id="D999")}
    law = evolve(LAW, decisions=decisions).with_decisions(D999="unbroken")
    form = json.loads(json.dumps(law_form(law)))
    assert list(form["amendments"]["decisions"]) == ["D999"]
    assert read_law(form) == law


def test_days_of_the_law_stay_days() -> None:
    rule = LAW.get("participant.who_paid", DAY)
    rows = ((DAY, "2026-08-03"),)
    dated = LAW.amended(evolve(rule, value=rows, unit="table", columns=("day", "text")))
    assert read_law(json.loads(json.dumps(law_form(dated)))) == dated


EDITIONS: Mapping[str, Callable[[Any], Any]] = {
    "another fingerprint": lambda form: {**form, "fingerprint": "0" * 16},
    "another choice": lambda form: {**form, "decisions": {"D33": "cumulative"}},
    "a decision nobody knows": lambda form: {**form, "decisions": {"D999": "x"}},
    "another version": lambda form: {**form, "version": "1999.1.0"},
}


@pytest.mark.parametrize("name", EDITIONS)
def test_the_form_of_another_edition_is_refused(name: str) -> None:
    form = EDITIONS[name](law_form(CHOSEN))
    with pytest.raises(LawDataError, match="law of the answer"):
        read_law(form)
    answer = {**one_death(CHOSEN).to_dict(), "law": form}
    with pytest.raises(LawDataError, match="ask the question again"):
        answer_from_dict(answer)


def test_a_law_is_built_once_for_many_answers() -> None:
    law_forms._law.cache_clear()
    for answer in (one_death(AMENDED), one_premium(AMENDED)):
        assert through_json(answer).law == AMENDED
    assert law_forms._law.cache_info().misses == 1


# Words --------------------------------------------------------------------------------------


def parts(form: Any) -> Iterator[dict[str, Any]]:
    """The answer and all its parts."""
    yield form
    for name in ("conditions", "lines", "findings", "notes", "possibilities", "grounds"):
        yield from form[name]


def test_every_code_has_words_in_both_languages() -> None:
    worded = {
        "outcome": "outcome", "status": "status", "party": "party", "payer": "payer",
        "grade": "grade", "note": "note", "formula": "formula", "title": "title",
    }  # fmt: skip
    seen: set[str] = set()
    for answer in answers("shipped"):
        for part in parts(answer.to_dict()):
            for key, label in worded.items():
                if key in part:
                    seen.add(key)
                    assert all(part[f"{label}{end}"] for end in LABELS), (key, part)
            for key, text in part.items():
                if key.endswith(LABELS):
                    assert text.strip(), key
                    assert "{" not in text, key
    assert seen == set(worded)


def test_the_words_are_those_of_the_answer() -> None:
    answer = one_death()
    assert isinstance(answer, DeathBenefit)
    form = answer.to_dict()
    for line, written in zip(answer.lines, form["lines"], strict=True):
        assert written["name_id"] == line.name.say("id")
        assert written["formula_en"] == line.formula.say("en")
        assert written["grounds"] == [key_of(ground) for ground in line.grounds]
    for ground, told in zip(answer.grounds, form["grounds"], strict=True):
        assert told["key"] == key_of(ground)
        assert told["text_id"] == describe(ground)
        assert told["text_en"] == describe(ground, "en")
    assert (form.get("total_id"), form.get("total_en")) == ("Rp42.000.000", "Rp42,000,000")
    heirs = next(one for one in form["findings"] if one["code"] == "heirs")
    assert (heirs["value"], heirs["value_en"]) == (None, answer_value(answer, "heirs"))


def answer_value(answer: Answer, code: str) -> str:
    """What the text of the answer says of a finding."""
    name = Text(f"finding.{code}").say("en")
    [row] = [row for row in answer.text("en").splitlines() if row.strip().startswith(name)]
    return row.strip().removeprefix(name).rpartition("  [")[0].strip()


def test_a_need_says_how_it_is_settled() -> None:
    form = premium(Worker(kind="b"), "2026-06", payer="APBD").to_dict()
    assert form["needs"] == ["worker.income"]
    need = next(one for one in form["grounds"] if one["id"] == "worker.income")
    assert need.get("ask_en") == "give Worker(income=...)"
    assert need.get("ask_id") == "isi Worker(income=...)"
    assert "total" not in form
    assert form["outcome_en"].startswith("Cannot be decided")


def test_a_decision_says_how_it_is_chosen() -> None:
    grounds = [ground for answer in answers("shipped") for ground in answer.to_dict()["grounds"]]
    asked = {ground["id"]: ground["ask_en"] for ground in grounds if "ask_en" in ground}
    assert asked["D09"] == "choose one: law.with_decisions(D09='jkk_per_job')"
    assert asked["D02"] == "decide D02 outside the library: it offers no other answer"
    assert asked["migrant.amount"] == "give amount=..."
    assert asked["migrant.last_day"].startswith("ask BPJS Ketenagakerjaan")


def test_a_ground_is_described_in_words_by_itself() -> None:
    assert describe(FUNERAL, "en").startswith("PP 82/2019 Pasal 34 ayat (1) huruf c")
    assert describe(FUNERAL) == describe(FUNERAL, "id") != describe(FUNERAL, "en")
    with pytest.raises(InputError, match="lang: got"):
        describe(FUNERAL, "fr")


def test_what_the_caller_stated_is_a_ground_of_its_own() -> None:
    ground = Stated(id="migrant.amount", value=85_000_000)
    said = "Stated by whoever asks, read in no text: amount of the benefit Rp85,000,000"
    assert describe(ground, "en") == said
    assert key_of(ground) == "stated:migrant.amount"


def test_units_have_words() -> None:
    units = {finding.unit for answer in answers("shipped") for finding in answer.findings}
    for lang in ("id", "en"):
        assert {f"unit.{unit}" for unit in units - {"", "code"}} <= catalogue(lang).keys()


# Classes ------------------------------------------------------------------------------------


def subclasses(kind: type[Any]) -> Iterator[type[Answer]]:
    for one in kind.__subclasses__():
        yield one
        yield from subclasses(one)


def test_the_list_of_classes_is_complete() -> None:
    of_the_library = {one for one in subclasses(Answer) if one.__module__.startswith("jamsos.")}
    assert set(ANSWER_CLASSES) == {one for one in of_the_library if hasattr(one, "question")}
    assert len({one.question for one in ANSWER_CLASSES}) == len(ANSWER_CLASSES)


FUNCTIONS = {
    get_type_hints(function).get("return"): function
    for function in (getattr(jamsos, name) for name in homes("jamsos"))
    if inspect.isfunction(function)
}
AS_ASKED = {"prepay": {"last"}}
"""Facts that are not arguments: the months prepaid are asked for by their number."""


@pytest.mark.parametrize("kind", ANSWER_CLASSES, ids=lambda kind: kind.question)
def test_facts_are_arguments_of_the_question(kind: type[Answer]) -> None:
    arguments = inspect.signature(FUNCTIONS[kind]).parameters
    assert kind.fact_types.keys() - arguments.keys() == AS_ASKED.get(kind.question, set())


class Basis(NamedTuple):
    """What an answer may keep beside its parts."""

    month: Month
    rule: Provision | None
    needs: Needs


@frozen(kw_only=True, repr=False)
class Example(MoneyAnswer):
    """An answer with fields of its own."""

    question: ClassVar = "example"
    fact_types: ClassVar = {"on": Month}

    share: Rupiah
    sums: Mapping[Month, Rupiah] = field(factory=dict[Month, Rupiah])
    _bases: tuple[Basis, ...] = field(default=(), alias="bases")

    @property
    def rule(self) -> Provision | None:
        """A ground as a result."""
        return self._bases[0].rule

    def _plain_sentences(self) -> list[Text]:
        return [self.title]


def test_fields_of_a_class_of_its_own_travel_by_their_types() -> None:
    month = Month.of("2026-08")
    missing = MissingFact("worker.income")
    answer = Example(
        title=Text("premium.title", {"month": month}),
        outcome=Outcome.YES,
        law=LAW,
        facts={"on": month},
        share=Fraction(1, 3),
        sums={month: Fraction(25, 2)},
        bases=(Basis(month, FUNERAL, (missing, LAW.decisions["D33"])), Basis(month, None, ())),
    )
    form = answer.to_dict()
    key = "provision:jkm.funeral@2019-12-02"
    assert form["own"]["bases"][0] == {
        "month": "2026-08",
        "rule": key,
        "needs": ["missing_fact:worker.income", "decision:D33"],
    }
    assert form["results"]["rule"] == key
    again = Example.from_dict(json.loads(json.dumps(form)))
    assert again == answer
    assert again.rule is FUNERAL
    del form["own"]["share"]
    with pytest.raises(InputError, match=r"answer\.own\.share: got 'nothing'"):
        Example.from_dict(form)
    form["own"] = {"share": 1, "bases": [{"month": "2026-08", "rule": "provision:x", "needs": []}]}
    with pytest.raises(InputError, match=r"answer\.own\.bases\[0\]\.rule: got 'provision:x'"):
        Example.from_dict(form)


def test_a_ground_the_law_does_not_hold_is_written_in_full() -> None:
    scheme = jamsos.load_scheme("kutim")
    answer = may_enrol(Worker(kind="b"), DAY, scheme=scheme)
    in_full = [ground for ground in answer.to_dict()["grounds"] if "rule" in ground]
    assert {ground["kind"] for ground in in_full} == {"criterion"}
    other = evolve(FUNERAL, value=1)
    of_another_law = evolve(
        answer, findings=(Finding(code="scheme_months", value=1, grounds=(other,)),)
    )
    again = through_json(of_another_law)
    assert again == of_another_law
    assert again.findings[0].grounds == (other,)


def test_values_of_findings_keep_their_types() -> None:
    answer = one_premium()
    values = (DAY, Month.of("2026-08"), Fraction(1, 3), 5, True, "2026-08-03", None)
    findings = tuple(
        Finding(code="share_each", value=value, grounds=(FUNERAL,)) for value in values
    )
    form = evolve(answer, findings=findings).to_dict()
    assert [one.get("type") for one in form["findings"]] == [
        "date", "month", "fraction", None, None, None, None,
    ]  # fmt: skip
    again = answer_from_dict(json.loads(json.dumps(form)))
    assert [one.value for one in again.findings] == list(values)
    assert [type(one.value) for one in again.findings] == [type(value) for value in values]


def test_a_moment_comes_back_with_its_time_zone() -> None:
    from datetime import datetime  # noqa: PLC0415
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    event = datetime(2026, 6, 10, 14, 30, tzinfo=ZoneInfo("Asia/Makassar"))
    answer = claim_timeline("work_accident", event)
    again = through_json(answer)
    assert again == answer
    assert isinstance(again, ClaimTimeline)
    assert again.facts["event_on"] == event
    assert again.text("id") == answer.text("id")


# Refusals -----------------------------------------------------------------------------------


def edited(*path: Any, value: Any) -> Any:
    """The form of an answer with one place changed."""
    form: Any = deepcopy(one_death().to_dict())
    place = form
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return form


REFUSED: dict[str, tuple[Callable[[], Any], str]] = {
    "no object": (list, "answer: got 'a list'; allowed: an object"),
    "nothing": (dict, "answer.form: got None; allowed: 1. Next step: read it with the jamsos that"),
    "another form": (lambda: edited("form", value=2), "answer.form: got 2; allowed: 1"),
    "no question": (
        lambda: edited("question", value="x"),
        "answer.question: got 'x'; allowed: one",
    ),
    "question a list": (lambda: edited("question", value=[]), "answer.question: got 'a list'"),
    "an outcome that is none": (
        lambda: edited("outcome", value="maybe"),
        "answer.outcome: got 'maybe'; allowed: one of ['yes', 'no', 'cannot_decide']",
    ),
    "lines an object": (lambda: edited("lines", value={}), "answer.lines: got 'an object'"),
    "an amount in text": (
        lambda: edited("lines", 1, "amount", value="20 juta"),
        "answer.lines[1].amount: got '20 juta'",
    ),
    "a line without grounds": (
        lambda: edited("lines", 0, "grounds", value=[]),
        "answer.lines[0]: part of an answer: got 'no ground'",
    ),
    "an unknown ground": (
        lambda: edited("lines", 0, "grounds", value=["provision:x"]),
        "answer.lines[0].grounds[0]: got 'provision:x'; allowed: the key of a ground",
    ),
    "a fact that is none": (lambda: edited("facts", "x", value=1), "answer.facts.x: got 'unknown"),
    "a wrong fact": (
        lambda: edited("facts", "worker", "income", value="x"),
        "answer.facts.worker.income: got 'x'",
    ),
    "a sentence without a code": (
        lambda: edited("title", value={"args": {}}),
        "answer.title.code: got 'nothing'",
    ),
    "an argument of no type": (
        lambda: edited("title", "args", value={"day": {"x": 1}}),
        "answer.title.args.day: got 'x'; allowed: one of ['date', 'moment', 'month', 'fraction']",
    ),
    "a value of no type": (
        lambda: edited("findings", 0, "type", value="colour"),
        "answer.findings[0].value: got 'colour'",
    ),
    "a law that is none": (lambda: edited("law", value={}), "answer.law.version: got 'nothing'"),
    "a rule of no kind": (
        lambda: edited("grounds", 0, value={"key": "x", "kind": "x", "rule": {}}),
        "answer.grounds[0].kind: got 'x'",
    ),
    "a rule that is none": (
        lambda: edited("grounds", 0, value={"key": "x", "kind": "absence", "rule": {}}),
        "answer.grounds[0].rule.id: got 'nothing'",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_form_is_refused_by_its_place(name: str) -> None:
    form, words = REFUSED[name]
    with pytest.raises(JamsosError) as caught:
        answer_from_dict(form())
    assert words in str(caught.value)
    assert caught.value.__context__ is None


def test_a_class_reads_its_own_question_only() -> None:
    with pytest.raises(InputError, match=r"question of Premium.*jamsos\.answer_from_dict"):
        Premium.from_dict(one_death().to_dict())
    with pytest.raises(InputError, match="question of Answer"):
        Answer.from_dict(one_death().to_dict())


# The schema ---------------------------------------------------------------------------------


RECEIPT: dict[str, Any] = {
    "version": 2,
    "jamsos": "",
    "law": "",
    "fingerprint": "",
    "scheme": None,
    "question": {},
    "answer": "",
    "reply": "",
    "signature": None,
}
ADDED = {"receipt": RECEIPT, "detail": "full"}
"""What the door adds to the form of an answer."""


def test_every_form_is_as_the_schema_says() -> None:
    check_by_schema("shipped")


def check_by_schema(law: str) -> None:
    for answer in answers(law):
        check_reply({**json.loads(answer.to_json()), **ADDED})


def test_the_schema_refuses_what_it_does_not_know() -> None:
    form: Any = {**one_death().to_dict(), **ADDED}
    check_reply(json.loads(json.dumps(form)))
    for path, value in {
        ("lines", 0, "code"): "premium.jkk",
        ("findings", 0, "code"): "state",
        ("lines", 0, "amount"): 1.5,
        ("results", "total"): "x",
        ("facts", "died_on"): "soon",
        ("question",): "premium",
        ("detail",): "amounts",
        ("notes", 0, "code"): "note.gone",
        ("needs",): ["worker.colour"],
        ("conditions",): [{"code": "age"}],
    }.items():
        wrong = json.loads(json.dumps(form))
        place = wrong
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
        with pytest.raises(fastjsonschema.JsonSchemaValueException):
            validator("DeathBenefitReply")(wrong)


def test_the_schema_names_the_codes_of_each_question() -> None:
    made = schema()["$defs"]
    for kind in ANSWER_CLASSES:
        codes_of = {"lines": kind.line_codes, "findings": kind.finding_codes}
        for part, codes in codes_of.items():
            items = made[f"{kind.__name__}{part.capitalize()}"].get("items")
            named: list[str] = []
            if items is not None:
                named += items["properties"]["code"]["enum"]
            assert named == sorted(codes)


def test_changes_quote_the_law_and_come_back() -> None:
    answer = changes_between(current().first_day, DAY, law=AMENDED)
    assert through_json(answer) == answer


def test_another_law_than_the_one_asked_under_is_told_apart() -> None:
    laws: dict[str, Law] = {name: through_json(one_death(law)).law for name, law in LAWS.items()}
    assert laws == dict(LAWS)
