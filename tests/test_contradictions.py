"""Facts that contradict each other, and limits that hold: refused by name, never guessed around."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import msgspec
import pytest
from attrs import evolve
from untyped import untyped

from jamsos import (
    Child,
    DeathBenefit,
    Family,
    InputError,
    LawDataError,
    Month,
    Participation,
    Worker,
    cover_on,
    current,
    death_benefit,
    load_scheme,
    payments,
    premium,
    premium_run,
    scholarship_projection,
)
from jamsos.door.answering import answered
from jamsos.door.desk import open_desk
from jamsos.door.lines import bounded_lines, verify_lines
from jamsos.door.parsing import LONGEST_LINE
from jamsos.law.strict_toml import sources

DAY = date(2026, 10, 1)
FISHER = Worker(kind="b", income=900_000, sector="other", birth=date(1984, 5, 17))
MEMBER = Participation(
    number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-10"), payer="self"
)
KUTIM = load_scheme("kutim")
DESK = open_desk([])


def dies(member: Participation = MEMBER, *children: Child) -> DeathBenefit:
    return death_benefit(FISHER, member, Family(children=children), died_on=DAY, cause="other")


@pytest.mark.parametrize(
    ("ask", "word"),
    [
        pytest.param(
            lambda: premium(FISHER, "2026-06", scheme=KUTIM, payer="self"),
            "payer",
            id="another payer",
        ),
        pytest.param(
            lambda: premium(FISHER, "2026-06", scheme=KUTIM, row=5), "row", id="another row"
        ),
        pytest.param(
            lambda: premium(FISHER, "2026-06", payer="self").payable("later"),
            "when",
            id="another time",
        ),
        pytest.param(
            lambda: premium(FISHER, "2026-06", payer="self").line("premium.jkp"),
            "line of premium",
            id="a line of another question",
        ),
        pytest.param(lambda: untyped(Month)("2026-01"), "Month", id="a month that is no index"),
        pytest.param(lambda: cover_on(MEMBER, date(2201, 1, 1)), "2200", id="a year too far"),
        pytest.param(
            lambda: cover_on((MEMBER, MEMBER), DAY),
            "each registration once",
            id="one registration twice",
        ),
        pytest.param(
            lambda: evolve(MEMBER, first_month="2026-04"),
            "Participation.first_month",
            id="a late first month",
        ),
        pytest.param(
            lambda: dies(evolve(MEMBER, number_issued=date(1980, 1, 7), payments=())),
            "Participation.number_issued",
            id="a number before birth",
        ),
        pytest.param(
            lambda: dies(MEMBER, Child(birth=date(1984, 5, 17))), "Child.birth", id="a child as old"
        ),
        pytest.param(
            lambda: dies(MEMBER, Child(birth=date(2026, 11, 1), level="SD")),
            "Child.birth",
            id="at school unborn",
        ),
        pytest.param(
            lambda: scholarship_projection(Child(birth=date(2027, 1, 1), level="SD", year=1), DAY),
            "Child.birth",
            id="a projection unborn",
        ),
    ],
)
def test_a_contradiction_is_refused_by_name(ask: Callable[..., Any], word: str) -> None:
    with pytest.raises(InputError, match=word):
        ask()


def test_a_child_born_after_the_death_is_no_contradiction() -> None:
    assert dies(MEMBER, Child(birth=date(2026, 12, 1))).total == 42_000_000


def test_the_participation_s_own_row_is_the_benefit_base() -> None:
    member = evolve(MEMBER, row=10)
    answer = death_benefit(
        FISHER, member, died_on=DAY, accident_on=DAY, cause="work_accident", scheme=KUTIM
    )
    assert answer.line("jkk.death") == 48 * 2_950_000


def test_a_negative_value_is_no_amendment() -> None:
    with pytest.raises(LawDataError, match="from 0 up"):
        current().amended(evolve(current().get("jkm.funeral", DAY), value=-1))


def test_a_law_without_a_jkm_contribution_leaves_no_credit() -> None:
    law = current().amended(evolve(current().get("jkm.contribution_bpu_month", DAY), value=0))
    paid = Participation(
        number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-06", amount=10_000)
    )
    assert not premium_run(
        FISHER, "2026-01", "2026-09", payer="self", participation=paid, law=law
    ).findings


@pytest.mark.parametrize(
    "source",
    [
        {"instrument": "PP 44/2015", "lampiran": "II", "ayat": "1"},
        {"instrument": "PP 44/2015", "article_known": True},
        {"instrument": " ", "pasal": "1"},
    ],
)
def test_half_a_source_is_refused(source: dict[str, bool | str]) -> None:
    with pytest.raises(LawDataError, match="here"):
        sources([source], "here")


def test_a_line_that_is_too_long_is_never_held_whole() -> None:
    stream = io.BytesIO(b"x" * (3 * LONGEST_LINE) + b"\n{}\n")
    first, second = bounded_lines(stream)
    assert (len(first), second) == (LONGEST_LINE + 1, b"{}\n")


class InPieces:
    """A stream whose bytes come as they come: lines end anywhere."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = [*pieces, b""]

    def read1(self, _size: int, /) -> bytes:
        return self._pieces.pop(0)


def test_whoever_waits_for_a_reply_has_it_before_more_lines_are_waited_for() -> None:
    waits: list[None] = []
    seen: list[tuple[int, bytes]] = []
    pieces = InPieces(b"one\ntw", b"o\nthree\n", b"four")
    for line in bounded_lines(pieces, before_waiting=lambda: waits.append(None)):
        seen.append((len(waits), line))
    assert seen == [(1, b"one\n"), (2, b"two\n"), (2, b"three\n"), (4, b"four")]


def test_a_reply_of_another_version_is_compared_like_any_other() -> None:
    question = {
        "question": "premium",
        "worker": {"kind": "b", "income": 900_000, "sector": "other"},
        "month": "2026-06",
        "payer": "self",
    }
    reply = json.loads(answered(json.dumps(question).encode(), DESK))
    reply["receipt"]["jamsos"] = "0.0.9"
    reply["notes"][0]["text_en"] = "Worded otherwise then."

    told = json.loads(next(verify_lines([msgspec.json.encode(reply)], DESK)))
    assert (told["error"], told["thing"], told["value"]) == ("receipt", "reply", "altered")


def run(*arguments: str) -> CompletedProcess[bytes]:
    command = [sys.executable, "-m", "jamsos", *arguments]
    return subprocess.run(command, input=b"", capture_output=True, check=False)


def test_the_command_refuses_a_day_before_the_law() -> None:
    told = run("law", "--on", "1999-01-01")
    assert told.returncode == 2
    assert b"2015-07-01" in told.stderr


def test_the_command_refuses_a_scheme_that_takes_a_name(tmp_path: Path) -> None:
    text = (Path(load_scheme.__code__.co_filename).parent / "schemes" / "kutim.toml").read_text(
        "utf-8"
    )
    file = tmp_path / "mine.toml"
    file.write_text("\ufeff" + text, "utf-8")
    told = run("answer", "--scheme", str(file))
    assert told.returncode == 2
    assert b"kutim" in told.stderr
