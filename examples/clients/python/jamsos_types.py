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
    detail: "Required[Literal['amounts'] | Literal['grounds'] | Literal['full']]"
    facts: "Required[dict[str, Any]]"
    findings: "Required[list[FindingForm]]"
    form: "Required[int]"
    grounds: "Required[list[GroundForm]]"
    id: "str"
    law: "Required[LawForm]"
    lines: "Required[list[LineForm]]"
    needs: "Required[list[Literal['accident.air'] | Literal['accident.care_paid'] | Literal['accident.care_standard'] | Literal['accident.dentures'] | Literal['accident.examinations_paid'] | Literal['accident.glasses'] | Literal['accident.hearing_aid'] | Literal['accident.home_care'] | Literal['accident.home_care_recommended_on'] | Literal['accident.land'] | Literal['accident.left_handed'] | Literal['accident.losses'] | Literal['accident.percent_before'] | Literal['accident.prosthesis'] | Literal['accident.prosthesis_price'] | Literal['accident.reported_as_suspected'] | Literal['accident.reported_late'] | Literal['accident.return_to_work'] | Literal['accident.sea'] | Literal['accident.total_permanent'] | Literal['accident.unable'] | Literal['accident.wage_paid'] | Literal['accident_at'] | Literal['accident_on'] | Literal['base.piece_work'] | Literal['base.two_jobs'] | Literal['cause'] | Literal['changes.row'] | Literal['child.accepted'] | Literal['child.barred_since'] | Literal['child.birth'] | Literal['child.claimed_years'] | Literal['child.higher_since'] | Literal['child.last_school_year'] | Literal['child.lawful'] | Literal['child.level'] | Literal['child.married'] | Literal['child.studying'] | Literal['child.tie'] | Literal['child.working'] | Literal['child.year'] | Literal['claim.accepted'] | Literal['claim.amount'] | Literal['claim.claimant'] | Literal['claim.contracted_at_place'] | Literal['claim.contracted_facility'] | Literal['claim.event_hour'] | Literal['claim.lost_at_sea'] | Literal['claim.on_leave'] | Literal['claim.received_on'] | Literal['claim.stage1_hour'] | Literal['claim.traffic_accident'] | Literal['claim.training_continues'] | Literal['contract.contains_vat'] | Literal['contract.relief_condition_met'] | Literal['contract.value'] | Literal['contract.vat_rate'] | Literal['disability_paid'] | Literal['dispute.segment'] | Literal['employment.active_workers'] | Literal['employment.age_on_registration'] | Literal['employment.all_programmes'] | Literal['employment.basic_wage'] | Literal['employment.day_wage'] | Literal['employment.earnings'] | Literal['employment.fixed_allowances'] | Literal['employment.foreign'] | Literal['employment.in_jkm'] | Literal['employment.industry'] | Literal['employment.jkp'] | Literal['employment.lowest_wage'] | Literal['employment.paid_up_to'] | Literal['employment.pay_form'] | Literal['employment.registered'] | Literal['employment.risk_group'] | Literal['enterprise.capital'] | Literal['enterprise.size'] | Literal['enterprise.yearly_sales'] | Literal['event.attack_while_working'] | Literal['event.bpu_kind'] | Literal['event.concluded_on'] | Literal['event.diagnosed'] | Literal['event.died'] | Literal['event.died_at_work'] | Literal['event.ended_on'] | Literal['event.finding'] | Literal['event.in_work_relation'] | Literal['event.kind'] | Literal['event.listed'] | Literal['event.own_work'] | Literal['event.paid_months'] | Literal['event.place'] | Literal['event.proven'] | Literal['event.received_on'] | Literal['event.reported_on'] | Literal['event.segment'] | Literal['event.taken_to_doctor'] | Literal['event.usual_route'] | Literal['event.within_24_hours'] | Literal['event.work_ended'] | Literal['family.blood_line'] | Literal['family.children'] | Literal['family.outside_list'] | Literal['family.parents_in_law'] | Literal['family.siblings'] | Literal['family.spouse'] | Literal['family.unrecorded_spouse'] | Literal['family.will'] | Literal['for_children'] | Literal['home_care.cost'] | Literal['home_care.with_facility'] | Literal['incapacity.last'] | Literal['job.abroad'] | Literal['job.own_account'] | Literal['job.owner'] | Literal['job.project'] | Literal['job.registered'] | Literal['job.state_body'] | Literal['job.state_office'] | Literal['job.wage'] | Literal['loss.better_eye'] | Literal['loss.measure'] | Literal['migrant.agency'] | Literal['migrant.amount'] | Literal['migrant.by_agency_or_policy'] | Literal['migrant.contract_months'] | Literal['migrant.cost'] | Literal['migrant.delay'] | Literal['migrant.jkk_on_leave'] | Literal['migrant.last_day'] | Literal['migrant.late_departure'] | Literal['migrant.late_prolongation'] | Literal['migrant.late_return'] | Literal['migrant.short_contract'] | Literal['missing.named_on'] | Literal['participation.number_issued'] | Literal['participation.paid_under'] | Literal['participation.payer'] | Literal['participation.payments'] | Literal['participation.row'] | Literal['payer'] | Literal['payment.amount'] | Literal['person.foreign'] | Literal['person.months_in_indonesia'] | Literal['placement.agency'] | Literal['placement.contract_ends'] | Literal['placement.debarked_on'] | Literal['placement.leave'] | Literal['placement.paid_on'] | Literal['placement.prolonged_paid_on'] | Literal['placement.stage'] | Literal['project.district_minimum_wage'] | Literal['project.joined_on'] | Literal['project.listed'] | Literal['project.paid_on'] | Literal['project.provincial_minimum_wage'] | Literal['project.unit_wage'] | Literal['reported_as_suspected'] | Literal['reported_late'] | Literal['row'] | Literal['sanction.contribution_due'] | Literal['scheme.age'] | Literal['scheme.criteria'] | Literal['scheme.poorest_deciles'] | Literal['sudden_death.attack_at'] | Literal['sudden_death.died_at'] | Literal['sudden_death.doctor_at'] | Literal['trainee'] | Literal['worker'] | Literal['worker.birth'] | Literal['worker.category'] | Literal['worker.decile'] | Literal['worker.foreign'] | Literal['worker.has_nik'] | Literal['worker.income'] | Literal['worker.kind'] | Literal['worker.letter'] | Literal['worker.months_in_indonesia'] | Literal['worker.occupation'] | Literal['worker.other_payer'] | Literal['worker.poor'] | Literal['worker.registry_match'] | Literal['worker.resident_of'] | Literal['worker.sector'] | Literal['worker.segment'] | Literal['worker.wage_earner'] | Literal['worker.works'] | Literal['D01'] | Literal['D02'] | Literal['D03'] | Literal['D04'] | Literal['D06'] | Literal['D07'] | Literal['D08'] | Literal['D09'] | Literal['D10'] | Literal['D11'] | Literal['D12'] | Literal['D13'] | Literal['D14'] | Literal['D16'] | Literal['D17'] | Literal['D18'] | Literal['D19'] | Literal['D20'] | Literal['D21'] | Literal['D22'] | Literal['D23'] | Literal['D24'] | Literal['D25'] | Literal['D26'] | Literal['D27'] | Literal['D28'] | Literal['D29'] | Literal['D31'] | Literal['D32'] | Literal['D33'] | Literal['D35'] | Literal['D36'] | Literal['D37'] | Literal['D38'] | Literal['D39'] | Literal['D40'] | Literal['D41'] | Literal['D42'] | Literal['D43'] | Literal['D44'] | Literal['D45'] | Literal['D46'] | Literal['D47'] | Literal['D49'] | Literal['D50'] | Literal['D51'] | Literal['D53'] | Literal['D54'] | Literal['D55'] | Literal['D56'] | Literal['D57'] | Literal['D58'] | Literal['D59'] | Literal['D60'] | Literal['D61'] | Literal['D62'] | Literal['D64'] | Literal['D65'] | Literal['D66'] | Literal['D67'] | Literal['D68'] | Literal['D69'] | Literal['D70'] | Literal['D71'] | Literal['D74'] | Literal['D75'] | Literal['D76'] | Literal['D77'] | Literal['D78'] | Literal['D79'] | Literal['D80'] | Literal['D81'] | Literal['D82'] | Literal['D83'] | Literal['D84'] | Literal['D85'] | Literal['D86']]]"
    notes: "Required[list[NoteForm]]"
    outcome: "Required[Literal['yes'] | Literal['no'] | Literal['cannot_decide']]"
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

