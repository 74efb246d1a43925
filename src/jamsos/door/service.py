"""Questions about the door itself: whether it answers, and which law and library answer."""

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

import msgspec

from jamsos.answers.form import FORM
from jamsos.door.question import checked_record
from jamsos.door.replies import RECEIPT
from jamsos.forms.reading import FACTS, placed
from jamsos.law.law import current

SCHEMA_VERSION = "1.1.0"
"""The version of the schema: additive until a major release."""


class PingQuestion(
    msgspec.Struct, kw_only=True, forbid_unknown_fields=True, tag_field="question", tag="ping"
):
    """Does the door answer?"""

    id: str | None = None
    """The caller's own record id; never an identity number."""


class VersionQuestion(
    msgspec.Struct, kw_only=True, forbid_unknown_fields=True, tag_field="question", tag="version"
):
    """Which library, which law and which forms answer?"""

    id: str | None = None
    """The caller's own record id; never an identity number."""


ServiceQuestion: TypeAlias = PingQuestion | VersionQuestion


class PingReply(TypedDict):
    """The door answers."""

    question: Literal["ping"]
    id: NotRequired[str]


class VersionReply(TypedDict):
    """Which library, which law and which forms answer."""

    question: Literal["version"]
    jamsos: str
    law: str
    known_until: str
    fingerprint: str
    form: int
    receipt: int
    schema: str
    id: NotRequired[str]


NAMES = ("ping", "version")
"""The names of these questions."""
_read = FACTS.values_reader({"question": FACTS.reader(str), "id": FACTS.reader(str | None)})


def is_about_the_door(raw: dict[str, Any]) -> bool:
    """Whether a question is one of these."""
    return raw.get("question") in NAMES


def service_reply(raw: dict[str, Any]) -> PingReply | VersionReply:
    """Answer a question about the door.

    Raises:
        InputError: for a key such a question does not have.

    """
    read = placed(_read, raw, "")
    record: str | None = checked_record(read.get("id"))
    reply: PingReply | VersionReply
    reply = {"question": "ping"}
    if read["question"] == "version":
        reply = _version()
    if record is not None:
        reply["id"] = record
    return reply


def _version() -> VersionReply:
    from jamsos import __version__  # noqa: PLC0415 - the package is complete by now

    law = current()
    return {
        "question": "version",
        "jamsos": __version__,
        "law": law.version,
        "known_until": law.known_until.isoformat(),
        "fingerprint": law.fingerprint,
        "form": FORM,
        "receipt": RECEIPT,
        "schema": SCHEMA_VERSION,
    }
