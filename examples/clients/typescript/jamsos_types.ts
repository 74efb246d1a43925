// Written by types_from_schema.py from the schema of jamsos; do not edit.

/** What a law has of its own, in full, and the ids of the rules it has not. */
export interface AmendmentsForm {
  absences: Record<string, Record<string, unknown>>;
  decisions: Record<string, Record<string, unknown>>;
  removed: Array<string>;
  timelines: Record<string, Array<Record<string, unknown>>>;
}

/** The answer to one question, with the caller's record id, its text and its receipt. */
export interface AnswerReply {
  conditions: Array<ConditionForm>;
  detail: "amounts" | "grounds" | "full";
  facts: Record<string, unknown>;
  findings: Array<FindingForm>;
  form: number;
  grounds: Array<GroundForm>;
  id?: string;
  law: LawForm;
  lines: Array<LineForm>;
  needs: Array<"accident.air" | "accident.care_paid" | "accident.care_standard" | "accident.dentures" | "accident.examinations_paid" | "accident.glasses" | "accident.hearing_aid" | "accident.home_care" | "accident.home_care_recommended_on" | "accident.land" | "accident.left_handed" | "accident.losses" | "accident.percent_before" | "accident.prosthesis" | "accident.prosthesis_price" | "accident.reported_as_suspected" | "accident.reported_late" | "accident.return_to_work" | "accident.sea" | "accident.total_permanent" | "accident.unable" | "accident.wage_paid" | "accident_at" | "accident_on" | "base.piece_work" | "base.two_jobs" | "cause" | "changes.row" | "child.accepted" | "child.barred_since" | "child.birth" | "child.claimed_years" | "child.higher_since" | "child.last_school_year" | "child.lawful" | "child.level" | "child.married" | "child.studying" | "child.tie" | "child.working" | "child.year" | "claim.accepted" | "claim.amount" | "claim.claimant" | "claim.contracted_at_place" | "claim.contracted_facility" | "claim.event_hour" | "claim.lost_at_sea" | "claim.on_leave" | "claim.received_on" | "claim.stage1_hour" | "claim.traffic_accident" | "claim.training_continues" | "contract.contains_vat" | "contract.relief_condition_met" | "contract.value" | "contract.vat_rate" | "disability_paid" | "dispute.segment" | "employment.active_workers" | "employment.age_on_registration" | "employment.all_programmes" | "employment.basic_wage" | "employment.day_wage" | "employment.earnings" | "employment.fixed_allowances" | "employment.foreign" | "employment.in_jkm" | "employment.industry" | "employment.jkp" | "employment.lowest_wage" | "employment.paid_up_to" | "employment.pay_form" | "employment.registered" | "employment.risk_group" | "enterprise.capital" | "enterprise.size" | "enterprise.yearly_sales" | "event.attack_while_working" | "event.bpu_kind" | "event.concluded_on" | "event.diagnosed" | "event.died" | "event.died_at_work" | "event.ended_on" | "event.finding" | "event.in_work_relation" | "event.kind" | "event.listed" | "event.own_work" | "event.paid_months" | "event.place" | "event.proven" | "event.received_on" | "event.reported_on" | "event.segment" | "event.taken_to_doctor" | "event.usual_route" | "event.within_24_hours" | "event.work_ended" | "family.blood_line" | "family.children" | "family.outside_list" | "family.parents_in_law" | "family.siblings" | "family.spouse" | "family.unrecorded_spouse" | "family.will" | "for_children" | "home_care.cost" | "home_care.with_facility" | "incapacity.last" | "job.abroad" | "job.own_account" | "job.owner" | "job.project" | "job.registered" | "job.state_body" | "job.state_office" | "job.wage" | "loss.better_eye" | "loss.measure" | "migrant.agency" | "migrant.amount" | "migrant.by_agency_or_policy" | "migrant.contract_months" | "migrant.cost" | "migrant.delay" | "migrant.jkk_on_leave" | "migrant.last_day" | "migrant.late_departure" | "migrant.late_prolongation" | "migrant.late_return" | "migrant.short_contract" | "missing.named_on" | "participation.number_issued" | "participation.paid_under" | "participation.payer" | "participation.payments" | "participation.row" | "payer" | "payment.amount" | "person.foreign" | "person.months_in_indonesia" | "placement.agency" | "placement.contract_ends" | "placement.debarked_on" | "placement.leave" | "placement.paid_on" | "placement.prolonged_paid_on" | "placement.stage" | "project.district_minimum_wage" | "project.joined_on" | "project.listed" | "project.paid_on" | "project.provincial_minimum_wage" | "project.unit_wage" | "reported_as_suspected" | "reported_late" | "row" | "sanction.contribution_due" | "scheme.age" | "scheme.criteria" | "scheme.poorest_deciles" | "sudden_death.attack_at" | "sudden_death.died_at" | "sudden_death.doctor_at" | "trainee" | "worker" | "worker.birth" | "worker.category" | "worker.decile" | "worker.foreign" | "worker.has_nik" | "worker.income" | "worker.kind" | "worker.letter" | "worker.months_in_indonesia" | "worker.occupation" | "worker.other_payer" | "worker.poor" | "worker.registry_match" | "worker.resident_of" | "worker.sector" | "worker.segment" | "worker.wage_earner" | "worker.works" | "D01" | "D02" | "D03" | "D04" | "D06" | "D07" | "D08" | "D09" | "D10" | "D11" | "D12" | "D13" | "D14" | "D16" | "D17" | "D18" | "D19" | "D20" | "D21" | "D22" | "D23" | "D24" | "D25" | "D26" | "D27" | "D28" | "D29" | "D31" | "D32" | "D33" | "D35" | "D36" | "D37" | "D38" | "D39" | "D40" | "D41" | "D42" | "D43" | "D44" | "D45" | "D46" | "D47" | "D49" | "D50" | "D51" | "D53" | "D54" | "D55" | "D56" | "D57" | "D58" | "D59" | "D60" | "D61" | "D62" | "D64" | "D65" | "D66" | "D67" | "D68" | "D69" | "D70" | "D71" | "D74" | "D75" | "D76" | "D77" | "D78" | "D79" | "D80" | "D81" | "D82" | "D83" | "D84" | "D85" | "D86">;
  notes: Array<NoteForm>;
  outcome: "yes" | "no" | "cannot_decide";
  outcome_en: string;
  outcome_id: string;
  own: Record<string, unknown>;
  payable_after_settlement?: number | string;
  payable_now?: number | string;
  possibilities: Array<PossibilityForm>;
  question: string;
  receipt: Receipt;
  results: Record<string, unknown>;
  text?: string;
  title: TextForm;
  title_en: string;
  title_id: string;
  total?: number | string;
  total_en?: string;
  total_id?: string;
}