BpuKind = Literal['owner'] | Literal['a'] | Literal['independent'] | Literal['b'] | Literal['other'] | Literal['c']
Breach = Literal['not_paid'] | Literal['not_registered']
Category = Literal['casual_labour'] | Literal['craft'] | Literal['farmer'] | Literal['fisher'] | Literal['household'] | Literal['other'] | Literal['religious'] | Literal['trader'] | Literal['transport'] | Literal['village_msme']
Cause = Literal['occupational_disease'] | Literal['other'] | Literal['work_accident']

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

ChildTie = Literal['acknowledged'] | Literal['adopted'] | Literal['own'] | Literal['raised'] | Literal['step'] | Literal['unacknowledged']
ClaimKind = Literal['employer_refund'] | Literal['jkk'] | Literal['jkm'] | Literal['scholarship'] | Literal['stmb'] | Literal['training']
Claimant = Literal['by_will'] | Literal['other_heir'] | Literal['outside_list'] | Literal['spouse']

class ConditionForm(TypedDict, total=False):
    """One thing that had to hold, and whether it did."""

    code: "Required[str]"
    grounds: "Required[list[str]]"
    meaning_en: "Required[str]"
    meaning_id: "Required[str]"
    status: "Required[Literal['met'] | Literal['failed'] | Literal['unknown']]"
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

