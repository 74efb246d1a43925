"""Written by types_from_schema.py from the schema of jamsos; do not edit."""

from typing import Any, Literal, Required, TypedDict


class AmendmentsForm(TypedDict, total=False):
    """What a law has of its own, in full, and the ids of the rules it has not."""

    absences: "Required[dict[str, dict[str, Any]]]"
    decisions: "Required[dict[str, dict[str, Any]]]"
    removed: "Required[list[str]]"
    timelines: "Required[dict[str, list[dict[str, Any]]]]"


class AnswerReply(TypedDict, total=False):
    """The answer to one question, with the caller's record id, its text and its receipt."""

    conditions: "Required[list[ConditionForm]]"
    detail: "Required[Literal['amounts', 'grounds', 'full']]"
    facts: "Required[dict[str, Any]]"
    findings: "Required[list[FindingForm]]"
    form: "Required[int]"
    grounds: "Required[list[GroundForm]]"
    id: "str"
    law: "Required[LawForm]"
    lines: "Required[list[LineForm]]"
    needs: "Required[list[Literal['accident.air', 'accident.care_paid', 'accident.care_standard', 'accident.dentures', 'accident.examinations_paid', 'accident.glasses', 'accident.hearing_aid', 'accident.home_care', 'accident.home_care_recommended_on', 'accident.land', 'accident.left_handed', 'accident.losses', 'accident.percent_before', 'accident.prosthesis', 'accident.prosthesis_price', 'accident.reported_as_suspected', 'accident.reported_late', 'accident.return_to_work', 'accident.sea', 'accident.total_permanent', 'accident.unable', 'accident.wage_paid', 'accident_at', 'accident_on', 'base.piece_work', 'base.two_jobs', 'cause', 'changes.row', 'child.accepted', 'child.barred_since', 'child.birth', 'child.claimed_years', 'child.higher_since', 'child.last_school_year', 'child.lawful', 'child.level', 'child.married', 'child.studying', 'child.tie', 'child.working', 'child.year', 'claim.accepted', 'claim.amount', 'claim.claimant', 'claim.contracted_at_place', 'claim.contracted_facility', 'claim.event_hour', 'claim.lost_at_sea', 'claim.on_leave', 'claim.received_on', 'claim.stage1_hour', 'claim.traffic_accident', 'claim.training_continues', 'contract.contains_vat', 'contract.relief_condition_met', 'contract.value', 'contract.vat_rate', 'disability_paid', 'dispute.segment', 'employment.active_workers', 'employment.age_on_registration', 'employment.all_programmes', 'employment.basic_wage', 'employment.day_wage', 'employment.earnings', 'employment.fixed_allowances', 'employment.foreign', 'employment.in_jkm', 'employment.industry', 'employment.jkp', 'employment.lowest_wage', 'employment.paid_up_to', 'employment.pay_form', 'employment.registered', 'employment.risk_group', 'enterprise.capital', 'enterprise.size', 'enterprise.yearly_sales', 'event.attack_while_working', 'event.bpu_kind', 'event.concluded_on', 'event.diagnosed', 'event.died', 'event.died_at_work', 'event.ended_on', 'event.finding', 'event.in_work_relation', 'event.kind', 'event.listed', 'event.own_work', 'event.paid_months', 'event.place', 'event.proven', 'event.received_on', 'event.reported_on', 'event.segment', 'event.taken_to_doctor', 'event.usual_route', 'event.within_24_hours', 'event.work_ended', 'family.blood_line', 'family.children', 'family.outside_list', 'family.parents_in_law', 'family.siblings', 'family.spouse', 'family.unrecorded_spouse', 'family.will', 'for_children', 'home_care.cost', 'home_care.with_facility', 'incapacity.last', 'job.abroad', 'job.own_account', 'job.owner', 'job.project', 'job.registered', 'job.state_body', 'job.state_office', 'job.wage', 'loss.better_eye', 'loss.measure', 'migrant.agency', 'migrant.amount', 'migrant.by_agency_or_policy', 'migrant.contract_months', 'migrant.cost', 'migrant.delay', 'migrant.jkk_on_leave', 'migrant.last_day', 'migrant.late_departure', 'migrant.late_prolongation', 'migrant.late_return', 'migrant.short_contract', 'missing.named_on', 'participation.number_issued', 'participation.paid_under', 'participation.payer', 'participation.payments', 'participation.row', 'payer', 'payment.amount', 'person.foreign', 'person.months_in_indonesia', 'placement.agency', 'placement.contract_ends', 'placement.debarked_on', 'placement.leave', 'placement.paid_on', 'placement.prolonged_paid_on', 'placement.stage', 'project.district_minimum_wage', 'project.joined_on', 'project.listed', 'project.paid_on', 'project.provincial_minimum_wage', 'project.unit_wage', 'reported_as_suspected', 'reported_late', 'row', 'sanction.contribution_due', 'scheme.age', 'scheme.criteria', 'scheme.poorest_deciles', 'sudden_death.attack_at', 'sudden_death.died_at', 'sudden_death.doctor_at', 'trainee', 'worker', 'worker.birth', 'worker.category', 'worker.decile', 'worker.foreign', 'worker.has_nik', 'worker.income', 'worker.kind', 'worker.letter', 'worker.months_in_indonesia', 'worker.occupation', 'worker.other_payer', 'worker.poor', 'worker.registry_match', 'worker.resident_of', 'worker.sector', 'worker.segment', 'worker.wage_earner', 'worker.works', 'D01', 'D02', 'D03', 'D04', 'D06', 'D07', 'D08', 'D09', 'D10', 'D11', 'D12', 'D13', 'D14', 'D16', 'D17', 'D18', 'D19', 'D20', 'D21', 'D22', 'D23', 'D24', 'D25', 'D26', 'D27', 'D28', 'D29', 'D31', 'D32', 'D33', 'D35', 'D36', 'D37', 'D38', 'D39', 'D40', 'D41', 'D42', 'D43', 'D44', 'D45', 'D46', 'D47', 'D49', 'D50', 'D51', 'D53', 'D54', 'D55', 'D56', 'D57', 'D58', 'D59', 'D60', 'D61', 'D62', 'D64', 'D65', 'D66', 'D67', 'D68', 'D69', 'D70', 'D71', 'D74', 'D75', 'D76', 'D77', 'D78', 'D79', 'D80', 'D81', 'D82', 'D83', 'D84', 'D85', 'D86']]]"
    notes: "Required[list[NoteForm]]"
    outcome: "Required[Literal['yes', 'no', 'cannot_decide']]"
    outcome_en: "Required[str]"
    outcome_id: "Required[str]"
    own: "Required[dict[str, Any]]"
    payable_after_settlement: "int | str"
    payable_now: "int | str"
    possibilities: "Required[list[PossibilityForm]]"
    question: "Required[str]"
    receipt: "Required[Receipt]"
    results: "Required[dict[str, Any]]"
    text: "str"
    title: "Required[TextForm]"
    title_en: "Required[str]"
    title_id: "Required[str]"
    total: "int | str"
    total_en: "str"
    total_id: "str"


