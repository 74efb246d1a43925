"""Sentences by code. One object renders in Indonesian and English; the words stand in ``locale/*.po``."""

import string
from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from functools import cache
from typing import Any, TypeAlias

from attrs import field, frozen

from jamsos.errors import InputError
from jamsos.law.provisions import Bilingual
from jamsos.values.money import MILLION
from jamsos.values.months import Month

LOCALES = {"id": "id_ID", "en": "en_US"}


@frozen
class Text:
    """A sentence to be said: a code of the catalogue and what goes into its places.

    >>> Text("premium.title", {"month": Month.of("2026-11")}).say("en")
    'Contribution for November 2026'
    """

    code: str
    args: "Mapping[str, Arg]" = field(factory=dict[str, "Arg"])

    def say(self, lang: str = "id") -> str:
        """Render in ``"id"`` or ``"en"``; amounts, dates and shares are formatted for that language.

        Raises:
            InputError: for another language.

        """
        if not isinstance(lang, str):
            raise InputError("language", lang, f"one of {sorted(LOCALES)}", "ask for 'id' or 'en'")
        return _Formatter(lang).vformat(catalogue(lang)[self.code], (), self.args)


NOT_TOLD = Text("note.not_told")
"""What a finding without a value says where facts or rules leave it open."""

Arg: TypeAlias = int | Fraction | str | date | Month | Text | Bilingual


@cache
def catalogue(lang: str) -> dict[str, str]:
    """Read the catalogue of one language: message code to sentence."""
    from importlib.resources import files  # noqa: PLC0415 - only when an answer is shown

    from babel.messages.pofile import read_po  # noqa: PLC0415

    if lang not in LOCALES:
        raise InputError("language", lang, f"one of {sorted(LOCALES)}", "ask for 'id' or 'en'")
    with files("jamsos.answers").joinpath(f"locale/{lang}.po").open("rb") as po:
        messages = read_po(po, locale=lang)
    return {str(message.id): str(message.string) for message in messages if message.id}


def rupiah(amount: int | Fraction, lang: str) -> str:
    """Write an amount from 0 up as money; parts of a rupiah are shown as an exact fraction after the whole ones.

    >>> rupiah(16_800, "id"), rupiah(Fraction(2_000_000, 3), "id"), rupiah(Fraction(1, 3), "en")
    ('Rp16.800', 'Rp666.666 2/3', 'Rp1/3')
    """
    from babel.numbers import format_decimal  # noqa: PLC0415 - only when an answer is shown

    whole, parts = divmod(amount, 1)
    written = [format_decimal(int(whole), format="#,##0", locale=LOCALES[lang])] if whole or not parts else []
    return "Rp" + " ".join([*written, *([str(parts)] if parts else [])])


def percent(parts_per_million: int, lang: str) -> str:
    """Write a share given in parts per million as a percentage.

    >>> percent(4_450, "id"), percent(600_000, "en")
    ('0,445%', '60%')
    """
    from decimal import Decimal  # noqa: PLC0415

    from babel.numbers import format_percent  # noqa: PLC0415

    return format_percent(Decimal(parts_per_million) / MILLION, format="#,##0.####%", locale=LOCALES[lang])


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


def calendar_month(month: Month, lang: str) -> str:
    """Write a contribution month in words.

    >>> calendar_month(Month.of("2026-11"), "id")
    'November 2026'
    """
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(month.first_day, format="MMMM y", locale=LOCALES[lang])


class _Formatter(string.Formatter):
    """Fills places such as ``{amount:rp}`` and ``{share:pct}``; dates, months and texts need no mark."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "rp":
            return rupiah(value, self.lang)
        if format_spec == "pct":
            return percent(value, self.lang)
        if isinstance(value, Month):
            return calendar_month(value, self.lang)
        if isinstance(value, date):
            return calendar_moment(value, self.lang)
        return value.say(self.lang) if isinstance(value, Text | Bilingual) else str(value)
