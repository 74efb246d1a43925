"""Run the cases of ``tests/cases``: a question of the JSON door each, with the law's answer."""

import json
import re
import tomllib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache, cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from unittest.mock import patch

from jamsos.answers.answer import Answer
from jamsos.answers.ground_keys import key_of
from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.parts import When
from jamsos.door import question as question_module
from jamsos.door.answering import answered
from jamsos.door.desk import Desk, open_desk
from jamsos.door.question import Schemes
from jamsos.door.reading import AnyQuestion, read_question
from jamsos.door.replies import error_reply
from jamsos.errors import JamsosError
from jamsos.law.law import Law

CASES = Path(__file__).parent / "cases"
CASE_KEYS = frozenset({"name", "article", "question", "expect"})
MONEY_KEYS = ("total", "payable_now", "payable_after_settlement")
EXPECT_KEYS = frozenset(
    {
        "outcome",
        *MONEY_KEYS,
        "lines",
        "parties",
        "payers",
        "due",
        "findings",
        "not_findings",
        "needs",
        "possible_totals",
        "grounds",
        "not_grounds",
        "notes",
        "not_notes",
        "conditions",
        "rests_on",
        "units",
        "warnings",
        "says",
        "error",
    }
)
UNDECIDED = "cannot_decide"
"""How a case writes a finding that cannot be decided; TOML has no null."""

Seen = Mapping[str, Any]
"""What an answer came to, by the keys of ``expect``."""


@dataclass(frozen=True)
class Case:
    """One case: a question with its answer by the law."""

    file: str
    name: str
    article: str
    question: Mapping[str, Any]
    expect: Mapping[str, Any]

    @property
    def id(self) -> str:
        """File and name, as a test shows it."""
        return f"{self.file}: {self.name}"

    @cached_property
    def line(self) -> bytes:
        """The question as a line of the door."""
        return json.dumps(self.question).encode()

    @cached_property
    def asked(self) -> AnyQuestion | JamsosError:
        """The question, read once; an error where it cannot be read."""
        try:
            return read_question(dict(self.question))
        except JamsosError as error:
            return error


@cache
def load_cases() -> tuple[Case, ...]:
    """Read every case.

    Raises:
        ValueError: for a key no case has.

    """
    found: list[Case] = []
    for path in sorted(CASES.rglob("*.toml")):
        file = path.relative_to(CASES).with_suffix("").as_posix()
        content = tomllib.loads(path.read_text("utf-8"))
        _known(content, {"case"}, file)
        found += [_case(item, file) for item in content["case"]]
    return tuple(found)


def _case(item: dict[str, Any], file: str) -> Case:
    place = f"{file}: {item.get('name')}"
    if item.keys() != CASE_KEYS:
        raise ValueError(
            f"{place}: a case has exactly {sorted(CASE_KEYS)}, this one {sorted(item)}"
        )
    _known(item["expect"], EXPECT_KEYS, place)
    return Case(
        file, item["name"], item["article"], _plain(item["question"]), _plain(item["expect"])
    )


def _known(table: Mapping[str, Any], keys: frozenset[str] | set[str], place: str) -> None:
    if unknown := set(table) - keys:
        raise ValueError(f"{place}: unknown keys {sorted(unknown)}; allowed: {sorted(keys)}")


def _plain(value: Any) -> Any:
    """TOML as JSON: days as text, runs of payments as lists."""
    if isinstance(value, dict):
        table = cast("dict[str, Any]", value)
        return {
            key: _payments(item) if key == "payments" else _plain(item)
            for key, item in table.items()
        }
    if isinstance(value, list):
        items = cast("list[object]", value)
        return [_plain(item) for item in items]
    return value.isoformat() if isinstance(value, date) else value


def _payments(given: Any) -> Any:
    """Write out runs ``{ first, last, on, amount }``; without ``on`` paid on the first day."""
    items: list[dict[str, Any]] = [given] if isinstance(given, dict) else given
    return [_plain(one) for item in items for one in (_run(item) if "first" in item else [item])]