Detail = Literal['amounts'] | Literal['full'] | Literal['grounds']

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

Disappearance = Literal['aircraft'] | Literal['other'] | Literal['ship']
DisputeAbout = Literal['amount'] | Literal['bpjs'] | Literal['care'] | Literal['civil'] | Literal['disability'] | Literal['occupational_disease'] | Literal['outcome'] | Literal['work_accident']

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
    error: "Required[Literal['input'] | Literal['internal'] | Literal['law_data'] | Literal['missing_extra'] | Literal['misuse'] | Literal['outside_law'] | Literal['receipt'] | Literal['undecided']]"
    id: "str"
    kind: "Required[Literal['input_rule'] | Literal['fault']]"
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

EventKind = Literal['accident'] | Literal['disease'] | Literal['rape'] | Literal['sudden_death'] | Literal['violence']
EventPlace = Literal['elsewhere'] | Literal['on_the_way'] | Literal['workplace']

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

Failing = Literal['first_contribution'] | Literal['new_employer'] | Literal['not_registered'] | Literal['wrong_data']

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
    party: "Literal['APBD'] | Literal['APBDES'] | Literal['APBN'] | Literal['CSR'] | Literal['DBHCHT'] | Literal['DBH_SAWIT'] | Literal['VILLAGE_VIA_APBD'] | Literal['advisory_doctor'] | Literal['blood_line_2'] | Literal['bpjs'] | Literal['collective'] | Literal['donor'] | Literal['employer'] | Literal['employer_worker_or_heirs'] | Literal['fund'] | Literal['funeral_payer'] | Literal['heirs'] | Literal['labour_inspector'] | Literal['other'] | Literal['parent_in_law'] | Literal['participant'] | Literal['participant_and_or_employer'] | Literal['participant_and_or_family'] | Literal['participant_or_family'] | Literal['platform'] | Literal['self'] | Literal['sibling'] | Literal['spouse_or_child'] | Literal['will']"
    party_en: "str"
    party_id: "str"
    type: "Literal['date'] | Literal['moment'] | Literal['month'] | Literal['fraction']"
    unit: "Required[Literal[''] | Literal['code'] | Literal['changes'] | Literal['children'] | Literal['children.one'] | Literal['codes'] | Literal['date'] | Literal['day of month'] | Literal['days'] | Literal['days.one'] | Literal['hours'] | Literal['hours.one'] | Literal['kinds of work'] | Literal['months'] | Literal['months.one'] | Literal['people'] | Literal['people.one'] | Literal['percent'] | Literal['rupiah'] | Literal['workers'] | Literal['workers.one'] | Literal['years'] | Literal['years.one']]"
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
    grade: "Literal['verbatim'] | Literal['official'] | Literal['secondary'] | Literal['interpretation'] | Literal['open'] | Literal['hypothetical']"
    grade_en: "str"
    grade_id: "str"
    id: "Required[str]"
    key: "Required[str]"
    kind: "Required[Literal['provision'] | Literal['absence'] | Literal['decision'] | Literal['criterion'] | Literal['missing_fact'] | Literal['stated'] | Literal['what_if']]"
    known_until: "str"
    name_en: "Required[str]"
    name_id: "Required[str]"
    rule: "dict[str, Any]"
    since: "str"
    sources: "list[str]"
    text_en: "Required[str]"
    text_id: "Required[str]"
    unit: "Literal['changes'] | Literal['children'] | Literal['codes'] | Literal['date'] | Literal['day of month'] | Literal['days'] | Literal['hours'] | Literal['kinds of work'] | Literal['months'] | Literal['rule'] | Literal['rupiah'] | Literal['share'] | Literal['table'] | Literal['workers'] | Literal['years']"
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

