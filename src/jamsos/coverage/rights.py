"""What a state of cover means: care and cash of JKK, funeral money and the rest of JKM."""

from enum import StrEnum
from typing import NamedTuple

from jamsos.answers.answer import Note
from jamsos.answers.grounds import Ground
from jamsos.answers.texts import Text
from jamsos.coverage.standing import CoverState, Standing
from jamsos.law.law import Law, Rule
from jamsos.values.days import add_months


class Right(StrEnum):
    """How a right stands."""

    NOW = "now"
    AFTER_SETTLEMENT = "after_settlement"
    NONE = "none"


class Rights(NamedTuple):
    """The rights of one participation on one day, and what they rest on."""

    jkk_care: Right
    jkk_cash: Right
    jkm_funeral: Right
    jkm_rest: Right
    jkk_grounds: tuple[Ground, ...]
    jkm_grounds: tuple[Ground, ...]
    reason: Text


def standing_notes(standing: Standing, law: Law) -> tuple[Note, ...]:
    """Warnings about the start of the membership: its first day, a re-entry, a member from before Pasal 97A."""
    found: list[tuple[str, str]] = []
    if standing.spell is not None and standing.spell.start == standing.day:
        found.append(("note.first_day", "D10"))
    if standing.re_entered and is_waiting(standing):
        found.append(("note.re_entered", "D14"))
    if is_early_member(standing, law):
        found.append(("note.early_member", "D06"))
    return tuple(Note(text=Text(code), grounds=law.cite(decision), warning=True) for code, decision in found)


def is_early_member(standing: Standing, law: Law) -> bool:
    """Whether the waiting rule meets a member who registered before it, while it still matters (D06)."""
    rule = law.find("jkm.new_bpu_wait_months", standing.day)
    if rule is None or standing.spell is None:
        return False
    start = standing.spell.start
    return start < rule.since and standing.day < add_months(start, rule.number)


def rights(standing: Standing, law: Law) -> Rights:
    """The consequences of a state (PP 44/2015 Pasal 39, 42; Permenaker 1/2025 Pasal 97A).

    Both tests of JKM, arrears and waiting time, apply on their own; the smaller right counts.
    """
    if standing.state is CoverState.ARREARS:
        return _in_arrears(standing, law)
    if standing.state is CoverState.ACTIVE:
        return _active(standing, law)
    names = {
        CoverState.NOT_STARTED: ("cover.start", "cover.start"),
        CoverState.LAPSED: ("arrears.jkk_over_limit", "arrears.jkm_over_limit"),
        CoverState.LEFT: ("jkm.active_period", "jkm.active_period"),
    }[standing.state]
    jkk, jkm = (law.cite(law.get(name, standing.day), *_why_none(standing, law)) for name in names)
    return Rights(
        jkk_care=Right.NONE,
        jkk_cash=Right.NONE,
        jkm_funeral=Right.NONE,
        jkm_rest=Right.NONE,
        jkk_grounds=jkk,
        jkm_grounds=jkm,
        reason=Text(f"reason.{standing.state}"),
    )


def _why_none(standing: Standing, law: Law) -> tuple[Rule, ...]:
    if standing.state is CoverState.LAPSED:
        return law.cite(law.get("arrears.limit_months", standing.day), law.get("cover.lapse", standing.day))
    if standing.state is CoverState.LEFT:
        return law.cite("no_end_of_cover_rule")
    return law.cite("D10") if law.chose("D10", "next_day") else ()


def _active(standing: Standing, law: Law) -> Rights:
    waiting = is_waiting(standing)
    start = law.get("cover.start", standing.day)
    return Rights(
        jkk_care=Right.NOW,
        jkk_cash=Right.NOW,
        jkm_funeral=Right.NOW,
        jkm_rest=Right.NONE if waiting else Right.NOW,
        jkk_grounds=(
            *_start_grounds(standing, law),
            *law.cite(start, law.get("jkk.no_minimum_membership", standing.day)),
        ),
        jkm_grounds=(*_start_grounds(standing, law), *law.cite(start), *_waiting_grounds(standing, law)),
        reason=Text("reason.waiting" if waiting else "reason.active"),
    )


def _in_arrears(standing: Standing, law: Law) -> Rights:
    waiting, day = is_waiting(standing), standing.day
    limit = law.get("arrears.limit_months", day)
    no_cash, no_jkm = law.chose("D13", "no_cash"), law.chose("D12", "no_jkm")
    later = Right.NOW if standing.settled else Right.AFTER_SETTLEMENT
    rest = Right.NONE if waiting or no_jkm else later
    start = _start_grounds(standing, law)
    return Rights(
        jkk_care=Right.NOW,
        jkk_cash=Right.NONE if no_cash else later,
        jkm_funeral=Right.NONE if no_jkm else Right.NOW,
        jkm_rest=rest,
        jkk_grounds=(*start, *law.cite(limit, law.get("arrears.jkk_up_to_limit", day))),
        jkm_grounds=(
            *start,
            *law.cite(limit, law.get("arrears.jkm_up_to_limit", day)),
            *_waiting_grounds(standing, law),
        ),
        reason=Text("reason.settled" if standing.settled else "reason.arrears", {"months": len(standing.months)}),
    )


def is_waiting(standing: Standing) -> bool:
    """Whether a new BPU still waits for full JKM on the day."""
    return standing.waits_until is not None and standing.day < standing.waits_until


def _start_grounds(standing: Standing, law: Law) -> tuple[Ground, ...]:
    """An event on the very day the cover started is covered by decision D10."""
    return law.cite("D10") if standing.spell is not None and standing.spell.start == standing.day else ()


def _waiting_grounds(standing: Standing, law: Law) -> tuple[Ground, ...]:
    """The waiting rule, its boundary, and D06 and D14 where they make the difference."""
    rule = law.find("jkm.new_bpu_wait_months", standing.day)
    if rule is None or standing.spell is None:
        return law.cite("no_waiting_time")
    again = standing.re_entered and is_waiting(standing)
    return law.cite(rule, *(("D06",) if is_early_member(standing, law) else ()), *(("D14",) if again else ()))
