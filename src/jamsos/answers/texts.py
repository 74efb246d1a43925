"""Sentences by code, in Indonesian and English; the words stand in ``locale/*.po``."""

import string
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from functools import cache, lru_cache
from typing import TypeAlias

from attrs import field, frozen

from jamsos.errors import InputError
from jamsos.law.provisions import Bilingual
from jamsos.values.frozen_mapping import FrozenMapping
from jamsos.values.money import MILLION, bill_2dp_half_up
from jamsos.values.months import Month

LOCALES = {"id": "id_ID", "en": "en_US"}

_MOST_NESTED = 100
"""So many parts of a list stand one inside the other; Python cannot follow a thousand."""
_NOTHING: "FrozenMapping[str, Arg]" = FrozenMapping()


def _read_only(args: "Mapping[str, Arg]") -> "Mapping[str, Arg]":
    """The arguments of a text as they are kept."""
    return FrozenMapping(args) if args else _NOTHING


@frozen
class Text:
    """A sentence to be said: a code of the catalogue and what goes into its places.

    >>> Text("premium.title", {"month": Month.of("2026-11")}).say("en")
    'Contribution for November 2026'
    """

    code: str
    args: "Mapping[str, Arg]" = field(default=_NOTHING, converter=_read_only)

    def __reduce__(self) -> "tuple[type[Text], tuple[str, dict[str, Arg]]]":
        # An answer has dozens of texts: rebuilt from two values they take the least room.
        return Text, (self.code, dict(self.args))

    def say(self, lang: str = "id") -> str:
        """Render in ``"id"`` or ``"en"``; amounts, dates and shares follow that language.

        Raises:
            InputError: for another language.

        """
        # The catalogues are cached by language, and a list cannot be a key.
        if not isinstance(lang, str):
            raise _unknown_language(lang)
        words: list[str] = []
        for literal, place, mark in _pieces(lang)[self.code]:
            words.append(literal)
            if place is not None:
                words.append(_filled(self.args[place], mark, lang))
        return "".join(words)


NOT_TOLD = Text("note.not_told")
"""What a finding without a value says where facts or rules leave it open."""

Arg: TypeAlias = int | Fraction | str | date | Month | Text | Bilingual


def listed(parts: Sequence[Arg]) -> Arg:
    """Join the parts of a list, at least one, into one argument of a sentence.

    >>> say(listed(["KK1", Text("value.yes")]), "id")
    'KK1, ya'
    """
    return _joined(_pair, parts)


def itemised(parts: Sequence[Arg]) -> Arg:
    """The same for parts that may have commas of their own.

    >>> say(itemised(["KTP", "KK, akta"]), "id")
    'KTP; KK, akta'
    """
    return _joined(_items, parts)


def _pair(first: Arg, rest: Arg) -> Text:
    return Text("list.pair", {"first": first, "rest": rest})


def _items(first: Arg, rest: Arg) -> Text:
    return Text("list.items", {"first": first, "rest": rest})


def _joined(join: Callable[[Arg, Arg], Text], parts: Sequence[Arg]) -> Arg:
    """All parts pair by pair: what stands between them is a matter of the catalogue."""
    if len(parts) > _MOST_NESTED:
        middle = len(parts) // 2
        return join(_joined(join, parts[:middle]), _joined(join, parts[middle:]))
    first, *rest = parts
    if not rest:
        return first
    return join(first, _joined(join, rest))


def say(arg: Arg, lang: str) -> str:
    """One argument of a sentence by itself: a text or a day in the language, a name as it is."""
    return _filled(arg, "", lang)


@cache
def catalogue(lang: str) -> dict[str, str]:
    """Read the catalogue of one language: message code to sentence."""
    from importlib.resources import files  # noqa: PLC0415 - only when an answer is shown

    from babel.messages.pofile import read_po  # noqa: PLC0415

    if lang not in LOCALES:
        raise _unknown_language(lang)
    with files("jamsos.answers").joinpath(f"locale/{lang}.po").open("rb") as po:
        messages = read_po(po, locale=lang)
    return {str(message.id): str(message.string) for message in messages if message.id}


Piece: TypeAlias = tuple[str, str | None, str]
"""A piece of a sentence: words, the place behind them, and how that is filled."""


@cache
def _pieces(lang: str) -> dict[str, tuple[Piece, ...]]:
    """The sentences of one language, each taken apart once."""
    parse = string.Formatter().parse
    pieces: dict[str, tuple[Piece, ...]] = {}
    for code, sentence in catalogue(lang).items():
        parsed = [(words, place, mark or "") for words, place, mark, _ in parse(sentence)]
        pieces[code] = tuple(parsed)
    return pieces


def _unknown_language(lang: object) -> InputError:
    return InputError("lang", lang, f"one of {sorted(LOCALES)}", "ask for 'id' or 'en'")


