"""The lines of a contribution month: each amount with its grounds and its arithmetic in words."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from jamsos.answers.grounds import Ground, Grounds
from jamsos.answers.parts import Line, Lines
from jamsos.answers.texts import Text
from jamsos.premiums.bpu.income_table import Row
from jamsos.premiums.bpu.pricing import SECOND_JOB, PricedMonth
from jamsos.premiums.bpu.question import MonthQuestion
from jamsos.premiums.bpu.reliefs import relief_grounds
from jamsos.workers.codes import BpuKind


def premium_lines(
    question: MonthQuestion,
    row: Row,
    row_grounds: Grounds,
    second_row_grounds: Grounds,
    variants: Sequence[PricedMonth],
    due: date,
) -> Lines:
    """The lines of a month.

    Args:
        question: The question.
        row: The income row that is paid.
        row_grounds: What the choice of the row rests on.
        second_row_grounds: What the row of a second job rests on; none without such a job.
        variants: The month priced under each relief that is possible, all of the same amounts;
            the lines rest on the grounds of all of them.
        due: The last day to pay the month.

    """
    relief = _grounds_of_reliefs(question, variants)
    # The possible reliefs leave the same amounts, so one of them may say how they come about.
    first = variants[0]
    party = None if question.payer is None else str(question.payer)
    lines: list[Line] = []
    for code, amount in first.amounts:
        grounds_of_row = row_grounds
        if code == SECOND_JOB:
            grounds_of_row = second_row_grounds
        grounds = _line_grounds(code, question, grounds_of_row, relief)
        share = first.relief.paid_share
        formula = _formula(code, question, row, share)
        line = Line(
            code=code,
            amount=amount,
            grounds=grounds,
            formula=formula,
            month=question.month,
            due=due,
            party=party,
        )
        lines.append(line)
    return tuple(lines)


def _grounds_of_reliefs(question: MonthQuestion, variants: Sequence[PricedMonth]) -> Grounds:
    """What every possible relief rests on."""
    month = question.relief_month
    grounds: Grounds = ()
    for priced in variants:
        grounds += relief_grounds(priced.relief, month, priced.payer, question.law)
    return grounds


def _line_grounds(
    code: str,
    question: MonthQuestion,
    row_grounds: Grounds,
    relief: Grounds,
) -> Grounds:
    """What a line rests on: its provision, the row, the relief."""
    if code == "premium.jkm":
        return (question.provision("jkm.contribution_bpu_month"), *relief)
    # No relief touches JHT: its line does not rest on one.
    if code == "premium.jht":
        return _jht_grounds(question, row_grounds)
    if code == SECOND_JOB:
        decision = question.law.cite("D09")
        return (*row_grounds, *decision, *relief)
    return (*row_grounds, *relief)


def _jht_grounds(question: MonthQuestion, row_grounds: Grounds) -> Grounds:
    """What a line of JHT rests on; of an owner also the duty.

    Legal source: Permenaker 5/2021 Pasal 32 and 43.
    """
    rate_rule = question.provision("jht.rate_bpu_of_base")
    grounds: list[Ground] = [rate_rule]
    paid_alike = question.law.find("jht.bpu_paid_alike", question.day)
    if paid_alike is not None:
        grounds.append(paid_alike)
    if question.worker.kind is BpuKind.OWNER:
        grounds.append(question.provision("jht.compulsory_for_owners"))
    grounds.extend(row_grounds)
    return tuple(grounds)


def _formula(code: str, question: MonthQuestion, row: Row, factor: int) -> Text:
    """The arithmetic of a line in words; the factor is the share paid, in parts per million."""
    if code == "premium.jkm":
        normal = question.provision("jkm.contribution_bpu_month").number
        return _jkm_formula(normal, factor)
    if code == "premium.jht":
        rate = question.provision("jht.rate_bpu_of_base").number
        base_income = row.base_income
        return Text("formula.jht", {"rate": rate, "base": base_income})
    if code == SECOND_JOB:
        income = question.worker.second_income or 0
        return Text("formula.jkk_second_job", {"income": income, "factor": factor})
    return _jkk_formula(row, factor)


@lru_cache(maxsize=4096)
def _jkm_formula(normal: int, factor: int) -> Text:
    """The arithmetic of JKM, which is the same in every row."""
    return Text("formula.jkm", {"normal": normal, "factor": factor})


@lru_cache(maxsize=4096)
def _jkk_formula(row: Row, factor: int) -> Text:
    """The arithmetic of JKK: every worker of a row has the same."""
    args = {
        "row": row.number,
        "base": row.base_income,
        "normal": row.jkk_month,
        "factor": factor,
    }
    return Text("formula.jkk", args)
