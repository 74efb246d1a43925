"""The steps of the advisory doctor's opinion (*pertimbangan medis dokter penasihat*).

Legal source: Permenaker 5/2021 Pasal 121, 124.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from jamsos.answers.parties import Party
from jamsos.answers.parts import Finding, Findings
from jamsos.claims.codes import DisputeAbout
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.law.steps import find_rule_of_step
from jamsos.values.days import WorkingDay, add_working_days, plausible_day

ABOUT = frozenset({DisputeAbout.DISABILITY, DisputeAbout.OCCUPATIONAL_DISEASE})
"""What BPJS may be in doubt about (Pasal 121 ayat (1))."""


class AdviceStep(NamedTuple):
    """A step that begins on a stated day: by when it ends, and whose it is."""

    finding: str
    working_days: str
    party: Party


_STEPS: Mapping[str, AdviceStep] = {
    "handed_over_on": AdviceStep(
        "doctor_asked_by", "dispute.advisory_request_working_days", Party.INSPECTOR
    ),
    "sent_back_on": AdviceStep("data_completed_by", "dispute.completion_working_days", Party.BPJS),
    "conditions_met_on": AdviceStep(
        "opinion_by", "dispute.advisory_opinion_working_days", Party.ADVISORY_DOCTOR
    ),
    # No text says when these days begin: read from the written opinion.
    "opinion_on": AdviceStep(
        "finding_sent_by", "dispute.finding_to_bpjs_working_days", Party.INSPECTOR
    ),
}


def stated_days(days: Mapping[str, date | None], matter: DisputeAbout) -> Mapping[str, date]:
    """The days that were stated, each plausible.

    Raises:
        InputError: for a matter no advisory doctor is asked about.

    """
    stated = {name: plausible_day(day, name) for name, day in days.items() if day is not None}
    if stated and matter not in ABOUT:
        name = next(iter(stated))
        allowed = f"None but for {sorted(map(str, ABOUT))}"
        step = "leave it out: no advisory doctor is asked about this"
        raise InputError(name, stated[name].isoformat(), allowed, step)
    return stated


def advice(days: Mapping[str, date], event_on: date, calendar: WorkingDay, law: Law) -> Findings:
    """By when each step that has begun must end, by the law of the day it began (D74)."""
    findings: list[Finding] = []
    for name, begins_on in days.items():
        step = _STEPS[name]
        working_days = find_rule_of_step(step.working_days, begins_on, event_on, law)
        # Before Permenaker 5/2021 no days were set.
        if working_days is None:
            continue
        last_day = add_working_days(begins_on, working_days.rule.number, calendar)
        finding = Finding(
            code=step.finding,
            value=last_day,
            grounds=working_days.grounds,
            party=str(step.party),
        )
        findings.append(finding)
    return tuple(findings)