/** Which wage are the benefits of a work accident calculated from? */
export interface BenefitWageQuestion {
  question: "benefit_wage";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  participation: Participation;
  on: string;
  worker?: Worker | null;
  others?: Array<Participation>;
  cause?: Cause;
  scheme?: string | null;
}

/** The kind of BPU (Pasal 5): a stated fact that no category or occupation implies. */
export type BpuKind = "owner" | "a" | "independent" | "b" | "other" | "c";

/** What an employer failed to do. */
export type Breach = "not_paid" | "not_registered";

/** Worker categories, one main category a person; the programme's six groups come first. */
export type Category = "casual_labour" | "craft" | "farmer" | "fisher" | "household" | "other" | "religious" | "trader" | "transport" | "village_msme";

/** What a death came from, as stated: the library never finds this itself (decision D59). */
export type Cause = "occupational_disease" | "other" | "work_accident";

/** What changed in the law between two days, and for one worker? */
export interface ChangesQuestion {
  question: "changes_between";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  first: string;
  last: string;
  worker?: Worker | null;
  payer?: Payer | null;
  scheme?: string | null;
  employment?: Employment | null;
}

/** A child of the participant. Every field may be None: not known. */
export interface Child {
  birth?: string | null;
  tie?: ChildTie;
  level?: Level | null;
  year?: number | null;
  studying?: boolean | null;
  lawful?: boolean | null;
  married?: boolean | null;
  working?: boolean | null;
  working_pu_months?: number | null;
  working_as?: WorkingAs | null;
  barred_since?: string | null;
  accepted?: boolean | null;
  claimed_years?: Array<number> | null;
  last_school_year?: number | null;
  graduated?: boolean;
  course_changes?: number;
  higher_since?: number | null;
  takes_over?: number | null;
}

/** How a child belongs to the participant (UU 1/1974 Pasal 43; PP 54/2007 Pasal 10, 20). */
export type ChildTie = "acknowledged" | "adopted" | "own" | "raised" | "step" | "unacknowledged";

/** What is claimed. */
export type ClaimKind = "employer_refund" | "jkk" | "jkm" | "scholarship" | "stmb" | "training";

/** Who claims after a death. */
export type Claimant = "by_will" | "other_heir" | "outside_list" | "spouse";

/** One thing that had to hold, and whether it did. */
export interface ConditionForm {
  code: string;
  grounds: Array<string>;
  meaning_en: string;
  meaning_id: string;
  status: "met" | "failed" | "unknown";
  status_en: string;
  status_id: string;
  text: TextForm;
}

/** What comes back of a project's contribution after a change of the contract? */
export interface ConstructionCorrectionQuestion {
  question: "construction_correction";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  on: string;
  paid: number;
  value?: number | null;
  contains_vat?: boolean | null;
  vat_rate?: string | null;
}

/** What does a construction project owe? */
export interface ConstructionQuestion {
  question: "construction_premium";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  on: string;
  value?: number | null;
  contains_vat?: boolean | null;
  vat_rate?: string | null;
  monthly_wage?: number | null;
  relief_condition_met?: boolean | null;
  unpaid_in_relief?: number | null;
  starts?: string | null;
  ends?: string | null;
  number_of_instalments?: number | null;
}

/** Which month is due by a day, and what does it cost? */
export interface ContributionDueQuestion {
  question: "contribution_due";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  participation: Participation;
  on: string;
  worker?: Worker | null;
  scheme?: string | null;
}

/** Is the person covered on a day? */
export interface CoverageQuestion {
  question: "cover_on";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  participation: Participation | Array<Participation>;
  on: string;
  worker?: Worker | null;
  scheme?: string | null;
}

/** What does the family receive after a death? */
export interface DeathBenefitQuestion {
  question: "death_benefit";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  worker: Worker;
  participation: Participation | Array<Participation>;
  died_on: string;
  cause?: Cause | null;
  family?: Family | null;
  accident_on?: string | null;
  accident_at?: number | null;
  for_children?: Array<number> | null;
  disability_paid?: number | null;
  sudden_death?: SuddenDeath | null;
  reported_late?: boolean | null;
  reported_as_suspected?: boolean | null;
  scheme?: string | null;
}

