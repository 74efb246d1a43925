"""The rules of cover, over a membership reduced to a few facts of its day (PP 44/2015; Pasal 97A).

Every rule is a function of counts, days and yes/no facts and of what the law of the day asks, so
that one person and a whole register can be judged by the same rule. ``reduction`` finds the facts.
"""

from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from jamsos.law.law import Law
from jamsos.workers.codes import BPU, Segment


class CoverState(StrEnum):
    """The state of a participation on a day."""

    NOT_STARTED = "not_started"
    ACTIVE = "active"
    ARREARS = "arrears"
    """Up to the limit of months in a row (Pasal 39 ayat (1), 42 ayat (1))."""
    LAPSED = "lapsed"
    """More than the limit in a row (Pasal 39 ayat (2), 42 ayat (2))."""
    LEFT = "left"


COVERED = frozenset({CoverState.ACTIVE, CoverState.ARREARS})


class Right(StrEnum):
    """How a right stands."""

    NOW = "now"
    LESS_ARREARS = "less_arrears"
    """Now, less the arrears, which are settled out of the cash (Permenaker 5/2021 Pasal 92, 98)."""
    AFTER_SETTLEMENT = "after_settlement"
    NONE = "none"

    @property
    def lost(self) -> int:
        """How far the right is from full: the order of this list."""
        return list(Right).index(self)


class CoverFacts(NamedTuple):
    """A membership reduced to what the rules of cover ask about one day."""

    start: date
    """The day the waiting time is counted from."""
    started: bool
    """Whether the cover has started by the day."""
    left: bool = False
    """Whether the worker has left by the day."""
    ended: bool = False
    """Whether arrears ended the membership by the day, and no payment began another."""
    months_in_arrears: int = 0
    settled: bool = False
    """Whether all the months of arrears were paid after the day."""
    months_waited: int = 0
    """Months that count towards the waiting time by the day (decision D46)."""


class CoverLimits(NamedTuple):
    """What the law of a day asks of a membership, and how the decisions fill it in."""

    arrears_months: int | None
    """More months of arrears in a row end the membership; None: no number of months does."""
    waiting_months: int | None
    """The waiting time for full JKM; None: there is none."""
    waiting_from: date
    """A membership that started before this day does not wait (decision D06)."""
    cash_in_arrears: bool
    """Whether a worker in arrears has a right to JKK cash at all (decision D13)."""
    jkm_in_arrears: bool
    """Whether a worker in arrears has a right to JKM at all (decision D12)."""
    set_off: bool = False
    """Whether the arrears are settled out of the cash, so that nobody has to pay them first."""


@lru_cache(maxsize=4096)
def cover_limits(day: date, segment: Segment, law: Law) -> CoverLimits:
    """Read the limits of a day from the law: arrears and waiting time are those of a BPU alone.

    Legal source: PP 44/2015 Pasal 39, 42; Permenaker 1/2025 Pasal 97A ayat (2).
    """
    arrears_months: int | None = None
    waiting_months: int | None = None
    waiting_from = date.min
    set_off = False
    # Arrears of an employer end no membership of a worker, and Pasal 97A speaks of BPU alone.
    if segment is BPU:
        arrears_months = law.get("arrears.limit_months", day).number
        set_off = law.find("arrears.bpu_set_off", day) is not None
        waiting = law.find("jkm.new_bpu_wait_months", day)
        if waiting is not None:
            waiting_months = waiting.number
            if law.chose("D06", "new_registrations"):
                waiting_from = waiting.since
    # Permenaker 5/2021 Pasal 92 ayat (1) huruf b settles D13 for the time it holds.
    cash_in_arrears = set_off or not law.chose("D13", "no_cash")
    jkm_in_arrears = not law.chose("D12", "no_jkm")
    return CoverLimits(
        arrears_months=arrears_months,
        waiting_months=waiting_months,
        waiting_from=waiting_from,
        cash_in_arrears=cash_in_arrears,
        jkm_in_arrears=jkm_in_arrears,
        set_off=set_off,
    )


def cover_state(facts: CoverFacts, limits: CoverLimits) -> CoverState:
    """The state of a membership (PP 44/2015 Pasal 39, 42).

    >>> bpu = CoverLimits(3, None, date.min, True, True)
    >>> [str(cover_state(CoverFacts(date(2026, 1, 5), started=True, months_in_arrears=months), bpu))
    ...  for months in (0, 3, 4)]
    ['active', 'arrears', 'lapsed']
    """
    if not facts.started:
        return CoverState.NOT_STARTED
    if facts.left:
        return CoverState.LEFT
    # A membership that ended stays ended, even where a later law allows longer arrears.
    if facts.ended or over_limit(facts.months_in_arrears, limits):
        return CoverState.LAPSED
    if facts.months_in_arrears:
        return CoverState.ARREARS
    return CoverState.ACTIVE


def over_limit(months_in_arrears: int, limits: CoverLimits) -> bool:
    """Whether the arrears are longer than the law lets a membership last (Pasal 39, 42)."""
    return limits.arrears_months is not None and months_in_arrears > limits.arrears_months


def is_waiting(facts: CoverFacts, limits: CoverLimits) -> bool:
    """Whether a new BPU still waits for full JKM.

    Legal source: Permenaker 1/2025 Pasal 97A ayat (2); decisions D06, D46.
    """
    if limits.waiting_months is None or facts.start < limits.waiting_from:
        return False
    return facts.months_waited < limits.waiting_months


def jkk_care(state: CoverState) -> Right:
    """Care after a work accident: arrears up to the limit do not touch it (Pasal 39 ayat (1))."""
    if state in COVERED:
        return Right.NOW
    return Right.NONE


def jkk_cash(state: CoverState, limits: CoverLimits, *, settled: bool) -> Right:
    """The cash of JKK: in arrears less these, or before 2019-12-02 once they are settled.

    Legal source: PP 44/2015 Pasal 39 ayat (1); Permenaker 5/2021 Pasal 92; decision D13.
    """
    if state is CoverState.ACTIVE:
        return Right.NOW
    if state is CoverState.ARREARS and limits.cash_in_arrears:
        return _in_arrears(limits, settled=settled)
    return Right.NONE


def jkm_funeral(state: CoverState, limits: CoverLimits) -> Right:
    """The funeral benefit of JKM, without a waiting time (Pasal 42 ayat (1); decision D12)."""
    if state is CoverState.ACTIVE:
        return Right.NOW
    if state is CoverState.ARREARS and limits.jkm_in_arrears:
        return Right.NOW
    return Right.NONE


def jkm_rest(state: CoverState, limits: CoverLimits, *, settled: bool, waiting: bool) -> Right:
    """JKM beyond the funeral benefit: of arrears and waiting time the one that leaves less counts.

    Legal source: PP 44/2015 Pasal 42 ayat (1); Permenaker 5/2021 Pasal 98; Permenaker 1/2025
    Pasal 97A ayat (2); decision D12.
    """
    # Settling the arrears does not shorten the waiting time.
    if waiting:
        return Right.NONE
    if state is CoverState.ACTIVE:
        return Right.NOW
    if state is CoverState.ARREARS and limits.jkm_in_arrears:
        return _in_arrears(limits, settled=settled)
    return Right.NONE


def _in_arrears(limits: CoverLimits, *, settled: bool) -> Right:
    """The cash of somebody in arrears that do not end the membership."""
    if settled:
        return Right.NOW
    if limits.set_off:
        return Right.LESS_ARREARS
    return Right.AFTER_SETTLEMENT