class BenefitWageQuestion(TypedDict, total=False):
    """Which wage are the benefits of a work accident calculated from?"""

    question: "Required[Literal['benefit_wage']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    participation: "Required[Participation]"
    on: "Required[str]"
    worker: "Worker | None"
    others: "list[Participation]"
    cause: "Cause"
    scheme: "str | None"

BpuKind = Literal['owner', 'a', 'independent', 'b', 'other', 'c']
Breach = Literal['not_paid', 'not_registered']
Category = Literal['casual_labour', 'craft', 'farmer', 'fisher', 'household', 'other', 'religious', 'trader', 'transport', 'village_msme']
Cause = Literal['occupational_disease', 'other', 'work_accident']

class ChangesQuestion(TypedDict, total=False):
    """What changed in the law between two days, and for one worker?"""

    question: "Required[Literal['changes_between']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    first: "Required[str]"
    last: "Required[str]"
    worker: "Worker | None"
    payer: "Payer | None"
    scheme: "str | None"
    employment: "Employment | None"


class Child(TypedDict, total=False):
    """A child of the participant. Every field may be None: not known."""

    birth: "str | None"
    tie: "ChildTie"
    level: "Level | None"
    year: "int | None"
    studying: "bool | None"
    lawful: "bool | None"
    married: "bool | None"
    working: "bool | None"
    working_pu_months: "int | None"
    working_as: "WorkingAs | None"
    barred_since: "str | None"
    accepted: "bool | None"
    claimed_years: "list[int] | None"
    last_school_year: "int | None"
    graduated: "bool"
    course_changes: "int"
    higher_since: "int | None"
    takes_over: "int | None"

ChildTie = Literal['acknowledged', 'adopted', 'own', 'raised', 'step', 'unacknowledged']
ClaimKind = Literal['employer_refund', 'jkk', 'jkm', 'scholarship', 'stmb', 'training']
Claimant = Literal['by_will', 'other_heir', 'outside_list', 'spouse']

class ConditionForm(TypedDict, total=False):
    """One thing that had to hold, and whether it did."""

    code: "Required[str]"
    grounds: "Required[list[str]]"
    meaning_en: "Required[str]"
    meaning_id: "Required[str]"
    status: "Required[Literal['met', 'failed', 'unknown']]"
    status_en: "Required[str]"
    status_id: "Required[str]"
    text: "Required[TextForm]"


class ConstructionCorrectionQuestion(TypedDict, total=False):
    """What comes back of a project's contribution after a change of the contract?"""

    question: "Required[Literal['construction_correction']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    on: "Required[str]"
    paid: "Required[int]"
    value: "int | None"
    contains_vat: "bool | None"
    vat_rate: "str | None"


class ConstructionQuestion(TypedDict, total=False):
    """What does a construction project owe?"""

    question: "Required[Literal['construction_premium']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    on: "Required[str]"
    value: "int | None"
    contains_vat: "bool | None"
    vat_rate: "str | None"
    monthly_wage: "int | None"
    relief_condition_met: "bool | None"
    unpaid_in_relief: "int | None"
    starts: "str | None"
    ends: "str | None"
    number_of_instalments: "int | None"


class ContributionDueQuestion(TypedDict, total=False):
    """Which month is due by a day, and what does it cost?"""

    question: "Required[Literal['contribution_due']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    participation: "Required[Participation]"
    on: "Required[str]"
    worker: "Worker | None"
    scheme: "str | None"


class CoverageQuestion(TypedDict, total=False):
    """Is the person covered on a day?"""

    question: "Required[Literal['cover_on']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    participation: "Required[Participation | list[Participation]]"
    on: "Required[str]"
    worker: "Worker | None"
    scheme: "str | None"


class DeathBenefitQuestion(TypedDict, total=False):
    """What does the family receive after a death?"""

    question: "Required[Literal['death_benefit']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    worker: "Required[Worker]"
    participation: "Required[Participation | list[Participation]]"
    died_on: "Required[str]"
    cause: "Cause | None"
    family: "Family | None"
    accident_on: "str | None"
    accident_at: "int | None"
    for_children: "list[int] | None"
    disability_paid: "int | None"
    sudden_death: "SuddenDeath | None"
    reported_late: "bool | None"
    reported_as_suspected: "bool | None"
    scheme: "str | None"

Detail = Literal['amounts', 'full', 'grounds']

