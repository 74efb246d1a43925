"""Where to turn with a dispute (PP 44/2015 Pasal 45, 57, 58)."""

from collections.abc import Mapping
from datetime import date

from attrs import evolve, frozen

from jamsos.answers.deciding import beyond_knowledge, settled, undecided
from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parties import Party
from jamsos.answers.parts import Finding, Findings, Note, Outcome, code_finding, remark
from jamsos.answers.texts import Text
from jamsos.claims.advice import advice, stated_days
from jamsos.claims.case import checked_segment
from jamsos.claims.codes import DisputeAbout, Forum
from jamsos.claims.results_disputes import DisputeSteps
from jamsos.errors import InputError
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.law.steps import StepRule, find_rule_of_step, rule_of_step
from jamsos.values.days import (
    WorkingDay,
    check_order,
    checked_calendar,
    monday_to_friday,
    plausible_day,
)
from jamsos.workers.closed_list import checked_code, code_or_none
from jamsos.workers.codes import Segment

# All other matters are about one case, and begin with the labour inspector (Pasal 45).
_OTHER_WAYS = {
    DisputeAbout.CARE: "dispute.care",
    DisputeAbout.BPJS: "dispute.bpjs",
    DisputeAbout.CIVIL: "dispute.civil",
}


def dispute_steps(
    about: DisputeAbout | str,
    on: date,
    *,
    segment: Segment | str | None = None,
    filed_on: date | None = None,
    handed_over_on: date | None = None,
    sent_back_on: date | None = None,
    conditions_met_on: date | None = None,
    opinion_on: date | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> DisputeSteps:
    """Where to turn with a dispute, step by step: findings ``step_1``, ``step_2`` and so on.

    A BPU's dispute filed from 1 April 2021 on accident, disease or percentage ends with the
    inspector (D76), so these need the segment; there is no last day for filing any of them.
    Finding ``paid_meanwhile_by``: who pays transport, first aid and STMB until the inspector has
    found.

    Where BPJS asks for the opinion of the advisory doctor, on a percentage or a disease:
    ``doctor_asked_by``, ``data_completed_by``, ``opinion_by`` and ``finding_sent_by``, each from
    the day that begins it.

    Legal source: PP 44/2015 Pasal 45, 57, 58; Permenaker 5/2021 Pasal 118 to 127.

    Args:
        about: What is disputed: ``work_accident``, ``occupational_disease``, ``outcome``,
            ``disability``, ``amount``, ``care``, ``bpjs`` or ``civil``.
        on: The day of the event the dispute is about.
        segment: Whose dispute it is: ``PU``, ``CONSTRUCTION`` or ``BPU``; None: not known.
        filed_on: The day the objection is filed, whose law counts (D74); by default ``on``.
        handed_over_on: The day the inspector received the case from BPJS for the doctor's opinion.
        sent_back_on: The day the inspector sent incomplete data back to BPJS.
        conditions_met_on: The day the technical and administrative conditions of the opinion were
            met.
        opinion_on: The day the inspector received the written opinion.
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before 1 July 2015.
        InputError: for another matter, an objection before the event, and a doctor's step in a
            dispute about anything else.

    >>> answer = dispute_steps("disability", date(2026, 6, 10), segment="PU")
    >>> answer.finding("step_1"), answer.finding("step_2")
    ('labour_inspector', 'minister_final')

    """
    law = applied(law)
    matter = checked_code(DisputeAbout, about, "about")
    day = judged_day(on, law, "on")
    subject = Text(f"dispute.{matter}")
    of_segment = code_or_none(Segment, segment, "segment")
    if of_segment is not None:
        checked_segment(of_segment)
    filed = day if filed_on is None else plausible_day(filed_on, "filed_on")
    if filed < day:
        raise InputError("filed_on", filed.isoformat(), f"not before on ({day})", "check both days")
    dispute = Dispute(about=matter, on=day, segment=of_segment, filed_on=filed, law=law)
    days = stated_days(
        {
            "handed_over_on": handed_over_on,
            "sent_back_on": sent_back_on,
            "conditions_met_on": conditions_met_on,
            "opinion_on": opinion_on,
        },
        matter,
    )
    check_order({"on": day, **days})
    of_doctor = advice(days, day, checked_calendar(calendar), law)
    answer = DisputeSteps(
        title=Text("dispute_steps.title", {"about": subject}),
        outcome=Outcome.YES,
        law=law,
        facts={"about": matter, "on": day, "segment": of_segment, "filed_on": filed, **days},
        findings=of_doctor,
        notes=(*beyond_knowledge(law, day), *_notes(dispute), *_cost_of_advice(days, dispute)),
    )
    if dispute.segment_decides():
        grounds = dispute.final_grounds()
        return settled(undecided(answer, (MissingFact("dispute.segment"),), grounds))
    findings = (*_steps(dispute), *_meanwhile(dispute), *of_doctor)
    return settled(evolve(answer, findings=findings))


@frozen(kw_only=True)
class Dispute:
    """What is disputed, by whom and when."""

    about: DisputeAbout
    on: date
    segment: Segment | None
    filed_on: date
    law: Law

    def find(self, name: str) -> StepRule | None:
        """A rule on disputes by the law of the day the objection is filed (D74)."""
        return find_rule_of_step(name, self.filed_on, self.on, self.law)

    def rule(self, name: str) -> StepRule:
        """A rule that has to be there."""
        return rule_of_step(name, self.filed_on, self.on, self.law)

    def inspector_final(self) -> StepRule | None:
        """Why the inspector's finding is final for a BPU; None: it is not (decision D76)."""
        if self.about not in _INSPECTOR_FINAL or self.law.chose("D76", "minister"):
            return None
        # Under the PP every party may go on to the Minister (Pasal 45 ayat (3)).
        return self.find("dispute.bpu_inspector_final")

    def segment_decides(self) -> bool:
        """Whether the steps differ by the segment, which nobody stated."""
        return self.segment is None and bool(self.final_grounds())

    def final_grounds(self) -> Grounds:
        """What makes the steps, or who pays meanwhile, differ by the segment."""
        differing = (self.inspector_final(), self.pays_meanwhile())
        return tuple(ground for rule in differing if rule for ground in rule.grounds)

    def pays_meanwhile(self) -> StepRule | None:
        """Who pays first until the inspector has found (Pasal 118 ayat (2))."""
        if self.about not in {DisputeAbout.WORK_ACCIDENT, DisputeAbout.OCCUPATIONAL_DISEASE}:
            return None
        return self.find("dispute.who_pays_meanwhile")


_INSPECTOR_FINAL = frozenset(
    {DisputeAbout.WORK_ACCIDENT, DisputeAbout.OCCUPATIONAL_DISEASE, DisputeAbout.DISABILITY}
)
"""What Pasal 118 and 119 are about; neither names the amount."""


def _meanwhile(dispute: Dispute) -> Findings:
    """Who pays first: the employer, or the BPU himself (Pasal 118 ayat (2))."""
    step = dispute.pays_meanwhile()
    if step is None:
        return ()
    payer = Party.EMPLOYER
    if dispute.segment is Segment.BPU:
        payer = Party.PARTICIPANT
    return (code_finding("paid_meanwhile_by", payer, step.grounds),)


def _steps(dispute: Dispute) -> Findings:
    if dispute.segment is Segment.BPU:
        final = dispute.inspector_final()
        if final is not None:
            return (code_finding("step_1", Forum.INSPECTOR_FINAL, final.grounds),)
    name = _OTHER_WAYS.get(dispute.about, "dispute.determination")
    way = dispute.rule(name)
    steps: list[Finding] = []
    # Numbered, since each step is open only to those who do not accept the one before.
    for number, code in enumerate(way.rule.words, 1):
        steps.append(code_finding(f"step_{number}", Forum(code), way.grounds))
    return tuple(steps)


_REMARKS: Mapping[DisputeAbout, tuple[tuple[str, str], ...]] = {
    DisputeAbout.WORK_ACCIDENT: (("note.after_the_minister", "dispute.after_the_minister"),),
    DisputeAbout.OCCUPATIONAL_DISEASE: (
        ("note.advisory_doctor_on_disease", "determination.advisory_doctor_on_disease"),
        ("note.after_the_minister", "dispute.after_the_minister"),
    ),
    DisputeAbout.OUTCOME: (
        ("note.total_permanent_examined", "determination.total_permanent_examined"),
    ),
    DisputeAbout.DISABILITY: (
        ("note.advisory_doctor", "determination.advisory_doctor"),
        ("note.doctor_may_be_asked", "dispute.doctor_may_be_asked"),
        ("note.total_permanent_examined", "determination.total_permanent_examined"),
    ),
    DisputeAbout.AMOUNT: (("note.wrong_wage", "dispute.wrong_wage"),),
}
"""What else the rules say on a matter: the sentence and its provision."""


def _notes(dispute: Dispute) -> list[Note]:
    """Who determined the case first, what else holds for it, and what stays outside."""
    if dispute.about is DisputeAbout.CIVIL:
        return [remark("note.civil_only", dispute.rule("dispute.civil").grounds)]
    if dispute.about in _OTHER_WAYS:
        return []
    # What is disputed is what BPJS found from the doctor's letter (Pasal 45 ayat (1)).
    determined = dispute.rule("determination.by_bpjs")
    notes = [remark("note.determined_by_bpjs", determined.grounds)]
    for code, name in _REMARKS[dispute.about]:
        found = dispute.find(name)
        # A BPU has no employer, and the inspector's finding on a BPU is final.
        of_employer = code in {"note.wrong_wage", "note.after_the_minister"}
        if found is not None and not (of_employer and dispute.segment is Segment.BPU):
            notes.append(remark(code, found.grounds))
    return notes


def _cost_of_advice(days: Mapping[str, date], dispute: Dispute) -> list[Note]:
    """Who bears the cost of the advisory doctor, once the case is on its way to him."""
    if not days:
        return []
    begins_on = min(days.values())
    cost = find_rule_of_step("dispute.advice_paid_by_bpjs", begins_on, dispute.on, dispute.law)
    if cost is None:
        return []
    return [remark("note.advice_paid_by_bpjs", cost.grounds)]