/** How much a reply says: amounts alone, with their grounds, or everything with its words. */
export type Detail = "amounts" | "full" | "grounds";

/** Which rows of the disability table have these words in their name? */
export interface DisabilityRowsQuestion {
  question: "disability_rows";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  words: string;
}

/** How a person was lost (UU 1/2009 Pasal 178; Staatsblad 1922-455; Civil Code 467). */
export type Disappearance = "aircraft" | "other" | "ship";

/** What somebody does not agree with. */
export type DisputeAbout = "amount" | "bpjs" | "care" | "civil" | "disability" | "occupational_disease" | "outcome" | "work_accident";

/** Where does one go who does not agree? */
export interface DisputeQuestion {
  question: "dispute_steps";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  about: DisputeAbout;
  on: string;
  segment?: Segment | null;
  filed_on?: string | null;
  handed_over_on?: string | null;
  sent_back_on?: string | null;
  conditions_met_on?: string | null;
  opinion_on?: string | null;
}

/** What follows for an employer who did not register or pay? */
export interface EmployerSanctionsQuestion {
  question: "employer_sanctions";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  breach: Breach;
  on: string;
  first_warning_on?: string | null;
  second_warning_on?: string | null;
  contribution_due?: number | null;
}

/** One employment of a wage earner. Every field may be None: not known. */
export interface Employment {
  pay_form?: PayForm | null;
  basic_wage?: number | null;
  fixed_allowances?: number | null;
  day_wage?: number | null;
  earnings?: Array<number> | null;
  reported_wage?: number | null;
  position?: Position;
  lowest_wage?: number | null;
  risk_group?: RiskGroup | null;
  industry?: Industry | null;
  active_workers?: number | null;
  paid_up_to?: string | null;
  registered?: string | null;
  jkp?: boolean | null;
  foreign?: boolean | null;
  age_on_registration?: number | null;
  all_programmes?: boolean | null;
  in_jkm?: boolean | null;
}

/** May this person be enrolled on a day? */
export interface EnrolQuestion {
  question: "may_enrol";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  worker: Worker;
  on: string;
  scheme?: string | null;
  first_payment_on?: string | null;
  participation?: Participation | null;
}

/** An employer, by its size or by the figures behind it. Every field may be None: not known. */
export interface Enterprise {
  size?: Size | null;
  capital?: number | null;
  yearly_sales?: number | null;
}

/** Why a line could not be answered. */
export interface ErrorReply {
  allowed: string;
  error: "input" | "internal" | "law_data" | "missing_extra" | "misuse" | "outside_law" | "receipt" | "undecided";
  id?: string;
  kind: "input_rule" | "fault";
  next_step: string;
  thing: string;
  value: string;
}

/** What is known of one event. Every field but the day may be None: not known. */
export interface Event {
  on: string;
  kind?: EventKind | null;
  segment?: Segment | null;
  place?: EventPlace | null;
  usual_route?: boolean | null;
  own_work?: boolean | null;
  working_hours?: boolean | null;
  attack_while_working?: boolean | null;
  died_at_work?: boolean | null;
  taken_to_doctor?: boolean | null;
  within_24_hours?: boolean | null;
  paid_months?: number | null;
  bpu_kind?: BpuKind | null;
  in_work_relation?: boolean | null;
  died?: boolean | null;
  diagnosed?: boolean | null;
  listed?: boolean | null;
  proven?: boolean | null;
  work_ended?: boolean | null;
  ended_on?: string | null;
}

/** What happened. */
export type EventKind = "accident" | "disease" | "rape" | "sudden_death" | "violence";

/** Where it happened. */
export type EventPlace = "elsewhere" | "on_the_way" | "workplace";

/** What do the facts of an event speak for, and which programme would answer? */
export interface EventQuestion {
  question: "event_advice";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  event: Event;
  found?: Cause | null;
}

/** What an employer failed to do for a wage earner, so that the employer owes the benefits. */
export type Failing = "first_contribution" | "new_employer" | "not_registered" | "wrong_data";

/** The people who may take a benefit, in the order of the law. */
export interface Family {
  spouse?: boolean | null;
  spouses?: number | null;
  unrecorded_spouse?: boolean;
  children?: Array<Child> | null;
  blood_line?: boolean | null;
  siblings?: boolean | null;
  parents_in_law?: boolean | null;
  will?: Will | null;
  outside_list?: boolean;
}

/** One result that is not an amount of the total; ``value`` null: none, or not decided. */
export interface FindingForm {
  code: string;
  grounds: Array<string>;
  name_en: string;
  name_id: string;
  note?: TextForm;
  note_en?: string;
  note_id?: string;
  party?: "APBD" | "APBDES" | "APBN" | "CSR" | "DBHCHT" | "DBH_SAWIT" | "VILLAGE_VIA_APBD" | "advisory_doctor" | "blood_line_2" | "bpjs" | "collective" | "donor" | "employer" | "employer_worker_or_heirs" | "fund" | "funeral_payer" | "heirs" | "labour_inspector" | "other" | "parent_in_law" | "participant" | "participant_and_or_employer" | "participant_and_or_family" | "participant_or_family" | "platform" | "self" | "sibling" | "spouse_or_child" | "will";
  party_en?: string;
  party_id?: string;
  type?: "date" | "moment" | "month" | "fraction";
  unit: "" | "code" | "changes" | "children" | "children.one" | "codes" | "date" | "day of month" | "days" | "days.one" | "hours" | "hours.one" | "kinds of work" | "months" | "months.one" | "people" | "people.one" | "percent" | "rupiah" | "workers" | "workers.one" | "years" | "years.one";
  unit_en?: string;
  unit_id?: string;
  value: number | boolean | string | null;
  value_en: string;
  value_id: string;
}