def _run(item: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    _known(item, {"first", "last", "on", "amount"}, "payments")
    index, last = (_index(item[key]) for key in ("first", "last"))
    for at in range(index, last + 1):
        first_day = date(at // 12, at % 12 + 1, 1)
        paid = {"month": first_day.isoformat()[:7], "on": item.get("on", first_day)}
        yield paid | ({"amount": item["amount"]} if "amount" in item else {})


def _index(month: str) -> int:
    found = re.fullmatch(r"(\d{4})-(\d{2})", month)
    if found is None:
        raise ValueError(f"{month}: not a month")
    return int(found[1]) * 12 + int(found[2]) - 1


@cache
def desk() -> Desk:
    """The door as cases ask it, with the schemes a case can name."""
    return open_desk([])


def schemes() -> Schemes:
    """The schemes a case can name."""
    return desk().schemes


def run(case: Case, law: Law | None = None) -> Seen:
    """Ask the question: through the door, or under a changed law without writing the reply."""
    if law is None:
        return _seen_reply(answered(case.line, desk()), case.expect)
    return seen(ask(case, law), case.expect)


def ask(case: Case, law: Law) -> Answer | JamsosError:
    """Ask the question under a law; a refusal is given back."""
    if isinstance(case.asked, JamsosError):
        return case.asked
    with _in_force(law):
        try:
            return case.asked.ask(schemes())
        except JamsosError as error:
            return error


@contextmanager
def _in_force(law: Law) -> Generator[None]:
    """Let the questions of the door take this law for the one shipped."""
    with patch.object(question_module, "current", lambda: law):
        yield


def mismatches(case: Case, seen: Seen) -> list[str]:
    """Compare what the case expects with what was seen; empty where they agree."""
    if "error" in seen and "error" not in case.expect:
        return [f"error: expected none, got {seen['error']}"]
    found: list[str] = []
    for key, expected in case.expect.items():
        got = seen.get(key)
        if key in _COMPARED:
            found += _COMPARED[key](key, expected, got)
        elif got != expected:
            found.append(f"{key}: expected {expected}, got {got}")
    return found


def _table(key: str, expected: Mapping[str, Any], got: Mapping[str, Any] | None) -> list[str]:
    """A subset of a table."""
    return [
        f"{key}.{name}: expected {value}, got {(got or {}).get(name)}"
        for name, value in expected.items()
        if (got or {}).get(name) != value
    ]


def _all_there(key: str, expected: list[str], got: set[str] | None) -> list[str]:
    """A subset of a set."""
    return [
        f"{key}: expected {name} among {sorted(got or ())}"
        for name in expected
        if name not in (got or ())
    ]


def _none_there(key: str, expected: list[str], got: set[str] | None) -> list[str]:
    return [f"{key}: got {name}" for name in expected if name in (got or ())]


def _same_set(key: str, expected: list[Any], got: set[Any] | None) -> list[str]:
    return [] if set(expected) == (got or set()) else [f"{key}: expected {expected}, got {got}"]


def _same_sets(
    key: str, expected: Mapping[str, list[str]], got: Mapping[str, set[str]] | None
) -> list[str]:
    """Each named part with exactly these."""
    return [
        wrong
        for name, items in expected.items()
        for wrong in _same_set(f"{key}.{name}", items, (got or {}).get(name))
    ]


def _all_said(key: str, expected: list[str], got: str | None) -> list[str]:
    """Pieces of the text, however its lines break."""
    text = " ".join((got or "").split())
    return [f"{key}: expected {piece!r} in {text!r}" for piece in expected if piece not in text]


_COMPARED: Mapping[str, Callable[[str, Any, Any], list[str]]] = {
    "possible_totals": _same_set,
    "warnings": _same_set,
    "rests_on": _same_sets,
    "says": _all_said,
    "units": _table,
    "parties": _table,
    "due": _table,
    "findings": _table,
    "conditions": _table,
    "grounds": _all_there,
    "notes": _all_there,
    "not_findings": _none_there,
    "not_grounds": _none_there,
    "not_notes": _none_there,
}


class _Told(SimpleNamespace):
    """An object of a reply, read like the answer it was made of; what is absent is None."""

    def __getattr__(self, name: str) -> Any:
        return None


def _seen_reply(reply: bytes, expect: Mapping[str, Any]) -> Seen:
    """What a reply says."""
    told = json.loads(reply, object_hook=lambda table: _Told(**table))
    if told.error is not None:
        return {"error": told.error}
    keys = [ground.key for ground in told.grounds]
    seen: dict[str, Any] = {
        "says": told.text,
        "outcome": told.outcome,
        "needs": told.needs,
        "findings": _listed(
            (item.code, UNDECIDED if item.value is None else item.value) for item in told.findings
        ),
        "notes": {note.code for note in told.notes},
        "possible_totals": {item.total for item in told.possibilities},
    } | {key: getattr(told, key) for key in MONEY_KEYS}
    return _with_parts(seen, told, keys, expect)


def seen(answer: Answer | JamsosError, expect: Mapping[str, Any]) -> Seen:
    """What an answer of the library says, in the same words."""
    if isinstance(answer, JamsosError):
        return {"error": error_reply(answer, None)["error"]}
    told: dict[str, Any] = {
        "says": answer.text("en") if "says" in expect else None,
        "outcome": str(answer.outcome),
        "needs": [need.id for need in answer.needs],
        "findings": _listed((item.code, _value(item.value)) for item in answer.findings),
        "notes": {note.code for note in answer.notes},
        "possible_totals": {_money(item.total) for item in answer.possibilities},
    }
    if isinstance(answer, MoneyAnswer) and answer.decided:
        told["total"] = _money(answer.total)
        told["payable_now"] = _money(answer.payable(When.NOW))
        told["payable_after_settlement"] = _money(answer.payable(When.AFTER_SETTLEMENT))
    keys = [key_of(g) for g in answer.grounds] if {"grounds", "not_grounds"} & set(expect) else []
    return _with_parts(told, answer, keys, expect)


def _listed(findings: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Findings by code; of a code that stands more than once all values, in their order."""
    found: dict[str, list[Any]] = {}
    for code, value in findings:
        found.setdefault(code, []).append(value)
    return {code: values[0] if len(values) == 1 else values for code, values in found.items()}


def _with_parts(
    seen: dict[str, Any], told: Any, keys: list[str], expect: Mapping[str, Any]
) -> Seen:
    """Add what replies and answers have in common: lines, conditions, grounds."""
    lines: dict[str, Fraction] = {}
    parties: dict[str, Any] = {item.code: item.party for item in told.findings if item.party}
    due: dict[str, str] = {}
    payers: dict[str, Fraction] = {}
    for line in told.lines:
        payers[line.payer or "bpjs"] = payers.get(line.payer or "bpjs", Fraction(0)) + Fraction(
            line.amount
        )
        lines[line.code] = lines.get(line.code, Fraction(0)) + Fraction(line.amount)
        parties[line.code] = line.party
        if line.month is not None and line.due is not None:
            due[str(line.month)] = str(line.due)
    conditions: dict[str, str] = {}
    for condition in told.conditions:
        before = f"{conditions[condition.code]}, " if condition.code in conditions else ""
        conditions[condition.code] = before + str(condition.status)
    grounds = {*keys, *(key.partition("@")[0] for key in keys)}
    seen |= {
        "lines": {code: _money(amount) for code, amount in lines.items()},
        "parties": parties,
        "payers": {payer: _money(amount) for payer, amount in payers.items()},
        "due": due,
        "conditions": conditions,
    }
    seen |= {"grounds": grounds, "not_grounds": grounds, "not_notes": seen["notes"]}
    seen["not_findings"] = set(seen["findings"])
    seen["units"] = {finding.code: finding.unit for finding in told.findings}
    seen["warnings"] = {note.code for note in told.notes if note.warning}
    if "rests_on" in expect:
        seen["rests_on"] = _by_part(told)
    return seen


def _by_part(told: Any) -> dict[str, set[str]]:
    """The grounds of each part of an answer or reply by its code, without dates of periods."""
    found: dict[str, set[str]] = {}
    for part in (*told.conditions, *told.lines, *told.findings, *told.notes):
        keys = (ground if isinstance(ground, str) else key_of(ground) for ground in part.grounds)
        found.setdefault(part.code, set()).update(key.partition("@")[0] for key in keys)
    return found


def _whole(amount: Any) -> bool:
    return not isinstance(amount, str) and amount.denominator == 1


def _money(amount: Any) -> int | str:
    return int(amount) if _whole(amount) else str(amount)


def _value(value: Any) -> Any:
    if value is None:
        return UNDECIDED
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, bool | int) else str(value)
