"""The example of a service, asked over HTTP, on SQLite and on PostgreSQL."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple

import postgresql
import pytest
import sqlalchemy as sql

SERVICE = Path(__file__).parents[2] / "examples" / "service" / "office.py"
PATIENCE = 30
"""Seconds a service may take to start."""
FISHER = {"kind": "independent", "income": 900_000, "sector": "other"}
MEMBER = {
    "number_issued": "2026-08-10",
    "payments": [
        {"month": "2026-08", "on": "2026-08-10"},
        {"month": "2026-09", "on": "2026-09-10"},
    ],
}
NUMBER = "9999992905120001"
"""Nobody's identity number: there is no region 99."""
DEATH = {
    "worker": FISHER,
    "participation": MEMBER,
    "died_on": "2026-10-01",
    "cause": "work_accident",
    "accident_on": "2026-10-01",
}


class Reply(NamedTuple):
    """What the service replied."""

    status: int
    body: str

    @property
    def form(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.body)


class Client:
    """Speaks HTTP with the service."""

    def __init__(self, port: int) -> None:
        self._port = port

    def ask(self, method: str, path: str, form: object = None) -> Reply:
        """Send a form and read the reply."""
        return self.send(method, path, None if form is None else json.dumps(form))

    def send(self, method: str, path: str, body: str | None) -> Reply:
        """Send a request and read its reply."""
        connection = HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        connection.request(method, path, body, {"content-type": "application/json"})
        response = connection.getresponse()
        reply = Reply(response.status, response.read().decode())
        connection.close()
        return reply


@pytest.fixture(name="address", scope="module", params=["sqlite", "postgresql"])
def _address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('office') / 'answers.sqlite'}"
        return
    absent = postgresql.absent()
    if absent is not None:
        pytest.skip(f"not run: {absent} absent")
    with postgresql.server() as address:
        yield address


@pytest.fixture(name="database", scope="module")
def _database(address: str) -> Iterator[sql.Engine]:
    """The database, for a test that changes what was kept."""
    engine = sql.create_engine(address)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[Client]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(SERVICE), "unused.sqlite", str(port)]
    environment = {**os.environ, "OFFICE_DATABASE": address}
    with subprocess.Popen(command, env=environment) as service:
        client = Client(port)
        wait_for(client)
        yield client
        service.terminate()


