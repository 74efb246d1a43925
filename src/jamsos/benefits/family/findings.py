"""Who takes, and the scholarship of the children, as findings of a death benefit."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from attrs import evolve

from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parts import Finding, Findings, Lines, code_finding, untold_finding
from jamsos.answers.texts import Text
from jamsos.benefits.family.case import Case, Paying
from jamsos.benefits.family.heirs import Succession
from jamsos.benefits.family.scholarship import figures
from jamsos.coverage.contribution_period import (
    MONTHS_OF_ONE_NUMBER,
    ContributionPeriod,
    contribution_period,
    counted_months,
    months_paid_by,
    most_paid_months,
)
from jamsos.coverage.cover_rules import Right
from jamsos.coverage.employer import PaidBy
from jamsos.coverage.rights import Rights
from jamsos.law.law import Law
from jamsos.values.money import exact
from jamsos.workers.codes import CONSTRUCTION, Cause, Heirs, Programme
from jamsos.workers.family import Child, Family
from jamsos.workers.participation import Participation


def who_takes(who: Succession, family: Family | None, law: Law, lines: Lines) -> Findings:
    """The class of heirs; under an alternative of D50 also an equal share of each."""
    taking = who.taking
    if taking is None:
        grounds = (*who.grounds, *who.needs)
        return (untold_finding("heirs", grounds, "code"),)
    heirs = code_finding("heirs", taking, who.grounds)
    # Only spouse and children are named as one class without a split.
    shared = law.chose("D50", "equal_shares") and taking is Heirs.SPOUSE_OR_CHILD
    if not shared or family is None:
        return (heirs,)
    share_each = _share_each(family, lines, who.grounds)
    return (heirs, share_each)


def _share_each(family: Family, lines: Lines, grounds: Grounds) -> Finding:
    """An equal share of all lines for the spouse and each child, as far as they are known."""
    missing = [MissingFact(f"family.{name}") for name in _unknown_of_first_class(family)]
    if missing:
        return untold_finding("share_each", (*grounds, *missing), "rupiah")
    heads = len(family.children or ())
    if family.spouse:
        heads += family.spouses or 1
    total = Fraction(0)
    for line in lines:
        total += line.amount
    share = exact(total / heads)
    return Finding(code="share_each", value=share, unit="rupiah", grounds=grounds)


def _unknown_of_first_class(family: Family) -> list[str]:
    """Which of spouse and children nobody stated."""
    stated = {"spouse": family.spouse, "children": family.children}
    return [name for name, fact in stated.items() if fact is None]


def scholarship_findings(case: Case, paying: list[Paying]) -> Findings:
    """The scholarship in its three meanings, where there is a right to it.

    Args:
        case: The death.
        paying: The registrations with what each has a right to.

    """
    law = case.law
    event = case.event or case.died_on
    scholarship = _scholarship_right(case, paying, event)
    no_right = scholarship.right is Right.NONE
    # Unknown is not too few.
    if no_right and case.programme is Programme.JKM and _months_unknown(paying, law, event):
        unknown = _right_unknown(scholarship.grounds)
        return (unknown, *scholarship.months)
    right = code_finding("scholarship_right", scholarship.right, scholarship.grounds)
    if no_right:
        return (right, *scholarship.months)
    children = _children(case)
    sums = scholarship_figures(children, case.for_children, law, event, case.died_on)
    if sums[0].value == 0:
        right = evolve(right, note=Text("note.no_child_takes"))
    return (right, *scholarship.months, *sums)


def _right_unknown(grounds: Grounds) -> Finding:
    """The right where the paid months are not known."""
    need = MissingFact("participation.payments")
    all_grounds = (*grounds, need)
    return untold_finding("scholarship_right", all_grounds, "code")


def _children(case: Case) -> tuple[Child, ...] | None:
    """The children who may take; without any heir there is none."""
    # A child is itself an heir of the first class.
    if case.heirs.taking is Heirs.NOBODY:
        return ()
    if case.family is None:
        return None
    return case.family.children


def scholarship_figures(
    children: tuple[Child, ...] | None,
    named: tuple[int, ...] | None,
    law: Law,
    day: date,
    tested_on: date,
) -> list[Finding]:
    """The figures of the scholarship, each with its own name; see ``figures``."""
    sums = figures(children, named, law, day, tested_on)
    values = {
        "scholarship_statutory_maximum": sums.statutory,
        "scholarship_remaining_maximum": sums.remaining,
        "scholarship_remaining_to_age_limit": sums.to_age_limit,
        "scholarship_first_instalment": sums.first,
    }
    findings: list[Finding] = []
    for code, value in values.items():
        rules = sums.grounds
        # Only this figure counts the school years one by one.
        if code == "scholarship_remaining_to_age_limit":
            rules = (*rules, *law.cite("D64"))
        if value is None:
            grounds = (*rules, *sums.needs)
            finding = untold_finding(code, grounds, "rupiah")
        else:
            finding = Finding(code=code, value=value, unit="rupiah", grounds=rules)
        findings.append(finding)
    return findings


def jkk_scholarship_right(cause: Cause, due: Rights, law: Law, day: date) -> tuple[Right, Grounds]:
    """The right after a death or total permanent disability from work.

    It has no minimum contribution time. Whether a disease from work gives it is decision D49.
    """
    rule = law.get("jkk.scholarship_without_minimum", day)
    if cause is not Cause.OCCUPATIONAL_DISEASE:
        article = law.cite(rule)
        return _beside_cash(due.jkk_cash), (*article, *due.jkk_grounds)
    by_decision = law.cite(rule, "D49")
    grounds = (*by_decision, *due.jkk_grounds)
    if law.chose("D49", "accident_only"):
        return Right.NONE, grounds
    return _beside_cash(due.jkk_cash), grounds


def _beside_cash(cash: Right) -> Right:
    """The right to a scholarship: arrears are taken out of the other cash, which is far more."""
    if cash is Right.LESS_ARREARS:
        return Right.NOW
    return cash


def _months_unknown(paying: list[Paying], law: Law, event: date) -> bool:
    """Whether nobody stated the months that were paid, and there may be enough of them."""
    minimum = law.get("jkm.scholarship_min_contribution_months", event)
    members = [member for member, _ in paying]
    for member, due in paying:
        if due.jkm_rest is Right.NONE:
            continue
        # A project paid by its contract value lists no months.
        if member.segment is CONSTRUCTION and member.payments is None:
            return True
        if member.arrears_alone and most_paid_months(members, event) >= minimum.number:
            return True
    return False


class _ScholarshipRight(NamedTuple):
    """The right to a scholarship, and the months it was measured by."""

    right: Right
    grounds: Grounds
    months: Findings = ()


def _scholarship_right(case: Case, paying: list[Paying], event: date) -> _ScholarshipRight:
    """Whether and when there is a right: JKK without, JKM with a minimum contribution period."""
    if case.programme is Programme.JKK:
        # JKK has one registration: that at which the accident happened.
        _, due = paying[0]
        right, grounds = jkk_scholarship_right(case.cause, due, case.law, event)
        return _ScholarshipRight(right, grounds)
    return _scholarship_right_of_jkm(case.law, paying, event)


class _OneNumber(NamedTuple):
    """The registrations whose months count together, and the fullest right among them."""

    paying: list[Paying]
    members: tuple[Participation, ...]
    period: ContributionPeriod
    months: int
    """The months the law is read to ask for."""
    best: Rights
    settled: bool
    """Whether Permenaker 5/2021 Pasal 102 says which months count."""

    @property
    def shown(self) -> int:
        """The months the finding names: before the text settled them always all of them."""
        return self.months if self.settled else self.period.cumulative

    @property
    def is_due(self) -> bool:
        """Whether one of them has a right to more than the funeral money."""
        return self.best.jkm_rest is not Right.NONE


def _by_number(paying: list[Paying], event: date, law: Law) -> list[_OneNumber]:
    """The registrations by the number they are paid under; one not stated may be any of them."""
    numbers = dict.fromkeys(member.paid_under for member, _ in paying)
    numbers.pop(None, None)
    groups = [paying]
    settled = law.find(MONTHS_OF_ONE_NUMBER, event) is not None
    all_together = not settled and law.chose("D33", "all_memberships")
    if len(numbers) > 1 and not all_together:
        groups = [
            [one for one in paying if one[0].paid_under in {number, None}] for number in numbers
        ]
    return [_counted_together(group, event, law) for group in groups]


def _counted_together(paying: list[Paying], event: date, law: Law) -> _OneNumber:
    members = tuple(member for member, _ in paying)
    # One scholarship for the participant: the registration with the fullest right carries it.
    best = min((due for _, due in paying), key=_lost_of_jkm)
    period = contribution_period(members, event)
    return _OneNumber(
        paying=paying,
        members=members,
        period=period,
        months=counted_months(members, period, event, law),
        best=best,
        settled=law.find(MONTHS_OF_ONE_NUMBER, event) is not None,
    )


def _scholarship_right_of_jkm(law: Law, paying: list[Paying], event: date) -> _ScholarshipRight:
    """The right by the number whose months reach the minimum.

    Legal source: PP 44/2015, PP 82/2019 Pasal 34; Permenaker 5/2021 Pasal 102 ayat (3)-(5);
    decision D33.
    """
    minimum = law.get("jkm.scholarship_min_contribution_months", event)
    needed = minimum.number
    article = law.cite(minimum)
    numbers = _by_number(paying, event, law)
    # Months under a number of which nothing is due give no right, however many they are.
    chosen = max(numbers, key=lambda one: (one.is_due, one.months))
    period, best = chosen.period, chosen.best
    uncounted = None
    # Where nothing is due, months that do not count would explain nothing.
    if chosen.is_due:
        uncounted = _uncounted_months(chosen.paying, period.cumulative, needed)
    if chosen.is_due and _others_would_reach(numbers, paying, needed, event):
        uncounted = Text("note.months_under_other_number")
    by_decision = _how_counted(chosen, uncounted, needed, event, law)
    grounds = (*article, *by_decision)
    months = [Finding(code="paid_months", value=chosen.shown, grounds=grounds, note=uncounted)]
    # The unbroken count is named only where it would decide otherwise.
    if not chosen.settled and _gap_decides(period, needed):
        by_decision = law.cite("D33")
        unbroken = _unbroken_months(period.unbroken, needed, by_decision)
        months.append(unbroken)
    right = Right.NONE
    if chosen.months >= needed:
        right = _beside_cash(best.jkm_rest)
    all_grounds = (*article, *by_decision, *best.jkm_grounds)
    # A number of months in arrears does not tell how many were paid.
    if any(member.arrears_alone for member in chosen.members):
        need = MissingFact("participation.payments")
        months = [untold_finding("paid_months", (*article, need))]
    return _ScholarshipRight(right, all_grounds, tuple(months))


def _how_counted(
    chosen: _OneNumber, uncounted: Text | None, needed: int, event: date, law: Law
) -> Grounds:
    """By what the months were counted, where another count would decide otherwise (D33)."""
    only_together = _only_together(chosen, needed, event)
    of_number = law.find(MONTHS_OF_ONE_NUMBER, event)
    if of_number is not None:
        return _since_the_article(chosen, uncounted, needed, event, law.cite(of_number), law)
    # Before the article any other count is a matter of the decision alone.
    if only_together or uncounted is not None:
        return law.cite("D33")
    return ()


def _since_the_article(
    chosen: _OneNumber,
    uncounted: Text | None,
    needed: int,
    event: date,
    of_number: Grounds,
    law: Law,
) -> Grounds:
    """What decides since months are counted by the number they were paid under (Pasal 102)."""
    members, period = chosen.members, chosen.period
    only_together = _only_together(chosen, needed, event)
    other_number = uncounted is not None and uncounted.code == "note.months_under_other_number"
    known_number = only_together and _is_one_number(members)
    by_text: Grounds = ()
    if other_number or known_number or _gap_decides(period, needed):
        by_text = of_number
    # Whose number is not stated, and of months not paid by the day, the text leaves open.
    by_assumption = only_together and not known_number
    settled_later = uncounted is not None and not other_number
    if by_assumption or settled_later or _prepaid_decides(chosen, needed, event):
        return (*by_text, *law.cite("D33"))
    return by_text


def _prepaid_decides(chosen: _OneNumber, needed: int, event: date) -> bool:
    """Whether only the months paid ahead are missing."""
    return chosen.period.cumulative < needed <= months_paid_by(chosen.members, event)


def _gap_decides(period: ContributionPeriod, needed: int) -> bool:
    """Whether the months reach the minimum in all and not in a row."""
    return period.unbroken < needed <= period.cumulative


def _is_one_number(members: tuple[Participation, ...]) -> bool:
    """Whether all registrations are stated to be paid under the same number."""
    numbers = {member.paid_under for member in members}
    return len(numbers) == 1 and None not in numbers


def _others_would_reach(
    numbers: list[_OneNumber], paying: list[Paying], needed: int, event: date
) -> bool:
    """Whether only the months under another number are missing."""
    if len(numbers) == 1:
        return False
    members = tuple(member for member, _ in paying)
    together = contribution_period(members, event).cumulative
    due = [one.period.cumulative for one in numbers if one.is_due]
    return max(due) < needed <= together


def _only_together(chosen: _OneNumber, needed: int, event: date) -> bool:
    """Whether the registrations reach the minimum together, and none of them alone."""
    # One registration is all there is: nothing counts together with it.
    if len(chosen.members) == 1:
        return False
    return _longest_alone(chosen.members, event) < needed <= chosen.period.cumulative


def _longest_alone(members: tuple[Participation, ...], event: date) -> int:
    """The months of the registration with most of them, counted by itself."""
    periods = [contribution_period(member, event) for member in members]
    return max(period.cumulative for period in periods)


def _unbroken_months(months: int, needed: int, grounds: Grounds) -> Finding:
    """The count that would decide otherwise."""
    note = Text("note.counts_differ", {"needed": needed})
    return Finding(code="paid_months_unbroken", value=months, grounds=grounds, note=note)


def _lost_of_jkm(due: Rights) -> int:
    return due.jkm_rest.lost


def _uncounted_months(paying: list[Paying], counted: int, needed: int) -> Text | None:
    """Months that do not count and would reach the minimum.

    Those an employer did not pay, and those in arrears that were settled later (D33).
    """
    if counted >= needed:
        return None
    payers = {due.jkm_payer for _, due in paying}
    # Who pays in the place of BPJS left months unpaid; how many was not asked.
    if payers != {PaidBy.BPJS}:
        return Text("note.unpaid_months")
    arrears = max(due.arrears for _, due in paying)
    if counted + arrears < needed:
        return None
    return Text("note.arrears_not_counted", {"arrears": arrears, "needed": needed})
