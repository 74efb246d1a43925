"""What an employer who paid a benefit first, because of arrears, claims back.

Legal source: Permenaker 5/2021 Pasal 91, 94, 97, 100.
"""

from jamsos.answers.parties import Party
from jamsos.answers.parts import Finding
from jamsos.claims.case import ClaimCase
from jamsos.claims.reports import duty_by
from jamsos.values.days import add_months, add_working_days


def refunds(case: ClaimCase) -> list[Finding]:
    """By when the employer asks for the refund, and by when BPJS pays it."""
    findings: list[Finding] = []
    if case.employer_paid_on is not None:
        months = case.find_rule_of_step("employer.refund_months", case.employer_paid_on)
        if months is not None:
            ask_by = add_months(case.employer_paid_on, months.rule.number)
            asking = duty_by("refund_ask_by", ask_by, Party.EMPLOYER, months.grounds)
            findings.append(asking)
    if case.refund_asked_on is not None:
        working_days = case.find_rule_of_step("employer.refund_working_days", case.refund_asked_on)
        if working_days is not None:
            days = working_days.rule.number
            pay_by = add_working_days(case.refund_asked_on, days, case.calendar)
            paying = duty_by("refund_pay_by", pay_by, Party.BPJS, working_days.grounds)
            findings.append(paying)
    return findings
