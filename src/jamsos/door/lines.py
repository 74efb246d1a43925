"""One question a line in, one reply a line out, in the same order; receipts and their verification."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, BinaryIO, TypeVar

import msgspec

from jamsos.door.asking import Schemes
from jamsos.door.reading import read_question
from jamsos.door.replies import AnswerOut, ErrorOut, LineOut, Receipt, answer_out, error_out
from jamsos.errors import InputError, JamsosError, ReceiptError, instead, looks_like_nik
from jamsos.law.law import Law
from jamsos.values.plain import as_list, as_table

R = TypeVar("R", bound=msgspec.Struct)
LONGEST_RECORD = 200
LONGEST_LINE = 2**20
"""A longer line is refused unread, so that memory stays bounded."""


def bounded_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Read lines without ever holding more than the longest one allowed; of a longer one only its beginning."""
    while line := stream.readline(LONGEST_LINE + 1):
        rest = line
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE + 1)
        yield line


def answer_lines(lines: Iterable[bytes], schemes: Schemes) -> Iterator[bytes]:
    """Answer questions, one JSON object a line; a bad line yields an error object and the rest is answered."""
    for line in lines:
        if line.strip():
            yield msgspec.json.encode(answer_line(line, schemes)) + b"\n"


def answer_line(line: bytes, schemes: Schemes) -> AnswerOut | ErrorOut:
    """Answer one question given as JSON."""
    record: str | None = None
    try:
        raw = _parsed(line)
        record = _record(raw.get("id"))
        return answer_object(raw, schemes)
    except JamsosError as error:
        return error_out(error, record)


def _record(given: object) -> str | None:
    """The caller's record id, if it may be repeated in a reply."""
    usable = isinstance(given, str) and len(given) <= LONGEST_RECORD and not looks_like_nik(given)
    return str(given) if usable else None


def answer_object(raw: dict[str, Any], schemes: Schemes) -> AnswerOut:
    """Answer one question given as plain values, with a receipt.

    Raises:
        JamsosError: for a question that cannot be read or asked.

    """
    question = read_question(raw)
    answer = question.ask(schemes)
    reply = answer_out(answer, question.id, question.lang)
    reply.receipt = _receipt(raw, reply, answer.law)
    return reply


def _parsed(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise InputError("line", f"{len(line)} bytes", f"at most {LONGEST_LINE} bytes", "send one question a line")
    failures = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
    refused = InputError("line", "not JSON", "one JSON object in UTF-8", "check quotes and commas")
    raw: object = instead(lambda: msgspec.json.decode(line), failures, lambda _: refused)
    table = as_table(raw)
    if table is None:
        raise InputError("line", type(raw).__name__, "a JSON object", "send one question a line")
    return table


def _receipt(raw: dict[str, Any], reply: AnswerOut, law: Law) -> Receipt:
    from jamsos import __version__  # noqa: PLC0415 - the package is complete by now

    return Receipt(
        jamsos=__version__,
        law=law.version,
        fingerprint=law.fingerprint,
        question=without_nik(raw),
        answer=_digest(reply, without_nik(raw)),
    )


def without_nik(raw: Any) -> Any:
    """Drop every identity number from a question."""
    table, listed = as_table(raw), as_list(raw)
    if table is not None:
        return {key: without_nik(value) for key, value in table.items() if key != "nik"}
    return raw if listed is None else [without_nik(value) for value in listed]


def _digest(reply: AnswerOut, question: dict[str, Any]) -> str:
    """A digest of what was asked and answered, without the texts, which may be worded better one day."""
    core = [
        sorted(question.items()),
        reply.question,
        reply.outcome,
        [reply.total, reply.payable_now, reply.payable_after_settlement],
        [(c.code, c.status, c.grounds) for c in reply.conditions],
        [_line_core(line) for line in reply.lines],
        [(f.code, f.value, f.unit, f.grounds, f.party) for f in reply.findings],
        [(n.code, n.warning, n.grounds) for n in reply.notes],
        reply.needs,
        reply.possibilities,
        [(g.key, g.grade, g.value, g.sources, g.chosen) for g in reply.grounds],
    ]
    return sha256(msgspec.json.encode(core)).hexdigest()


def _line_core(line: LineOut) -> tuple[object, ...]:
    """What a receipt keeps of a line; BPJS as the payer goes without saying."""
    instead = () if line.payer is None else (line.payer,)
    return line.code, line.amount, line.when, line.month, line.due, line.party, line.grounds, *instead


def verify_lines(lines: Iterable[bytes], schemes: Schemes) -> Iterator[bytes]:
    """Check receipts (or whole replies), one a line."""
    for line in lines:
        if line.strip():
            yield msgspec.json.encode(_verified(line, schemes)) + b"\n"


def _verified(line: bytes, schemes: Schemes) -> "Verified | ErrorOut":
    try:
        raw = _parsed(line)
        return verify(raw["receipt"], schemes, reply=raw) if "receipt" in raw else verify(raw, schemes)
    except JamsosError as error:
        return error_out(error, None)


class Verified(msgspec.Struct, kw_only=True):
    """Whether the same question gives the same answer today, and under the same law data."""

    verified: bool
    same_answer: bool
    same_law: bool
    jamsos: str
    law: str


def verify(receipt: object, schemes: Schemes, reply: object = None) -> Verified:
    """Ask the receipt's question again and compare; a whole reply is compared with its receipt as well.

    Raises:
        ReceiptError: if it is no receipt, or if the reply around it was altered.
        InputError: if its question can no longer be asked.

    """
    read = _converted(receipt, Receipt, "receipt")
    again = answer_object(read.question, schemes)
    new = again.receipt
    same_answer = new is not None and new.answer == read.answer
    same_law = new is not None and (new.law, new.fingerprint) == (read.law, read.fingerprint)
    same_library = new is not None and new.jamsos == read.jamsos
    if reply is not None:
        _check_reply(_converted(reply, AnswerOut, "reply"), read, again if same_law and same_library else None)
    return Verified(
        verified=same_answer and same_law,
        same_answer=same_answer,
        same_law=same_law,
        jamsos=read.jamsos,
        law=read.law,
    )


def _check_reply(reply: AnswerOut, receipt: Receipt, again: AnswerOut | None) -> None:
    """Refuse a reply that is not the one of its receipt; under the same law and library to the letter."""
    altered = _digest(reply, receipt.question) != receipt.answer
    if again is not None:
        altered = altered or msgspec.json.encode(again) != msgspec.json.encode(reply)
    if altered:
        raise ReceiptError("reply", "altered", "the reply as it was given", "ask the question again")


def _converted(value: object, kind: type[R], name: str) -> R:
    def refused(failed: Exception) -> ReceiptError:
        return ReceiptError(name, "refused", f"a {name} as it was given", str(failed))

    return instead(lambda: msgspec.convert(value, kind), (msgspec.ValidationError,), refused)
