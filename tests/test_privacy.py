"""An identity number is seen nowhere: not shown, said, logged, replied, or kept; nor its hash."""

import hashlib
import json
import logging
import traceback
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from untyped import untyped

from jamsos import (
    Answer,
    BpuKind,
    Family,
    InputError,
    JamsosError,
    Month,
    Nik,
    Participation,
    Scheme,
    Worker,
    cover_on,
    death_benefit,
    disability_rows,
    keeping_cover,
    load_scheme,
    may_enrol,
    payments,
    premium,
    risk_group,
)
from jamsos.door import parsing, verifying
from jamsos.door.desk import open_desk
from jamsos.door.lines import answer_lines, verify_lines
from jamsos.door.reading import read_question
from jamsos.eligibility.scheme import read_scheme
from jamsos.law.provisions import Bilingual

DIGITS = "9999992905120001"
DAY = date(2026, 10, 5)
FISHER = Worker(kind="b", category="fisher", birth=date(1984, 5, 17), income=900_000,
                sector="other", works=True, foreign=False, nik=Nik(DIGITS))  # fmt: skip
MEMBER = Participation(
    number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-08"), payer="self"
)
DESK = open_desk([])
FACTS = {
    "kind": "b",
    "income": 900_000,
    "sector": "other",
    "works": True,
    "foreign": False,
    "birth": "1984-05-17",
}
PAID = {"number_issued": "2026-01-05", "payments": [{"month": "2026-01", "on": "2026-01-05"}]}
QUESTIONS: dict[str, dict[str, Any]] = {
    "premium": {"question": "premium", "worker": FACTS, "month": "2026-10", "payer": "self"},
    "eligibility": {"question": "may_enrol", "worker": FACTS, "on": "2026-10-05"},
    "coverage": {"question": "cover_on", "participation": PAID, "on": "2026-02-05"},
    "keeping_cover": {
        "question": "keeping_cover",
        "worker": FACTS,
        "participation": PAID,
        "on": "2026-02-20",
    },
    "benefits": {
        "question": "death_benefit",
        "worker": FACTS,
        "participation": [PAID],
        "died_on": "2026-02-05",
    },
}


PIECES = {DIGITS[n : n + 6] for n in range(11)}
HASHES = {
    getattr(hashlib, name)(form).hexdigest()[:12]
    for name in ("sha256", "md5", "sha1", "sha512", "blake2b")
    for form in (DIGITS.encode(), DIGITS[:6].encode(), DIGITS[6:].encode(), f'"{DIGITS}"'.encode())
}


def hidden(*texts: str) -> bool:
    """Whether no text has six digits of the number in a row, nor the beginning of its hash."""
    return not any(piece in text for piece in PIECES | HASHES for text in texts)


def replies(*questions: dict[str, Any]) -> str:
    return b"".join(
        answer_lines([json.dumps(question).encode() for question in questions], DESK)
    ).decode()


def test_the_check_itself_finds_what_it_looks_for() -> None:
    assert not hidden(f"x{DIGITS}y")
    assert not hidden(hashlib.sha256(DIGITS.encode()).hexdigest())
    assert not hidden(hashlib.md5(DIGITS.encode(), usedforsecurity=False).hexdigest())
    assert hidden("**************01")


@pytest.mark.parametrize(
    "show", [repr, str, "{}".format, ascii], ids=["repr", "str", "format", "ascii"]
)
@pytest.mark.parametrize(
    "thing",
    [FISHER, FISHER.nik, [FISHER], {"worker": FISHER}],
    ids=["worker", "nik", "list", "dict"],
)
def test_a_shown_fact_has_the_last_two_digits_only(
    thing: object, show: Callable[[object], str]
) -> None:
    assert "**************01" in show(thing)
    assert hidden(show(thing))


ANSWERS: dict[str, Callable[[], Answer]] = {
    "premium": lambda: premium(FISHER, "2026-10", payer="self"),
    "undecided": lambda: premium(FISHER, "2026-10"),
    "enrolment": lambda: may_enrol(FISHER, DAY, scheme=DESK.schemes["kutim"]),
    "keeping": lambda: keeping_cover(FISHER, MEMBER, DAY),
    "cover": lambda: cover_on(MEMBER, DAY),
    "death": lambda: death_benefit(FISHER, MEMBER, Family(spouse=True), died_on=DAY, cause="other"),
}


@pytest.mark.parametrize("ask", [pytest.param(ask, id=name) for name, ask in ANSWERS.items()])
def test_an_answer_never_shows_the_number(ask: Callable[[], Answer]) -> None:
    answer = ask()
    shown = [
        answer.text("id"),
        answer.text("en"),
        answer.html("id"),
        answer.html("en"),
        answer._repr_html_(),
    ]
    assert hidden(*shown, str(answer), repr(answer), repr(answer.facts), answer.law.fingerprint)