class DisabilityRowsQuestion(TypedDict, total=False):
    """Which rows of the disability table have these words in their name?"""

    question: "Required[Literal['disability_rows']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    words: "Required[str]"

Disappearance = Literal['aircraft', 'other', 'ship']
DisputeAbout = Literal['amount', 'bpjs', 'care', 'civil', 'disability', 'occupational_disease', 'outcome', 'work_accident']

class DisputeQuestion(TypedDict, total=False):
    """Where does one go who does not agree?"""

    question: "Required[Literal['dispute_steps']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    about: "Required[DisputeAbout]"
    on: "Required[str]"
    segment: "Segment | None"
    filed_on: "str | None"
    handed_over_on: "str | None"
    sent_back_on: "str | None"
    conditions_met_on: "str | None"
    opinion_on: "str | None"


class EmployerSanctionsQuestion(TypedDict, total=False):
    """What follows for an employer who did not register or pay?"""

    question: "Required[Literal['employer_sanctions']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    breach: "Required[Breach]"
    on: "Required[str]"
    first_warning_on: "str | None"
    second_warning_on: "str | None"
    contribution_due: "int | None"


class Employment(TypedDict, total=False):
    """One employment of a wage earner. Every field may be None: not known."""

    pay_form: "PayForm | None"
    basic_wage: "int | None"
    fixed_allowances: "int | None"
    day_wage: "int | None"
    earnings: "list[int] | None"
    reported_wage: "int | None"
    position: "Position"
    lowest_wage: "int | None"
    risk_group: "RiskGroup | None"
    industry: "Industry | None"
    active_workers: "int | None"
    paid_up_to: "str | None"
    registered: "str | None"
    jkp: "bool | None"
    foreign: "bool | None"
    age_on_registration: "int | None"
    all_programmes: "bool | None"
    in_jkm: "bool | None"


class EnrolQuestion(TypedDict, total=False):
    """May this person be enrolled on a day?"""

    question: "Required[Literal['may_enrol']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    worker: "Required[Worker]"
    on: "Required[str]"
    scheme: "str | None"
    first_payment_on: "str | None"
    participation: "Participation | None"


class Enterprise(TypedDict, total=False):
    """An employer, by its size or by the figures behind it. Every field may be None: not known."""

    size: "Size | None"
    capital: "int | None"
    yearly_sales: "int | None"


class ErrorReply(TypedDict, total=False):
    """Why a line could not be answered."""

    allowed: "Required[str]"
    error: "Required[Literal['input', 'internal', 'law_data', 'missing_extra', 'misuse', 'outside_law', 'receipt', 'undecided']]"
    id: "str"
    kind: "Required[Literal['input_rule', 'fault']]"
    next_step: "Required[str]"
    thing: "Required[str]"
    value: "Required[str]"


class Event(TypedDict, total=False):
    """What is known of one event. Every field but the day may be None: not known."""

    on: "Required[str]"
    kind: "EventKind | None"
    segment: "Segment | None"
    place: "EventPlace | None"
    usual_route: "bool | None"
    own_work: "bool | None"
    working_hours: "bool | None"
    attack_while_working: "bool | None"
    died_at_work: "bool | None"
    taken_to_doctor: "bool | None"
    within_24_hours: "bool | None"
    paid_months: "int | None"
    bpu_kind: "BpuKind | None"
    in_work_relation: "bool | None"
    died: "bool | None"
    diagnosed: "bool | None"
    listed: "bool | None"
    proven: "bool | None"
    work_ended: "bool | None"
    ended_on: "str | None"

EventKind = Literal['accident', 'disease', 'rape', 'sudden_death', 'violence']
EventPlace = Literal['elsewhere', 'on_the_way', 'workplace']

class EventQuestion(TypedDict, total=False):
    """What do the facts of an event speak for, and which programme would answer?"""

    question: "Required[Literal['event_advice']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    event: "Required[Event]"
    found: "Cause | None"

Failing = Literal['first_contribution', 'new_employer', 'not_registered', 'wrong_data']

class Family(TypedDict, total=False):
    """The people who may take a benefit, in the order of the law."""

    spouse: "bool | None"
    spouses: "int | None"
    unrecorded_spouse: "bool"
    children: "list[Child] | None"
    blood_line: "bool | None"
    siblings: "bool | None"
    parents_in_law: "bool | None"
    will: "Will | None"
    outside_list: "bool"


class FindingForm(TypedDict, total=False):
    """One result that is not an amount of the total; ``value`` null: none, or not decided."""

    code: "Required[str]"
    grounds: "Required[list[str]]"
    name_en: "Required[str]"
    name_id: "Required[str]"
    note: "TextForm"
    note_en: "str"
    note_id: "str"
    party: "Literal['APBD', 'APBDES', 'APBN', 'CSR', 'DBHCHT', 'DBH_SAWIT', 'VILLAGE_VIA_APBD', 'advisory_doctor', 'blood_line_2', 'bpjs', 'collective', 'donor', 'employer', 'employer_worker_or_heirs', 'fund', 'funeral_payer', 'heirs', 'labour_inspector', 'other', 'parent_in_law', 'participant', 'participant_and_or_employer', 'participant_and_or_family', 'participant_or_family', 'platform', 'self', 'sibling', 'spouse_or_child', 'will']"
    party_en: "str"
    party_id: "str"
    type: "Literal['date', 'moment', 'month', 'fraction']"
    unit: "Required[Literal['', 'code', 'changes', 'children', 'children.one', 'codes', 'date', 'day of month', 'days', 'days.one', 'hours', 'hours.one', 'kinds of work', 'months', 'months.one', 'people', 'people.one', 'percent', 'rupiah', 'workers', 'workers.one', 'years', 'years.one']]"
    unit_en: "str"
    unit_id: "str"
    value: "Required[int | bool | str | None]"
    value_en: "Required[str]"
    value_id: "Required[str]"