Industry = Literal['food_beverage_tobacco'] | Literal['footwear'] | Literal['furniture'] | Literal['leather'] | Literal['other'] | Literal['textile_apparel'] | Literal['toys']

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

Level = Literal['PT'] | Literal['SD'] | Literal['SMA'] | Literal['SMP'] | Literal['TK'] | Literal['none']

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
    party: "Literal['APBD'] | Literal['APBDES'] | Literal['APBN'] | Literal['CSR'] | Literal['DBHCHT'] | Literal['DBH_SAWIT'] | Literal['VILLAGE_VIA_APBD'] | Literal['advisory_doctor'] | Literal['blood_line_2'] | Literal['bpjs'] | Literal['collective'] | Literal['donor'] | Literal['employer'] | Literal['employer_worker_or_heirs'] | Literal['fund'] | Literal['funeral_payer'] | Literal['heirs'] | Literal['labour_inspector'] | Literal['other'] | Literal['parent_in_law'] | Literal['participant'] | Literal['participant_and_or_employer'] | Literal['participant_and_or_family'] | Literal['participant_or_family'] | Literal['platform'] | Literal['self'] | Literal['sibling'] | Literal['spouse_or_child'] | Literal['will']"
    party_en: "str"
    party_id: "str"
    payer: "Literal['contractor'] | Literal['employer'] | Literal['employer_first']"
    payer_en: "str"
    payer_id: "str"
    when: "Required[Literal['now'] | Literal['after_settlement']]"
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

MigrantItem = Literal['dentures'] | Literal['failed_departure'] | Literal['failed_placement'] | Literal['glasses'] | Literal['hearing_aid'] | Literal['home_care'] | Literal['one_sided_dismissal'] | Literal['other'] | Literal['other_death'] | Literal['placed_contrary'] | Literal['rape'] | Literal['total_permanent'] | Literal['treatment_abroad'] | Literal['work_death']

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

