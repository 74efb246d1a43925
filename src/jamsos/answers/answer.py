"""The answer to one question: its parts, its grounds, and what is needed to decide it."""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import chain
from typing import Any, ClassVar, NoReturn, Self, TypeVar

from attrs import field, frozen

from jamsos.answers.form import FORM, AnswerForm, HeadForm, SumsForm
from jamsos.answers.grounds import (
    Ground,
    Grounds,
    Needs,
    awaited,
    distinct,
    hypothetical_among,
    needs_among,
    next_step,
)
from jamsos.answers.hypothetical import marked, said_under, supposed_in
from jamsos.answers.parts import (
    Condition,
    Conditions,
    Finding,
    Findings,
    Line,
    Lines,
    Note,
    Notes,
    Outcome,
    Possibility,
    Value,
)
from jamsos.answers.read_back import own_fields, read_answer
from jamsos.answers.result_names import result_names
from jamsos.answers.sections import (
    conditions_section,
    figures,
    findings_section,
    grounds_section,
    law_section,
    lines_section,
    marks_of,
    notes_sections,
    possibilities_section,
)
from jamsos.answers.text_forms import text_form
from jamsos.answers.texts import Text, listed, say
from jamsos.answers.written import (
    RESULTS,
    condition_form,
    finding_form,
    ground_form,
    in_words,
    line_form,
    note_form,
    outcome_in_words,
    possibility_form,
)
from jamsos.errors import InputError, LawDataError, MisuseError, UndecidedError
from jamsos.forms.reading import OBJECT, placed
from jamsos.forms.writing import plain
from jamsos.law.form import law_form
from jamsos.law.law import Law
from jamsos.pages.html_form import as_html
from jamsos.pages.page import Page
from jamsos.pages.text_form import as_text
from jamsos.values.frozen_mapping import frozen_mapping
from jamsos.values.money import Rupiah

T = TypeVar("T")

_CANNOT_DECIDE = Outcome.CANNOT_DECIDE
"""Asked of every result: the way through the class takes longer."""