class GroundForm(TypedDict, total=False):
    """One ground; other parts of the answer name it by its key."""

    alternatives: "list[str]"
    ask_en: "str"
    ask_id: "str"
    chosen: "str"
    grade: "Literal['verbatim', 'official', 'secondary', 'interpretation', 'open', 'hypothetical']"
    grade_en: "str"
    grade_id: "str"
    id: "Required[str]"
    key: "Required[str]"
    kind: "Required[Literal['provision', 'absence', 'decision', 'criterion', 'missing_fact', 'stated', 'what_if']]"
    known_until: "str"
    name_en: "Required[str]"
    name_id: "Required[str]"
    rule: "dict[str, Any]"
    since: "str"
    sources: "list[str]"
    text_en: "Required[str]"
    text_id: "Required[str]"
    unit: "Literal['changes', 'children', 'codes', 'date', 'day of month', 'days', 'hours', 'kinds of work', 'months', 'rule', 'rupiah', 'share', 'table', 'workers', 'years']"
    until: "str"
    value: "Any"


class HomeCare(TypedDict, total=False):
    """A stretch of care at home (*perawatan di rumah*) of somebody who cannot go on in hospital."""

    first: "Required[str]"
    last: "Required[str]"
    cost: "int | None"
    with_facility: "bool | None"


class InTimeQuestion(TypedDict, total=False):
    """Is a claim made on this day still in time?"""

    question: "Required[Literal['claim_in_time']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    cause: "Required[Cause]"
    event_on: "Required[str]"
    on: "Required[str]"
    segment: "Segment"


class Incapacity(TypedDict, total=False):
    """One spell of temporary incapacity for work (*sementara tidak mampu bekerja*)."""

    first: "Required[str]"
    last: "str | None"

Industry = Literal['food_beverage_tobacco', 'footwear', 'furniture', 'leather', 'other', 'textile_apparel', 'toys']

class JkkBenefitQuestion(TypedDict, total=False):
    """What does a living participant receive after a work accident?"""

    question: "Required[Literal['jkk_benefit']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    worker: "Required[Worker]"
    participation: "Required[Participation]"
    accident: "Required[WorkAccident]"
    family: "Family | None"
    others: "list[Participation]"
    for_children: "list[int] | None"
    scheme: "str | None"


class Job(TypedDict, total=False):
    """One job. Every field may be None: not known."""

    state_office: "bool | None"
    abroad: "bool | None"
    project: "bool | None"
    wage: "bool | None"
    owner: "bool | None"
    own_account: "bool | None"
    state_body: "bool | None"
    managing: "bool | None"
    position: "Position | None"
    registered: "bool | None"


class KeepingQuestion(TypedDict, total=False):
    """What keeps the person covered, seen on a day?"""

    question: "Required[Literal['keeping_cover']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    worker: "Required[Worker]"
    participation: "Required[Participation]"
    on: "Required[str]"
    scheme: "str | None"


class LawForm(TypedDict, total=False):
    """The law an answer was given under."""

    amendments: "AmendmentsForm"
    decisions: "Required[dict[str, str]]"
    fingerprint: "Required[str]"
    known_until: "Required[str]"
    strict: "Required[bool]"
    version: "Required[str]"
    what_ifs: "list[dict[str, Any]]"


class Leave(TypedDict, total=False):
    """A leave in Indonesia (*cuti*) during the contract, both days included."""

    first: "Required[str]"
    last: "str | None"

Level = Literal['PT', 'SD', 'SMA', 'SMP', 'TK', 'none']

class LineForm(TypedDict, total=False):
    """One amount of money, with its arithmetic."""

    amount: "Required[int | str]"
    amount_en: "Required[str]"
    amount_id: "Required[str]"
    code: "Required[str]"
    due: "str"
    formula: "Required[TextForm]"
    formula_en: "Required[str]"
    formula_id: "Required[str]"
    grounds: "Required[list[str]]"
    month: "str"
    name_en: "Required[str]"
    name_id: "Required[str]"
    party: "Literal['APBD', 'APBDES', 'APBN', 'CSR', 'DBHCHT', 'DBH_SAWIT', 'VILLAGE_VIA_APBD', 'advisory_doctor', 'blood_line_2', 'bpjs', 'collective', 'donor', 'employer', 'employer_worker_or_heirs', 'fund', 'funeral_payer', 'heirs', 'labour_inspector', 'other', 'parent_in_law', 'participant', 'participant_and_or_employer', 'participant_and_or_family', 'participant_or_family', 'platform', 'self', 'sibling', 'spouse_or_child', 'will']"
    party_en: "str"
    party_id: "str"
    payer: "Literal['contractor', 'employer', 'employer_first']"
    payer_en: "str"
    payer_id: "str"
    when: "Required[Literal['now', 'after_settlement']]"
    when_en: "str"
    when_id: "str"


class Loss(TypedDict, total=False):
    """One disability as a doctor determined it, by its row of the disability table."""

    code: "Required[str]"
    function_lost: "int | str | None"
    measure: "int | None"
    better_eye: "int | None"
    worse_eye: "int | None"
    better_ear: "int | str | None"
    worse_ear: "int | str | None"


class MigrantBenefitQuestion(TypedDict, total=False):
    """What does one benefit of a migrant worker come to?"""

    question: "Required[Literal['migrant_benefit']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    placement: "Required[Placement]"
    item: "Required[MigrantItem]"
    on: "Required[str]"
    cost: "int | None"
    by_agency_or_policy: "bool | None"
    amount: "int | None"
    family: "Family | None"