MissingPaper = Literal['airline_statement'] | Literal['court_determination'] | Literal['death_certificate'] | Literal['search_and_rescue_letter']

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
    code: "Required[Literal['note.advanced_by_employer'] | Literal['note.advice_paid_by_bpjs'] | Literal['note.advisory_doctor'] | Literal['note.advisory_doctor_on_disease'] | Literal['note.after_leaving'] | Literal['note.after_the_minister'] | Literal['note.after_work'] | Literal['note.age_at_first_payment'] | Literal['note.age_before_2021'] | Literal['note.arrears_not_counted'] | Literal['note.began_again'] | Literal['note.beyond_knowledge'] | Literal['note.bill'] | Literal['note.care_by_need'] | Literal['note.care_elsewhere_once_found'] | Literal['note.change_reported_too_late'] | Literal['note.child_takes_nothing'] | Literal['note.child_unacknowledged'] | Literal['note.child_without_adoption'] | Literal['note.children_named'] | Literal['note.civil_only'] | Literal['note.claim_is_stage2'] | Literal['note.claim_lapsed'] | Literal['note.class_one'] | Literal['note.comorbidity'] | Literal['note.confirm_group'] | Literal['note.construction_covered_from'] | Literal['note.construction_registration_content'] | Literal['note.construction_registration_identity'] | Literal['note.construction_relief'] | Literal['note.construction_remainder'] | Literal['note.construction_tender'] | Literal['note.construction_wage_papers'] | Literal['note.construction_wage_papers_by_wage'] | Literal['note.construction_who_registers'] | Literal['note.copies_allowed'] | Literal['note.counts_differ'] | Literal['note.death_to_registry'] | Literal['note.determined_by_bpjs'] | Literal['note.directors'] | Literal['note.disability_kept'] | Literal['note.disability_offset'] | Literal['note.disability_rows'] | Literal['note.disease_examinations'] | Literal['note.doctor_finds_row'] | Literal['note.doctor_may_be_asked'] | Literal['note.doubtful'] | Literal['note.due'] | Literal['note.early_member'] | Literal['note.employer_owes_all'] | Literal['note.employer_pays'] | Literal['note.employer_pays_first'] | Literal['note.employer_registers'] | Literal['note.fewer_months'] | Literal['note.finding_differs'] | Literal['note.fine'] | Literal['note.fine_2025'] | Literal['note.fine_on_shortfall'] | Literal['note.first_day'] | Literal['note.foreigner'] | Literal['note.grade_of_row'] | Literal['note.hand_unknown'] | Literal['note.home_care'] | Literal['note.home_care_afterwards'] | Literal['note.home_care_facility'] | Literal['note.home_care_late'] | Literal['note.home_care_recommendation'] | Literal['note.if_above_npwp'] | Literal['note.if_lost_at_sea'] | Literal['note.if_none_at_place'] | Literal['note.if_not_contracted'] | Literal['note.if_on_leave'] | Literal['note.if_outside_list'] | Literal['note.if_spouse'] | Literal['note.if_traffic'] | Literal['note.if_training_continues'] | Literal['note.if_will'] | Literal['note.injury'] | Literal['note.injury_of_bpu'] | Literal['note.injury_or_evidence'] | Literal['note.inspector'] | Literal['note.inspector_orders_jkk'] | Literal['note.inspector_orders_jkm'] | Literal['note.instalment_plan_not_stated'] | Literal['note.jkn_class_and_tariff'] | Literal['note.jkp_above_limit'] | Literal['note.jkp_none'] | Literal['note.jkp_none_age'] | Literal['note.jkp_none_foreign'] | Literal['note.jkp_none_programmes'] | Literal['note.jkp_state_waits'] | Literal['note.job_not_registered'] | Literal['note.jobs'] | Literal['note.kinds_with_employer'] | Literal['note.late_conclusion'] | Literal['note.late_employer_bears'] | Literal['note.late_fine_beside'] | Literal['note.late_relief'] | Literal['note.late_report'] | Literal['note.late_report_of_bpu'] | Literal['note.late_report_of_trainee'] | Literal['note.late_suspected_report'] | Literal['note.long_contract_has_choice'] | Literal['note.managers_not_named'] | Literal['note.migrant_amount_stated'] | Literal['note.migrant_amount_unread'] | Literal['note.migrant_children'] | Literal['note.migrant_departure_at_fault'] | Literal['note.migrant_ended_early'] | Literal['note.migrant_event_day'] | Literal['note.migrant_heirs'] | Literal['note.migrant_if_paid'] | Literal['note.migrant_individual'] | Literal['note.migrant_item_period'] | Literal['note.migrant_leave'] | Literal['note.migrant_nobody'] | Literal['note.migrant_not_registered'] | Literal['note.migrant_older'] | Literal['note.migrant_own_risk'] | Literal['note.migrant_papers'] | Literal['note.migrant_payment_agency'] | Literal['note.migrant_procedure'] | Literal['note.migrant_prolonged'] | Literal['note.migrant_prolonging'] | Literal['note.migrant_register_again'] | Literal['note.migrant_short'] | Literal['note.migrant_turning_day'] | Literal['note.migrant_unprotected'] | Literal['note.migrant_way_home'] | Literal['note.migrant_ways'] | Literal['note.missing_airline'] | Literal['note.missing_claim_ends'] | Literal['note.missing_court'] | Literal['note.months_under_other_number'] | Literal['note.needs_amount'] | Literal['note.needs_hours'] | Literal['note.new_employer'] | Literal['note.no_cash_before_conclusion'] | Literal['note.no_change'] | Literal['note.no_child_takes'] | Literal['note.no_conclusion'] | Literal['note.no_delay_rate_after_field_check'] | Literal['note.no_dismissal'] | Literal['note.no_hearing_aid'] | Literal['note.no_home_care'] | Literal['note.no_scholarship'] | Literal['note.no_size_limits'] | Literal['note.no_such_business'] | Literal['note.no_such_disability'] | Literal['note.no_suspected_case'] | Literal['note.nobody_takes'] | Literal['note.not_read'] | Literal['note.not_told'] | Literal['note.not_told_yet'] | Literal['note.not_transferable'] | Literal['note.notice_content'] | Literal['note.notice_of_bpu'] | Literal['note.notice_of_pu'] | Literal['note.only_where_it_happened'] | Literal['note.other_identity'] | Literal['note.outside_programmes'] | Literal['note.owner_jht'] | Literal['note.paid_exactly'] | Literal['note.paid_in_part'] | Literal['note.paid_late_is_arrears'] | Literal['note.papers_in_practice'] | Literal['note.papers_to_employer'] | Literal['note.part_month'] | Literal['note.payer'] | Literal['note.penal'] | Literal['note.permanent_staff'] | Literal['note.personnel_officer_reports'] | Literal['note.platform_makes_sure'] | Literal['note.prepay'] | Literal['note.programme'] | Literal['note.project_advance'] | Literal['note.projection'] | Literal['note.proof_duty_letter'] | Literal['note.proof_two_witnesses'] | Literal['note.proof_witnesses'] | Literal['note.pu_and_bpu'] | Literal['note.re_entered'] | Literal['note.refund'] | Literal['note.register_adapted_by'] | Literal['note.register_again'] | Literal['note.register_children'] | Literal['note.rehabilitation_no_cap'] | Literal['note.relief.GIVEN'] | Literal['note.relief.INDUSTRY_NOT_COVERED'] | Literal['note.relief.KIND_NOT_COVERED'] | Literal['note.relief.LATE'] | Literal['note.relief.NEW_MEMBER'] | Literal['note.relief.NONE_KNOWN'] | Literal['note.relief.NOT_A_WAGE_EARNER'] | Literal['note.relief.NOT_PAID_UP'] | Literal['note.relief.PAYER_EXCLUDED'] | Literal['note.relief.SECTOR_NOT_COVERED'] | Literal['note.relief.TOO_FEW_WORKERS'] | Literal['note.relief.TOO_LATE'] | Literal['note.relief_payable_until'] | Literal['note.replaced_before'] | Literal['note.report_day_taken'] | Literal['note.report_practice'] | Literal['note.reports_listed'] | Literal['note.return_to_work'] | Literal['note.sanctions_by'] | Literal['note.scheme_for_bpu_only'] | Literal['note.scheme_row'] | Literal['note.scholarship_waits'] | Literal['note.see_to_care'] | Literal['note.self_registration'] | Literal['note.self_registration_papers'] | Literal['note.settles'] | Literal['note.several_employers'] | Literal['note.several_registrations'] | Literal['note.several_spouses'] | Literal['note.state_workers_not_named'] | Literal['note.stated_row'] | Literal['note.stmb_begins_later'] | Literal['note.stmb_monthly'] | Literal['note.sudden_death_counts'] | Literal['note.sudden_death_not_deemed'] | Literal['note.sudden_death_not_named'] | Literal['note.sudden_death_too_few_months'] | Literal['note.sudden_death_too_late'] | Literal['note.suspected_adapted_by'] | Literal['note.takes_over'] | Literal['note.technical_conditions'] | Literal['note.third_payer_relief'] | Literal['note.told_by_others_bpu'] | Literal['note.told_by_others_pu'] | Literal['note.total_permanent_examined'] | Literal['note.trainee_pays'] | Literal['note.trainee_programmes'] | Literal['note.undecided'] | Literal['note.unpaid_months'] | Literal['note.unrecorded_spouse'] | Literal['note.violence_proof'] | Literal['note.wage_as_reported'] | Literal['note.wage_goes_on'] | Literal['note.will_not_notarial'] | Literal['note.with_stage2'] | Literal['note.wrong_wage'] | Literal['note.yearly_notice'] | Literal['note.years_lost'] | Literal['reason.active'] | Literal['reason.arrears'] | Literal['reason.arrears_jkk'] | Literal['reason.before_number'] | Literal['reason.contractor_first'] | Literal['reason.employer_first'] | Literal['reason.employer_in_arrears'] | Literal['reason.first_contribution'] | Literal['reason.jkm_optional'] | Literal['reason.lapsed'] | Literal['reason.left'] | Literal['reason.new_employer'] | Literal['reason.not_registered'] | Literal['reason.not_started'] | Literal['reason.part_of_programmes'] | Literal['reason.project'] | Literal['reason.project_not_started'] | Literal['reason.set_off'] | Literal['reason.set_off_jkk'] | Literal['reason.settled'] | Literal['reason.settled_jkk'] | Literal['reason.unreported'] | Literal['reason.waiting'] | Literal['reason.wrong_data']]"
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

