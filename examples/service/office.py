"""A registration office in small: a web service that asks jamsos and keeps answers and receipts.

    pip install 'jamsos[examples,web]'
    python examples/service/office.py

Then, in another window:

    curl -s localhost:8000/premiums -H 'content-type: application/json' -d '{
      "worker": {"kind": "independent", "income": 900000, "sector": "other"},
      "month": "2026-11", "payer": "self"}'
    curl -s localhost:8000/answers/1/brief?lang=en
    curl -s -X POST localhost:8000/verifications

The database is an SQLite file, or what OFFICE_DATABASE names, as
``postgresql+psycopg://office@localhost/office``, which needs ``pip install 'psycopg[binary]'``.
What is kept is the question without any identity number, the answer with its grounds, and its
receipt. After an upgrade of jamsos, which may bring other law data, ``/verifications`` asks every
question again and lists whose amounts changed.
"""

import json
import os
from argparse import ArgumentParser
from typing import Any

import sqlalchemy as sql
import uvicorn
from litestar import Litestar, MediaType, Request, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.exceptions import NotFoundException
from litestar.params import FromQuery
from msgspec import Struct

from jamsos import Answer, AnswerForm, InputError, JamsosError, answer_from_dict
from jamsos.door.answering import answered
from jamsos.door.desk import open_desk
from jamsos.door.detail import Detail
from jamsos.door.verifying import verified
from jamsos.web.asking import of_path

DATABASE = "OFFICE_DATABASE"
Form = dict[str, Any]
"""The form of a fact or an answer, as JSON has it."""
DESK = open_desk([])
LARGEST = 2**31 - 1
"""The largest number a row may have."""
TABLES = sql.MetaData()
ANSWERS = sql.Table(
    "answers",
    TABLES,
    sql.Column("number", sql.Integer, primary_key=True),
    sql.Column("question", sql.Text, nullable=False),
    sql.Column("outcome", sql.Text, nullable=False),
    sql.Column("total", sql.Text),
    sql.Column("answer", sql.Text, nullable=False),
    sql.Column("receipt", sql.Text, nullable=False),
)
"""A row is an answer. JSON is kept as text: an answer is read back as it was given."""


class Refused(Exception):  # noqa: N818 - it is said to the caller, not to the office
    """A question the door did not answer."""

    def __init__(self, reply: Form) -> None:
        """Keep what the door replied."""
        super().__init__(reply["thing"])
        self.reply = reply


def asked(question: bytes) -> Form:
    """What the door replies to a question, with the receipt.

    Raises:
        Refused: if it is an error.
        InputError: if less than a whole answer is asked for.

    """
    reply: Form = json.loads(answered(question, DESK))
    if "error" in reply:
        raise Refused(reply)
    if reply["detail"] != Detail.FULL:
        step = "leave it out: an answer is kept with its grounds and its receipt"
        raise InputError("detail", reply["detail"], "'full'", step)
    return reply


def total_of(reply: Form) -> str | None:
    """The sum of a reply as text; None where nothing is decided or no money asked for."""
    total = reply.get("total")
    return None if total is None else str(total)


class Store:
    """The answers in a database."""

    def __init__(self, address: str) -> None:
        """Open the database; make its table where there is none."""
        self._engine = sql.create_engine(address)
        TABLES.create_all(self._engine)

    def keep(self, reply: Form) -> int:
        """Keep a reply; its number."""
        receipt = reply.pop("receipt")
        row = {
            "question": reply["question"],
            "outcome": reply["outcome"],
            "total": total_of(reply),
            "answer": json.dumps(reply),
            "receipt": json.dumps(receipt),
        }
        with self._engine.begin() as connection:
            added = connection.execute(sql.insert(ANSWERS).values(row).returning(ANSWERS.c.number))
            return int(added.scalar_one())

    def answer(self, number: int) -> Answer:
        """The answer of a number, as it was given.

        Raises:
            NotFoundException: if no answer has the number.

        """
        [row, *_] = self.rows(ANSWERS.c.number == min(number, LARGEST)) or [None]
        if row is None:
            raise NotFoundException(f"no answer has the number {number}")
        return answer_from_dict(json.loads(row.answer))

    def rows(self, which: sql.ColumnElement[bool]) -> list[Any]:
        """Rows, the oldest first."""
        wanted = sql.select(ANSWERS).where(which).order_by(ANSWERS.c.number)
        with self._engine.connect() as connection:
            return list(connection.execute(wanted))


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
    total: str | None
    """Rupiah as text; null where nothing is decided or no money asked for."""


def kept(number: int, answer: Answer) -> Kept:
    """An answer with its number, as the service replies."""
    return Kept(
        number=number,
        brief_id=answer.brief("id"),
        brief_en=answer.brief("en"),
        answer=answer.to_dict(),
    )