class MigrantCoverQuestion(TypedDict, total=False):
    """Which programme protects a migrant worker on a day, and from when to when?"""

    question: "Required[Literal['migrant_cover']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    placement: "Required[Placement]"
    on: "Required[str]"

MigrantItem = Literal['dentures', 'failed_departure', 'failed_placement', 'glasses', 'hearing_aid', 'home_care', 'one_sided_dismissal', 'other', 'other_death', 'placed_contrary', 'rape', 'total_permanent', 'treatment_abroad', 'work_death']

class MigrantPremiumQuestion(TypedDict, total=False):
    """What does a migrant worker owe for one placement?"""

    question: "Required[Literal['migrant_premium']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    on: "Required[str]"
    contract_months: "int | None"
    agency: "bool | None"
    prolonged_by: "int | None"

MissingPaper = Literal['airline_statement', 'court_determination', 'death_certificate', 'search_and_rescue_letter']

class MissingQuestion(TypedDict, total=False):
    """What can be claimed for a participant who is missing?"""

    question: "Required[Literal['missing_person']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    how: "Required[Disappearance]"
    last_news_on: "Required[str]"
    at_work: "Required[bool]"
    segment: "Segment"
    paper: "MissingPaper | None"
    named_on: "str | None"


class NoteForm(TypedDict, total=False):
    """A remark or a warning."""

    args: "dict[str, Any]"
    code: "Required[Literal['note.advanced_by_employer', 'note.advice_paid_by_bpjs', 'note.advisory_doctor', 'note.advisory_doctor_on_disease', 'note.after_leaving', 'note.after_the_minister', 'note.after_work', 'note.age_at_first_payment', 'note.age_before_2021', 'note.arrears_not_counted', 'note.began_again', 'note.beyond_knowledge', 'note.bill', 'note.care_by_need', 'note.care_elsewhere_once_found', 'note.change_reported_too_late', 'note.child_takes_nothing', 'note.child_unacknowledged', 'note.child_without_adoption', 'note.children_named', 'note.civil_only', 'note.claim_is_stage2', 'note.claim_lapsed', 'note.class_one', 'note.comorbidity', 'note.confirm_group', 'note.construction_covered_from', 'note.construction_registration_content', 'note.construction_registration_identity', 'note.construction_relief', 'note.construction_remainder', 'note.construction_tender', 'note.construction_wage_papers', 'note.construction_wage_papers_by_wage', 'note.construction_who_registers', 'note.copies_allowed', 'note.counts_differ', 'note.death_to_registry', 'note.determined_by_bpjs', 'note.directors', 'note.disability_kept', 'note.disability_offset', 'note.disability_rows', 'note.disease_examinations', 'note.doctor_finds_row', 'note.doctor_may_be_asked', 'note.doubtful', 'note.due', 'note.early_member', 'note.employer_owes_all', 'note.employer_pays', 'note.employer_pays_first', 'note.employer_registers', 'note.fewer_months', 'note.finding_differs', 'note.fine', 'note.fine_2025', 'note.fine_on_shortfall', 'note.first_day', 'note.foreigner', 'note.grade_of_row', 'note.hand_unknown', 'note.home_care', 'note.home_care_afterwards', 'note.home_care_facility', 'note.home_care_late', 'note.home_care_recommendation', 'note.if_above_npwp', 'note.if_lost_at_sea', 'note.if_none_at_place', 'note.if_not_contracted', 'note.if_on_leave', 'note.if_outside_list', 'note.if_spouse', 'note.if_traffic', 'note.if_training_continues', 'note.if_will', 'note.injury', 'note.injury_of_bpu', 'note.injury_or_evidence', 'note.inspector', 'note.inspector_orders_jkk', 'note.inspector_orders_jkm', 'note.instalment_plan_not_stated', 'note.jkn_class_and_tariff', 'note.jkp_above_limit', 'note.jkp_none', 'note.jkp_none_age', 'note.jkp_none_foreign', 'note.jkp_none_programmes', 'note.jkp_state_waits', 'note.job_not_registered', 'note.jobs', 'note.kinds_with_employer', 'note.late_conclusion', 'note.late_employer_bears', 'note.late_fine_beside', 'note.late_relief', 'note.late_report', 'note.late_report_of_bpu', 'note.late_report_of_trainee', 'note.late_suspected_report', 'note.long_contract_has_choice', 'note.managers_not_named', 'note.migrant_amount_stated', 'note.migrant_amount_unread', 'note.migrant_children', 'note.migrant_departure_at_fault', 'note.migrant_ended_early', 'note.migrant_event_day', 'note.migrant_heirs', 'note.migrant_if_paid', 'note.migrant_individual', 'note.migrant_item_period', 'note.migrant_leave', 'note.migrant_nobody', 'note.migrant_not_registered', 'note.migrant_older', 'note.migrant_own_risk', 'note.migrant_papers', 'note.migrant_payment_agency', 'note.migrant_procedure', 'note.migrant_prolonged', 'note.migrant_prolonging', 'note.migrant_register_again', 'note.migrant_short', 'note.migrant_turning_day', 'note.migrant_unprotected', 'note.migrant_way_home', 'note.migrant_ways', 'note.missing_airline', 'note.missing_claim_ends', 'note.missing_court', 'note.months_under_other_number', 'note.needs_amount', 'note.needs_hours', 'note.new_employer', 'note.no_cash_before_conclusion', 'note.no_change', 'note.no_child_takes', 'note.no_conclusion', 'note.no_delay_rate_after_field_check', 'note.no_dismissal', 'note.no_hearing_aid', 'note.no_home_care', 'note.no_scholarship', 'note.no_size_limits', 'note.no_such_business', 'note.no_such_disability', 'note.no_suspected_case', 'note.nobody_takes', 'note.not_read', 'note.not_told', 'note.not_told_yet', 'note.not_transferable', 'note.notice_content', 'note.notice_of_bpu', 'note.notice_of_pu', 'note.only_where_it_happened', 'note.other_identity', 'note.outside_programmes', 'note.owner_jht', 'note.paid_exactly', 'note.paid_in_part', 'note.paid_late_is_arrears', 'note.papers_in_practice', 'note.papers_to_employer', 'note.part_month', 'note.payer', 'note.penal', 'note.permanent_staff', 'note.personnel_officer_reports', 'note.platform_makes_sure', 'note.prepay', 'note.programme', 'note.project_advance', 'note.projection', 'note.proof_duty_letter', 'note.proof_two_witnesses', 'note.proof_witnesses', 'note.pu_and_bpu', 'note.re_entered', 'note.refund', 'note.register_adapted_by', 'note.register_again', 'note.register_children', 'note.rehabilitation_no_cap', 'note.relief.GIVEN', 'note.relief.INDUSTRY_NOT_COVERED', 'note.relief.KIND_NOT_COVERED', 'note.relief.LATE', 'note.relief.NEW_MEMBER', 'note.relief.NONE_KNOWN', 'note.relief.NOT_A_WAGE_EARNER', 'note.relief.NOT_PAID_UP', 'note.relief.PAYER_EXCLUDED', 'note.relief.SECTOR_NOT_COVERED', 'note.relief.TOO_FEW_WORKERS', 'note.relief.TOO_LATE', 'note.relief_payable_until', 'note.replaced_before', 'note.report_day_taken', 'note.report_practice', 'note.reports_listed', 'note.return_to_work', 'note.sanctions_by', 'note.scheme_for_bpu_only', 'note.scheme_row', 'note.scholarship_waits', 'note.see_to_care', 'note.self_registration', 'note.self_registration_papers', 'note.settles', 'note.several_employers', 'note.several_registrations', 'note.several_spouses', 'note.state_workers_not_named', 'note.stated_row', 'note.stmb_begins_later', 'note.stmb_monthly', 'note.sudden_death_counts', 'note.sudden_death_not_deemed', 'note.sudden_death_not_named', 'note.sudden_death_too_few_months', 'note.sudden_death_too_late', 'note.suspected_adapted_by', 'note.takes_over', 'note.technical_conditions', 'note.third_payer_relief', 'note.told_by_others_bpu', 'note.told_by_others_pu', 'note.total_permanent_examined', 'note.trainee_pays', 'note.trainee_programmes', 'note.undecided', 'note.unpaid_months', 'note.unrecorded_spouse', 'note.violence_proof', 'note.wage_as_reported', 'note.wage_goes_on', 'note.will_not_notarial', 'note.with_stage2', 'note.wrong_wage', 'note.yearly_notice', 'note.years_lost', 'reason.active', 'reason.arrears', 'reason.arrears_jkk', 'reason.before_number', 'reason.contractor_first', 'reason.employer_first', 'reason.employer_in_arrears', 'reason.first_contribution', 'reason.jkm_optional', 'reason.lapsed', 'reason.left', 'reason.new_employer', 'reason.not_registered', 'reason.not_started', 'reason.part_of_programmes', 'reason.project', 'reason.project_not_started', 'reason.set_off', 'reason.set_off_jkk', 'reason.settled', 'reason.settled_jkk', 'reason.unreported', 'reason.waiting', 'reason.wrong_data']]"
    grounds: "Required[list[str]]"
    text_en: "Required[str]"
    text_id: "Required[str]"
    warning: "Required[bool]"