/** One ground; other parts of the answer name it by its key. */
export interface GroundForm {
  alternatives?: Array<string>;
  ask_en?: string;
  ask_id?: string;
  chosen?: string;
  grade?: "verbatim" | "official" | "secondary" | "interpretation" | "open" | "hypothetical";
  grade_en?: string;
  grade_id?: string;
  id: string;
  key: string;
  kind: "provision" | "absence" | "decision" | "criterion" | "missing_fact" | "stated" | "what_if";
  known_until?: string;
  name_en: string;
  name_id: string;
  rule?: Record<string, unknown>;
  since?: string;
  sources?: Array<string>;
  text_en: string;
  text_id: string;
  unit?: "changes" | "children" | "codes" | "date" | "day of month" | "days" | "hours" | "kinds of work" | "months" | "rule" | "rupiah" | "share" | "table" | "workers" | "years";
  until?: string;
  value?: unknown;
}

/** A stretch of care at home (*perawatan di rumah*) of somebody who cannot go on in hospital. */
export interface HomeCare {
  first: string;
  last: string;
  cost?: number | null;
  with_facility?: boolean | null;
}

/** Is a claim made on this day still in time? */
export interface InTimeQuestion {
  question: "claim_in_time";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  cause: Cause;
  event_on: string;
  on: string;
  segment?: Segment;
}

/** One spell of temporary incapacity for work (*sementara tidak mampu bekerja*). */
export interface Incapacity {
  first: string;
  last?: string | null;
}

/** The industries PP 7/2025 names, and all others. */
export type Industry = "food_beverage_tobacco" | "footwear" | "furniture" | "leather" | "other" | "textile_apparel" | "toys";

/** What does a living participant receive after a work accident? */
export interface JkkBenefitQuestion {
  question: "jkk_benefit";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  worker: Worker;
  participation: Participation;
  accident: WorkAccident;
  family?: Family | null;
  others?: Array<Participation>;
  for_children?: Array<number> | null;
  scheme?: string | null;
}

/** One job. Every field may be None: not known. */
export interface Job {
  state_office?: boolean | null;
  abroad?: boolean | null;
  project?: boolean | null;
  wage?: boolean | null;
  owner?: boolean | null;
  own_account?: boolean | null;
  state_body?: boolean | null;
  managing?: boolean | null;
  position?: Position | null;
  registered?: boolean | null;
}

/** What keeps the person covered, seen on a day? */
export interface KeepingQuestion {
  question: "keeping_cover";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  worker: Worker;
  participation: Participation;
  on: string;
  scheme?: string | null;
}

/** The law an answer was given under. */
export interface LawForm {
  amendments?: AmendmentsForm;
  decisions: Record<string, string>;
  fingerprint: string;
  known_until: string;
  strict: boolean;
  version: string;
  what_ifs?: Array<Record<string, unknown>>;
}

/** A leave in Indonesia (*cuti*) during the contract, both days included. */
export interface Leave {
  first: string;
  last?: string | null;
}

/** School levels of the scholarship; ``NONE`` is a child not yet at school age. */
export type Level = "PT" | "SD" | "SMA" | "SMP" | "TK" | "none";

/** One amount of money, with its arithmetic. */
export interface LineForm {
  amount: number | string;
  amount_en: string;
  amount_id: string;
  code: string;
  due?: string;
  formula: TextForm;
  formula_en: string;
  formula_id: string;
  grounds: Array<string>;
  month?: string;
  name_en: string;
  name_id: string;
  party?: "APBD" | "APBDES" | "APBN" | "CSR" | "DBHCHT" | "DBH_SAWIT" | "VILLAGE_VIA_APBD" | "advisory_doctor" | "blood_line_2" | "bpjs" | "collective" | "donor" | "employer" | "employer_worker_or_heirs" | "fund" | "funeral_payer" | "heirs" | "labour_inspector" | "other" | "parent_in_law" | "participant" | "participant_and_or_employer" | "participant_and_or_family" | "participant_or_family" | "platform" | "self" | "sibling" | "spouse_or_child" | "will";
  party_en?: string;
  party_id?: string;
  payer?: "contractor" | "employer" | "employer_first";
  payer_en?: string;
  payer_id?: string;
  when: "now" | "after_settlement";
  when_en?: string;
  when_id?: string;
}

/** One disability as a doctor determined it, by its row of the disability table. */
export interface Loss {
  code: string;
  function_lost?: number | string | null;
  measure?: number | null;
  better_eye?: number | null;
  worse_eye?: number | null;
  better_ear?: number | string | null;
  worse_ear?: number | string | null;
}

/** What does one benefit of a migrant worker come to? */
export interface MigrantBenefitQuestion {
  question: "migrant_benefit";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  placement: Placement;
  item: MigrantItem;
  on: string;
  cost?: number | null;
  by_agency_or_policy?: boolean | null;
  amount?: number | null;
  family?: Family | null;
}

/** Which programme protects a migrant worker on a day, and from when to when? */
export interface MigrantCoverQuestion {
  question: "migrant_cover";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  placement: Placement;
  on: string;
}