class Changed(Struct):
    """An answer that is another one today."""

    number: int
    question: str
    total_then: str | None
    total_now: str | None
    """The same sum where only the grounds changed."""
    refused: str | None = None
    """Why the question cannot be asked any more."""


class Verification(Struct):
    """What came of asking every question again."""

    same: int
    changed: list[Changed]


@post("/premiums", sync_to_thread=True)
def ask_premium(body: bytes, store: NamedDependency[Store]) -> Kept:
    """Ask for the contribution of a month."""
    # The door reads the body itself: its errors name the place, and mask what may be a number.
    number = store.keep(asked(of_path(body, "premium")))
    return kept(number, store.answer(number))


@post("/death-benefits", sync_to_thread=True)
def ask_death_benefit(body: bytes, store: NamedDependency[Store]) -> Kept:
    """Ask what the family receives."""
    number = store.keep(asked(of_path(body, "death_benefit")))
    return kept(number, store.answer(number))


@get("/answers", sync_to_thread=True)
def list_answers(store: NamedDependency[Store]) -> list[Row]:
    """All answers in a line each."""
    rows: list[Row] = []
    for row in store.rows(sql.true()):
        title = json.loads(row.answer)["title_id"]
        rows.append(Row(row.number, row.question, row.outcome, title, row.total))
    return rows


@post("/verifications", status_code=200, sync_to_thread=True)
def verify_answers(store: NamedDependency[Store]) -> Verification:
    """Ask every question again, and list whose answers changed."""
    verification = Verification(same=0, changed=[])
    for row in store.rows(sql.true()):
        checked = json.loads(verified(row.receipt.encode(), DESK))
        if checked.get("same_answer"):
            verification.same += 1
        else:
            verification.changed.append(changed(row))
    return verification


def changed(row: Any) -> Changed:
    """What an answer was, and what it is today."""
    change = Changed(row.number, row.question, row.total, None)
    try:
        question = json.loads(row.receipt)["question"]
        change.total_now = total_of(asked(json.dumps(question).encode()))
    except Refused as refused:
        change.refused = refused.reply["next_step"]
    return change


@get("/answers/{number:int}", sync_to_thread=True)
def read_answer(number: int, store: NamedDependency[Store]) -> Kept:
    """One answer, read back."""
    return kept(number, store.answer(number))


@get("/answers/{number:int}/brief", media_type=MediaType.TEXT, sync_to_thread=True)
def read_brief(number: int, store: NamedDependency[Store], lang: FromQuery[str] = "id") -> str:
    """One answer in two or three plain sentences."""
    return store.answer(number).brief(lang)


@get("/answers/{number:int}/page", media_type=MediaType.HTML, sync_to_thread=True)
def read_page(number: int, store: NamedDependency[Store], lang: FromQuery[str] = "id") -> str:
    """One answer as a page to be shown or printed."""
    body = store.answer(number).html(lang)
    return f'<!doctype html><meta name="viewport" content="width=device-width">{body}'


def problem(reply: Form) -> Response[Form]:
    """Say what was wrong with the facts, and what to do next."""
    told = {"title": "refused", "status": 422, **reply}
    return Response(told, status_code=422, media_type="application/problem+json")


def refuse(_request: Request[Any, Any, Any], refused: Refused) -> Response[Form]:
    """Pass on what the door replied."""
    return problem(refused.reply)


def refuse_reading(_request: Request[Any, Any, Any], error: JamsosError) -> Response[Form]:
    """Say why an answer that was kept cannot be read."""
    parts = {"thing": error.thing, "allowed": error.allowed, "next_step": error.next_step}
    return problem(parts)


def office(address: str) -> Litestar:
    """The service over the answers of a database."""
    store = Store(address)
    return Litestar(
        [
            *(ask_premium, ask_death_benefit, verify_answers),
            *(list_answers, read_answer, read_brief, read_page),
        ],
        dependencies={"store": Provide(lambda: store, sync_to_thread=False)},
        exception_handlers={Refused: refuse, JamsosError: refuse_reading},
    )


def main() -> None:
    """Serve on this machine alone, as ``office.py FILE PORT`` says."""
    commands = ArgumentParser(description="a registration office in small")
    commands.add_argument("file", nargs="?", default="answers.sqlite", help="without a database")
    commands.add_argument("port", nargs="?", default=8000, type=int)
    stated = commands.parse_args()
    address = os.environ.get(DATABASE, f"sqlite:///{stated.file}")
    uvicorn.run(office(address), port=stated.port, log_level="warning")


if __name__ == "__main__":
    main()
