"""What a state of cover means: care and cash of JKK, funeral money and the rest of JKM."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from jamsos.answers.answer import Note
from jamsos.answers.grounds import Ground
from jamsos.answers.texts import Text
from jamsos.coverage import standing as states
from jamsos.coverage.employer import PaidBy, day_grounds, owed
from jamsos.coverage.standing import CoverState, Standing, counts_arrears, extremes
from jamsos.law.law import Law, Rule
from jamsos.membership.due import due_grounds
from jamsos.values.days import WorkingDay, add_months
from jamsos.workers.codes import Programme
from jamsos.workers.participation import Participation


class Right(StrEnum):
    """How a right stands."""

    NOW = "now"
    AFTER_SETTLEMENT = "after_settlement"
    NONE = "none"

    @property
    def lost(self) -> int:
        """How far the right is from full: the order of this list."""
        return list(Right).index(self)


class Rights(NamedTuple):
    """The rights of one participation on one day, and what they rest on."""

    jkk_care: Right
    jkk_cash: Right
    jkm_funeral: Right
    jkm_rest: Right
    jkk_grounds: tuple[Ground, ...]
    jkm_grounds: tuple[Ground, ...]
    jkk_reason: Text
    jkm_reasons: tuple[Text, ...]
    jkk_payer: PaidBy = PaidBy.BPJS
    jkm_payer: PaidBy = PaidBy.BPJS
    arrears: int = 0
    """The months of arrears on the day, settled later or not."""

    @property
    def of_jkk(self) -> tuple[Right, Right]:
        """Care and cash."""
        return self.jkk_care, self.jkk_cash

    @property
    def of_jkm(self) -> tuple[Right, Right]:
        """Funeral money and the rest."""
        return self.jkm_funeral, self.jkm_rest


def judged(
    participation: Participation, day: date, law: Law, calendar: WorkingDay, *, jkk: bool
) -> tuple[Standing, Rights] | None:
    """The standing and its rights; None where facts are missing that could change those of the programme asked.

    Payments not known: the one who paid nothing and the one who paid everything are compared.
    """
    stated = participation.payments is not None or not counts_arrears(participation)
    known = [participation] if stated else extremes(participation, day)
    found = [(state, rights(state, law)) for member in known if (state := states.standing(member, day, law, calendar))]
    asked = {(due.of_jkk, due.jkk_payer) if jkk else (due.of_jkm, due.jkm_payer) for _, due in found}
    same = len(found) == len(known) and len(asked) == 1
    return found[-1] if same else None


def jkk_notes(standing: Standing, law: Law) -> tuple[Note, ...]:
    """A warning that matters for JKK: an event on the very day the cover started (D10)."""
    first_day = standing.spell is not None and standing.spell.start == standing.day
    return (_warning("note.first_day", "D10", law),) if first_day else ()


def jkm_notes(standing: Standing, law: Law) -> tuple[Note, ...]:
    """Warnings that matter for JKM: the first day, a re-entry, a member from before Pasal 97A (D10, D14, D06)."""
    again = standing.re_entered and is_waiting(standing)
    found = [*jkk_notes(standing, law)]
    found += [_warning("note.re_entered", "D14", law)] if again else []
    found += [_warning("note.early_member", "D06", law)] if is_early_member(standing, law) else []
    return tuple(found)


def _warning(code: str, decision: str, law: Law) -> Note:
    return Note(text=Text(code), grounds=law.cite(decision), warning=True)


def is_early_member(standing: Standing, law: Law) -> bool:
    """Whether the waiting rule meets a member who registered before it, while it still matters (D06)."""
    rule = law.find("jkm.new_bpu_wait_months", standing.day)
    if rule is None or standing.spell is None:
        return False
    start = standing.spell.start
    return start < rule.since and standing.day < add_months(start, rule.number)


def rights(standing: Standing, law: Law) -> Rights:
    """The consequences of a state (PP 44/2015 Pasal 38, 39, 41, 42; Permenaker 1/2025 Pasal 97A).

    Both tests of JKM, arrears and waiting time, apply on their own; the smaller right counts.
    """
    if standing.employed is not None:
        return _of_employed(standing, standing.employed, law)
    if standing.state is CoverState.ARREARS:
        return _in_arrears(standing, law)
    if standing.state is CoverState.ACTIVE:
        return _active(standing, law)
    names = {
        CoverState.NOT_STARTED: ("cover.start", "cover.start"),
        CoverState.LAPSED: ("arrears.jkk_over_limit", "arrears.jkm_over_limit"),
        CoverState.LEFT: ("participant.who_paid", "jkm.active_period"),
    }[standing.state]
    jkk, jkm = (law.cite(law.get(name, standing.day), *_why_none(standing, law)) for name in names)
    why = Text(f"reason.{standing.state}")
    none = Right.NONE
    return Rights(none, none, none, none, jkk_grounds=jkk, jkm_grounds=jkm, jkk_reason=why, jkm_reasons=(why,))


def _of_employed(standing: Standing, member: Participation, law: Law) -> Rights:
    """A wage earner or project worker has each programme in full or not at all; the question is who pays."""
    jkk, jkm = (owed(standing, member, programme, law) for programme in (Programme.JKK, Programme.JKM))
    of_jkk, of_jkm = (Right.NONE if one.payer is None else Right.NOW for one in (jkk, jkm))
    return Rights(
        of_jkk,
        of_jkk,
        of_jkm,
        of_jkm,
        jkk_grounds=jkk.grounds,
        jkm_grounds=jkm.grounds,
        jkk_reason=jkk.reason,
        jkm_reasons=(jkm.reason,),
        arrears=len(standing.months),
        jkk_payer=jkk.payer or PaidBy.BPJS,
        jkm_payer=jkm.payer or PaidBy.BPJS,
    )


def _why_none(standing: Standing, law: Law) -> tuple[Rule, ...]:
    if standing.state is CoverState.LAPSED:
        limit, lapse = law.get("arrears.limit_months", standing.day), law.get("cover.lapse", standing.day)
        return law.cite(limit, lapse, *due_grounds(standing.months[-1], law))
    if standing.state is CoverState.LEFT:
        return law.cite("no_end_of_cover_rule")
    return law.cite("D10") if law.chose("D10", "next_day") else ()


def _active(standing: Standing, law: Law) -> Rights:
    waiting = is_waiting(standing)
    start = law.get("cover.start", standing.day)
    both = (*day_grounds(standing, law), *law.cite(start))
    waits = (Text("reason.waiting"),) if waiting else (Text("reason.active"),)
    return Rights(
        jkk_care=Right.NOW,
        jkk_cash=Right.NOW,
        jkm_funeral=Right.NOW,
        jkm_rest=Right.NONE if waiting else Right.NOW,
        jkk_grounds=(*both, *law.cite(law.get("jkk.no_waiting_time", standing.day))),
        jkm_grounds=(*both, *_waiting_grounds(standing, law)),
        jkk_reason=Text("reason.active"),
        jkm_reasons=waits,
    )


def _in_arrears(standing: Standing, law: Law) -> Rights:
    waiting, day = is_waiting(standing), standing.day
    no_cash, no_jkm = law.chose("D13", "no_cash"), law.chose("D12", "no_jkm")
    later = Right.NOW if standing.settled else Right.AFTER_SETTLEMENT
    rest = Right.NONE if waiting or no_jkm else later
    limit = law.get("arrears.limit_months", day)
    both = (*day_grounds(standing, law), *law.cite(limit), *due_grounds(standing.months[-1], law))
    args = {"months": len(standing.months)}
    ending = "settled" if standing.settled else "arrears"
    waits = (Text("reason.waiting"),) if waiting else ()
    return Rights(
        jkk_care=Right.NOW,
        jkk_cash=Right.NONE if no_cash else later,
        jkm_funeral=Right.NONE if no_jkm else Right.NOW,
        jkm_rest=rest,
        jkk_grounds=(*both, *law.cite(law.get("arrears.jkk_up_to_limit", day))),
        jkm_grounds=(*both, *law.cite(law.get("arrears.jkm_up_to_limit", day)), *_waiting_grounds(standing, law)),
        jkk_reason=Text(f"reason.{ending}_jkk", args),
        jkm_reasons=(Text(f"reason.{ending}", args), *waits),
        arrears=len(standing.months),
    )


def is_waiting(standing: Standing) -> bool:
    """Whether a new BPU still waits for full JKM on the day."""
    return standing.waits_until is not None and standing.day < standing.waits_until


def _waiting_grounds(standing: Standing, law: Law) -> tuple[Ground, ...]:
    """The waiting rule, its boundary, and D06 and D14 where they make the difference."""
    rule = law.find("jkm.new_bpu_wait_months", standing.day)
    if rule is None or standing.spell is None:
        return law.cite("no_waiting_time")
    again = standing.re_entered and is_waiting(standing)
    return law.cite(rule, *(("D06",) if is_early_member(standing, law) else ()), *(("D14",) if again else ()))
