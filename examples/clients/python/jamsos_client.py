"""A client of jamsos that needs nothing but Python: over lines, or over HTTP."""

import json
import subprocess
from collections.abc import Iterable, Iterator
from typing import Any, cast
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from jamsos_types import AnswerReply, ErrorReply, Question

PATIENCE = 30
"""Seconds until a service must have replied."""


class NotAnsweredError(Exception):
    """Why a question was not answered: the place, what is allowed, and the next step."""

    def __init__(self, reply: ErrorReply) -> None:
        """Keep the reply."""
        thing = reply.get("thing", "")
        super().__init__(f"{thing}: {reply.get('next_step', reply['error'])}")
        self.reply = reply


def answer_of(reply: dict[str, Any]) -> AnswerReply:
    """The reply, if it is an answer.

    Raises:
        NotAnsweredError: if it is none.

    """
    if "error" in reply:
        raise NotAnsweredError(cast("ErrorReply", reply))
    return cast("AnswerReply", reply)


class Lines:
    """One process for many questions; a question a line, a reply a line."""

    def __init__(self, command: tuple[str, ...] = ("jamsos", "answer")) -> None:
        """Start the process."""
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe)  # noqa: S603

    def ask(self, question: Question) -> AnswerReply:
        """Ask one question.

        Raises:
            NotAnsweredError: if it cannot be answered.
            ConnectionError: if the process has ended.

        """
        asked, replied = self._process.stdin, self._process.stdout
        if asked is None or replied is None:
            raise ConnectionError
        asked.write(json.dumps(question).encode() + b"\n")
        asked.flush()
        line = replied.readline()
        if not line:
            message = "jamsos gave no reply"
            raise ConnectionError(message)
        return answer_of(json.loads(line))

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


class Http:
    """A service that was started with ``jamsos serve``."""

    def __init__(self, base: str, key: str | None = None) -> None:
        """Remember where it is."""
        self._base = base.rstrip("/")
        self._headers = {} if key is None else {"authorization": f"Bearer {key}"}

    def ask(self, question: Question) -> AnswerReply:
        """Ask one question.

        Raises:
            NotAnsweredError: if it cannot be answered.

        """
        name = question["question"]
        body = self._sent(f"/v1/questions/{name}", "application/json", json.dumps(question))
        return answer_of(json.loads(body))

    def batch(self, questions: Iterable[Question]) -> Iterator[dict[str, Any]]:
        """Ask some hundreds of questions at once; a bad one has an error object as its reply."""
        lines = "\n".join(json.dumps(question) for question in questions)
        for line in self._sent("/v1/lines", "application/jsonl", lines).splitlines():
            yield json.loads(line)

    def _sent(self, path: str, kind: str, body: str) -> bytes:
        headers = {"content-type": kind, **self._headers}
        request = Request(self._base + path, body.encode(), headers)  # noqa: S310
        try:
            with urlopen(request, timeout=PATIENCE) as reply:  # noqa: S310 - the caller's own service
                return bytes(reply.read())
        except HTTPError as refused:
            # A problem says what was wrong, in the same words as the lines do.
            with refused:
                return bytes(refused.read())
