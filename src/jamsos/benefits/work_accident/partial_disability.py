"""Partial disability (*cacat sebagian*, anatomical or functional): one loss, or several added."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from jamsos.answers.grounds import Ground, Grounds, distinct
from jamsos.answers.parts import Finding, Findings, Line
from jamsos.answers.texts import Arg, Text
from jamsos.benefits.base import BenefitBase
from jamsos.benefits.work_accident.disability_percentage import Assessed, disability_money
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.values.money import MILLION, exact
from jamsos.workers.work_accident import WHOLE_PERCENT, WorkAccident


class PaidLoss(NamedTuple):
    """A share that is paid: of one loss, or of several added."""

    code: str
    rows: Text
    """The row in words, or the rows that are added."""
    share: Fraction
    grounds: Grounds


def partial_lines(losses: list[PaidLoss], on: date, base: BenefitBase, law: Law) -> list[Line]:
    """A line for each share that is paid."""
    return [_line(loss, on, base, law) for loss in losses]


def percentages(losses: list[PaidLoss]) -> Findings:
    """The percentage of each share that is paid, with its row of the table."""
    findings: list[Finding] = []
    for loss in losses:
        finding = Finding(
            code="disability_percentage",
            value=exact(loss.share * WHOLE_PERCENT),
            grounds=loss.grounds,
            note=Text("note.disability_rows", {"rows": loss.rows}),
        )
        findings.append(finding)
    return tuple(findings)


def paid_losses(losses: list[Assessed], accident: WorkAccident, law: Law) -> list[PaidLoss]:
    """The shares that are paid: of one loss, or of several added to at most 70 percent.

    Legal source: Permenaker 5/2021 Pasal 84 ayat (1); before it decision D38.
    """
    if len(losses) > 1 and not stand_alone(accident, law):
        return [_added(losses, accident, law)]
    several: Grounds = ()
    if len(losses) > 1:
        several = law.cite("D38")
    paid: list[PaidLoss] = []
    for loss in losses:
        kind = law.get(_kind(loss), accident.on)
        paid_loss = _paid_loss(loss, kind, several, law)
        paid.append(_less_before(paid_loss, accident, law))
    return paid


def stand_alone(accident: WorkAccident, law: Law) -> bool:
    """Whether several losses stand side by side because no rule adds them (decision D38)."""
    losses = accident.losses or ()
    if accident.total_permanent or len(losses) <= 1:
        return False
    if law.find("jkk.partial_sum_cap", accident.on) is not None:
        return False
    return law.chose("D38", "not_added")


def counts_before(accident: WorkAccident, law: Law) -> bool:
    """Whether what earlier accidents were paid for counts towards the limit (decision D82)."""
    cap = law.find("jkk.partial_sum_cap", accident.on)
    return cap is not None and law.chose("D82", "per_participant")


def _less_before(paid: PaidLoss, accident: WorkAccident, law: Law) -> PaidLoss:
    """The share that is left under the limit after earlier accidents (decision D82)."""
    if not counts_before(accident, law):
        return paid
    cap = law.get("jkk.partial_sum_cap", accident.on)
    before = accident.percent_before or Fraction(0)
    most = Fraction(cap.number, MILLION)
    left = share_left(most, before / WHOLE_PERCENT)
    grounds = distinct((*paid.grounds, *law.cite(cap)))
    return paid._replace(share=min(paid.share, left), grounds=grounds)


def share_left(most: Fraction, before: Fraction) -> Fraction:
    """What is left of the largest share after the share that was paid before.

    >>> share_left(Fraction(70, 100), Fraction(40, 100))
    Fraction(3, 10)
    """
    return max(most - before, Fraction(0))


def _paid_loss(loss: Assessed, kind: Provision, several: Grounds, law: Law) -> PaidLoss:
    """One loss with its kind; the id of the provision is the code of the line."""
    row = loss.row
    name = Text("formula.row", {"code": row.code, "name": row.name})
    article = law.cite(kind)
    grounds = (*article, *loss.grounds, *several)
    return PaidLoss(kind.id, name, loss.share, grounds)


def _kind(loss: Assessed) -> str:
    """Anatomical for a part of the body lost whole, functional for what is left and works less."""
    if loss.row.anatomical and not loss.functional:
        return "jkk.partial_anatomical"
    return "jkk.partial_functional"


def _added(losses: list[Assessed], accident: WorkAccident, law: Law) -> PaidLoss:
    """The losses added; several of them never pay more than the limit."""
    share = Fraction(0)
    grounds_of_losses: list[Ground] = []
    rows: list[Text] = []
    for loss in losses:
        share += loss.share
        grounds_of_losses.extend(loss.grounds)
        # A part of a step (D41) may have more decimals than are shown here; the sum is exact.
        args: dict[str, Arg] = {"code": loss.row.code, "share": int(loss.share * MILLION)}
        rows.append(Text("formula.loss", args))
    # Losses of both kinds rest on both rules, each cited once.
    kinds = [law.get(_kind(loss), accident.on) for loss in losses]
    limit = _limit(accident, law)
    grounds = distinct((*law.cite(*kinds), *grounds_of_losses, *limit.grounds))
    if limit.most is not None:
        share = min(share, limit.most)
    paid = PaidLoss("jkk.disabilities", _sum_in_words(rows), share, grounds)
    return _less_before(paid, accident, law)


def _sum_in_words(rows: list[Text]) -> Text:
    """The rows with a plus between them."""
    first, *rest = rows
    if not rest:
        return first
    return Text("formula.plus", {"first": first, "rest": _sum_in_words(rest)})


class _Limit(NamedTuple):
    """The largest share several losses are paid by; None: they have no limit."""

    most: Fraction | None
    grounds: Grounds


def _limit(accident: WorkAccident, law: Law) -> _Limit:
    """The 70 percent of Pasal 84 ayat (1); before it that of a total permanent disability."""
    cap = law.find("jkk.partial_sum_cap", accident.on)
    if cap is not None:
        return _Limit(Fraction(cap.number, MILLION), law.cite(cap))
    if law.chose("D38", "add_without_cap"):
        return _Limit(None, law.cite("D38"))
    total = law.get("jkk.total_permanent_share", accident.on)
    return _Limit(Fraction(total.number, MILLION), law.cite(total, "D38"))


def _line(loss: PaidLoss, on: date, base: BenefitBase, law: Law) -> Line:
    months = law.get("jkk.base_months", on)
    wage = base.monthly
    # A part of a step (D41) may have more decimals than are shown here; the amount is exact.
    share = int(loss.share * MILLION)
    article = law.cite(months)
    args: dict[str, Arg] = {
        "rows": loss.rows,
        "months": months.number,
        "base": wage,
        "share": share,
    }
    return Line(
        code=loss.code,
        amount=disability_money(loss.share, months.number, wage),
        formula=Text("formula.disability", args),
        grounds=(*loss.grounds, *article, *base.grounds),
    )
