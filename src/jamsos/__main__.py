"""``python -m jamsos``: list the law, answer questions, verify receipts."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from jamsos.answers.shown import shown_value
from jamsos.answers.texts import Text
from jamsos.eligibility.scheme import Scheme, load_scheme
from jamsos.errors import InputError, JamsosError, OutsideLawError
from jamsos.law.law import current
from jamsos.law.provisions import Provision


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it did its work, 2 when it could not start."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BrokenPipeError:  # the reader has seen enough, as with "| head"
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except JamsosError as error:
        sys.stderr.write(f"jamsos: {error}\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jamsos", description=__doc__)
    commands = parser.add_subparsers(required=True)
    law = commands.add_parser("law", help="list the law in force")
    law.add_argument("--on", metavar="DATE", help="the day, as 2026-11-01; without it every period")
    law.add_argument("--json", action="store_true", help="one JSON object a line")
    law.add_argument("--lang", choices=["id", "en"], default="id")
    law.set_defaults(run=_law)
    for name, about in (("answer", "answer questions"), ("verify", "check receipts")):
        command = commands.add_parser(name, help=f"{about}, one JSON object a line on standard input")
        command.add_argument("--scheme", action="append", default=[], metavar="FILE", help="a scheme file to add")
        command.set_defaults(run=_lines, name=name)
    schema = commands.add_parser("schema", help="print the JSON Schema of questions and replies")
    schema.set_defaults(run=_schema)
    return parser


def _law(options: argparse.Namespace) -> int:
    day = _day(options.on) if options.on is not None else None
    if day is not None and day < current().first_day:
        raise OutsideLawError("--on", day.isoformat(), f"{current().first_day} or later", "earlier law is not held")
    for provision in current().in_force(day):
        row = _as_json(provision) if options.json else _as_row(provision, options.lang)
        sys.stdout.write(row + "\n")
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError("--on", text, "a date such as 2026-11-01", "correct the date") from None


def _as_row(provision: Provision, lang: str) -> str:
    """One provision as a row of text."""
    period = Text("law.open", {"since": provision.since})
    if provision.until is not None:
        period = Text("law.closed", {"since": provision.since, "until": provision.until})
    sources = "; ".join(str(source) for source in provision.sources)
    grade = Text(f"grade.{provision.grade}").say(lang)
    name = provision.name.say(lang)
    value = shown_value(provision, lang) or provision.unit
    return f"{provision.id}: {value} | {period.say(lang)} | {sources} | {grade} | {name}"


def _as_json(provision: Provision) -> str:
    row = {
        "id": provision.id,
        "name": {"id": provision.name.id, "en": provision.name.en},
        "value": provision.value,
        "unit": "parts per million" if provision.unit == "share" else provision.unit,
        "columns": provision.columns,
        "from": str(provision.since),
        "until": str(provision.until) if provision.until else None,
        "known_until": str(provision.known_until),
        "sources": [str(source) for source in provision.sources],
        "grade": str(provision.grade),
        "decisions": provision.readings,
        "note": provision.note,
    }
    return json.dumps(row, ensure_ascii=False, default=str)


def _lines(options: argparse.Namespace) -> int:
    """Answer or verify standard input line by line."""
    from jamsos.door.lines import answer_lines, bounded_lines, verify_lines  # noqa: PLC0415 - needs the extra

    schemes: dict[str, Scheme] = {"kutim": load_scheme("kutim")}
    for path in options.scheme:
        scheme = load_scheme(path)
        if scheme.id in schemes:
            raise InputError("--scheme", scheme.id, "an id that is not taken", "give the scheme an id of its own")
        schemes[scheme.id] = scheme
    work: Callable[[Iterable[bytes], dict[str, Scheme]], Iterator[bytes]]
    work = answer_lines if options.name == "answer" else verify_lines
    for reply in work(bounded_lines(sys.stdin.buffer), schemes):
        sys.stdout.buffer.write(reply)
        sys.stdout.buffer.flush()
    return 0


def _schema(_options: argparse.Namespace) -> int:
    from jamsos.door.schema import schema  # noqa: PLC0415 - needs the extra

    sys.stdout.write(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
