"""Which column of the layout each heading stands for."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, cast

from jamsos.answers.texts import Arg, Text
from jamsos.errors import InputError, kind_of
from jamsos.registers.intake.cells.cell import neutral, shown
from jamsos.registers.intake.heading_terms import Meaning, Term, Untaken, WhyUntaken
from jamsos.registers.intake.heading_words import (
    REMEMBERED,
    asks_which,
    key_of,
    meaning_of,
    of_month_and_year,
    terms_in,
    words_of,
)
from jamsos.registers.intake.refusals import Refusal, RefusedFileError, refusal
from jamsos.registers.intake.said_apart import judged_apart
from jamsos.registers.intake.title_terms import TitleTerms, title_terms
from jamsos.registers.layout import COLUMNS, NAMED, WHERE, Holds, column_label


class Recognised(NamedTuple):
    """The columns of a sheet, by their number."""

    layout: dict[str, str]
    """Number to layout name."""
    kept: dict[str, str]
    """Number to heading, for headings the layout does not know."""
    terms: dict[str, frozenset[Term]]
    """Layout name to what its heading says of every cell."""
    untaken: tuple[Untaken, ...]
    """The headings that seem to name a column and do not, and why."""
    place_name: str
    """The name for the cells in which the place of birth stands before the day."""

    @property
    def names(self) -> dict[str, str]:
        """Number to name, of all columns."""
        return self.layout | self.kept


def recognised(
    headings: Sequence[str],
    filled: Sequence[bool],
    mapping: Mapping[str, str] | None,
    titles: Sequence[str] = (),
    apart: Sequence[str] = (),
    against: Mapping[int, Meaning] | None = None,
) -> Recognised:
    """Match headings with the layout: as mapped, else by its Indonesian names.

    Args:
        headings: The headings as they were written; of two lines the upper one first.
        filled: For each column, whether any of its cells holds something.
        mapping: The headings the caller knows, and the layout's names for them.
        titles: The rows above the heading, which may say that amounts are in thousands.
        apart: What the titles and notes of the list say.
        against: By the number of a column why its cells keep it from being taken.

    Raises:
        InputError: for two headings of one column, a mapping that does not fit, no heading of the
            layout, or none of the NIK.

    """
    cleaned = [_cleaned(heading) for heading in headings]
    mapped: dict[str, str] = {}
    for heading, name in checked_mapping(mapping).items():
        mapped[key_of(heading)] = name
    _check_all_there(mapped, headings)
    above = title_terms(titles)
    meanings = [_meant(heading, mapped, above, apart) for heading in headings]
    for number, meaning in (against or {}).items():
        meanings[number] = meaning
    untaken = [*_not_taken(meanings, cleaned), *_outdone(meanings, cleaned)]
    untaken.extend(_numbered_again(meanings, cleaned))
    layout: dict[str, str] = {}
    terms: dict[str, frozenset[Term]] = {}
    # Numbers tell columns apart even where headings are empty or repeat.
    for number, meaning in enumerate(meanings):
        column = meaning.taken_for
        if column is not None:
            layout[str(number)] = column
            terms[column] = meaning.terms
            if column == "foreign" and asks_which(cleaned[number]):
                terms[column] |= {Term.WHICH}
    _check_each_once(layout, cleaned)
    _check_with_nik(layout, cleaned, untaken)
    kept = _kept(cleaned, filled, layout)
    place_name = _place_name(cleaned, layout, kept)
    return Recognised(layout, kept, terms, tuple(untaken), place_name)


def _place_name(headings: Sequence[str], layout: Mapping[str, str], kept: Mapping[str, str]) -> str:
    """How the cells of the births are called where they are kept as they were written."""
    for column, name in layout.items():
        if name == "birth":
            heading = shown(headings[int(column)])
            return _free_name(heading, {*WHERE, *NAMED, *kept.values()})
    return ""


def column_finder(mapping: Mapping[str, str] | None) -> Callable[[str], str | None]:
    """What tells the column of the layout a text over a column stands for; None: no column."""
    mapped: dict[str, str] = {}
    for heading, name in _checked_texts(mapping).items():
        mapped[key_of(heading)] = name

    # The same texts are asked about for every line that may be a heading, and in every file.
    @lru_cache(REMEMBERED)
    def column_of(text: str) -> str | None:
        return _meaning(text, mapped).taken_for

    return column_of


def _cleaned(heading: str) -> str:
    """A heading without what could act, on as many lines as it stands on."""
    lines = [neutral(line).text for line in heading.split("\n")]
    return "\n".join(lines)


def _checked_texts(mapping: object) -> dict[str, str]:
    """A mapping of texts to texts."""
    allowed = "headings and the layout's names for them, as texts"
    step = "write it as {'Pekerjaan': 'category'}"
    if mapping is None:
        return {}
    if not isinstance(mapping, Mapping):
        kind = kind_of(mapping)
        raise InputError("mapping", kind, allowed, step)
    texts: dict[str, str] = {}
    pairs = cast("Mapping[object, object]", mapping)
    for heading, name in pairs.items():
        if not isinstance(heading, str) or not isinstance(name, str):
            raise InputError("mapping", (heading, name), allowed, step)
        texts[heading] = name
    return texts


def checked_mapping(mapping: object) -> dict[str, str]:
    """Return a mapping of headings to names of the layout; None is an empty one.

    Raises:
        InputError: for anything else.

    """
    texts = _checked_texts(mapping)
    unknown = set(texts.values()).difference(NAMED)
    if unknown:
        allowed = f"names of the layout: {sorted(NAMED)}"
        step = "map each heading to one of these"
        raise InputError("mapping", _all_shown(sorted(unknown)), allowed, step)
    return texts


def mapping_here(mapping: Mapping[str, str], headings: Sequence[str]) -> dict[str | int, str]:
    """The part of a mapping whose headings a sheet has: every village has its own."""
    # To work out the keys of all headings takes longer than most mappings are worth.
    if not mapping:
        return {}
    keys = all_keys(headings)
    return {heading: name for heading, name in mapping.items() if key_of(heading) in keys}


def all_keys(headings: Sequence[str]) -> set[str]:
    """Whatever a mapping may call one of these headings."""
    keys: set[str] = set()
    for heading in headings:
        keys.update(_keys(heading))
    return keys


def _check_all_there(mapped: Mapping[str, str], headings: Sequence[str]) -> None:
    if not mapped:
        return
    keys = all_keys(headings)
    absent = set(mapped).difference(keys)
    if absent:
        allowed = f"headings that are there: {_all_shown(headings)}"
        step = "write the headings as the file does"
        raise InputError("mapping", _all_shown(sorted(absent)), allowed, step)


def _keys(heading: str) -> tuple[str, str]:
    """What a mapping may call a heading: all its lines, or the last one under that of a group."""
    whole = key_of(heading)
    *upper, last = heading.splitlines() or [""]
    if not upper:
        return whole, whole
    return whole, key_of(last)


def _meant(
    heading: str, mapped: Mapping[str, str], titles: TitleTerms, apart: Sequence[str]
) -> Meaning:
    """What a heading stands for in a list that says this apart from it."""
    meaning = _under_titles(_meaning(heading, mapped), titles)
    if mapped and not mapped.keys().isdisjoint(_keys(heading)):
        return meaning
    return judged_apart(meaning, heading, apart)


def _meaning(heading: str, mapped: Mapping[str, str]) -> Meaning:
    """What a heading stands for: as mapped, else as it says."""
    if not mapped:
        return meaning_of(heading)
    for key in _keys(heading):
        if key in mapped:
            return _as_mapped(heading, mapped[key])
    meaning = meaning_of(heading)
    # Of two headings for one column, the one in the mapping counts; the other is kept as it is.
    if meaning.column in mapped.values():
        return Meaning()
    return meaning


def _under_titles(meaning: Meaning, titles: TitleTerms) -> Meaning:
    """A heading with what the titles say of its cells, where they are amounts.

    What the heading itself says of them goes before.
    """
    column = meaning.taken_for
    is_amount = column is not None and NAMED[column].holds is Holds.RUPIAH
    if not is_amount or not meaning.terms.isdisjoint({Term.THOUSANDS, Term.MILLIONS}):
        return meaning
    if titles.doubt:
        return meaning._replace(why=WhyUntaken.REMARK, words=titles.doubt)
    if titles.size is None:
        return meaning
    return meaning._replace(terms=meaning.terms | {titles.size})


def _as_mapped(heading: str, column: str) -> Meaning:
    """A heading whose column the caller names; what it says of its cells still counts.

    Raises:
        InputError: for an income of a day, a week or a harvest, or of a month and a year at once.

    """
    terms = terms_in(heading, column)
    if Term.DAILY in terms or of_month_and_year(terms, words_of(heading)):
        step = "work out the income of a month in a column of its own"
        allowed = "an income of a month or a year"
        written = shown(heading)
        raise refusal(Refusal.DAILY, "mapping", written, allowed, step, heading=written)
    return Meaning(column, terms)


def _not_taken(meanings: Sequence[Meaning], headings: Sequence[str]) -> list[Untaken]:
    """The headings with a remark that keeps them from being what they seem."""
    untaken: list[Untaken] = []
    for meaning, heading in zip(meanings, headings, strict=True):
        if meaning.column is not None and meaning.why is not None:
            words = shown(meaning.words)
            untaken.append(Untaken(shown(heading), meaning.column, meaning.why, words))
    return untaken


def _outdone(meanings: list[Meaning], headings: Sequence[str]) -> list[Untaken]:
    """Take out the headings of columns that another heading states more plainly."""
    plainly: dict[str, str] = {}
    for meaning, heading in zip(meanings, headings, strict=True):
        column = meaning.taken_for
        if column is not None and _is_plain(meaning, heading):
            plainly[column] = heading
    untaken: list[Untaken] = []
    for number, meaning in enumerate(meanings):
        heading = headings[number]
        column = meaning.taken_for
        if column is None or _is_plain(meaning, heading):
            continue
        rival = plainly.get(column)
        if rival is not None:
            untaken.append(Untaken(shown(heading), column, WhyUntaken.RIVAL, shown(rival)))
            meanings[number] = Meaning()
    return untaken


def _numbered_again(meanings: list[Meaning], headings: Sequence[str]) -> list[Untaken]:
    """Take out every running number but the first: no rule asks for one, so either will do."""
    numbers = [number for number, meaning in enumerate(meanings) if meaning.taken_for == "id"]
    untaken: list[Untaken] = []
    for number in numbers[1:]:
        rival = shown(headings[numbers[0]])
        untaken.append(Untaken(shown(headings[number]), "id", WhyUntaken.RIVAL, rival))
        meanings[number] = Meaning()
    return untaken


def _is_plain(meaning: Meaning, heading: str) -> bool:
    """Whether a heading says nothing of its cells; of occupations the number is plainer."""
    if meaning.column == "occupation" and "kode" not in words_of(heading):
        return False
    return not meaning.terms


def _check_each_once(layout: Mapping[str, str], headings: Sequence[str]) -> None:
    """Two headings of one column would leave it open which cells count."""
    headings_of: dict[str, list[str]] = {}
    for number, name in layout.items():
        rivals = headings_of.setdefault(name, [])
        rivals.append(headings[int(number)])
    for name, rivals in headings_of.items():
        if len(rivals) > 1:
            step = "delete or rename one, or give a mapping"
            written = _all_shown(rivals)
            places: dict[str, Arg] = {"column": column_label(name), "headings": ", ".join(written)}
            why = Refusal.TWO_HEADINGS
            raise refusal(why, f"headings of {name}", written, "one heading", step, **places)


def _check_with_nik(
    layout: Mapping[str, str], headings: Sequence[str], untaken: Sequence[Untaken]
) -> None:
    """Without the NIK nobody can be told apart, and without any heading this is not the list."""
    if not layout:
        first = _all_shown(headings[: len(COLUMNS)])
        step = "give heading_row, or a mapping"
        raise refusal(Refusal.NO_HEADING, "headings", first, "a heading of the layout", step)
    if "nik" in layout.values():
        return
    for one in untaken:
        if one.column == "nik":
            raise _unclear_nik(one)
    unknown = _all_shown(_unknown(layout, headings))
    allowed = "one of the NIK, such as NIK or No KTP"
    step = "name it: mapping={'...': 'nik'}; where nobody has a NIK yet, add an empty column NIK"
    raise refusal(Refusal.NO_NIK, "headings not known", unknown, allowed, step)


def _unclear_nik(one: Untaken) -> RefusedFileError:
    """The error of a list whose only heading of the NIK may be about somebody else."""
    heading = one.heading.replace("\n", " / ")
    reason = Text(
        f"register.untaken.{one.why}", {"column": column_label("nik"), "words": one.words}
    )
    allowed = "a heading of the NIK of the person in the row"
    step = "head that column NIK alone, or name it: mapping={'...': 'nik'}"
    why = Refusal.UNCLEAR_NIK
    thing = "heading of the NIK"
    return refusal(why, thing, heading, allowed, step, heading=heading, reason=reason)


def _unknown(layout: Mapping[str, str], headings: Sequence[str]) -> list[str]:
    """The headings that stand for no column of the layout."""
    unknown: list[str] = []
    for number, heading in enumerate(headings):
        if heading and str(number) not in layout:
            unknown.append(heading)
    return unknown


def _all_shown(headings: Sequence[str]) -> list[str]:
    """Headings as an error may show them: a number of a person may stand among them."""
    return [shown(heading.replace("\n", " ")) for heading in headings]


def _kept(
    headings: Sequence[str], filled: Sequence[bool], layout: Mapping[str, str]
) -> dict[str, str]:
    """Names for the columns the layout does not know: their headings, each different."""
    kept: dict[str, str] = {}
    for number, heading in enumerate(headings):
        # Spreadsheets pad a list with columns that have neither heading nor cells.
        is_padding = not heading and not filled[number]
        if str(number) in layout or is_padding:
            continue
        taken = {*WHERE, *NAMED, *kept.values()}
        name = shown(heading.replace("\n", " "))
        if not name:
            name = f"kolom {number + 1}"
        kept[str(number)] = _free_name(name, taken)
    return kept


def _free_name(name: str, taken: set[str]) -> str:
    # Polars takes a name between these two for a pattern of names.
    is_pattern = name.startswith("^") and name.endswith("$")
    while name in taken or is_pattern:
        name += "_"
        is_pattern = False
    return name