@lru_cache(maxsize=4096)
def number(count: int | Fraction, lang: str) -> str:
    """Write a number from 0 up; what is not whole follows as an exact fraction.

    >>> number(12_500, "id"), number(12_500, "en"), number(Fraction(5, 2), "id")
    ('12.500', '12,500', '2 1/2')
    """
    from babel.numbers import format_decimal  # noqa: PLC0415 - only when an answer is shown

    whole, fraction = divmod(count, 1)
    words: list[str] = []
    if whole or not fraction:
        words.append(format_decimal(int(whole), format="#,##0", locale=LOCALES[lang]))
    if fraction:
        words.append(str(fraction))
    return " ".join(words)


UNITS = ("months", "years", "days", "hours", "children", "workers", "people")
"""What is counted with a number in front of it."""


def counted(count: int, unit: str, lang: str) -> str:
    """Write a number of months, days and so on with its unit.

    >>> counted(1, "months", "en"), counted(3, "months", "en"), counted(3, "months", "id")
    ('1 month', '3 months', '3 bulan')
    """
    code = f"unit.{unit}"
    if count == 1:
        code = f"unit.{unit}.one"
    return f"{number(count, lang)} {catalogue(lang)[code]}"


def rupiah(amount: int | Fraction, lang: str) -> str:
    """Write an amount from 0 up as money; parts of a rupiah follow as an exact fraction.

    >>> rupiah(16_800, "id"), rupiah(Fraction(2_000_000, 3), "id"), rupiah(Fraction(1, 3), "en")
    ('Rp16.800', 'Rp666.666 2/3', 'Rp1/3')
    """
    return f"Rp{number(amount, lang)}"


def billed(amount: int | Fraction, lang: str) -> str:
    """Write an amount from 0 up as a bill does: parts of a rupiah as two decimals (decision D31).

    >>> billed(16_800, "id"), billed(Fraction(53_551, 1000), "id")
    ('Rp16.800', 'Rp53,55')
    """
    from babel.numbers import format_decimal  # noqa: PLC0415 - only when an answer is shown

    if amount.denominator == 1:
        return rupiah(amount, lang)
    rounded = bill_2dp_half_up(amount)
    return f"Rp{format_decimal(rounded, format='#,##0.00', locale=LOCALES[lang])}"


@lru_cache(maxsize=4096)
def percent(parts_per_million: int, lang: str) -> str:
    """Write a share given in parts per million as a percentage.

    >>> percent(4_450, "id"), percent(600_000, "en")
    ('0,445%', '60%')
    """
    from decimal import Decimal  # noqa: PLC0415

    from babel.numbers import format_percent  # noqa: PLC0415

    # Not a float, which would show digits the law does not have.
    return format_percent(
        Decimal(parts_per_million) / MILLION, format="#,##0.####%", locale=LOCALES[lang]
    )


@lru_cache(maxsize=4096)
def calendar_day(day: date, lang: str) -> str:
    """Write a date in full.

    >>> calendar_day(date(2026, 8, 17), "id")
    '17 Agustus 2026'
    """
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(day, format="d MMMM y", locale=LOCALES[lang])


def calendar_moment(moment: date, lang: str) -> str:
    """Write a day in full, with the hour and its distance from UTC where it has one.

    >>> from datetime import timedelta, timezone
    >>> calendar_moment(datetime(2026, 8, 17, 9, 30, tzinfo=timezone(timedelta(hours=8))), "id")
    '17 Agustus 2026 09:30 (UTC+0800)'
    """
    day = calendar_day(moment, lang)
    if not isinstance(moment, datetime):
        return day
    hour, _, zone = moment.strftime("%H:%M UTC%z").partition(" ")
    return f"{day} {hour} ({zone})"


@lru_cache(maxsize=4096)
def calendar_month(month: Month, lang: str) -> str:
    """Write a contribution month in words.

    >>> calendar_month(Month.of("2026-11"), "id")
    'November 2026'
    """
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(month.first_day, format="MMMM y", locale=LOCALES[lang])


def _filled(value: Arg, mark: str, lang: str) -> str:
    """What stands in a place: ``{amount:rp}``, ``{share:pct}``, ``{rows:n}``, ``{arrears:months}``.

    ``{amount:bill}`` rounds as a bill does. Dates, months and texts need no mark.
    """
    if isinstance(value, Text | Bilingual):
        return value.say(lang)
    if isinstance(value, Month):
        return calendar_month(value, lang)
    if isinstance(value, date):
        return calendar_moment(value, lang)
    if isinstance(value, str):
        return str(value)
    if mark == "rp":
        return rupiah(value, lang)
    if mark == "bill":
        return billed(value, lang)
    if mark == "pct":
        return percent(int(value), lang)
    if mark == "n":
        return number(value, lang)
    if mark in UNITS:
        return counted(int(value), mark, lang)
    return str(value)
