"""A registration office in small: a web service that asks jamsos and keeps the answers.

    pip install 'jamsos[web]'
    python examples/service/office.py answers.sqlite

Then, in another window:

    curl -s localhost:8000/premiums -H 'content-type: application/json' -d '{
      "worker": {"kind": "independent", "income": 900000, "sector": "other"},
      "month": "2026-11", "payer": "self"}'
    curl -s localhost:8000/answers/1/brief?lang=en

The facts come in and the answers go out in the forms the library has for them: the service has no
serialiser of its own. What is kept is the answer with its grounds; an identity number never is.
"""

import json
import sqlite3
from argparse import ArgumentParser
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import uvicorn
from litestar import Litestar, MediaType, Request, Response, get, post
from litestar.di import Provide
from litestar.exceptions import NotFoundException
from litestar.params import FromQuery
from msgspec import Struct

from jamsos import (
    Answer,
    AnswerForm,
    Family,
    JamsosError,
    MoneyAnswer,
    Participation,
    Worker,
    answer_from_dict,
    death_benefit,
    premium,
)

Form = dict[str, Any]
"""The form of a fact or an answer, as JSON has it."""


class Store:
    """Answers in an SQLite file: each a row with its whole form, and what a list is made of."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it."""
        self._path = path
        with self._connected() as database:
            database.execute(
                "CREATE TABLE IF NOT EXISTS answers "
                "(number INTEGER PRIMARY KEY, question TEXT, outcome TEXT, answer TEXT)"
            )

    @contextmanager
    def _connected(self) -> Generator[sqlite3.Connection]:
        # A connection for each request: SQLite's own may not change threads.
        with closing(sqlite3.connect(self._path)) as database, database:
            yield database

    def keep(self, answer: Answer) -> int:
        """Keep an answer; its number."""
        row = (answer.question, answer.outcome, answer.to_json())
        with self._connected() as database:
            added = database.execute(
                "INSERT INTO answers (question, outcome, answer) VALUES (?, ?, ?)", row
            )
        return int(added.lastrowid or 0)

    def answer(self, number: int) -> Answer:
        """The answer of a number, as it was given.

        Raises:
            NotFoundException: if no answer has the number.

        """
        with self._connected() as database:
            row = database.execute(
                "SELECT answer FROM answers WHERE number = ?", (number,)
            ).fetchone()
        if row is None:
            raise NotFoundException(f"no answer has the number {number}")
        (text,) = row
        return answer_from_dict(json.loads(text))

    def numbers(self) -> list[int]:
        """The numbers of all answers, the oldest first."""
        with self._connected() as database:
            rows = database.execute("SELECT number FROM answers ORDER BY number").fetchall()
        return [number for (number,) in rows]


class PremiumQuestion(Struct, forbid_unknown_fields=True):
    """What is due for a month?"""

    worker: Form
    month: str
    payer: str | None = None


class DeathQuestion(Struct, forbid_unknown_fields=True):
    """What does the family receive?"""

    worker: Form
    participation: Form
    died_on: date
    cause: str | None = None
    accident_on: date | None = None
    family: Form | None = None


class Kept(Struct):
    """An answer that was kept: its number, its sentences and its form."""

    number: int
    brief_id: str
    brief_en: str
    answer: AnswerForm


class Row(Struct):
    """An answer in the list of all answers."""

    number: int
    question: str
    outcome: str
    title_id: str
    total: int | str | None
    """Whole rupiah, a fraction as text; null where nothing is decided or no money asked for."""


def kept(number: int, answer: Answer) -> Kept:
    """An answer with its number, as the service replies."""
    return Kept(
        number=number,
        brief_id=answer.brief("id"),
        brief_en=answer.brief("en"),
        answer=answer.to_dict(),
    )


@post("/premiums", sync_to_thread=True)
def ask_premium(data: PremiumQuestion, store: Store) -> Kept:
    """Ask for the contribution of a month."""
    worker = Worker.from_dict(data.worker)
    answer = premium(worker, data.month, payer=data.payer)
    return kept(store.keep(answer), answer)


@post("/death-benefits", sync_to_thread=True)
def ask_death_benefit(data: DeathQuestion, store: Store) -> Kept:
    """Ask what the family receives."""
    family = None
    if data.family is not None:
        family = Family.from_dict(data.family)
    answer = death_benefit(
        Worker.from_dict(data.worker),
        Participation.from_dict(data.participation),
        family,
        died_on=data.died_on,
        cause=data.cause,
        accident_on=data.accident_on,
    )
    return kept(store.keep(answer), answer)


@get("/answers", sync_to_thread=True)
def list_answers(store: Store) -> list[Row]:
    """All answers in a line each."""
    rows: list[Row] = []
    for number in store.numbers():
        answer = store.answer(number)
        total: int | str | None = None
        if isinstance(answer, MoneyAnswer) and answer.decided:
            total = answer.to_dict().get("total")
        row = Row(number, answer.question, answer.outcome, answer.title.say("id"), total)
        rows.append(row)
    return rows


@get("/answers/{number:int}", sync_to_thread=True)
def read_answer(number: int, store: Store) -> Kept:
    """One answer, read back."""
    return kept(number, store.answer(number))


@get("/answers/{number:int}/brief", media_type=MediaType.TEXT, sync_to_thread=True)
def read_brief(number: int, store: Store, lang: FromQuery[str] = "id") -> str:
    """One answer in two or three plain sentences."""
    return store.answer(number).brief(lang)


@get("/answers/{number:int}/page", media_type=MediaType.HTML, sync_to_thread=True)
def read_page(number: int, store: Store, lang: FromQuery[str] = "id") -> str:
    """One answer as a page to be shown or printed."""
    body = store.answer(number).html(lang)
    return f'<!doctype html><meta name="viewport" content="width=device-width">{body}'


def refuse(_request: Request[Any, Any, Any], error: JamsosError) -> Response[Form]:
    """Say what was wrong with the facts, and what to do next."""
    problem: Form = {
        "title": type(error).__name__,
        "status": 422,
        "detail": str(error),
        "thing": error.thing,
        "allowed": error.allowed,
        "next_step": error.next_step,
    }
    return Response(problem, status_code=422, media_type="application/problem+json")


def office(path: Path) -> Litestar:
    """The service over the answers of one file."""
    store = Store(path)
    return Litestar(
        [ask_premium, ask_death_benefit, list_answers, read_answer, read_brief, read_page],
        dependencies={"store": Provide(lambda: store, sync_to_thread=False)},
        exception_handlers={JamsosError: refuse},
    )


def main() -> None:
    """Serve on this machine alone, as ``office.py FILE PORT`` says."""
    commands = ArgumentParser(description="a registration office in small")
    commands.add_argument("file", nargs="?", default="answers.sqlite", type=Path)
    commands.add_argument("port", nargs="?", default=8000, type=int)
    stated = commands.parse_args()
    uvicorn.run(office(stated.file), port=stated.port, log_level="warning")


if __name__ == "__main__":
    main()