class PapersQuestion(TypedDict, total=False):
    """Which papers does a claim need, by law and in practice?"""

    question: "Required[Literal['claim_papers']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    kind: "Required[ClaimKind]"
    segment: "Required[Segment]"
    on: "Required[str]"
    contracted_facility: "bool | None"
    traffic_accident: "bool | None"
    amount: "int | None"
    claimant: "Claimant | None"
    on_leave: "bool | None"
    lost_at_sea: "bool | None"
    contracted_at_place: "bool | None"
    training_continues: "bool | None"
    applied_on: "str | None"
    registered: "bool"


class Participation(TypedDict, total=False):
    """One membership under one number: of a BPU, at an employer (PU), or by a construction project."""

    number_issued: "str | None"
    payments: "list[Payment] | None"
    payer: "Payer | None"
    programmes: "list[Programme]"
    row: "int | None"
    earlier_paid_months: "int"
    paid_under: "str | None"
    months_in_arrears: "int | None"
    left_on: "str | None"
    first_month: "str | None"
    record: "str | None"
    segment: "Segment"
    employment: "Employment | None"
    failing: "Failing | None"
    project: "Project | None"

PayForm = Literal['daily', 'monthly', 'piece', 'weather_piece']
Payer = Literal['APBD', 'APBDES', 'APBN', 'CSR', 'DBHCHT', 'DBH_SAWIT', 'VILLAGE_VIA_APBD', 'collective', 'donor', 'other', 'platform', 'self']

class Payment(TypedDict, total=False):
    """What was paid for one contribution month on a day; without an amount, all of it."""

    month: "Required[str]"
    on: "Required[str]"
    amount: "int | None"


class PersonSanctionsQuestion(TypedDict, total=False):
    """What follows for a self-employed person who does not register?"""

    question: "Required[Literal['person_sanctions']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    on: "Required[str]"


class PingQuestion(TypedDict, total=False):
    """Does the door answer?"""

    question: "Required[Literal['ping']]"
    id: "str | None"


class Placement(TypedDict, total=False):
    """One placement, as registered and paid once; planned days serve too. None: not known."""

    agency: "bool | None"
    paid_on: "str | None"
    embarked_on: "str | None"
    contract_ends: "str | None"
    prolonged_to: "str | None"
    prolonged_paid_on: "str | None"
    leave: "list[Leave] | None"
    debarked_on: "str | None"
    home_on: "str | None"
    ended_early_on: "str | None"
    stage: "Stage | None"

