"""``python -m jamsos``: list the law, answer questions, verify receipts."""

import argparse
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

from jamsos.answers.articles import article_lines, paragraph_row
from jamsos.answers.provision_rows import day_of_law, provision_row
from jamsos.answers.texts import Text
from jamsos.answers.wording import shown_value
from jamsos.errors import InputError, JamsosError
from jamsos.law.articles.cases import Cases, read_cases
from jamsos.law.articles.lookup import law_article
from jamsos.law.fidelity import fidelity_by_instrument
from jamsos.law.law import current
from jamsos.law.provisions import Provision

KEY_VARIABLE = "JAMSOS_RECEIPT_KEY"
CASES = Path(__file__).parents[2] / "tests" / "cases"
"""The cases of the sources; an installed library has none."""


DONE, NOT_STARTED, NOT_WRITTEN, INTERRUPTED, READER_GONE = 0, 2, 74, 130, 141
"""How the command ended: the last three as shells and ``sysexits.h`` number such ends."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the code tells how it ended."""
    options = _parser().parse_args(arguments)
    if options.run is not _serve and (sys.stdin is None or sys.stdout is None):
        # Python has no streams where the one who started it closed them.
        sys.stderr.write("jamsos: standard input or output is closed\n")
        return NOT_WRITTEN
    try:
        return int(options.run(options))
    except BrokenPipeError:
        # The reader has seen enough, as with "| head"; questions were left without a reply.
        _drop_output()
        return int(options.if_reader_goes)
    except KeyboardInterrupt:
        _drop_output()
        return INTERRUPTED
    except OSError as failed:
        # A full disk, for one: what was written before is whole.
        _drop_output()
        sys.stderr.write(f"jamsos: reading or writing failed: {failed.strerror}\n")
        return NOT_WRITTEN
    except JamsosError as error:
        sys.stderr.write(f"jamsos: {error}\n")
        return NOT_STARTED


