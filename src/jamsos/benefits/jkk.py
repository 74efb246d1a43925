"""What a living participant receives after a work accident: transport, temporary incapacity, disability."""

from fractions import Fraction

from attrs import evolve

from jamsos.answers.answer import Answer, Finding, Line, Note, Outcome, When, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.benefits import rules
from jamsos.benefits.accident import WorkAccident
from jamsos.benefits.base import BenefitBase, benefit_base
from jamsos.benefits.disability import Assessed, assess
from jamsos.benefits.stmb import MONTH, stmb_grounds, stretches
from jamsos.coverage.cover import missing_facts, priced_day
from jamsos.coverage.rights import Right, Rights, jkk_notes, judged
from jamsos.eligibility.scheme import Scheme, checked_scheme
from jamsos.errors import InputError
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Reading
from jamsos.premiums.run import with_credited_months
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.values.money import MILLION, Rupiah, exact
from jamsos.workers.participation import Participation, checked_after_birth, checked_participation
from jamsos.workers.worker import Worker, checked_life, checked_worker

_MODES = {"land": "jkk.transport_land", "sea": "jkk.transport_sea", "air": "jkk.transport_air"}
_WHEN = {Right.NOW: When.NOW, Right.AFTER_SETTLEMENT: When.AFTER_SETTLEMENT}


