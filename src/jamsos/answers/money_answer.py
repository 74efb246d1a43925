"""The answer to a question that asks for money."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import frozen

from jamsos.answers.answer import Answer
from jamsos.answers.form import SumsForm
from jamsos.answers.hypothetical import supposed_in
from jamsos.answers.parties import Party
from jamsos.answers.parts import Line, When
from jamsos.answers.shown import shown_money
from jamsos.answers.texts import Text
from jamsos.errors import InputError
from jamsos.forms.writing import plain
from jamsos.values.frozen_mapping import FrozenMapping
from jamsos.values.money import Rupiah, exact

_WHEN = tuple(When)
_BPJS = str(Party.BPJS)
"""Who owes a line that names no other payer."""


@frozen(kw_only=True, repr=False)
class MoneyAnswer(Answer):
    """The answer to a question that asks for money: it has lines, and a total that may be 0."""

    @property
    def total(self) -> Rupiah:
        """The sum of the lines.

        Raises:
            UndecidedError: when the answer is 'cannot decide'; it names what is needed.

        """
        return self._sum_of(self.lines)

    def payable(self, when: When | str) -> Rupiah:
        """The part of the total payable now, or only after the arrears are settled.

        Raises:
            InputError: for another word than ``now`` and ``after_settlement``.
            UndecidedError: when the answer is 'cannot decide'.

        """
        self._check_decided("amount")
        # A mistyped word would match no line and pass for an amount of 0.
        if when not in _WHEN:
            allowed = f"one of {[str(word) for word in When]}"
            raise InputError("when", when, allowed, "ask for one of these")
        return _summed([line for line in self.lines if line.when == when])

    def line(self, code: str) -> Rupiah:
        """The sum of the lines of one code; 0 if the answer has none.

        Raises:
            InputError: for a code that this question can never have.
            UndecidedError: when the answer is 'cannot decide'.

        """
        # A mistyped code would match no line and pass for an amount of 0.
        if code not in self.line_codes:
            allowed = f"one of {sorted(self.line_codes)}"
            step = "ask for a line of this question"
            raise InputError(f"line of {self.question}", code, allowed, step)
        return self._sum_of([line for line in self.lines if line.code == code])

    def _sum_of(self, lines: Iterable[Line]) -> Rupiah:
        self._check_decided("amount")
        return _summed(lines)

    def _sure_money(self, code: str) -> Rupiah:
        """The value of a finding in rupiah that every decided answer of this question has."""
        amount = self._found_money(code)
        # As a fraction: what whole and broken amounts have in common is no number to a checker.
        as_fraction = None if amount is None else Fraction(amount)
        return exact(self._sure(as_fraction, code))

    def _sums_by_party(self) -> Mapping[str, Rupiah]:
        """The total by who pays or is paid; lines that name nobody are left out.

        Raises:
            UndecidedError: when the answer is 'cannot decide'.

        """
        return self._sums_by((line.party, line) for line in self.lines)

    def _sums_by_payer(self) -> Mapping[str, Rupiah]:
        """The total by who owes it: ``bpjs``, or whoever owes a line in its place.

        Raises:
            UndecidedError: when the answer is 'cannot decide'.

        """
        return self._sums_by((line.payer or _BPJS, line) for line in self.lines)

    def _sums_by(self, lines: Iterable[tuple[str | None, Line]]) -> Mapping[str, Rupiah]:
        """The sums of the lines of each name, in the order of the lines."""
        self._check_decided("amount")
        sums: dict[str, Rupiah] = {}
        for name, line in lines:
            if name is not None:
                sums[name] = sums.get(name, 0) + line.amount
        return FrozenMapping({name: exact(amount) for name, amount in sums.items()})

    def _missing_sentences(self) -> list[Text]:
        sentences = super()._missing_sentences()
        totals = [possibility.total for possibility in self.possibilities]
        # Where all that can be reckoned is one amount, the others are not known, and no range is.
        if len(set(totals)) > 1:
            args = {"least": min(totals), "most": max(totals)}
            sentences.append(Text("brief.between", args))
        return sentences

    def _sums_form(self) -> SumsForm:
        """The total and its parts; none where they are not decided: a 0 would read as an amount."""
        if not self.decided:
            return {}
        total = self.total
        return {
            "total": plain(total),
            "total_id": shown_money(total, "id"),
            "total_en": shown_money(total, "en"),
            "payable_now": plain(self.payable(When.NOW)),
            "payable_after_settlement": plain(self.payable(When.AFTER_SETTLEMENT)),
        }

    def _totals(self) -> list[tuple[Text, Rupiah]]:
        """The total, and its parts where some of it must wait for settlement."""
        if not self.lines or not self.decided:
            return []
        totals = [(Text("section.total"), self.total)]
        later = self.payable(When.AFTER_SETTLEMENT)
        if later:
            totals.append((Text("section.total_now"), self.payable(When.NOW)))
            totals.append((Text("section.total_later"), later))
        return totals

    def __repr__(self) -> str:
        total = f" total={self.total}" if self.decided else ""
        result = f"{self.outcome}{total}{supposed_in(self.law)}"
        return f"<{type(self).__name__} {self.question}: {result}>"


def _summed(lines: Iterable[Line]) -> Rupiah:
    amount: Rupiah = 0
    for line in lines:
        amount += line.amount
    return exact(amount)