def wait_for(client: Client) -> None:
    """Wait until the service answers."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            client.ask("GET", "/answers")
        except ConnectionError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return


def test_an_answer_is_kept_and_read_back(client: Client) -> None:
    kept = client.ask("POST", "/death-benefits", DEATH)
    assert kept.status == 201
    # PP 82/2019 Lampiran III: 60 % of 80 wages of 1,000,000, periodic and funeral money.
    assert kept.form["answer"]["total"] == 48_000_000 + 12_000_000 + 10_000_000
    again = client.ask("GET", f"/answers/{kept.form['number']}")
    assert (again.status, again.form) == (200, kept.form)


def test_a_premium_says_its_result_in_both_languages(client: Client) -> None:
    asked = {"worker": FISHER, "month": "2026-11", "payer": "self"}
    kept = client.ask("POST", "/premiums", asked).form
    # PP 50/2025: half of 10,000 + 6,800.
    assert kept["answer"]["total"] == 8_400
    number = kept["number"]
    assert "Rp8.400" in kept["brief_id"]
    assert client.ask("GET", f"/answers/{number}/brief").body == kept["brief_id"]
    assert client.ask("GET", f"/answers/{number}/brief?lang=en").body == kept["brief_en"]
    assert "Rp8.400" in client.ask("GET", f"/answers/{number}/page").body
    rows = client.ask("GET", "/answers").form
    assert [(row["total"], row["question"]) for row in rows if row["number"] == number] == [
        ("8400", "premium")
    ]


def test_what_is_not_decided_has_no_total(client: Client) -> None:
    kept = client.ask("POST", "/premiums", {"worker": {}, "month": "2026-11"}).form
    assert kept["answer"]["outcome"] == "cannot_decide"
    rows = client.ask("GET", "/answers").form
    assert [row["total"] for row in rows if row["number"] == kept["number"]] == [None]


@pytest.mark.parametrize(
    ("path", "form", "thing"),
    [
        ("/premiums", {"worker": {"incme": 1}, "month": "2026-11"}, "incme"),
        ("/premiums", {"worker": {"kind": "z"}, "month": "2026-11"}, "kind"),
        ("/premiums", {"worker": FISHER, "month": "2026-13"}, "month"),
        ("/death-benefits", DEATH | {"family": {"spouse": "yes"}}, "spouse"),
    ],
)
def test_a_wrong_fact_is_refused_by_name(
    client: Client, path: str, form: object, thing: str
) -> None:
    refused = client.ask("POST", path, form)
    assert refused.status == 422
    assert thing in refused.form["thing"].lower()
    assert refused.form["allowed"]
    assert refused.form["next_step"]


@pytest.mark.parametrize("number", [999, -1, 0, 2**31, 2**63, 10**30])
def test_an_answer_nobody_kept_is_not_found(client: Client, number: int) -> None:
    assert client.ask("GET", f"/answers/{number}").status == 404


@pytest.mark.parametrize(
    "body",
    [
        *("", "[]", "{", "7", "{}", '{"worker": {}, "month": 1e400}', '{"worker": "\\ud800"}'),
        '{"worker":' * 5_000 + "1" + "}" * 5_000,
        f'{{"{NUMBER}": 1}}',
        f'{{"worker": {{"{NUMBER}": "{NUMBER}"}}, "month": "2026-11"}}',
        f'{{"worker": {{}}, "month": "{NUMBER}"}}',
        '{"question": "ping"}',
        '{"worker": {}, "month": "2026-11", "detail": "amounts"}',
        '{"worker": {}, "month": "2026-11", "detail": "grounds"}',
    ],
)
def test_a_body_nobody_means_is_refused_and_its_numbers_masked(client: Client, body: str) -> None:
    refused = client.send("POST", "/premiums", body)
    assert refused.status == 422
    assert refused.form["next_step"]
    assert not any(NUMBER[at : at + 6] in refused.body for at in range(11))


def test_no_identity_number_comes_out(client: Client) -> None:
    member = MEMBER | {"nik": NUMBER}
    kept = client.ask("POST", "/death-benefits", DEATH | {"participation": member})
    assert NUMBER not in kept.body
    worker = FISHER | {"nik": NUMBER}
    kept = client.ask("POST", "/death-benefits", DEATH | {"worker": worker})
    assert kept.status == 201
    assert NUMBER[:6] not in kept.body


def changed_receipt(database: sql.Engine, number: int, total: str, **changes: Any) -> None:
    """Change the receipt of an answer that was kept, and its total."""
    of_number = {"number": number}
    with database.begin() as connection:
        read = sql.text("SELECT receipt FROM answers WHERE number = :number")
        receipt = json.loads(connection.execute(read, of_number).scalar_one()) | changes
        write = sql.text(
            "UPDATE answers SET total = :total, receipt = :receipt WHERE number = :number"
        )
        new = {"total": total, "receipt": json.dumps(receipt)}
        connection.execute(write, of_number | new)


def test_after_a_change_of_law_those_whose_amounts_changed_are_listed(
    client: Client, database: sql.Engine
) -> None:
    asked = {"worker": FISHER, "month": "2026-11", "payer": "self"}
    numbers = [client.ask("POST", "/premiums", asked).form["number"] for _ in range(2)]
    before = client.ask("POST", "/verifications")
    assert (before.status, before.form["changed"]) == (200, [])
    # As if the first answer was given when the law knew no relief: 10,000 + 6,800.
    changed_receipt(database, numbers[0], "16800", answer="0" * 64, fingerprint="0" * 16)
    after = client.ask("POST", "/verifications").form
    assert after["same"] == before.form["same"] - 1
    [changed] = after["changed"]
    assert (changed["number"], changed["total_then"], changed["total_now"]) == (
        numbers[0],
        "16800",
        "8400",
    )


def test_a_question_that_can_no_longer_be_asked_is_listed_with_the_reason(
    client: Client, database: sql.Engine
) -> None:
    asked = {"worker": FISHER, "month": "2026-11", "payer": "self"}
    number = client.ask("POST", "/premiums", asked).form["number"]
    of_a_scheme = {"question": "premium", "scheme": "gone"} | asked
    changed_receipt(database, number, "8400", question=of_a_scheme)
    listed = client.ask("POST", "/verifications").form["changed"]
    [changed] = [row for row in listed if row["number"] == number]
    assert (changed["total_now"], bool(changed["refused"])) == (None, True)


def test_what_is_kept_holds_no_identity_number(client: Client, database: sql.Engine) -> None:
    worker = FISHER | {"nik": NUMBER}
    kept = client.ask("POST", "/premiums", {"worker": worker, "month": "2026-11", "payer": "self"})
    assert kept.status == 201
    with database.connect() as connection:
        # Cell by cell: a row as a whole is shown shortened.
        rows = [str(list(row)) for row in connection.execute(sql.text("SELECT * FROM answers"))]
    assert any("has_nik" in row for row in rows)
    assert not any(NUMBER[at : at + 6] in row for row in rows for at in range(11))


def test_two_who_ask_at_once_get_numbers_of_their_own(client: Client) -> None:
    asked = {"worker": FISHER, "month": "2026-11", "payer": "self"}

    def ask(_number: int) -> Reply:
        return client.ask("POST", "/premiums", asked)

    with ThreadPoolExecutor(8) as threads:
        replies = list(threads.map(ask, range(24)))
    assert {reply.status for reply in replies} == {201}
    assert len({reply.form["number"] for reply in replies}) == 24