/** The benefits of a migrant worker (Permenaker 4/2023 Pasal 27 ayat (1), 34 ayat (1)). */
export type MigrantItem = "dentures" | "failed_departure" | "failed_placement" | "glasses" | "hearing_aid" | "home_care" | "one_sided_dismissal" | "other" | "other_death" | "placed_contrary" | "rape" | "total_permanent" | "treatment_abroad" | "work_death";

/** What does a migrant worker owe for one placement? */
export interface MigrantPremiumQuestion {
  question: "migrant_premium";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  on: string;
  contract_months?: number | null;
  agency?: boolean | null;
  prolonged_by?: number | null;
}

/** The paper about a missing person. */
export type MissingPaper = "airline_statement" | "court_determination" | "death_certificate" | "search_and_rescue_letter";

/** What can be claimed for a participant who is missing? */
export interface MissingQuestion {
  question: "missing_person";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  how: Disappearance;
  last_news_on: string;
  at_work: boolean;
  segment?: Segment;
  paper?: MissingPaper | null;
  named_on?: string | null;
}

/** A remark or a warning. */
export interface NoteForm {
  args?: Record<string, unknown>;
  code: "note.advanced_by_employer" | "note.advice_paid_by_bpjs" | "note.advisory_doctor" | "note.advisory_doctor_on_disease" | "note.after_leaving" | "note.after_the_minister" | "note.after_work" | "note.age_at_first_payment" | "note.age_before_2021" | "note.arrears_not_counted" | "note.began_again" | "note.beyond_knowledge" | "note.bill" | "note.care_by_need" | "note.care_elsewhere_once_found" | "note.change_reported_too_late" | "note.child_takes_nothing" | "note.child_unacknowledged" | "note.child_without_adoption" | "note.children_named" | "note.civil_only" | "note.claim_is_stage2" | "note.claim_lapsed" | "note.class_one" | "note.comorbidity" | "note.confirm_group" | "note.construction_covered_from" | "note.construction_registration_content" | "note.construction_registration_identity" | "note.construction_relief" | "note.construction_remainder" | "note.construction_tender" | "note.construction_wage_papers" | "note.construction_wage_papers_by_wage" | "note.construction_who_registers" | "note.copies_allowed" | "note.counts_differ" | "note.death_to_registry" | "note.determined_by_bpjs" | "note.directors" | "note.disability_kept" | "note.disability_offset" | "note.disability_rows" | "note.disease_examinations" | "note.doctor_finds_row" | "note.doctor_may_be_asked" | "note.doubtful" | "note.due" | "note.early_member" | "note.employer_owes_all" | "note.employer_pays" | "note.employer_pays_first" | "note.employer_registers" | "note.fewer_months" | "note.finding_differs" | "note.fine" | "note.fine_2025" | "note.fine_on_shortfall" | "note.first_day" | "note.foreigner" | "note.grade_of_row" | "note.hand_unknown" | "note.home_care" | "note.home_care_afterwards" | "note.home_care_facility" | "note.home_care_late" | "note.home_care_recommendation" | "note.if_above_npwp" | "note.if_lost_at_sea" | "note.if_none_at_place" | "note.if_not_contracted" | "note.if_on_leave" | "note.if_outside_list" | "note.if_spouse" | "note.if_traffic" | "note.if_training_continues" | "note.if_will" | "note.injury" | "note.injury_of_bpu" | "note.injury_or_evidence" | "note.inspector" | "note.inspector_orders_jkk" | "note.inspector_orders_jkm" | "note.instalment_plan_not_stated" | "note.jkn_class_and_tariff" | "note.jkp_above_limit" | "note.jkp_none" | "note.jkp_none_age" | "note.jkp_none_foreign" | "note.jkp_none_programmes" | "note.jkp_state_waits" | "note.job_not_registered" | "note.jobs" | "note.kinds_with_employer" | "note.late_conclusion" | "note.late_employer_bears" | "note.late_fine_beside" | "note.late_relief" | "note.late_report" | "note.late_report_of_bpu" | "note.late_report_of_trainee" | "note.late_suspected_report" | "note.long_contract_has_choice" | "note.managers_not_named" | "note.migrant_amount_stated" | "note.migrant_amount_unread" | "note.migrant_children" | "note.migrant_departure_at_fault" | "note.migrant_ended_early" | "note.migrant_event_day" | "note.migrant_heirs" | "note.migrant_if_paid" | "note.migrant_individual" | "note.migrant_item_period" | "note.migrant_leave" | "note.migrant_nobody" | "note.migrant_not_registered" | "note.migrant_older" | "note.migrant_own_risk" | "note.migrant_papers" | "note.migrant_payment_agency" | "note.migrant_procedure" | "note.migrant_prolonged" | "note.migrant_prolonging" | "note.migrant_register_again" | "note.migrant_short" | "note.migrant_turning_day" | "note.migrant_unprotected" | "note.migrant_way_home" | "note.migrant_ways" | "note.missing_airline" | "note.missing_claim_ends" | "note.missing_court" | "note.months_under_other_number" | "note.needs_amount" | "note.needs_hours" | "note.new_employer" | "note.no_cash_before_conclusion" | "note.no_change" | "note.no_child_takes" | "note.no_conclusion" | "note.no_delay_rate_after_field_check" | "note.no_dismissal" | "note.no_hearing_aid" | "note.no_home_care" | "note.no_scholarship" | "note.no_size_limits" | "note.no_such_business" | "note.no_such_disability" | "note.no_suspected_case" | "note.nobody_takes" | "note.not_read" | "note.not_told" | "note.not_told_yet" | "note.not_transferable" | "note.notice_content" | "note.notice_of_bpu" | "note.notice_of_pu" | "note.only_where_it_happened" | "note.other_identity" | "note.outside_programmes" | "note.owner_jht" | "note.paid_exactly" | "note.paid_in_part" | "note.paid_late_is_arrears" | "note.papers_in_practice" | "note.papers_to_employer" | "note.part_month" | "note.payer" | "note.penal" | "note.permanent_staff" | "note.personnel_officer_reports" | "note.platform_makes_sure" | "note.prepay" | "note.programme" | "note.project_advance" | "note.projection" | "note.proof_duty_letter" | "note.proof_two_witnesses" | "note.proof_witnesses" | "note.pu_and_bpu" | "note.re_entered" | "note.refund" | "note.register_adapted_by" | "note.register_again" | "note.register_children" | "note.rehabilitation_no_cap" | "note.relief.GIVEN" | "note.relief.INDUSTRY_NOT_COVERED" | "note.relief.KIND_NOT_COVERED" | "note.relief.LATE" | "note.relief.NEW_MEMBER" | "note.relief.NONE_KNOWN" | "note.relief.NOT_A_WAGE_EARNER" | "note.relief.NOT_PAID_UP" | "note.relief.PAYER_EXCLUDED" | "note.relief.SECTOR_NOT_COVERED" | "note.relief.TOO_FEW_WORKERS" | "note.relief.TOO_LATE" | "note.relief_payable_until" | "note.replaced_before" | "note.report_day_taken" | "note.report_practice" | "note.reports_listed" | "note.return_to_work" | "note.sanctions_by" | "note.scheme_for_bpu_only" | "note.scheme_row" | "note.scholarship_waits" | "note.see_to_care" | "note.self_registration" | "note.self_registration_papers" | "note.settles" | "note.several_employers" | "note.several_registrations" | "note.several_spouses" | "note.state_workers_not_named" | "note.stated_row" | "note.stmb_begins_later" | "note.stmb_monthly" | "note.sudden_death_counts" | "note.sudden_death_not_deemed" | "note.sudden_death_not_named" | "note.sudden_death_too_few_months" | "note.sudden_death_too_late" | "note.suspected_adapted_by" | "note.takes_over" | "note.technical_conditions" | "note.third_payer_relief" | "note.told_by_others_bpu" | "note.told_by_others_pu" | "note.total_permanent_examined" | "note.trainee_pays" | "note.trainee_programmes" | "note.undecided" | "note.unpaid_months" | "note.unrecorded_spouse" | "note.violence_proof" | "note.wage_as_reported" | "note.wage_goes_on" | "note.will_not_notarial" | "note.with_stage2" | "note.wrong_wage" | "note.yearly_notice" | "note.years_lost" | "reason.active" | "reason.arrears" | "reason.arrears_jkk" | "reason.before_number" | "reason.contractor_first" | "reason.employer_first" | "reason.employer_in_arrears" | "reason.first_contribution" | "reason.jkm_optional" | "reason.lapsed" | "reason.left" | "reason.new_employer" | "reason.not_registered" | "reason.not_started" | "reason.part_of_programmes" | "reason.project" | "reason.project_not_started" | "reason.set_off" | "reason.set_off_jkk" | "reason.settled" | "reason.settled_jkk" | "reason.unreported" | "reason.waiting" | "reason.wrong_data";
  grounds: Array<string>;
  text_en: string;
  text_id: string;
  warning: boolean;
}

