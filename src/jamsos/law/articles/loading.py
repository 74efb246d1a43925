"""Load the articles and refuse what does not hold together, saying where."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from attrs import evolve

from jamsos.errors import LawDataError
from jamsos.law import strict_toml as toml
from jamsos.law.articles.paragraphs import Article, NotHeld, Paragraph, ParagraphKind, Regulation
from jamsos.values.plain import as_list

REGULATIONS = "regulations.toml"
FILES = (
    "pp-44-2015-participants.toml",
    "pp-44-2015-benefits.toml",
    "pp-44-2015-procedures.toml",
    "permenaker-5-2021-wage-earners.toml",
    "permenaker-5-2021-non-wage-earners.toml",
    "permenaker-5-2021-construction.toml",
    "permenaker-5-2021-benefits.toml",
    "permenaker-5-2021-disputes.toml",
    "pp-7-2025.toml",
    "pp-37-2021.toml",
    "permenaker-7-2021.toml",
    "pp-49-2020.toml",
    "perpres-109-2013.toml",
    "perpres-7-2019.toml",
    "other-law.toml",
)
"""The articles, a long regulation in several files."""
_REQUIRED = ("instrument", "article", "from", "kind", "id", "en")
_OPTIONAL = ("at", "elucidation", "until", "held_by", "not_held")
_NUMBER = re.compile(r"(?P<digits>\d+)(?P<letter>[A-Z]?)")


@cache
def regulations() -> tuple[Regulation, ...]:
    """The regulations the library was built from, with all their articles."""
    from importlib.resources import files  # noqa: PLC0415 - not needed by import jamsos

    folder = files("jamsos") / "law" / "articles"
    return load(
        folder.joinpath(REGULATIONS).read_text("utf-8"),
        {name: folder.joinpath(name).read_text("utf-8") for name in FILES},
    )


def load(index: str, texts: Mapping[str, str]) -> tuple[Regulation, ...]:
    """Build the regulations from their index and from TOML texts by file name.

    Raises:
        LawDataError: for unknown keys, instruments and reasons, and for wrong values.

    """
    head = toml.checked_keys(
        toml.parse(index, REGULATIONS), ("regulation", "reason"), (), REGULATIONS
    )
    found = [_regulation(item, place) for place, item in _items(head["regulation"], REGULATIONS)]
    reasons = {
        reason.id: reason
        for reason in (_reason(item, place) for place, item in _items(head["reason"], REGULATIONS))
    }
    by_instrument = {name: one.instrument for one in found for name in one.instruments}
    paragraphs: dict[str, list[Paragraph]] = {one.instrument: [] for one in found}
    for file, text in texts.items():
        content = toml.checked_keys(toml.parse(text, file), ("paragraph",), (), file)
        for place, item in _items(content["paragraph"], file):
            paragraph = _paragraph(item, reasons, place)
            if paragraph.instrument not in by_instrument:
                raise LawDataError(
                    place,
                    paragraph.instrument,
                    f"one of {sorted(by_instrument)}",
                    f"correct the instrument, or add it to {REGULATIONS}",
                )
            paragraphs[by_instrument[paragraph.instrument]].append(paragraph)
    return tuple(
        evolve(one, articles=_articles(one.instrument, paragraphs[one.instrument])) for one in found
    )


def _items(value: object, file: str) -> Iterable[tuple[str, object]]:
    """The tables of a list, each with its place in the file."""
    for number, item in enumerate(as_list(value) or (), 1):
        yield f"{file}: number {number}", item


def _regulation(item: object, place: str) -> Regulation:
    table = toml.checked_keys(item, ("instrument", "name"), ("changed_by",), place)
    changed_by: tuple[str, ...] = ()
    if "changed_by" in table:
        changed_by = toml.texts(table["changed_by"], place)
    return Regulation(
        instrument=toml.text(table["instrument"], place),
        name=toml.bilingual(table["name"], place),
        changed_by=changed_by,
    )


def _reason(item: object, place: str) -> NotHeld:
    table = toml.checked_keys(item, ("code", "id", "en"), ("outside",), place)
    return NotHeld(
        id=toml.text(table["code"], place),
        text=toml.bilingual({"id": table["id"], "en": table["en"]}, place),
        outside=toml.flag(table.get("outside", False), place),
    )


def _paragraph(item: object, reasons: Mapping[str, NotHeld], place: str) -> Paragraph:
    table = toml.checked_keys(item, _REQUIRED, _OPTIONAL, place)
    place = f"{place}, {table['instrument']} {table['article']}"
    kinds = [str(kind) for kind in ParagraphKind]
    if table["kind"] not in kinds:
        raise LawDataError(place, table["kind"], f"one of {kinds}", "correct the kind")
    held_by: tuple[str, ...] = ()
    if "held_by" in table:
        held_by = toml.texts(table["held_by"], f"{place}: held_by")
    return Paragraph(
        instrument=toml.text(table["instrument"], place),
        article=toml.text(table["article"], place),
        at=_text_or_none(table, "at", place),
        elucidation=toml.flag(table.get("elucidation", False), place),
        since=toml.day(table["from"], f"{place}: from"),
        until=toml.day(table["until"], f"{place}: until") if "until" in table else None,
        kind=ParagraphKind(table["kind"]),
        content=toml.bilingual({"id": table["id"], "en": table["en"]}, place),
        held_by=held_by,
        not_held=_reason_of(table, reasons, place),
    )


def _text_or_none(table: Mapping[str, Any], key: str, place: str) -> str:
    if key not in table:
        return ""
    return toml.text(table[key], f"{place}: {key}")


def _reason_of(
    table: Mapping[str, Any], reasons: Mapping[str, NotHeld], place: str
) -> NotHeld | None:
    code = _text_or_none(table, "not_held", place)
    if not code:
        return None
    if "held_by" in table:
        raise LawDataError(place, code, "held_by or not_held", "keep what is true")
    if code not in reasons:
        raise LawDataError(
            place, code, f"one of {sorted(reasons)}", f"correct it, or add it to {REGULATIONS}"
        )
    return reasons[code]


def _articles(regulation: str, paragraphs: Iterable[Paragraph]) -> tuple[Article, ...]:
    """The paragraphs by article, in the order of the numbers."""
    by_number: dict[str, list[Paragraph]] = {}
    for paragraph in paragraphs:
        by_number.setdefault(paragraph.article, []).append(paragraph)
    articles: list[Article] = []
    for number in sorted(by_number, key=_order_of_articles):
        ordered = sorted(by_number[number], key=_order_of_paragraphs)
        articles.append(Article(regulation=regulation, number=number, paragraphs=tuple(ordered)))
    return tuple(articles)


def _order_of_articles(number: str) -> tuple[bool, int, str]:
    """Articles by number and letter, then what has a Roman number or a name."""
    found = _NUMBER.fullmatch(number)
    if found is None:
        return True, 0, number
    return False, int(found["digits"]), found["letter"]


def _order_of_paragraphs(paragraph: Paragraph) -> tuple[object, ...]:
    """Paragraphs by their place in the article, its elucidation last, older words first."""
    steps = paragraph.places[0].part
    return paragraph.elucidation, [_order_of_step(step) for step in steps], paragraph.since


def _order_of_step(step: str) -> tuple[int, str]:
    digits = "".join(filter(str.isdecimal, step))
    return int(digits or 0), step
