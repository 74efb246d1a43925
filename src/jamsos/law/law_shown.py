"""A law as a page: which law it is, what of it was chosen, and where to look further."""

from collections.abc import Iterable, Mapping, Sized
from datetime import date

from jamsos.law.provisions import Bilingual, Decision, WhatIf
from jamsos.pages.page import Column, Figure, Form, Kind, Page, Row, Section, table

LANGUAGES = ["id", "en"]

# The sentences of the catalogue stand in a room above this one.
_TITLE = Bilingual("Data hukum jamsos", "The law data of jamsos")
_WHAT_IF = Bilingual("ANDAIAN, bukan hukum yang berlaku", "WHAT-IF, not the law in force")
_REASON = Bilingual("alasan", "reason")
_VERSION = Bilingual("versi", "version")
_KNOWN = Bilingual("diperiksa sampai", "checked up to")
_STRICT = Bilingual(
    "Yang dibiarkan terbuka oleh peraturan tidak diputuskan (strictly).",
    "What the law leaves open is not decided (strictly).",
)
_CONTENT = Bilingual("Isi", "Content")
_THING = Bilingual("Hal", "Thing")
_COUNT = Bilingual("Jumlah", "Count")
_RULES = Bilingual("ketentuan", "provisions")
_PERIODS = Bilingual("masa berlaku ketentuan", "periods of provisions")
_ABSENCES = Bilingual("hal yang tidak diatur", "recorded absences of a rule")
_DECISIONS = Bilingual("keputusan bernomor", "numbered decisions")
_CHOSEN = Bilingual("Keputusan yang dipilih lain", "Decisions chosen otherwise")
_DECISION = Bilingual("Keputusan", "Decision")
_ABOUT = Bilingual("Tentang", "About")
_CHOICE = Bilingual("Pilihan", "Choice")
_DEFAULT = Bilingual("Bawaan", "Default")
_NONE_CHOSEN = Bilingual(
    "Semua keputusan menurut bawaannya.", "Every decision stands at its default."
)
_FURTHER = Bilingual("Untuk melihat lebih lanjut", "To look further")
_IN_FORCE = Bilingual(
    "law.in_force(date(2026, 9, 1)): semua ketentuan yang berlaku pada suatu hari",
    "law.in_force(date(2026, 9, 1)): all provisions in force on a day",
)
_GET = Bilingual(
    'law.get("jkm.funeral", date(2026, 9, 1)): satu ketentuan dengan nilai dan sumbernya',
    'law.get("jkm.funeral", date(2026, 9, 1)): one provision with its value and source',
)
_CHOOSE = Bilingual(
    'law.decisions["D33"]: satu keputusan; law.with_decisions(D33="unbroken") memilih yang lain',
    'law.decisions["D33"]: one decision; law.with_decisions(D33="unbroken") chooses otherwise',
)


def law_page(
    version: str,
    known_until: date,
    timelines: Mapping[str, Sized],
    absences: Sized,
    decisions: Mapping[str, Decision],
    lang: str,
    *,
    strict: bool,
    what_ifs: Iterable[WhatIf] = (),
) -> Page:
    """The page of a law, in a language."""
    chosen = _chosen_rows(decisions.values(), lang)
    sentences = [_supposed(one, lang) for one in what_ifs]
    title = _TITLE.say(lang)
    if sentences:
        title = f"{_WHAT_IF.say(lang)}: {title}"
    if strict:
        sentences.append(_STRICT.say(lang))
    if not chosen:
        sentences.append(_NONE_CHOSEN.say(lang))
    counts = {
        _RULES: len(timelines),
        _PERIODS: sum(len(periods) for periods in timelines.values()),
        _ABSENCES: len(absences),
        _DECISIONS: len(decisions),
    }
    sections = (
        _counts_section(counts, lang),
        _chosen_section(chosen, lang),
        _further_section(lang),
    )
    figures = (
        Figure(_VERSION.say(lang), version),
        Figure(_KNOWN.say(lang), known_until.isoformat()),
    )
    return Page(
        lang=lang,
        title=title,
        figures=figures,
        sentences=tuple(sentences),
        sections=tuple(section for section in sections if section.rows),
    )


def _supposed(what_if: WhatIf, lang: str) -> str:
    """A what-if in words: its name, its reason, its changes."""
    changes = "; ".join(change.say(lang) for change in what_if.supposes)
    reason = f"{_REASON.say(lang)}: {what_if.reason.say(lang)}"
    return f"{_WHAT_IF.say(lang)}: {what_if.name.say(lang)} ({reason}). {changes}".rstrip()


def _counts_section(counts: Mapping[Bilingual, int], lang: str) -> Section:
    columns = Column(_THING.say(lang), Kind.NAME), Column(_COUNT.say(lang), Kind.AMOUNT)
    rows = [(name.say(lang), str(count)) for name, count in counts.items()]
    return table(_CONTENT.say(lang), columns, rows)


def _chosen_section(rows: Iterable[Row], lang: str) -> Section:
    columns = (
        Column(_DECISION.say(lang), Kind.NAME),
        Column(_ABOUT.say(lang)),
        Column(_CHOICE.say(lang)),
        Column(_DEFAULT.say(lang)),
    )
    return table(_CHOSEN.say(lang), columns, rows)


def _chosen_rows(decisions: Iterable[Decision], lang: str) -> list[Row]:
    rows: list[Row] = []
    for decision in decisions:
        if decision.chosen != decision.default:
            rows.append(
                (decision.id, decision.name.say(lang), decision.chosen, decision.answer.say(lang))
            )
    return rows


def _further_section(lang: str) -> Section:
    rows = tuple(("-", hint.say(lang)) for hint in (_IN_FORCE, _GET, _CHOOSE))
    return Section(_FURTHER.say(lang), rows, form=Form.POINTS)