PayForm = Literal['daily'] | Literal['monthly'] | Literal['piece'] | Literal['weather_piece']
Payer = Literal['APBD'] | Literal['APBDES'] | Literal['APBN'] | Literal['CSR'] | Literal['DBHCHT'] | Literal['DBH_SAWIT'] | Literal['VILLAGE_VIA_APBD'] | Literal['collective'] | Literal['donor'] | Literal['other'] | Literal['platform'] | Literal['self']

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

Position = Literal['apprentice'] | Literal['convict'] | Literal['honorary'] | Literal['student'] | Literal['talent_trainee'] | Literal['university_student'] | Literal['worker']

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

Programme = Literal['JHT'] | Literal['JKK'] | Literal['JKM']

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

RiskGroup = Literal['I'] | Literal['II'] | Literal['III'] | Literal['IV'] | Literal['V']

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

Sector = Literal['other'] | Literal['transport']
Segment = Literal['BPU'] | Literal['CONSTRUCTION'] | Literal['MIGRANT'] | Literal['OUTSIDE'] | Literal['PU']

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

Signature = Literal['bad'] | Literal['good'] | Literal['missing'] | Literal['none'] | Literal['unchecked']
Size = Literal['large'] | Literal['medium'] | Literal['micro'] | Literal['small'] | Literal['state_body']
Stage = Literal['abroad'] | Literal['home'] | Literal['returned'] | Literal['waiting']

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
    not_compared: "Required[list[Literal['reply'] | Literal['signature']]]"
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

Will = Literal['none'] | Literal['notarial'] | Literal['other']

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

WorkingAs = Literal['BPU'] | Literal['PU'] | Literal['intern']

Question = EventQuestion | SuspectedQuestion | SegmentQuestion | SeveralJobsQuestion | DeathBenefitQuestion | JkkBenefitQuestion | BenefitWageQuestion | ScholarshipQuestion | ProjectionQuestion | TimelineQuestion | InTimeQuestion | PapersQuestion | DisputeQuestion | MissingQuestion | RegistrationQuestion | WagePremiumQuestion | WagePremiumRunQuestion | ConstructionQuestion | RequiredProgrammesQuestion | WageCorrectionQuestion | ConstructionCorrectionQuestion | EmployerSanctionsQuestion | PersonSanctionsQuestion | RiskGroupQuestion | DisabilityRowsQuestion | ChangesQuestion | EnrolQuestion | PremiumQuestion | PremiumRunQuestion | CoverageQuestion | KeepingQuestion | ContributionDueQuestion | PrepayQuestion | RefundQuestion | MigrantPremiumQuestion | MigrantCoverQuestion | MigrantBenefitQuestion | PingQuestion | VersionQuestion