/** Which papers does a claim need, by law and in practice? */
export interface PapersQuestion {
  question: "claim_papers";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  kind: ClaimKind;
  segment: Segment;
  on: string;
  contracted_facility?: boolean | null;
  traffic_accident?: boolean | null;
  amount?: number | null;
  claimant?: Claimant | null;
  on_leave?: boolean | null;
  lost_at_sea?: boolean | null;
  contracted_at_place?: boolean | null;
  training_continues?: boolean | null;
  applied_on?: string | null;
  registered?: boolean;
}

/** One membership under one number: of a BPU, at an employer (PU), or by a construction project. */
export interface Participation {
  number_issued?: string | null;
  payments?: Array<Payment> | null;
  payer?: Payer | null;
  programmes?: Array<Programme>;
  row?: number | null;
  earlier_paid_months?: number;
  paid_under?: string | null;
  months_in_arrears?: number | null;
  left_on?: string | null;
  first_month?: string | null;
  record?: string | null;
  segment?: Segment;
  employment?: Employment | null;
  failing?: Failing | null;
  project?: Project | null;
}

/** How the wage is agreed (Pasal 19): it decides what the monthly wage is. */
export type PayForm = "daily" | "monthly" | "piece" | "weather_piece";

/** Who pays the contribution. */
export type Payer = "APBD" | "APBDES" | "APBN" | "CSR" | "DBHCHT" | "DBH_SAWIT" | "VILLAGE_VIA_APBD" | "collective" | "donor" | "other" | "platform" | "self";

/** What was paid for one contribution month on a day; without an amount, all of it. */
export interface Payment {
  month: string;
  on: string;
  amount?: number | null;
}

/** What follows for a self-employed person who does not register? */
export interface PersonSanctionsQuestion {
  question: "person_sanctions";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  on: string;
}

/** Does the door answer? */
export interface PingQuestion {
  question: "ping";
  id?: string | null;
}

