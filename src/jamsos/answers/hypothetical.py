"""The mark on everything said under a what-if, so that nothing of it passes for the law."""

from collections.abc import Iterable

from jamsos.answers.texts import Text, listed
from jamsos.law.law import Law
from jamsos.law.provisions import WhatIf

_CELL = "ANDAIAN / WHAT-IF: "
"""How the mark begins in a table, which is read in either language."""


def marked(text: Text, law: Law) -> Text:
    """A text with the mark of the law it was said under, once.

    >>> from jamsos.law import current
    >>> from jamsos.law.what_if import what_if
    >>> usulan = what_if("usulan 2027", reason="rapat anggaran")
    >>> marked(Text("value.yes"), current()).say("en"), marked(Text("value.yes"), usulan.law).say()
    ('yes', 'ANDAIAN "usulan 2027", bukan hukum yang berlaku: ya')
    """
    # A text that is copied with its answer bears its mark already.
    if text.code == "what_if.said":
        return text
    return supposed_by((law,), text)


def supposed_by(laws: Iterable[Law], text: Text) -> Text:
    """A text with the mark of everything that is supposed in any of some laws, once."""
    names = [one.name for one in _what_ifs(laws)]
    if not names:
        return text
    return Text("what_if.said", {"names": listed(names), "said": text})


def unmarked(text: Text) -> Text:
    """A text as it was before it bore a mark: for those who go by its code."""
    said = text.args.get("said")
    if text.code == "what_if.said" and isinstance(said, Text):
        return said
    return text


def said_under(law: Law, said: str, lang: str) -> str:
    """Words with the mark of the law they were said under."""
    return said_under_all((law,), said, lang)


def said_under_all(laws: Iterable[Law], said: str, lang: str) -> str:
    """Words with the marks of all the laws they were said under, each once."""
    names = [one.name for one in _what_ifs(laws)]
    if not names:
        return said
    return Text("what_if.said", {"names": listed(names), "said": said}).say(lang)


def supposed_in(*laws: Law) -> str:
    """What a short form of a result says behind the rest; nothing under the law itself."""
    return "".join(f", what if {one.id!r}" for one in _what_ifs(laws))


def _what_ifs(laws: Iterable[Law]) -> list[WhatIf]:
    """What is supposed in some laws, each once."""
    by_id = {one.id: one for law in laws for one in law.what_ifs}
    return list(by_id.values())


def mark_of(law: Law) -> str:
    """The mark as one cell of a table; empty under a law in which nothing is supposed."""
    names = ", ".join(one.id for one in law.what_ifs)
    return f"{_CELL}{names}" if names else ""