MISPLACED: dict[str, Callable[[], object]] = {
    "a wrong NIK": lambda: Nik(DIGITS[:-4] + "0000"),
    "a long NIK": lambda: Nik(DIGITS + "7"),
    "a NIK as text": lambda: untyped(Worker)(nik=DIGITS),
    "a NIK as a number": lambda: Nik(int(DIGITS)),
    "as an income": lambda: Worker(income=int(DIGITS)),
    "as an income in text": lambda: untyped(Worker)(income=DIGITS),
    "as jobs": lambda: Worker(jobs=int(DIGITS)),
    "as an occupation": lambda: Worker(occupation=int(DIGITS)),
    "as a kind": lambda: BpuKind(DIGITS),
    "as a region": lambda: Worker(resident_of=DIGITS),
    "as a month": lambda: Month.of(DIGITS),
    "as a birth date": lambda: untyped(Worker)(birth=DIGITS),
    "as a payer": lambda: premium(FISHER, "2026-10", payer=DIGITS),
    "as a cause": lambda: death_benefit(FISHER, MEMBER, died_on=DAY, cause=DIGITS),
    "as a day": lambda: untyped(cover_on)(MEMBER, DIGITS),
    "as a scheme": lambda: load_scheme(DIGITS),
    "as a record": lambda: Participation(record=DIGITS),
    "as a record with dots": lambda: Participation(record="999999.290512.0001"),
    "as a kind of business": lambda: risk_group(f"toko {DIGITS}"),
    "as a part of the body": lambda: disability_rows(DIGITS),
    "as a record inside words": lambda: Participation(record=f"ktp {DIGITS}"),
}


@pytest.mark.parametrize("call", [pytest.param(call, id=name) for name, call in MISPLACED.items()])
def test_a_number_in_the_wrong_place_is_refused_and_masked(call: Callable[[], object]) -> None:
    with pytest.raises(JamsosError) as caught:
        call()
    error = caught.value
    assert hidden(str(error), repr(error), repr(error.args), repr(vars(error)))
    assert hidden("".join(traceback.format_exception_only(error)))


def test_an_error_masks_what_is_left_of_a_mistyped_number_and_keeps_an_amount() -> None:
    texts = "999999290512000", "a 9999992905120OO1.xlsx"
    error = InputError(texts[1], [*texts], "x", f"rename {texts[1]}")
    assert hidden(str(error), repr(error), repr(vars(error)))
    assert error.thing == "a ***********20OO1.xlsx"
    amount = InputError("income", 999_999_290_512_000, "less", "correct it")
    assert amount.value == 999_999_290_512_000


def test_no_error_of_the_door_keeps_what_the_reader_said() -> None:
    line = f'{{"id": "{DIGITS}", \xff'.encode("latin-1")
    calls: list[Callable[[], object]] = [
        lambda: parsing.parsed(line),
        lambda: verifying.read_receipt({"receipt": DIGITS}),
        lambda: read_question({"question": DIGITS}),
        lambda: read_question(
            {"question": "premium", "worker": {**FACTS, "nik": DIGITS[1:]}, "month": "2026-10"}
        ),
    ]
    for call in calls:
        with pytest.raises(JamsosError) as caught:
            call()
        assert (caught.value.__context__, caught.value.__cause__) == (None, None)