Position = Literal['apprentice', 'convict', 'honorary', 'student', 'talent_trainee', 'university_student', 'worker']

class PossibilityForm(TypedDict, total=False):
    """What the total would be if the missing facts had these values."""

    facts: "Required[dict[str, str]]"
    facts_en: "Required[str]"
    facts_id: "Required[str]"
    grounds: "Required[list[str]]"
    total: "Required[int | str]"
    total_en: "Required[str]"
    total_id: "Required[str]"


class PremiumQuestion(TypedDict, total=False):
    """What is due for a month?"""

    question: "Required[Literal['premium']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    worker: "Required[Worker]"
    month: "Required[str]"
    payer: "Payer | None"
    row: "int | None"
    scheme: "str | None"
    participation: "Participation | None"
    paid_on: "str | None"


class PremiumRunQuestion(TypedDict, total=False):
    """What is due for each of the months from the first to the last?"""

    question: "Required[Literal['premium_run']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    worker: "Required[Worker]"
    first: "Required[str]"
    last: "Required[str]"
    payer: "Payer | None"
    row: "int | None"
    scheme: "str | None"
    participation: "Participation | None"


class PrepayQuestion(TypedDict, total=False):
    """What do several months paid at once come to?"""

    question: "Required[Literal['prepay']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    worker: "Required[Worker]"
    first: "Required[str]"
    count: "Required[int]"
    payer: "Payer | None"
    row: "int | None"

Programme = Literal['JHT', 'JKK', 'JKM']

class Project(TypedDict, total=False):
    """The project a construction worker is insured by. Every field may be None: not known."""

    paid_on: "str | None"
    listed: "bool | None"
    joined_on: "str | None"
    reported_on: "str | None"
    instalment_due_on: "str | None"
    instalment_paid_on: "str | None"
    unit_wage: "int | None"
    district_minimum_wage: "int | None"
    provincial_minimum_wage: "int | None"


class ProjectionQuestion(TypedDict, total=False):
    """What would one child's scholarship come to, year by year?"""

    question: "Required[Literal['scholarship_projection']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    child: "Required[Child]"
    on: "Required[str]"


class Receipt(TypedDict, total=False):
    """What makes an answer checkable later. It never holds an identity number or its hash."""

    version: "Required[int]"
    jamsos: "Required[str]"
    law: "Required[str]"
    fingerprint: "Required[str]"
    scheme: "Required[str | None]"
    question: "Required[dict[str, Any]]"
    answer: "Required[str]"
    reply: "Required[str]"
    signature: "Required[str | None]"
    what_ifs: "list[str]"


class RefundQuestion(TypedDict, total=False):
    """What comes back of the months paid for after the claim month?"""

    question: "Required[Literal['refund_after_claim']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    participation: "Required[Participation]"
    on: "Required[str]"


class RegistrationQuestion(TypedDict, total=False):
    """By when must a registration be made, answered and carried on?"""

    question: "Required[Literal['registration_timeline']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    segment: "Required[Segment]"
    form_received_on: "str | None"
    hired_on: "str | None"
    self_registered_on: "str | None"
    ordered_on: "str | None"
    complete_on: "str | None"
    card_on: "str | None"
    proof_on: "str | None"
    changed_on: "str | None"
    event_on: "str | None"


class RequiredProgrammesQuestion(TypedDict, total=False):
    """Which programmes are compulsory, optional or not possible for a person?"""

    question: "Required[Literal['required_programmes']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    worker: "Required[Worker]"
    on: "Required[str]"
    enterprise: "Enterprise | None"
    trainee: "bool | None"

RiskGroup = Literal['I', 'II', 'III', 'IV', 'V']

class RiskGroupQuestion(TypedDict, total=False):
    """Which kinds of business have these words in their name?"""

    question: "Required[Literal['risk_group']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    words: "Required[str]"
    on: "str | None"


class ScholarshipQuestion(TypedDict, total=False):
    """What does a claim of the scholarship pay for these children?"""

    question: "Required[Literal['scholarship']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    children: "Required[list[Child]]"
    event_on: "Required[str]"
    claimed_on: "str | None"
    accident_on: "str | None"
    for_children: "list[int] | None"

Sector = Literal['other', 'transport']
Segment = Literal['BPU', 'CONSTRUCTION', 'MIGRANT', 'OUTSIDE', 'PU']

class SegmentQuestion(TypedDict, total=False):
    """In which segment does a person belong by one job?"""

    question: "Required[Literal['segment_advice']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    job: "Required[Job]"
    on: "Required[str]"
    foreign: "bool | None"
    months_in_indonesia: "int | None"


class SeveralJobsQuestion(TypedDict, total=False):
    """Which registration answers for an accident in one of several jobs?"""

    question: "Required[Literal['several_jobs']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    jobs: "Required[list[Job]]"
    on: "Required[str]"
    accident_at: "int | None"

Signature = Literal['bad', 'good', 'missing', 'none', 'unchecked']
Size = Literal['large', 'medium', 'micro', 'small', 'state_body']
Stage = Literal['abroad', 'home', 'returned', 'waiting']

class SuddenDeath(TypedDict, total=False):
    """A sudden death at work, as found by others (decision D59); a BPU's at the registered work."""

    at_once: "bool | None"
    attack_at: "str | None"
    doctor_at: "str | None"
    died_at: "str | None"


class SuspectedQuestion(TypedDict, total=False):
    """Who pays the care of a suspected case, and by when is it concluded?"""

    question: "Required[Literal['suspected_case']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    event: "Required[Event]"
    reported_on: "str | None"
    received_on: "str | None"
    concluded: "Cause | None"
    concluded_on: "str | None"
    in_jkn: "bool | None"