def _drop_output() -> None:
    """Let what is still buffered go nowhere; Python would complain when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jamsos", description=__doc__)
    commands = parser.add_subparsers(required=True)
    law = commands.add_parser("law", help="list the law in force")
    law.add_argument("--on", metavar="DATE", help="the day, as 2026-11-01; without it every period")
    law.add_argument(
        "--article",
        metavar="ARTICLE",
        help='what an article says and what holds it, as "Permenaker 5/2021 92(2)"',
    )
    form = law.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object a line")
    form.add_argument(
        "--shares", action="store_true", help="for each text, how much of it was read word for word"
    )
    choices = ["id", "en"]
    law.add_argument("--lang", choices=choices, default="id")
    law.set_defaults(run=_law, if_reader_goes=DONE)
    subcommands = (("answer", "answer questions"), ("verify", "check receipts"))
    for name, about in subcommands:
        command = commands.add_parser(
            name, help=f"{about}, one JSON object a line on standard input"
        )
        _add_desk(command)
        command.set_defaults(run=_lines, name=name, if_reader_goes=READER_GONE)
    _add_serve(commands.add_parser("serve", help="answer questions over HTTP (extra 'web')"))
    schema = commands.add_parser("schema", help="print the JSON Schema of questions and replies")
    schema.set_defaults(run=_schema, if_reader_goes=DONE)
    return parser


def _add_desk(command: argparse.ArgumentParser) -> None:
    """What the door is opened with."""
    command.add_argument(
        "--scheme", action="append", default=[], metavar="FILE", help="a scheme file to add"
    )
    command.add_argument(
        "--key-file",
        metavar="FILE",
        help=f"what receipts are signed with; without it the environment's {KEY_VARIABLE}",
    )


def _add_serve(serve: argparse.ArgumentParser) -> None:
    """The options of the service."""
    serve.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    serve.add_argument("--port", default=8000, type=int, help="the port; 0 takes a free one")
    serve.add_argument(
        "--cors", action="append", default=[], metavar="ORIGIN", help="a web origin that may ask"
    )
    _add_desk(serve)
    serve.add_argument(
        "--grace",
        default=20,
        type=float,
        metavar="SECONDS",
        help="how long batches go on after the service was asked to end",
    )
    serve.set_defaults(run=_serve, if_reader_goes=DONE)


def _law(options: argparse.Namespace) -> int:
    """List the provisions, one a line, or say one article."""
    if options.article is not None:
        return _article(options)
    day = None
    if options.on is not None:
        day = day_of_law(options.on, "--on")
    if options.shares:
        return _shares(day or current().known_until, options.lang)
    for provision in current().in_force(day):
        row = _as_json(provision) if options.json else _as_row(provision, options.lang)
        sys.stdout.write(row + "\n")
    return 0


def _article(options: argparse.Namespace) -> int:
    """Say what an article says in each period, and what holds it."""
    if options.on is not None:
        step = "leave one of them out: an article is shown with all its periods"
        raise InputError("--on", options.on, "--article or --on", step)
    article = law_article(options.article)
    cases: Cases | None = None
    if CASES.is_dir():
        cases = read_cases(CASES)
    if options.json:
        rows = [paragraph_row(paragraph, cases) for paragraph in article.paragraphs]
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    else:
        lines = [*article_lines(article, options.lang, cases)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _shares(day: date, lang: str) -> int:
    """Print how much of each text was read word for word."""
    for row in fidelity_by_instrument(current(), day):
        share = Text(
            "law.share",
            {
                "instrument": row.instrument,
                "verbatim": row.verbatim,
                "provisions": row.provisions,
                "percent": row.percent,
            },
        )
        sys.stdout.write(share.say(lang) + "\n")
    return 0


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
    """One provision as a JSON object."""
    return json.dumps(provision_row(provision), ensure_ascii=False, default=str)


def _lines(options: argparse.Namespace) -> int:
    """Answer or verify standard input line by line."""
    # The law is listed without the extra, which only these commands need.
    from jamsos.door.desk import open_desk  # noqa: PLC0415
    from jamsos.door.lines import (  # noqa: PLC0415
        answer_lines,
        bounded_lines,
        verify_lines,
    )

    desk = open_desk(options.scheme, _key(options.key_file))
    questions: Any = sys.stdin.buffer
    replies = sys.stdout.buffer
    # A program that waits for each reply before it asks again must not wait for a full buffer.
    lines = bounded_lines(questions, before_waiting=replies.flush)
    reply_to_each = answer_lines if options.name == "answer" else verify_lines
    replies.writelines(reply_to_each(lines, desk))
    replies.flush()
    return 0


def _serve(options: argparse.Namespace) -> int:
    """Answer over HTTP until the process is asked to end."""
    # As above: only this command needs the extra.
    from jamsos.door.desk import open_desk  # noqa: PLC0415
    from jamsos.web import Limits, Settings  # noqa: PLC0415
    from jamsos.web.serving import serve  # noqa: PLC0415

    settings = Settings.of_environment(
        os.environ,
        desk=open_desk(options.scheme, _key(options.key_file)),
        origins=tuple(options.cors),
        limits=Limits(grace=options.grace),
    )
    serve(settings, options.host, options.port)
    return 0


def _key(file: str | None) -> bytes | None:
    """The key of a file or of the environment; None where there is neither."""
    if file is None:
        written = os.environ.get(KEY_VARIABLE)
        return None if written is None else os.fsencode(written).strip()
    try:
        return Path(file).read_bytes().strip()
    except OSError as failed:
        allowed = "a file that can be read"
        raise InputError("--key-file", file, allowed, f"correct it: {failed.strerror}") from None


def _schema(_options: argparse.Namespace) -> int:
    """Print the JSON Schema."""
    # As above: only this command needs the extra.
    from jamsos.door.schema import schema  # noqa: PLC0415

    contract = json.dumps(schema(), indent=1, ensure_ascii=False)
    sys.stdout.write(contract + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