/** One placement, as registered and paid once; planned days serve too. None: not known. */
export interface Placement {
  agency?: boolean | null;
  paid_on?: string | null;
  embarked_on?: string | null;
  contract_ends?: string | null;
  prolonged_to?: string | null;
  prolonged_paid_on?: string | null;
  leave?: Array<Leave> | null;
  debarked_on?: string | null;
  home_on?: string | null;
  ended_early_on?: string | null;
  stage?: Stage | null;
}

/** What a person is at an employer: a worker, or deemed a worker in an accident (Pasal 28). */
export type Position = "apprentice" | "convict" | "honorary" | "student" | "talent_trainee" | "university_student" | "worker";

/** What the total would be if the missing facts had these values. */
export interface PossibilityForm {
  facts: Record<string, string>;
  facts_en: string;
  facts_id: string;
  grounds: Array<string>;
  total: number | string;
  total_en: string;
  total_id: string;
}

/** What is due for a month? */
export interface PremiumQuestion {
  question: "premium";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  worker: Worker;
  month: string;
  payer?: Payer | null;
  row?: number | null;
  scheme?: string | null;
  participation?: Participation | null;
  paid_on?: string | null;
}

/** What is due for each of the months from the first to the last? */
export interface PremiumRunQuestion {
  question: "premium_run";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  worker: Worker;
  first: string;
  last: string;
  payer?: Payer | null;
  row?: number | null;
  scheme?: string | null;
  participation?: Participation | null;
}

/** What do several months paid at once come to? */
export interface PrepayQuestion {
  question: "prepay";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  worker: Worker;
  first: string;
  count: number;
  payer?: Payer | null;
  row?: number | null;
}

/** The programmes a BPU can take. */
export type Programme = "JHT" | "JKK" | "JKM";

/** The project a construction worker is insured by. Every field may be None: not known. */
export interface Project {
  paid_on?: string | null;
  listed?: boolean | null;
  joined_on?: string | null;
  reported_on?: string | null;
  instalment_due_on?: string | null;
  instalment_paid_on?: string | null;
  unit_wage?: number | null;
  district_minimum_wage?: number | null;
  provincial_minimum_wage?: number | null;
}

/** What would one child's scholarship come to, year by year? */
export interface ProjectionQuestion {
  question: "scholarship_projection";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  child: Child;
  on: string;
}

/** What makes an answer checkable later. It never holds an identity number or its hash. */
export interface Receipt {
  version: number;
  jamsos: string;
  law: string;
  fingerprint: string;
  scheme: string | null;
  question: Record<string, unknown>;
  answer: string;
  reply: string;
  signature: string | null;
  what_ifs?: Array<string>;
}

/** What comes back of the months paid for after the claim month? */
export interface RefundQuestion {
  question: "refund_after_claim";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  participation: Participation;
  on: string;
}

/** By when must a registration be made, answered and carried on? */
export interface RegistrationQuestion {
  question: "registration_timeline";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  segment: Segment;
  form_received_on?: string | null;
  hired_on?: string | null;
  self_registered_on?: string | null;
  ordered_on?: string | null;
  complete_on?: string | null;
  card_on?: string | null;
  proof_on?: string | null;
  changed_on?: string | null;
  event_on?: string | null;
}

/** Which programmes are compulsory, optional or not possible for a person? */
export interface RequiredProgrammesQuestion {
  question: "required_programmes";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  worker: Worker;
  on: string;
  enterprise?: Enterprise | null;
  trainee?: boolean | null;
}

/** The risk group of the firm's work, as BPJS assigned it. */
export type RiskGroup = "I" | "II" | "III" | "IV" | "V";

/** Which kinds of business have these words in their name? */
export interface RiskGroupQuestion {
  question: "risk_group";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  words: string;
  on?: string | null;
}

/** What does a claim of the scholarship pay for these children? */
export interface ScholarshipQuestion {
  question: "scholarship";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  children: Array<Child>;
  event_on: string;
  claimed_on?: string | null;
  accident_on?: string | null;
  for_children?: Array<number> | null;
}

/** The sector PP 50/2025 distinguishes; stated, never inferred (decision D22). */
export type Sector = "other" | "transport";

/** The segments of participants. */
export type Segment = "BPU" | "CONSTRUCTION" | "MIGRANT" | "OUTSIDE" | "PU";

/** In which segment does a person belong by one job? */
export interface SegmentQuestion {
  question: "segment_advice";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  job: Job;
  on: string;
  foreign?: boolean | null;
  months_in_indonesia?: number | null;
}

/** Which registration answers for an accident in one of several jobs? */
export interface SeveralJobsQuestion {
  question: "several_jobs";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  jobs: Array<Job>;
  on: string;
  accident_at?: number | null;
}

/** How the signature of a receipt stands. */
export type Signature = "bad" | "good" | "missing" | "none" | "unchecked";

/** The sizes (*skala usaha*) the phases of membership distinguish; a state body has none. */
export type Size = "large" | "medium" | "micro" | "small" | "state_body";

/** How far a placement has come on a day. */
export type Stage = "abroad" | "home" | "returned" | "waiting";

/** A sudden death at work, as found by others (decision D59); a BPU's at the registered work. */
export interface SuddenDeath {
  at_once?: boolean | null;
  attack_at?: string | null;
  doctor_at?: string | null;
  died_at?: string | null;
}

/** Who pays the care of a suspected case, and by when is it concluded? */
export interface SuspectedQuestion {
  question: "suspected_case";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  event: Event;
  reported_on?: string | null;
  received_on?: string | null;
  concluded?: Cause | null;
  concluded_on?: string | null;
  in_jkn?: boolean | null;
}