def jkk_benefit(
    worker: Worker,
    participation: Participation,
    accident: WorkAccident,
    *,
    scheme: Scheme | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Answer:
    """What a BPU receives in cash after a work accident, by the law and the cover of its day (decision D01).

    Transport, temporary incapacity (STMB), partial and total permanent disability. Care itself is no
    amount: the finding ``jkk_care`` tells whether there is a right to it. Not in this version: aids,
    dentures, hearing aids, glasses, home care, and a disease diagnosed after leaving.

    Legal source: PP 44/2015 and PP 82/2019 Pasal 25 ayat (2), 39, Lampiran III.

    Args:
        worker: Who had the accident; the income or the row gives the benefit base.
        participation: The membership at which the accident happened.
        accident: Its day, costs, days of incapacity and losses.
        scheme: The programme that paid; it fixes the income row (D65).
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for an accident before 1 July 2015.
        InputError: for facts that cannot be.

    >>> from datetime import date
    >>> from jamsos.benefits.accident import Incapacity, Loss
    >>> from jamsos.workers.participation import payments
    >>> member = Participation(number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-06"))
    >>> fall = WorkAccident(
    ...     on=date(2026, 6, 3),
    ...     land=400_000,
    ...     unable=(Incapacity(first=date(2026, 6, 3), last=date(2026, 7, 2)),),
    ...     losses=(Loss(code="A25"),),
    ... )
    >>> answer = jkk_benefit(Worker(kind="b", income=900_000), member, fall)
    >>> [(line.code, line.amount) for line in answer.lines]
    [('jkk.transport_land', 400000), ('jkk.stmb', 1000000), ('jkk.partial_anatomical', 4000000)]

    """
    law = applied(law)
    _check(worker, participation, accident, law)
    if scheme is not None:
        checked_scheme(scheme)
    frame = Answer(
        question="jkk_benefit",
        title=Text("jkk_benefit.title", {"day": accident.on}),
        outcome=Outcome.CANNOT_DECIDE,
        law=law,
        facts={"worker": worker, "participation": participation, "accident": accident},
        notes=beyond_knowledge(law, accident.on),
    )
    assessed = _assess_all(accident, law)
    if worker.segment is None:
        return settled(_needs(frame, (MissingFact("worker.segment"),)))
    member, needs = with_credited_months(worker, participation, accident.on, scheme=scheme, calendar=calendar, law=law)
    known = judged(member, accident.on, law, calendar, jkk=True)
    if known is None or needs:
        return settled(_needs(frame, needs or missing_facts(member)))
    state, due = known
    why = Note(text=due.jkk_reason, grounds=(*due.jkk_grounds, *law.cite("D01")))
    frame = evolve(frame, notes=(*frame.notes, *jkk_notes(state, law), why), findings=(_care(due, accident, law),))
    if due.jkk_cash is Right.NONE:
        return settled(evolve(frame, outcome=Outcome.NO if due.jkk_care is Right.NONE else Outcome.YES))
    missing = _missing(accident, assessed)
    if missing:
        return settled(_needs(frame, missing))
    return settled(_cash(worker, member, accident, due, frame, assessed, scheme))


def _check(worker: Worker, participation: Participation, accident: WorkAccident, law: Law) -> None:
    checked_worker(worker)
    checked_participation(participation)
    if not isinstance(accident, WorkAccident):
        allowed = "a WorkAccident"
        raise InputError("accident", type(accident).__name__, allowed, "build the facts with jamsos.WorkAccident(...)")
    priced_day(accident.on, law, "accident.on")
    checked_life(worker.birth, accident.on, "accident.on")
    checked_after_birth(participation, worker.birth)


def _assess_all(accident: WorkAccident, law: Law) -> list[Assessed | MissingFact]:
    table, bands = (law.get(name, accident.on) for name in ("jkk.disability_table", "jkk.disability_bands"))
    return [assess(loss, table, bands, left_handed=accident.left_handed, law=law) for loss in accident.losses or ()]


def _missing(accident: WorkAccident, assessed: list[Assessed | MissingFact]) -> tuple[MissingFact, ...]:
    """The facts not known that would change the amounts; no loss changes a total permanent disability."""
    facts = {
        "accident.land": accident.land,
        "accident.sea": accident.sea,
        "accident.air": accident.air,
        "accident.unable": accident.unable,
        "accident.total_permanent": accident.total_permanent,
        "accident.losses": () if accident.total_permanent else accident.losses,
    }
    missing = [MissingFact(name) for name, value in facts.items() if value is None]
    missing += [MissingFact("incapacity.last") for spell in accident.unable or () if spell.last is None]
    missing += [item for item in assessed if isinstance(item, MissingFact) and not accident.total_permanent]
    return tuple(dict.fromkeys(missing))


def _care(due: Rights, accident: WorkAccident, law: Law) -> Finding:
    """The right to care; its extent is by need, without a cap (Pasal 25 ayat (2) huruf a; decision D43)."""
    rule = law.get("jkk.care_by_need", accident.on)
    by_need = None if due.jkk_care is Right.NONE else Text("note.care_by_need")
    grounds = (*due.jkk_grounds, *law.cite(rule))
    return Finding(code="jkk_care", value=str(due.jkk_care), unit="code", grounds=grounds, note=by_need)


def _cash(
    worker: Worker,
    member: Participation,
    accident: WorkAccident,
    due: Rights,
    frame: Answer,
    assessed: list[Assessed | MissingFact],
    scheme: Scheme | None,
) -> Answer:
    """All lines, with the base where one of them needs it."""
    law = frame.law
    lines = _transport(accident, law)
    if accident.unable or accident.losses or accident.total_permanent:
        base = benefit_base(worker, member, scheme, law, accident.on)
        if base.needs:
            return _needs(frame, base.needs, base.grounds)
        frame = evolve(frame, notes=(*frame.notes, *base.notes))
        found = [item for item in assessed if isinstance(item, Assessed)]
        lines += _stmb(accident, base, law)
        lines += (
            _total_permanent(accident, base, law) if accident.total_permanent else _partial(found, accident, base, law)
        )
    when = _WHEN[due.jkk_cash]
    lines = [evolve(line, when=when, grounds=(*line.grounds, *due.jkk_grounds)) for line in lines]
    answer = evolve(frame, outcome=Outcome.YES, lines=tuple(lines))
    if accident.total_permanent:
        scholarship = law.find("scholarship.flat_per_participant", accident.on)
        rule = scholarship or law.get("scholarship.levels", accident.on)
        more = Note(text=Text("note.scholarship_too"), grounds=law.cite(rule), warning=True)
        return evolve(answer, notes=(*answer.notes, more))
    if len(assessed) > 1 and law.chose("D38", law.readings["D38"].default):
        undecided = _needs(answer, (law.readings["D38"],))
        return evolve(undecided, outcome=Outcome.CANNOT_DECIDE)
    return answer


def _transport(accident: WorkAccident, law: Law) -> list[Line]:
    """Each mode up to its cap; read the other way, all together up to the largest cap (decision D42)."""
    costs = {mode: getattr(accident, mode) or 0 for mode in _MODES}
    used = {mode: law.get(f"jkk.transport_cap_{mode}", accident.on) for mode, cost in costs.items() if cost}
    several = ("D42",) if len(used) > 1 else ()
    if several and law.chose("D42", "largest_cap_only"):
        largest = max(used.values(), key=lambda cap: cap.number)
        parts = [("jkk.transport", sum(costs.values()), largest)]
    else:
        parts = [(_MODES[mode], costs[mode], cap) for mode, cap in used.items()]
    return [
        Line(
            code=code,
            amount=rules.up_to(cost, cap.number),
            formula=Text("formula.up_to", {"cost": cost, "cap": cap.number}),
            grounds=law.cite(cap, *several),
        )
        for code, cost, cap in parts
    ]


def _stmb(accident: WorkAccident, base: BenefitBase, law: Law) -> list[Line]:
    """Temporary incapacity, a line for each spell and share; the law of the accident day holds throughout (D03)."""
    spells = accident.unable
    if not spells:
        return []
    shares = law.get("jkk.stmb_shares", accident.on)
    grounds = (*stmb_grounds(spells, shares, law), *base.grounds)
    return [
        Line(
            code="jkk.stmb",
            amount=part.amount,
            formula=Text("formula.stmb", {"days": part.days, "base": base.amount, "month": MONTH, "share": part.share}),
            grounds=grounds,
        )
        for part in stretches(spells, shares, base.amount, law)
    ]


def _total_permanent(accident: WorkAccident, base: BenefitBase, law: Law) -> list[Line]:
    """The lump sum and the periodic money, which is paid at once."""
    share, months, periodic = (
        law.get(name, accident.on) for name in ("jkk.total_permanent_share", "jkk.base_months", "jkk.periodic_total")
    )
    amount = exact(rules.of_base(Fraction(share.number, MILLION), months.number, base.amount))
    text = Text("formula.of_base", {"share": share.number, "months": months.number, "base": base.amount})
    grounds = (*law.cite(share, months), *base.grounds)
    at_once = Text("formula.paid_at_once")
    return [
        Line(code="jkk.total_permanent", amount=amount, formula=text, grounds=grounds),
        Line(code="jkk.periodic", amount=periodic.number, formula=at_once, grounds=law.cite(periodic)),
    ]


def _partial(found: list[Assessed], accident: WorkAccident, base: BenefitBase, law: Law) -> list[Line]:
    """A line for each loss; several are added only under a named assumption (decision D38)."""
    months = law.get("jkk.base_months", accident.on)
    several = law.cite("D38") if len(found) > 1 else ()
    chosen = law.readings["D38"]

    def line(code: str, rows: Text | str, share: Fraction, grounds: tuple[Ground, ...]) -> Line:
        amount: Rupiah = exact(rules.of_base(share, months.number, base.amount))
        args = {"rows": rows, "months": months.number, "base": base.amount, "share": int(share * MILLION)}
        text = Text("formula.disability", args)
        return Line(code=code, amount=amount, formula=text, grounds=(*grounds, *law.cite(months), *base.grounds))

    if several and chosen.chosen != chosen.default:
        share = sum((one.share for one in found), Fraction(0))
        most = law.get("jkk.total_permanent_share", accident.on)
        capped = law.chose("D38", "add_at_most_total_permanent")
        if capped:
            share = min(share, Fraction(most.number, MILLION))
        rows = ", ".join(one.row.code for one in found)
        grounds = tuple(ground for one in found for ground in one.grounds)
        return [line("jkk.disabilities", rows, share, (*grounds, *several, *(law.cite(most) if capped else ())))]
    kinds = {False: "jkk.partial_anatomical", True: "jkk.partial_functional"}
    found_lines: list[Line] = []
    for one in found:
        functional = one.functional or not one.row.code.startswith("A")
        rule = law.get(kinds[functional], accident.on)
        name = Text("formula.row", {"code": one.row.code, "name": one.row.name})
        found_lines.append(line(kinds[functional], name, one.share, (*law.cite(rule), *one.grounds, *several)))
    return found_lines


def _needs(frame: Answer, needs: tuple[MissingFact | Reading, ...], grounds: tuple[Ground, ...] = ()) -> Answer:
    note = Note(text=Text("note.undecided"), grounds=(*needs, *grounds))
    return evolve(frame, needs=needs, notes=(*frame.notes, note))