class TextForm(TypedDict, total=False):
    """A sentence: its code in the catalogue, and what goes into its places."""

    args: "dict[str, Any]"
    code: "Required[str]"


class TimelineQuestion(TypedDict, total=False):
    """By when must a case be reported, answered and paid, and when does the claim lapse?"""

    question: "Required[Literal['claim_timeline']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    cause: "Required[Cause]"
    event_on: "str | None"
    event_at: "str | None"
    segment: "Segment"
    stage1_on: "str | None"
    stage1_at: "str | None"
    letter_on: "str | None"
    letter_at: "str | None"
    received_on: "str | None"
    complete_on: "str | None"
    paid_on: "str | None"
    facility_complete_on: "str | None"
    stage1_received_on: "str | None"
    concluded_on: "str | None"
    accepted: "bool | None"
    suspected: "bool | None"
    papers_differ: "bool | None"
    check_ended_on: "str | None"
    employer_paid_on: "str | None"
    refund_asked_on: "str | None"
    progress_asked_on: "str | None"
    registered: "bool | None"
    amount: "int | None"


class Verified(TypedDict, total=False):
    """Whether the same question gives the same reply today, and under the same law data."""

    verified: "Required[bool]"
    same_answer: "Required[bool]"
    same_reply: "Required[bool]"
    same_law: "Required[bool]"
    same_scheme: "Required[bool]"
    same_library: "Required[bool]"
    signature: "Required[Signature]"
    not_compared: "Required[list[Literal['reply', 'signature']]]"
    jamsos: "Required[str]"
    law: "Required[str]"


class VersionQuestion(TypedDict, total=False):
    """Which library, which law and which forms answer?"""

    question: "Required[Literal['version']]"
    id: "str | None"


class WageCorrectionQuestion(TypedDict, total=False):
    """What did an employer pay too much or too little for a month?"""

    question: "Required[Literal['wage_correction']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    employments: "Required[list[Employment]]"
    month: "Required[str]"
    paid: "Required[int]"
    received_on: "str | None"


class WagePremiumQuestion(TypedDict, total=False):
    """What does an employer owe for a wage earner and a month?"""

    question: "Required[Literal['wage_premium']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    employment: "Required[Employment]"
    month: "Required[str]"
    paid_on: "str | None"


class WagePremiumRunQuestion(TypedDict, total=False):
    """What does an employer owe for each month from the first to the last, and all the workers?"""

    question: "Required[Literal['wage_premium_run']]"
    id: "str | None"
    lang: "str | None"
    decisions: "dict[str, str]"
    detail: "Detail"
    strict: "bool"
    holidays: "list[str]"
    employment: "Required[Employment]"
    first: "Required[str]"
    last: "Required[str]"
    workers: "int"
    paid_on: "str | None"

Will = Literal['none', 'notarial', 'other']

class WorkAccident(TypedDict, total=False):
    """A work accident or an occupational disease, as found by others (decision D59)."""

    on: "Required[str]"
    cause: "Cause"
    land: "int | None"
    sea: "int | None"
    air: "int | None"
    unable: "list[Incapacity] | None"
    losses: "list[Loss] | None"
    total_permanent: "bool | None"
    left_handed: "bool | None"
    percent_before: "int | str | None"
    prosthesis: "int | None"
    prosthesis_price: "int | None"
    dentures: "int | None"
    hearing_aid: "int | None"
    glasses: "int | None"
    home_care: "list[HomeCare] | None"
    home_care_recommended: "bool | None"
    home_care_recommended_on: "str | None"
    care_paid: "int | None"
    care_standard: "int | None"
    examinations_paid: "int | None"
    posted_abroad: "bool | None"
    return_to_work: "bool | None"
    wage_paid: "int | None"
    reported_late: "bool | None"
    reported_as_suspected: "bool | None"


class Worker(TypedDict, total=False):
    """A person who works. Every field may be None: not known."""

    segment: "Segment | None"
    kind: "BpuKind | None"
    category: "Category | None"
    occupation: "int | None"
    birth: "str | None"
    income: "int | None"
    second_income: "int | None"
    sector: "Sector | None"
    works: "bool | None"
    wage_earner: "bool | None"
    other_payer: "bool | None"
    foreign: "bool | None"
    months_in_indonesia: "int | None"
    jobs: "int | None"
    resident_of: "str | None"
    letter: "bool | None"
    registry_match: "bool | None"
    poor: "bool | None"
    decile: "int | None"
    nik: "str | None"
    has_nik: "bool | None"

WorkingAs = Literal['BPU', 'PU', 'intern']

Question = EventQuestion | SuspectedQuestion | SegmentQuestion | SeveralJobsQuestion | DeathBenefitQuestion | JkkBenefitQuestion | BenefitWageQuestion | ScholarshipQuestion | ProjectionQuestion | TimelineQuestion | InTimeQuestion | PapersQuestion | DisputeQuestion | MissingQuestion | RegistrationQuestion | WagePremiumQuestion | WagePremiumRunQuestion | ConstructionQuestion | RequiredProgrammesQuestion | WageCorrectionQuestion | ConstructionCorrectionQuestion | EmployerSanctionsQuestion | PersonSanctionsQuestion | RiskGroupQuestion | DisabilityRowsQuestion | ChangesQuestion | EnrolQuestion | PremiumQuestion | PremiumRunQuestion | CoverageQuestion | KeepingQuestion | ContributionDueQuestion | PrepayQuestion | RefundQuestion | MigrantPremiumQuestion | MigrantCoverQuestion | MigrantBenefitQuestion | PingQuestion | VersionQuestion
