"""The door under faults: of its own, of the disk, of whoever reads or stops it; and its details."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from attrs import evolve
from reply_schema import definition_of

from jamsos import Worker, current, load_scheme, may_enrol
from jamsos.answers.parts import Finding, Line
from jamsos.answers.texts import Text
from jamsos.door import amounts, parts, verifying
from jamsos.door.answering import answered, reply_to
from jamsos.door.desk import open_desk
from jamsos.door.lines import answer_lines, verify_lines
from jamsos.door.schema import schema
from jamsos.errors import LawDataError

DESK = open_desk()
ASK: dict[str, Any] = {
    "question": "premium",
    "worker": {"kind": "b", "income": 900_000, "sector": "other"},
    "month": "2026-10",
    "payer": "self",
}
SHIPPED = Path(load_scheme.__code__.co_filename).parent / "schemes" / "kutim.toml"


def asked(question: dict[str, Any]) -> Any:
    return json.loads(answered(json.dumps(question).encode(), DESK))


# A fault of ours ----------------------------------------------------------------------------


def faulty(*_arguments: object) -> None:
    raise ZeroDivisionError("the income of Rekaan Amat is 900000")


def test_a_fault_of_ours_costs_one_line_and_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [json.dumps(ASK | {"id": f"row {n}"}).encode() for n in range(3)]
    replies = answer_lines(lines, DESK)
    first = json.loads(next(replies))
    with monkeypatch.context() as patched:
        patched.setattr(parts, "parts_of", faulty)
        second = next(replies)
    third = json.loads(next(replies))
    assert first["total"] == third["total"] == 8_400
    told = json.loads(second)
    assert (told["kind"], told["error"], told["id"]) == ("fault", "internal", "row 1")
    assert not any(word in second for word in (b"Amat", b"900000", b"ZeroDivision"))


def test_a_fault_before_the_record_was_read_names_no_record(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("jamsos.door.answering.parsed", faulty)
    told = asked(ASK)
    assert told["error"] == "internal"
    assert "id" not in told


def test_a_fault_while_verifying_costs_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    receipt = json.dumps(asked(ASK)["receipt"]).encode()
    replies = verify_lines([receipt, receipt], DESK)
    with monkeypatch.context() as patched:
        patched.setattr(verifying, "composed", faulty)
        assert json.loads(next(replies))["error"] == "internal"
    assert json.loads(next(replies))["verified"] is True


@pytest.mark.parametrize("age", [151, 3_000, 10**30])
def test_an_age_nobody_reaches_is_refused_when_the_scheme_is_loaded(
    age: int, tmp_path: Path
) -> None:
    file = tmp_path / "old.toml"
    file.write_text(SHIPPED.read_text("utf-8").replace("below = 65", f"below = {age}"), "utf-8")
    with pytest.raises(LawDataError, match="from 0 to 150"):
        load_scheme(file)
    refused = run("answer", "--scheme", str(file), given=b"{}\n")
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr.count(b"\n") == 1


def test_the_oldest_age_a_scheme_may_have_can_be_asked(tmp_path: Path) -> None:
    file = tmp_path / "old.toml"
    file.write_text(SHIPPED.read_text("utf-8").replace("below = 65", "below = 150"), "utf-8")
    worker = Worker(kind="b", birth=date(1950, 1, 1), works=True)
    answer = may_enrol(worker, date(2026, 6, 1), scheme=load_scheme(file))
    status = {condition.code: str(condition.status) for condition in answer.conditions}
    assert status["age"] == "met"


# How the command ends -----------------------------------------------------------------------


def run(*arguments: str, given: bytes = b"", **options: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "jamsos", *arguments]
    return subprocess.run(
        command, input=given, capture_output=True, check=False, timeout=120, **options
    )


def started(arguments: Sequence[str], stdout: int | BinaryIO) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "jamsos", *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=stdout, stderr=pipe)


LINE = json.dumps(ASK).encode() + b"\n"


def test_a_reader_that_goes_away_ends_the_door_with_141() -> None:
    with started(["answer"], stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(LINE)
        running.stdin.flush()
        assert running.stdout.readline().endswith(b"}\n")
        running.stdout.close()
        running.stdin.write(LINE * 3)
        running.stdin.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


def test_an_interrupt_ends_the_door_with_130() -> None:
    with started(["answer"], stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(LINE)
        running.stdin.flush()
        assert running.stdout.readline().endswith(b"}\n")
        time.sleep(0.2)
        running.send_signal(signal.SIGINT)
        assert running.stderr.read() == b""
        assert running.stdout.read() == b""
    assert running.returncode == 130


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_ends_the_door_with_74() -> None:
    with Path("/dev/full").open("wb") as full, started(["answer"], stdout=full) as running:
        _, said = running.communicate(LINE)
    assert running.returncode == 74
    assert said.startswith(b"jamsos: reading or writing failed: ")
    assert said.count(b"\n") == 1


@pytest.mark.parametrize(("name", "closed"), [("answer", "<&-"), ("verify", ">&-"), ("law", ">&-")])
def test_a_stream_that_was_closed_is_said_and_no_traceback(name: str, closed: str) -> None:
    command = f"exec '{sys.executable}' -m jamsos {name} {closed}"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stdout) == (74, b"")
    assert done.stderr == b"jamsos: standard input or output is closed\n"


# A key --------------------------------------------------------------------------------------


def test_the_key_comes_from_a_file_or_the_environment(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_bytes(b"0123456789abcdef\n")
    signed = run("answer", "--key-file", str(file), given=LINE).stdout
    assert json.loads(signed)["receipt"]["signature"] is not None
    environment = {**os.environ, "JAMSOS_RECEIPT_KEY": "0123456789abcdef"}
    told = json.loads(run("verify", given=signed, env=environment).stdout)
    assert (told["verified"], told["signature"]) == (True, "good")


@pytest.mark.parametrize(("content", "words"), [(b"short", b"key: got"), (None, b"--key-file")])
def test_a_key_that_cannot_be_used_is_refused(
    content: bytes | None, words: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "key"
    if content is not None:
        file.write_bytes(content)
    refused = run("answer", "--key-file", str(file), given=LINE)
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert words in refused.stderr


@pytest.mark.parametrize("key", ["", " " * 20])
def test_a_key_of_the_environment_that_was_not_filled_in_is_refused(key: str) -> None:
    refused = run("answer", given=LINE, env={**os.environ, "JAMSOS_RECEIPT_KEY": key})
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr.startswith(b"jamsos: key: got '0 bytes'")


def test_a_key_may_be_of_any_bytes() -> None:
    environment = {**os.environb, b"JAMSOS_RECEIPT_KEY": b"\xff\xfe" * 8}
    signed = run("answer", given=LINE, env=environment).stdout
    told = json.loads(run("verify", given=signed, env=environment).stdout)
    assert (told["verified"], told["signature"]) == (True, "good")


# Details, and questions about the door ------------------------------------------------------


MORE: dict[str, dict[str, Any]] = {
    "premium": ASK,
    "undecided": {"question": "premium", "worker": {"kind": "b", "income": 900_000},
                  "month": "2026-02", "payer": "self"},
    "cover": {"question": "cover_on", "on": "2026-10-20", "participation": {
        "number_issued": "2026-01-05", "payments": [{"month": "2026-01", "on": "2026-01-05"}]}},
    "duty": {"question": "required_programmes", "worker": {"segment": "PU"}, "on": "2026-08-10"},
    "sanctions": {"question": "employer_sanctions", "breach": "not_paid", "on": "2026-06-26",
                  "first_warning_on": "2026-03-02"},
    "several people": {"question": "wage_premium_run", "first": "2026-08", "last": "2026-10",
                       "workers": 3, "employment": {"pay_form": "monthly",
                       "basic_wage": 4_000_000, "fixed_allowances": 0, "risk_group": "I"}},
    "several months": {"question": "premium_run", "worker": ASK["worker"], "payer": "self",
                       "first": "2026-10", "last": "2026-12"},
    "a payer of a benefit": {"question": "jkk_benefit", "worker": {"segment": "PU"},
        "participation": {"segment": "PU", "number_issued": "2026-01-05", "payments": [],
            "employment": {"pay_form": "monthly", "basic_wage": 4_000_000,
                           "fixed_allowances": 0, "risk_group": "I"}},
        "accident": {"on": "2026-06-10"}},
}  # fmt: skip
AMOUNTS = ("outcome", "needs", "total", "payable_now", "payable_after_settlement")
OF_A_LINE = ("code", "amount", "when", "month", "due", "party", "payer")
OF_A_FINDING = ("code", "value", "unit", "type", "party")


@pytest.mark.parametrize("name", MORE)
def test_a_lean_reply_says_the_same_as_a_full_one(name: str) -> None:
    full, grounds, amounts = (
        asked(MORE[name] | {"detail": detail}) for detail in ("full", "grounds", "amounts")
    )
    assert [reply["detail"] for reply in (full, grounds, amounts)] == ["full", "grounds", "amounts"]
    assert [definition_of(reply) for reply in (grounds, amounts)] == [
        definition_of(full).replace("Reply", f"{detail}Reply") for detail in ("Grounds", "Amounts")
    ]
    assert "receipt" not in amounts
    assert "grounds" not in amounts
    assert grounds["receipt"]["question"] == MORE[name] | {"detail": "grounds"}
    for lean in (grounds, amounts):
        assert {key: lean.get(key) for key in AMOUNTS} == {key: full.get(key) for key in AMOUNTS}
        for part, keys in (("lines", OF_A_LINE), ("findings", OF_A_FINDING)):
            kept = [[item.get(key) for key in keys] for item in full[part]]
            assert [[item.get(key) for key in keys] for item in lean[part]] == kept
    assert [one["key"] for one in grounds["grounds"]] == [one["key"] for one in full["grounds"]]
    assert not any(key.endswith(("_id", "_en")) for key in json.dumps(grounds["lines"]).split('"'))


def test_several_months_and_people_stand_in_one_line() -> None:
    months = {line["month"] for line in asked(MORE["several months"])["lines"]}
    assert months == {"2026-10", "2026-11", "2026-12"}
    one = asked(MORE["several people"] | {"workers": 1})["total"]
    assert asked(MORE["several people"])["total"] == 3 * one


def test_ping_and_version_are_questions() -> None:
    assert asked({"question": "ping", "id": "row 1"}) == {"question": "ping", "id": "row 1"}
    told = asked({"question": "version"})
    law = asked(ASK)["law"]
    assert (told["law"], told["fingerprint"]) == (law["version"], law["fingerprint"])
    assert told["schema"] == schema()["version"]
    refused = asked({"question": "ping", "worker": {}})
    assert (refused["thing"], refused["value"]) == ("worker", "unknown key")
    nik = asked({"question": "ping", "id": "9999992905120001"})
    assert (nik["thing"], nik["value"]) == ("id", "**************01")


def test_what_a_log_may_keep_stands_beside_the_reply() -> None:
    told = reply_to(LINE, DESK)
    assert (told.question, told.outcome) == ("premium", "yes")
    refused = reply_to(b"{", DESK)
    assert (refused.question, refused.outcome) == (None, "input")
    ping = reply_to(b'{"question": "ping"}', DESK)
    assert (ping.question, ping.outcome) == ("ping", "yes")


def test_an_amount_says_only_what_applies_to_it() -> None:
    ground = current().get("jkm.funeral", date(2026, 6, 1))
    bare = Line(code="jkm.funeral", amount=1, grounds=(ground,), formula=Text("note.not_told"))
    assert amounts._line(bare) == {"code": "jkm.funeral", "amount": 1, "when": "now"}
    owed = evolve(bare, party="heirs", payer="employer")
    assert amounts._line(owed)["party"] == "heirs"
    assert amounts._line(owed)["payer"] == "employer"
    duty = Finding(code="state", value=None, grounds=(ground,), party="employer")
    assert amounts._finding(duty)["party"] == "employer"