@frozen(kw_only=True, repr=False)
class Answer(ABC):
    """The answer to one question, with everything it rests on.

    Each question has a class of its own, whose properties are its results. ``str(answer)`` is a
    table in Indonesian, ``answer.text("en")`` the same in English; a notebook shows it as HTML.
    Answers are immutable and compared by value; ``bool(answer)`` raises :class:`MisuseError`,
    since an answer may also be 'cannot decide': ask for ``outcome``.
    """

    question: ClassVar[str]
    """The name of the question, as of its function and in the door."""
    finding_codes: ClassVar[frozenset[str]] = frozenset()
    """The codes of the findings this question can have."""
    line_codes: ClassVar[frozenset[str]] = frozenset()
    """The codes of the lines of money this question can have."""
    condition_codes: ClassVar[frozenset[str]] = frozenset()
    """The codes of the conditions; ``{number}`` is a place in a list, ``{id}`` of a scheme file."""
    findings_stand: ClassVar[bool] = False
    """Whether only amounts can be undecided: a finding such an answer lacks does not exist."""

    fact_types: ClassVar[Mapping[str, Any]] = {}
    """The types of the facts that were asked with, by the names of the arguments."""

    title: Text
    outcome: Outcome
    law: Law
    facts: Mapping[str, object] = field(factory=dict[str, object], converter=frozen_mapping)
    conditions: Conditions = ()
    lines: Lines = ()
    findings: Findings = ()
    notes: Notes = ()
    needs: Needs = ()
    possibilities: tuple[Possibility, ...] = ()

    def __attrs_post_init__(self) -> None:
        # Here and not where it is shown: no title under a what-if is without its mark.
        object.__setattr__(self, "title", marked(self.title, self.law))

    @property
    def decided(self) -> bool:
        """Whether the question could be answered."""
        return self.outcome is not _CANNOT_DECIDE

    def _check_decided(self, thing: str) -> None:
        # An error and not 0 or None, which would read as 'nothing is due' or 'there is none'.
        if self.outcome is _CANNOT_DECIDE:
            raise self._undecided(thing, self.needs)

    def _undecided(self, thing: str, needs: Needs) -> UndecidedError:
        thing = f"{thing} of {self.question}"
        step = next_step(needs, strict=self.law.strict)
        return UndecidedError(thing, "cannot decide", "a decided answer", step)

    def finding(self, code: str) -> Value:
        """The value of one finding; None where the answer has none, as nothing of the kind is due.

        Raises:
            InputError: for a code that this question can never have.
            UndecidedError: if the facts or rules leave the value open.

        """
        if code not in self.finding_codes:
            allowed = f"one of {sorted(self.finding_codes)}"
            step = "ask for a finding of this question"
            raise InputError(f"finding of {self.question}", code, allowed, step)
        for finding in self.findings:
            if finding.code == code:
                if finding.value is None:
                    raise self._undecided(f"finding {code}", needs_among(finding.grounds))
                return finding.value
        if not (self.findings_stand and self.findings):
            self._check_decided(f"finding {code}")
        return None

    def _found(self, code: str, kind: type[T]) -> T | None:
        """The value of a finding in its type; None where the answer has none."""
        value = self.finding(code)
        if value is None:
            return None
        return self._of_type(value, kind, f"finding {code}")

    def _fact(self, name: str, kind: type[T]) -> T:
        """A fact the question was asked with, in its type."""
        return self._of_type(self.facts[name], kind, f"fact {name}")

    def _of_type(self, value: object, kind: type[T], thing: str) -> T:
        if isinstance(value, kind):
            return value
        raise _fault(f"{thing} of {self.question}", value, kind.__name__)

    def _found_money(self, code: str) -> Rupiah | None:
        """The value of a finding in rupiah; None where the answer has none."""
        value = self.finding(code)
        if value is None or isinstance(value, int | Fraction):
            return value
        raise _fault(f"finding {code} of {self.question}", value, "rupiah")

    def _found_code(self, code: str, kind: Callable[[str], T]) -> T | None:
        """The value of a finding as a member of its closed list; None where there is none."""
        word = self._found(code, str)
        return None if word is None else kind(word)

    def _sure(self, value: T | None, thing: str) -> T:
        """A result that every decided answer of this question has."""
        if value is None:
            raise _fault(f"{thing} of {self.question}", value, "a value")
        return value

    @classmethod
    def results(cls) -> tuple[str, ...]:
        """The names of the typed results of this question, in the order of the class.

        >>> from jamsos import Coverage
        >>> "state" in Coverage.results()
        True
        """
        kind: Any = cls
        return result_names(kind, Answer)

    def get(self, result: str, default: Any = None) -> Any:
        """One typed result by its name, or ``default`` where it is not decided.

        Raises:
            InputError: for a name that is no result of this question.

        """
        if result not in self.results():
            allowed = f"one of {list(self.results())}"
            raise InputError(f"result of {self.question}", result, allowed, "correct the name")
        try:
            return getattr(self, result)
        except UndecidedError:
            return default

    def to_dict(self) -> AnswerForm:
        """The answer as objects, lists, text and numbers, with labels in both languages.

        The reference lists its keys; ``from_dict`` gives an answer that is equal.

        >>> from jamsos import premium, Worker
        >>> answer = premium(Worker(kind="independent", income=900_000), "2026-06", payer="APBD")
        >>> answer.to_dict()["lines"][0]["formula_en"]
        'row 1, base Rp1,000,000: Rp10,000 x 100%'
        """
        return {
            **self.head_form(),
            "conditions": [condition_form(condition) for condition in self.conditions],
            "lines": [line_form(line) for line in self.lines],
            "findings": [finding_form(finding) for finding in self.findings],
            "notes": [note_form(note) for note in self.notes],
            "possibilities": [possibility_form(one) for one in self.possibilities],
            "grounds": [ground_form(ground, self.law) for ground in self.grounds],
            "law": law_form(self.law),
        }

    def head_form(self) -> HeadForm:
        """What of the plain form belongs to this answer alone, and to no part of it."""
        title_id, title_en = in_words(self.title)
        return {
            "form": FORM,
            "question": self.question,
            "outcome": str(self.outcome),
            "outcome_id": outcome_in_words(self.outcome, self.needs, "id"),
            "outcome_en": outcome_in_words(self.outcome, self.needs, "en"),
            "title": text_form(self.title),
            "title_id": title_id,
            "title_en": title_en,
            **self._sums_form(),
            "results": self._results_form(),
            "needs": [need.id for need in self.needs],
            "facts": plain(self.facts),
            "own": self._own_form(),
        }

    def _sums_form(self) -> SumsForm:
        """The sums of the lines; none where no money is asked for."""
        return {}

    def _results_form(self) -> dict[str, Any]:
        """The typed results by their names; None for one that is not decided."""
        form: dict[str, Any] = {}
        for name in self.results():
            try:
                form[name] = RESULTS.plain(getattr(self, name))
            except UndecidedError:
                form[name] = None
        return form

    def _own_form(self) -> dict[str, Any]:
        """What this class keeps beside the parts every answer has."""
        own = own_fields(type(self), Answer)
        return {one.alias or one.name: RESULTS.plain(getattr(self, one.name)) for one in own}

    def to_json(self) -> str:
        """The answer as JSON; ``from_dict(json.loads(text))`` reads it again."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    @classmethod
    def from_dict(cls, form: Mapping[str, Any]) -> Self:
        """Read an answer to this question from its plain form; labels in it are passed over.

        Raises:
            InputError: naming the place, for what is no form of an answer to this question.
            LawDataError: if another edition of the law answered.

        """
        fields = placed(lambda table: read_answer(OBJECT.read(table), cls, Answer), form, "answer")
        return cls(**fields)

    @property
    def grounds(self) -> Grounds:
        """Everything the answer rests on, each ground once, in the order of first use."""
        return distinct((*self._grounds_of_parts(), *self.needs, *self.law.what_ifs))

    @property
    def hypothetical_grounds(self) -> Grounds:
        """The grounds that a what-if supposes, and the what-if itself; none under the law."""
        return hypothetical_among(self.grounds)

    def _grounds_of_parts(self) -> Iterator[Ground]:
        parts: Iterable[Condition | Line | Finding | Note | Possibility] = chain(
            self.conditions, self.lines, self.findings, self.notes, self.possibilities
        )
        return chain.from_iterable(part.grounds for part in parts)

    def brief(self, lang: str = "id") -> str:
        """The result in two or three plain sentences without references, in ``"id"`` or ``"en"``.

        For people who will never read a ground; what is missing is named where it is undecided.
        """
        said = " ".join(sentence.say(lang) for sentence in self._brief_sentences())
        return said_under(self.law, said, lang)

    def _brief_sentences(self) -> list[Text]:
        if self.decided:
            return self._plain_sentences()
        return self._missing_sentences()

    @abstractmethod
    def _plain_sentences(self) -> list[Text]:
        """What the answer comes to, in two or three sentences."""

    def _missing_sentences(self) -> list[Text]:
        """That the question cannot be answered yet, and what has to be known."""
        needs = listed([awaited(need) for need in self.needs])
        return [Text("brief.undecided", {"title": self.title, "needs": needs})]

    def text(self, lang: str = "id") -> str:
        """The answer as readable text in ``"id"`` or ``"en"``: the result in short, then tables."""
        return as_text(self._page(lang))

    def html(self, lang: str = "id") -> str:
        """The answer as HTML in ``"id"`` or ``"en"``, every value escaped.

        It needs no script and nothing from outside, fits a phone, takes the colours of the page
        around it, and folds its grounds away.
        """
        return as_html(self._page(lang))

    def _page(self, lang: str) -> Page:
        """What is shown, in reading order; parts that are empty are left out."""
        marks = marks_of(self.grounds)
        totals = self._totals()
        warnings, remarks = notes_sections(self.notes, marks, lang)
        sections = (
            warnings,
            lines_section(self.lines, totals, marks, lang, decided=self.decided),
            possibilities_section(self.possibilities, marks, lang),
            findings_section(self.findings, marks, lang),
            conditions_section(self.conditions, marks, lang),
            remarks,
            grounds_section(self.grounds, lang),
            law_section(self.law, lang),
        )
        return Page(
            lang=lang,
            title=self.title.say(lang),
            outcome=self._shown_outcome(lang),
            needs=tuple(say(awaited(need), lang) for need in self.needs),
            figures=figures(totals, lang),
            sentences=tuple(sentence.say(lang) for sentence in self._shown_sentences()),
            sections=tuple(section for section in sections if section.rows),
        )

    def _shown_outcome(self, lang: str) -> str:
        """The outcome; nothing where sentences or amounts tell it."""
        is_told = bool(self._shown_sentences()) or (self.lines and self.outcome is Outcome.YES)
        if self.decided and is_told:
            return ""
        return Text(f"outcome.{self.outcome}").say(lang)

    def _shown_sentences(self) -> list[Text]:
        """The result in short, as far as title and outcome do not say it already."""
        return [text for text in self._brief_sentences() if text.code != "brief.undecided"]

    def _totals(self) -> list[tuple[Text, Rupiah]]:
        """The totals shown under the lines with their names; none where no money is asked for."""
        return []

    def __bool__(self) -> NoReturn:
        raise MisuseError(
            f"answer to {self.question}",
            "its truth",
            "its outcome: yes, no or cannot_decide",
            "compare answer.outcome, or ask answer.decided",
        )

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.question}: {self.outcome}{supposed_in(self.law)}>"


def _fault(thing: str, value: object, allowed: str) -> LawDataError:
    return LawDataError(thing, value, allowed, "this is a fault of jamsos; report it")
