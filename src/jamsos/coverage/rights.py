"""What a state of cover means: care and cash of JKK, funeral benefit and the rest of JKM."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.grounds import Ground, Grounds
from jamsos.answers.parts import Notes, remark, warning
from jamsos.answers.texts import Text
from jamsos.coverage.cover_rules import (
    COVERED,
    CoverLimits,
    CoverState,
    Right,
    cover_limits,
    jkk_care,
    jkk_cash,
    jkm_funeral,
    jkm_rest,
)
from jamsos.coverage.employer import Owed, PaidBy, day_grounds, owed
from jamsos.coverage.standing import (
    Standing,
    cited,
    counts_arrears,
    extremes,
    standing_on,
)
from jamsos.law.law import Law, Rule
from jamsos.membership.due import due_grounds
from jamsos.values.days import WorkingDay, add_months
from jamsos.values.months import Month
from jamsos.workers.codes import BPU, Programme
from jamsos.workers.participation import Participation


class Rights(NamedTuple):
    """The rights of one participation on one day, and what they rest on."""

    jkk_care: Right
    jkk_cash: Right
    jkm_funeral: Right
    jkm_rest: Right
    jkk_grounds: Grounds
    jkm_grounds: Grounds
    jkk_reason: Text
    jkm_reasons: tuple[Text, ...]
    jkk_payer: PaidBy = PaidBy.BPJS
    jkm_payer: PaidBy = PaidBy.BPJS
    arrears: int = 0
    """The months of arrears on the day, settled later or not; 0 after a lapse."""
    unpaid: tuple[Month, ...] = ()
    """The months of arrears that are settled out of the cash."""

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
    """The standing and its rights; None where a missing fact could change those of the programme.

    Payments not known: the member who paid nothing and the one who paid everything are compared.

    Args:
        participation: The membership and its payments.
        day: The day of the event.
        law: The law to apply.
        calendar: Which days are working days, for the due dates (D20).
        jkk: Whether the rights to JKK are needed; else those to JKM.

    """
    members: tuple[Participation, ...] = (participation,)
    open_payments = participation.payments is None and not participation.arrears_alone
    if open_payments and counts_arrears(participation):
        members = extremes(participation, day)
    judgements: list[tuple[Standing, Rights]] = []
    # Two members are judged only where the payments are not known: the two extremes.
    for member in members:
        standing = standing_on(member, day, law, calendar)
        if standing is None:
            return None
        due = rights(standing, law)
        judgements.append((standing, due))
    # Only the programme the question is about has to agree.
    outcomes = {_of_programme(due, jkk=jkk) for _, due in judgements}
    if len(outcomes) > 1:
        return None
    return judgements[-1]


def _of_programme(due: Rights, *, jkk: bool) -> tuple[tuple[Right, Right], PaidBy]:
    """What counts as the same outcome: the rights of a programme and who pays them."""
    if jkk:
        return due.of_jkk, due.jkk_payer
    return due.of_jkm, due.jkm_payer


def jkk_notes(standing: Standing, law: Law) -> Notes:
    """Warnings that matter for JKK: an event on the very day the cover started (D10).

    Of a project worker: a change of workers reported only after its time.
    """
    if standing.reported_too_late:
        no_rule = law.cite("no_rule_on_late_change_report")
        return (warning("note.change_reported_too_late", no_rule),)
    if standing.spell is None or standing.spell.start != standing.day:
        return ()
    decision = law.cite("D10")
    first_day_note = warning("note.first_day", decision)
    return (first_day_note,)


def jkm_notes(standing: Standing, law: Law) -> Notes:
    """What matters for JKM (D06, D10, D14).

    They are the first day, a lapse or a re-entry, and a member from before Pasal 97A.
    """
    notes = [*jkk_notes(standing, law), *_coming_back_notes(standing, law)]
    # A re-entry makes a difference only while the worker waits again.
    if standing.re_entered and standing.waiting:
        decision = law.cite("D14")
        re_entry_note = warning("note.re_entered", decision)
        notes.append(re_entry_note)
    if _is_early_member(standing, law):
        decision = law.cite("D06")
        early_note = warning("note.early_member", decision)
        notes.append(early_note)
    return tuple(notes)


def _coming_back_notes(standing: Standing, law: Law) -> Notes:
    """How a BPU comes back after a lapse, or on which day the membership began again.

    Legal source: Permenaker 5/2021 Pasal 44 ayat (2) and (3); decision D14.
    """
    if standing.state is CoverState.LAPSED:
        start, owes_nothing = _re_entry_rules(standing.day, law)
        grounds = law.cite(start, owes_nothing, "D14")
        return (remark("note.register_again", grounds),)
    if standing.re_entered and standing.spell is not None:
        began = standing.spell.start
        grounds = law.cite(*_re_entry_rules(began, law))
        return (remark("note.began_again", grounds, {"day": began}),)
    return ()


def _re_entry_rules(day: date, law: Law) -> tuple[Rule, Rule]:
    """When membership begins again by the law of the day, and what of before is owed."""
    start = law.get("bpu.re_entry_start", day)
    owes_nothing = law.get("bpu.re_entry_owes_nothing", day)
    return start, owes_nothing


def _is_early_member(standing: Standing, law: Law) -> bool:
    """Whether the waiting rule meets a member who registered before it, while it matters (D06)."""
    rule = law.find("jkm.new_bpu_wait_months", standing.day)
    if rule is None or standing.spell is None:
        return False
    start = standing.spell.start
    waited = add_months(start, rule.number)
    return start < rule.since and standing.day < waited


def rights(standing: Standing, law: Law) -> Rights:
    """The consequences of a state.

    Legal source: PP 44/2015 Pasal 38, 39, 41, 42; Permenaker 1/2025 Pasal 97A.
    """
    if standing.employed is not None:
        return _of_employed(standing, standing.employed, law)
    return _of_bpu(standing, law)


def _of_employed(standing: Standing, member: Participation, law: Law) -> Rights:
    """Wage earners and project workers: a programme in full or not at all, and who pays it."""
    # The employer may have failed in one programme and not in the other.
    jkk = owed(standing, member, Programme.JKK, law)
    jkm = owed(standing, member, Programme.JKM, law)
    of_jkk = _right_to(jkk)
    of_jkm = _right_to(jkm)
    return Rights(
        jkk_care=of_jkk,
        jkk_cash=of_jkk,
        jkm_funeral=of_jkm,
        jkm_rest=of_jkm,
        jkk_grounds=jkk.grounds,
        jkm_grounds=jkm.grounds,
        jkk_reason=jkk.reason,
        jkm_reasons=(jkm.reason,),
        arrears=len(standing.months),
        jkk_payer=jkk.payer or PaidBy.BPJS,
        jkm_payer=jkm.payer or PaidBy.BPJS,
    )


def _right_to(programme: Owed) -> Right:
    if programme.payer is None:
        return Right.NONE
    return Right.NOW


def _of_bpu(standing: Standing, law: Law) -> Rights:
    """The four rights of a BPU by the rules of cover, with what they rest on."""
    limits = cover_limits(standing.day, BPU, law)
    state = standing.state
    settled = standing.settled
    jkk_grounds, jkm_grounds = _grounds(standing, law)
    arrears = 0
    unpaid: tuple[Month, ...] = ()
    # After a lapse the months that ended the membership are owed no more.
    if state is CoverState.ARREARS:
        arrears = len(standing.months)
        if limits.set_off and not settled:
            unpaid = standing.months
    cash = jkk_cash(state, limits, settled=settled)
    return Rights(
        jkk_care=jkk_care(state),
        jkk_cash=cash,
        jkm_funeral=jkm_funeral(state, limits),
        jkm_rest=jkm_rest(state, limits, settled=settled, waiting=standing.waiting),
        jkk_grounds=jkk_grounds,
        jkm_grounds=jkm_grounds,
        jkk_reason=_jkk_reason(standing, cash),
        jkm_reasons=_jkm_reasons(standing, limits),
        arrears=arrears,
        unpaid=unpaid,
    )


def _jkk_reason(standing: Standing, cash: Right) -> Text:
    if standing.state is not CoverState.ARREARS:
        return Text(f"reason.{standing.state}")
    months = {"months": len(standing.months)}
    # Under an alternative of D13 there is no cash that could wait.
    if cash is Right.NONE:
        return Text("reason.arrears", months)
    if cash is Right.LESS_ARREARS:
        return Text("reason.set_off_jkk", months)
    if standing.settled:
        return Text("reason.settled_jkk", months)
    return Text("reason.arrears_jkk", months)


def _jkm_reasons(standing: Standing, limits: CoverLimits) -> tuple[Text, ...]:
    """Why JKM stands as it does: arrears and waiting time may both hold."""
    waiting = Text("reason.waiting")
    if standing.state is CoverState.ARREARS:
        in_arrears = _jkm_arrears(standing, limits)
        if standing.waiting:
            return in_arrears, waiting
        return (in_arrears,)
    if standing.state is CoverState.ACTIVE and standing.waiting:
        return (waiting,)
    return (Text(f"reason.{standing.state}"),)


def _jkm_arrears(standing: Standing, limits: CoverLimits) -> Text:
    """What the arrears mean for JKM; inside the waiting time nothing is set off."""
    args = {"months": len(standing.months)}
    if standing.settled:
        return Text("reason.settled", args)
    if limits.set_off and not standing.waiting:
        return Text("reason.set_off", args)
    return Text("reason.arrears", args)


_JKK_RULES = {
    CoverState.NOT_STARTED: "cover.start",
    CoverState.ACTIVE: "jkk.no_waiting_time",
    CoverState.ARREARS: "arrears.jkk_up_to_limit",
    CoverState.LAPSED: "arrears.jkk_over_limit",
    CoverState.LEFT: "participant.who_paid",
}
"""The rule the rights to JKK rest on, by state."""
_NO_JKM_RULES = {
    CoverState.NOT_STARTED: "cover.start",
    CoverState.LAPSED: "arrears.jkm_over_limit",
    CoverState.LEFT: "jkm.active_period",
}
"""The rule by which there is no right to JKM, by state."""


def _grounds(standing: Standing, law: Law) -> tuple[Grounds, Grounds]:
    """What the rights to JKK rest on, and what those to JKM do."""
    state = standing.state
    jkk_rule = _JKK_RULES[state]
    if state not in COVERED:
        no_jkm_rule = _NO_JKM_RULES[state]
        return (
            _grounds_of_none(jkk_rule, standing, law),
            _grounds_of_none(no_jkm_rule, standing, law),
        )
    membership = _membership_grounds(standing, law)
    start_rules = cited(jkk_rule, standing, law)
    jkk = [*membership, *start_rules]
    jkm = list(membership)
    if state is CoverState.ARREARS:
        jkm.extend(cited("arrears.jkm_up_to_limit", standing, law))
        since_2019 = _grounds_of_set_off(standing, law)
        jkk.extend(since_2019.jkk)
        jkm.extend(since_2019.jkm)
    jkm.extend(_waiting_grounds(standing, law))
    return tuple(jkk), tuple(jkm)


class _ByProgramme(NamedTuple):
    """Grounds of JKK, and of JKM."""

    jkk: Grounds = ()
    jkm: Grounds = ()


def _grounds_of_set_off(standing: Standing, law: Law) -> _ByProgramme:
    """What Permenaker 5/2021 says of arrears of up to three months (Pasal 92, 98)."""
    set_off = law.find("arrears.bpu_set_off", standing.day)
    if set_off is None:
        return _ByProgramme()
    letter = cited("arrears.jkk_after_letter", standing, law)
    funeral = cited("arrears.jkm_funeral_free", standing, law)
    if standing.settled:
        return _ByProgramme(letter, funeral)
    # How much is taken out is decided where it is counted, not where the right is.
    return _ByProgramme((*letter, set_off), (*funeral, set_off))


def _membership_grounds(standing: Standing, law: Law) -> Grounds:
    """What the cover itself rests on: its start, or in arrears the limit and the last due date."""
    rules_of_day = day_grounds(standing, law)
    grounds = list[Ground](rules_of_day)
    if standing.months:
        latest = standing.months[-1]
        grounds.extend(cited("arrears.limit_months", standing, law))
        grounds.extend(due_grounds(latest, law))
    else:
        grounds.extend(start_grounds(standing, law))
    return tuple(grounds)


def start_grounds(standing: Standing, law: Law) -> Grounds:
    """What the start of the membership rests on: the number, or after a lapse the re-entry."""
    if standing.re_entered and standing.spell is not None:
        rule = law.get("bpu.re_entry_start", standing.spell.start)
        return law.cite(rule)
    return cited("cover.start", standing, law)


def _grounds_of_none(name: str, standing: Standing, law: Law) -> tuple[Rule, ...]:
    """What a state without rights rests on: a rule of the programme, and why the state is so."""
    rule = law.get(name, standing.day)
    rules: list[Rule | str] = [rule]
    if standing.state is CoverState.LAPSED:
        latest = standing.months[-1]
        rule = law.get("arrears.limit_months", standing.day)
        rules.append(rule)
        rule = law.get("cover.lapse", standing.day)
        rules.append(rule)
        rules.extend(due_grounds(latest, law))
    elif standing.state is CoverState.LEFT:
        rules.append("no_end_of_cover_rule")
    elif law.chose("D10", "next_day"):
        # On the day of the number itself only this reading leaves a worker without cover.
        rules.append("D10")
    return law.cite(*rules)


def _waiting_grounds(standing: Standing, law: Law) -> Grounds:
    """The waiting rule, its boundary, and D06 and D14 where they make the difference."""
    rule = law.find("jkm.new_bpu_wait_months", standing.day)
    # Before Permenaker 1/2025 no text made anybody wait, and that silence is the ground.
    if rule is None or standing.spell is None:
        return law.cite("no_waiting_time")
    rules: list[Rule | str] = [rule]
    if _is_early_member(standing, law):
        rules.append("D06")
    if standing.re_entered and standing.waiting:
        rules.append("D14")
    return law.cite(*rules)
