"""A disability that remains: total permanent whatever the losses, or the partial ones."""

from fractions import Fraction

from attrs import evolve

from jamsos.answers.grounds import MissingFact
from jamsos.answers.parts import Findings, Line, Notes, warning
from jamsos.benefits.base import BenefitBase
from jamsos.benefits.work_accident.disability_percentage import Assessed, assess_all, hand_matters
from jamsos.benefits.work_accident.partial_disability import (
    PaidLoss,
    counts_before,
    paid_losses,
    partial_lines,
    percentages,
    stand_alone,
)
from jamsos.benefits.work_accident.total_disability import total_permanent_lines
from jamsos.law.law import Law
from jamsos.workers.work_accident import WorkAccident


def disability_missing(accident: WorkAccident, law: Law) -> list[MissingFact]:
    """The facts nobody stated that would change the cash of a disability."""
    # No loss changes a total permanent disability.
    if accident.total_permanent:
        return []
    missing: list[MissingFact] = []
    if accident.total_permanent is None:
        missing.append(MissingFact("accident.total_permanent"))
    if accident.losses is None:
        missing.append(MissingFact("accident.losses"))
    for loss in assess_all(accident, law):
        if isinstance(loss, MissingFact):
            missing.append(loss)
    if accident.losses and accident.percent_before is None and counts_before(accident, law):
        missing.append(MissingFact("accident.percent_before"))
    return missing


def paid_disabilities(accident: WorkAccident, law: Law) -> list[PaidLoss]:
    """The shares a partial disability is paid by; none of a total permanent one."""
    if accident.total_permanent:
        return []
    # No loss is missing a fact here: an answer with a missing fact has no lines.
    losses = [loss for loss in assess_all(accident, law) if isinstance(loss, Assessed)]
    return paid_losses(losses, accident, law)


def disability_notes(accident: WorkAccident, law: Law) -> Notes:
    """The note that the sides are those of a right-handed person, where the hand matters (D40)."""
    if accident.left_handed is not None or accident.total_permanent:
        return ()
    if not hand_matters(accident, law):
        return ()
    of_left_handed = evolve(accident, left_handed=True)
    as_printed = paid_disabilities(accident, law)
    if _shares(as_printed) == _shares(paid_disabilities(of_left_handed, law)):
        return ()
    table = law.get("jkk.disability_table", accident.on)
    note = warning("note.hand_unknown", law.cite(table, "D40"))
    return (note,)


def _shares(losses: list[PaidLoss]) -> list[Fraction]:
    return [loss.share for loss in losses]


def disability_lines(
    accident: WorkAccident, partial: list[PaidLoss], base: BenefitBase, law: Law
) -> list[Line]:
    """Total permanent disability whatever the losses, or a line for each share that is paid."""
    if accident.total_permanent:
        return total_permanent_lines(accident.on, base, law)
    return partial_lines(partial, accident.on, base, law)


def percentage_findings(accident: WorkAccident, partial: list[PaidLoss], law: Law) -> Findings:
    """The percentage of a partial disability; none while losses no rule adds stand alone (D38)."""
    if stand_alone(accident, law):
        return ()
    return percentages(partial)