/** A sentence: its code in the catalogue, and what goes into its places. */
export interface TextForm {
  args?: Record<string, unknown>;
  code: string;
}

/** By when must a case be reported, answered and paid, and when does the claim lapse? */
export interface TimelineQuestion {
  question: "claim_timeline";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  cause: Cause;
  event_on?: string | null;
  event_at?: string | null;
  segment?: Segment;
  stage1_on?: string | null;
  stage1_at?: string | null;
  letter_on?: string | null;
  letter_at?: string | null;
  received_on?: string | null;
  complete_on?: string | null;
  paid_on?: string | null;
  facility_complete_on?: string | null;
  stage1_received_on?: string | null;
  concluded_on?: string | null;
  accepted?: boolean | null;
  suspected?: boolean | null;
  papers_differ?: boolean | null;
  check_ended_on?: string | null;
  employer_paid_on?: string | null;
  refund_asked_on?: string | null;
  progress_asked_on?: string | null;
  registered?: boolean | null;
  amount?: number | null;
}

/** Whether the same question gives the same reply today, and under the same law data. */
export interface Verified {
  verified: boolean;
  same_answer: boolean;
  same_reply: boolean;
  same_law: boolean;
  same_scheme: boolean;
  same_library: boolean;
  signature: Signature;
  not_compared: Array<"reply" | "signature">;
  jamsos: string;
  law: string;
}

/** Which library, which law and which forms answer? */
export interface VersionQuestion {
  question: "version";
  id?: string | null;
}

/** What did an employer pay too much or too little for a month? */
export interface WageCorrectionQuestion {
  question: "wage_correction";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  employments: Array<Employment>;
  month: string;
  paid: number;
  received_on?: string | null;
}

/** What does an employer owe for a wage earner and a month? */
export interface WagePremiumQuestion {
  question: "wage_premium";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  employment: Employment;
  month: string;
  paid_on?: string | null;
}

/** What does an employer owe for each month from the first to the last, and all the workers? */
export interface WagePremiumRunQuestion {
  question: "wage_premium_run";
  id?: string | null;
  lang?: string | null;
  decisions?: Record<string, string>;
  detail?: Detail;
  strict?: boolean;
  holidays?: Array<string>;
  employment: Employment;
  first: string;
  last: string;
  workers?: number;
  paid_on?: string | null;
}

/** A will of the participant. */
export type Will = "none" | "notarial" | "other";

/** A work accident or an occupational disease, as found by others (decision D59). */
export interface WorkAccident {
  on: string;
  cause?: Cause;
  land?: number | null;
  sea?: number | null;
  air?: number | null;
  unable?: Array<Incapacity> | null;
  losses?: Array<Loss> | null;
  total_permanent?: boolean | null;
  left_handed?: boolean | null;
  percent_before?: number | string | null;
  prosthesis?: number | null;
  prosthesis_price?: number | null;
  dentures?: number | null;
  hearing_aid?: number | null;
  glasses?: number | null;
  home_care?: Array<HomeCare> | null;
  home_care_recommended?: boolean | null;
  home_care_recommended_on?: string | null;
  care_paid?: number | null;
  care_standard?: number | null;
  examinations_paid?: number | null;
  posted_abroad?: boolean | null;
  return_to_work?: boolean | null;
  wage_paid?: number | null;
  reported_late?: boolean | null;
  reported_as_suspected?: boolean | null;
}

/** A person who works. Every field may be None: not known. */
export interface Worker {
  segment?: Segment | null;
  kind?: BpuKind | null;
  category?: Category | null;
  occupation?: number | null;
  birth?: string | null;
  income?: number | null;
  second_income?: number | null;
  sector?: Sector | null;
  works?: boolean | null;
  wage_earner?: boolean | null;
  other_payer?: boolean | null;
  foreign?: boolean | null;
  months_in_indonesia?: number | null;
  jobs?: number | null;
  resident_of?: string | null;
  letter?: boolean | null;
  registry_match?: boolean | null;
  poor?: boolean | null;
  decile?: number | null;
  nik?: string | null;
  has_nik?: boolean | null;
}

/** In which form a studying child works (Pasal 103 ayat (3a)). */
export type WorkingAs = "BPU" | "PU" | "intern";

export type Question =
  | EventQuestion
  | SuspectedQuestion
  | SegmentQuestion
  | SeveralJobsQuestion
  | DeathBenefitQuestion
  | JkkBenefitQuestion
  | BenefitWageQuestion
  | ScholarshipQuestion
  | ProjectionQuestion
  | TimelineQuestion
  | InTimeQuestion
  | PapersQuestion
  | DisputeQuestion
  | MissingQuestion
  | RegistrationQuestion
  | WagePremiumQuestion
  | WagePremiumRunQuestion
  | ConstructionQuestion
  | RequiredProgrammesQuestion
  | WageCorrectionQuestion
  | ConstructionCorrectionQuestion
  | EmployerSanctionsQuestion
  | PersonSanctionsQuestion
  | RiskGroupQuestion
  | DisabilityRowsQuestion
  | ChangesQuestion
  | EnrolQuestion
  | PremiumQuestion
  | PremiumRunQuestion
  | CoverageQuestion
  | KeepingQuestion
  | ContributionDueQuestion
  | PrepayQuestion
  | RefundQuestion
  | MigrantPremiumQuestion
  | MigrantCoverQuestion
  | MigrantBenefitQuestion
  | PingQuestion
  | VersionQuestion
  ;