def test_a_log_of_everything_stays_masked(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("an.office").warning("asking for %s and %r", FISHER, FISHER.nik)
        for ask in ANSWERS.values():
            logging.getLogger("an.office").info("%s", ask())
        try:
            Nik(DIGITS + "7")
        except InputError:
            logging.getLogger("an.office").exception("refused")
        replies(
            *(
                ask | {"worker": FACTS | {"nik": DIGITS}}
                for ask in QUESTIONS.values()
                if "worker" in ask
            )
        )
    assert "an.office" in caplog.text
    assert {record.name for record in caplog.records} == {"an.office"}, "jamsos itself logs nothing"
    assert hidden(caplog.text)


@pytest.mark.parametrize("name", [name for name, asked in QUESTIONS.items() if "worker" in asked])
def test_no_reply_and_no_receipt_has_the_number(name: str) -> None:
    asked = QUESTIONS[name] | {"worker": FACTS | {"nik": DIGITS}, "lang": "id", "id": "row 7"}
    reply = replies(asked)
    assert "error" not in json.loads(reply)
    assert hidden(reply)
    without = replies(asked | {"worker": FACTS | {"has_nik": True}})
    assert reply == without, "that there is a number may matter, but not which"
    assert json.loads(next(iter(verify_lines([reply.encode()], DESK))))["verified"] is True


WRONG_PLACES: dict[str, dict[str, Any]] = {
    "id": {"id": DIGITS},
    "id with signs": {"id": "99-99-99 29.05.12 0001"},
    "id in words": {"id": f"pak {DIGITS} a"},
    "id as a number": {"id": int(DIGITS)},
    "id of a question that is wrong otherwise": {"id": DIGITS, "month": "2026-13"},
    "id of an unknown question": {"id": DIGITS, "question": "x"},
    "id of an unknown key": {"id": DIGITS, "colour": "red"},
    "wrong nik": {"worker": FACTS | {"nik": "9999993205120001"}},
    "nik as a number": {"worker": FACTS | {"nik": int(DIGITS)}},
    "income": {"worker": FACTS | {"income": int(DIGITS)}},
    "income as text": {"worker": FACTS | {"income": DIGITS}},
    "kind": {"worker": FACTS | {"kind": DIGITS}},
    "occupation": {"worker": FACTS | {"occupation": int(DIGITS)}},
    "region": {"worker": FACTS | {"resident_of": DIGITS}},
    "birth": {"worker": FACTS | {"birth": DIGITS}},
    "key": {DIGITS: 1},
    "key of the worker": {"worker": FACTS | {DIGITS: 1}},
    "month": {"month": DIGITS},
    "payer": {"payer": DIGITS},
    "scheme": {"scheme": DIGITS},
    "lang": {"lang": DIGITS},
    "decisions": {"decisions": {DIGITS: "x"}},
    "alternative": {"decisions": {"D33": DIGITS}},
    "holiday": {"holidays": [DIGITS]},
    "record": {"participation": PAID | {"record": DIGITS}},
    "the question itself": {"question": DIGITS},
}


@pytest.mark.parametrize(
    "wrong", [pytest.param(wrong, id=name) for name, wrong in WRONG_PLACES.items()]
)
def test_the_door_refuses_a_number_in_the_wrong_place_and_masks_it(wrong: dict[str, Any]) -> None:
    reply = replies(QUESTIONS["premium"] | wrong)
    assert "error" in json.loads(reply)
    assert hidden(reply)


@pytest.mark.parametrize(
    "record", ["row 7", "2026-0001", "RT01/RW02/0003", "a" * 200, "KUTIM-2026-000123"]
)
def test_an_ordinary_record_id_is_kept(record: str) -> None:
    assert json.loads(replies(QUESTIONS["premium"] | {"id": record}))["id"] == record


def test_a_receipt_with_the_number_put_back_shows_it_nowhere() -> None:
    reply = json.loads(replies(QUESTIONS["premium"] | {"worker": FACTS | {"nik": DIGITS}}))
    reply["receipt"]["question"]["worker"]["nik"] = DIGITS
    broken = reply["receipt"] | {"question": {"question": "premium", "id": DIGITS}}
    lines = [
        json.dumps(part).encode()
        for part in (reply, reply["receipt"], broken, {"receipt": {DIGITS: 1}})
    ]
    assert hidden(b"".join(verify_lines(lines, DESK)).decode())


SCRIPT = "<script>alert(\"x\")</script> & 'y'"
TOWN = """
[scheme]
id = "town"
name = { id = '''%s''', en = '''%s''' }
region = "99.99"
[[terms]]
from = 2023-01-01
payer = "APBD"
programmes = ["JKK", "JKM"]
months = 12
name = { id = '''%s''', en = '''%s''' }
source = [{ instrument = '''%s''', article_known = false }]
grade = "interpretation"
[[criterion]]
id = "letter"
test = "letter"
from_year = 2023
name = { id = '''%s''', en = '''%s''' }
source = [{ instrument = '''%s''', article_known = false }]
grade = "open"
"""


def town() -> Scheme:
    return read_scheme(TOWN.replace("%s", SCRIPT), "town.toml")


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("worker", [FISHER, Worker()], ids=["known", "unknown"])
def test_html_escapes_every_value(lang: str, worker: Worker) -> None:
    html = may_enrol(worker, DAY, scheme=town()).html(lang)
    assert "<script" not in html
    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#x27;y&#x27;" in html
    assert html.count("&lt;script&gt;") >= 3, "title, condition, grounds"
    assert "<script" not in may_enrol(FISHER, date(2022, 1, 1), scheme=town()).html(lang)


def test_html_of_a_premium_escapes_the_source_of_the_scheme() -> None:
    html = premium(FISHER, "2025-10", scheme=town())._repr_html_()
    assert "<script" not in html
    assert html.startswith('<div class="jamsos" lang="id">')
    assert html.endswith("</div>")


def test_html_refuses_a_language_that_is_markup() -> None:
    with pytest.raises(InputError, match="lang"):
        premium(FISHER, "2026-10", payer="self").html('"><script>')


def test_a_name_is_said_only_in_the_two_languages() -> None:
    assert [Bilingual("ya", "yes").say(lang) for lang in ("id", "en")] == ["ya", "yes"]
