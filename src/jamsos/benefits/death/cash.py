"""The cash of a death, line by line: JKK for a death from work, JKM for any other."""

from datetime import date
from functools import partial

from jamsos.answers.grounds import Grounds
from jamsos.answers.parts import Line, Lines, Note, Notes, When
from jamsos.answers.texts import Arg, Text
from jamsos.benefits.arrears import Arrears, Cash
from jamsos.benefits.base import BenefitBase
from jamsos.benefits.family.case import Case, Paying
from jamsos.benefits.family.heirs import payee, payee_grounds
from jamsos.benefits.shortfall import owed_lines
from jamsos.coverage.cover_rules import Right
from jamsos.coverage.employer import INSTEAD
from jamsos.coverage.rights import Rights
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.values.money import MILLION, quotient
from jamsos.workers.codes import BPU, PU, BpuKind, Programme, Segment

_PAYABLE = {
    Right.NOW: When.NOW,
    Right.LESS_ARREARS: When.NOW,
    Right.AFTER_SETTLEMENT: When.AFTER_SETTLEMENT,
}
"""When a line is payable, by how its right stands."""


def jkk_lines(case: Case, due: Rights, base: BenefitBase, event: date) -> Lines:
    """The cash of a death from work: death benefit with its floor, periodic and funeral benefit.

    Where the employer reported too low a wage, the employer owes the shortfall of the death money
    (Pasal 32 ayat (2)).

    Legal source: PP 44/2015 and PP 82/2019 Lampiran III.
    """
    law = case.law
    taking = case.heirs.taking
    lines_of = partial(_lines_of_wage, event, law)
    lines: list[Line] = []
    for line in owed_lines(lines_of, base, due, law, event):
        payee_rules = payee_grounds(taking, line.code, law, event)
        payable = Line(
            code=line.code,
            amount=line.amount,
            formula=line.formula,
            when=_PAYABLE[due.jkk_cash],
            party=payee(taking, line.code, law),
            grounds=(*line.grounds, *due.jkk_grounds, *payee_rules),
            # A shortfall is the employer's own, whoever owes the rest (Pasal 32 ayat (2)).
            payer=line.payer or INSTEAD[due.jkk_payer],
        )
        lines.append(payable)
    return tuple(lines)


def _lines_of_wage(event: date, law: Law, base: BenefitBase) -> list[Line]:
    periodic = law.get("jkk.periodic_total", event)
    funeral = law.get("jkk.funeral", event)
    return [
        _death_money(base, event, law),
        _fixed_line("jkk.periodic", periodic, law),
        _fixed_line("jkk.funeral", funeral, law),
    ]


def _fixed_line(code: str, rule: Provision, law: Law) -> Line:
    """A fixed sum; the periodic money is paid at once."""
    formula = _formula(code)
    grounds = law.cite(rule)
    return Line(code=code, amount=rule.number, formula=formula, grounds=grounds)


def _formula(code: str) -> Text:
    if code in {"jkk.periodic", "jkm.periodic"}:
        return Text("formula.paid_at_once")
    return Text("formula.fixed")


def _death_money(base: BenefitBase, event: date, law: Law) -> Line:
    """*Santunan kematian* JKK: a share of the months' base, at least what JKM would pay.

    Legal source: PP 44/2015 Lampiran III I.b.4; PP 82/2019 Lampiran III; decision D44.
    """
    share = law.get("jkk.death_share", event)
    months = law.get("jkk.base_months", event)
    floor_rule = law.get("jkk.death_floor", event)
    whole_jkm = [law.get(name, event) for name in _WHOLE_JKM]
    floor_parts = whole_jkm
    # Until December 2019 the text itself says 'the JKM', so nothing is left to decide.
    if "D44" in floor_rule.decisions and law.chose("D44", "lump_sum"):
        floor_parts = whole_jkm[:1]
    floor = sum(part.number for part in floor_parts)
    # Divided once, at the end: an average over months then stays exact.
    dividend = share.number * months.number * base.amount
    share_of_base = quotient(dividend, MILLION * base.months)
    by_floor: Grounds = (floor_rule,)
    # Above the whole JKM the readings come to the same.
    if share_of_base < sum(part.number for part in whole_jkm):
        by_floor = law.cite(floor_rule)
    args: dict[str, Arg] = {
        "share": share.number,
        "months": months.number,
        "base": base.monthly,
        "floor": floor,
    }
    return Line(
        code="jkk.death",
        amount=max(share_of_base, floor),
        formula=Text("formula.jkk_death", args),
        grounds=(*law.cite(share, months), *by_floor, *law.cite(*floor_parts), *base.grounds),
    )


_WHOLE_JKM = ("jkm.lump_sum", "jkm.periodic_total", "jkm.funeral")
"""The money of JKM without the scholarship, the lump sum first."""


def jkm_cash(case: Case, registrations: list[Paying]) -> Cash:
    """The cash of any other death, for each registration, less its arrears.

    The funeral benefit is paid once from 24 February 2025. An owner of several firms is insured for
    JKM in one of them (Pasal 15 ayat (2)); each employer insures the worker of several firms
    (Pasal 15 ayat (3)).
    """
    if len(registrations) == 1:
        (only,) = registrations
        return _jkm_of_one(case, only, (), funeral=True)
    law = case.law
    once_by_law = law.find("jkm.several_registrations_funeral_once", case.died_on)
    paying, grounds = _paying(case, registrations)
    if len(paying) > 1:
        funeral_grounds = _funeral_grounds(once_by_law, registrations, law, case.died_on)
        grounds = (*grounds, *funeral_grounds)
    funeral_payers = [due for _, due in paying]
    is_open = by_each_employer(registrations, law, case.died_on) is None
    once_by_choice = is_open and law.chose("D45", "funeral_once_before")
    if once_by_law is not None or once_by_choice:
        funeral_payers = _funeral_payers(paying, law)
    # By identity: two registrations with equal rights are still two, and one pays.
    payer_ids = {id(payer) for payer in funeral_payers}
    lines: list[Line] = []
    for registration in paying:
        pays_funeral = id(registration[1]) in payer_ids
        cash = _jkm_of_one(case, registration, grounds, funeral=pays_funeral)
        if cash.needs:
            return cash
        lines += cash.lines
    return Cash(tuple(lines))


def _funeral_grounds(
    once_by_law: Provision | None, registrations: list[Paying], law: Law, day: date
) -> Grounds:
    """How often the funeral benefit is paid: by the law, and of BPU and PU at once by D45."""
    each = by_each_employer(registrations, law, day)
    if each is not None:
        return law.cite(each)
    if once_by_law is None:
        return law.cite("D45")
    if mixed(registrations):
        return law.cite(once_by_law, "D45")
    return law.cite(once_by_law)


def by_each_employer(registrations: list[Paying], law: Law, day: date) -> Provision | None:
    """The rule that every employer's registration pays all of JKM; None: it does not speak.

    Legal source: Permenaker 5/2021 Pasal 101, from 2 December 2019 to 23 February 2025.
    """
    if _of_segment(BPU, registrations):
        return None
    return law.find("jkm.several_employers_each", day)


def mixed(registrations: list[Paying]) -> bool:
    """Whether there is JKM of a BPU and of an employer or project at once."""
    of_bpu: set[bool] = set()
    for member, due in registrations:
        if due.jkm_funeral is not Right.NONE:
            of_bpu.add(member.segment is BPU)
    return len(of_bpu) > 1


def several_notes(lines: Lines, registrations: list[Paying], law: Law, day: date) -> Notes:
    """Where no text says how often the funeral benefit is paid, decision D45 does."""
    if law.find("jkm.several_registrations_funeral_once", day) is not None:
        return ()
    if by_each_employer(registrations, law, day) is not None:
        return ()
    registrations_paying = sum(line.code == "jkm.lump_sum" for line in lines)
    if registrations_paying <= 1:
        return ()
    text = Text("note.several_registrations")
    grounds = law.cite("D45")
    note = Note(text=text, grounds=grounds, warning=True)
    return (note,)


def _paying(case: Case, registrations: list[Paying]) -> tuple[list[Paying], Grounds]:
    """The registrations that pay JKM: of an owner's own firms only the best one."""
    law = case.law
    paying = registrations
    grounds: Grounds = ()
    own = _of_segment(BPU, registrations)
    if len(own) > 1 and case.worker.kind is BpuKind.OWNER:
        paying = _with_best_own(registrations, own)
        one_firm = law.get("jkm.owner_in_one_firm", case.died_on)
        grounds = law.cite(one_firm)
    employers = _of_segment(PU, registrations)
    if len(employers) > 1:
        each_insures = law.get("employers.each_insures", case.died_on)
        grounds = (*grounds, *law.cite(each_insures))
    return paying, grounds


def _of_segment(segment: Segment, registrations: list[Paying]) -> list[Paying]:
    return [one for one in registrations if one[0].segment is segment]


def _with_best_own(registrations: list[Paying], own: list[Paying]) -> list[Paying]:
    """All registrations but an owner's own firms, of which one counts."""
    # Pasal 15 ayat (2) says one firm and not which: the one with the fullest right counts.
    best = min(own, key=_lost_of_jkm)
    kept: list[Paying] = []
    for registration in registrations:
        member, _ = registration
        if member.segment is not BPU or registration is best:
            kept.append(registration)
    return kept


def _lost_of_jkm(registration: Paying) -> tuple[int, int]:
    """How far the rights to JKM are from full, the larger sums first."""
    _, due = registration
    return due.jkm_rest.lost, due.jkm_funeral.lost


def _funeral_payers(paying: list[Paying], law: Law) -> list[Rights]:
    """The one registration that pays the funeral, BPJS before an employer.

    Under an alternative of D45 one of the employers and one of the BPU.
    """
    apart = law.chose("D45", "funeral_twice_pu_bpu")
    payers: dict[bool, Rights] = {}
    for member, due in sorted(paying, key=_rank_of_payer):
        if due.jkm_funeral is not Right.NONE:
            group = apart and member.segment is BPU
            # The first is the surest: the money of BPJS need not be claimed from an employer.
            payers.setdefault(group, due)
    return list(payers.values())


def _rank_of_payer(registration: Paying) -> int:
    return registration[1].jkm_payer.rank


def _jkm_of_one(case: Case, registration: Paying, grounds: Grounds, *, funeral: bool) -> Cash:
    """The lines of one registration, as far as it has a right to them, less its arrears."""
    member, due = registration
    rest = [
        _jkm_line(case, due, "jkm.lump_sum", "jkm.lump_sum", grounds),
        _jkm_line(case, due, "jkm.periodic", "jkm.periodic_total", grounds),
    ]
    # The funeral money may be due alone: Permenaker 1/2025 Pasal 97A ayat (2).
    if due.jkm_rest is Right.NONE:
        rest = []
    cash = Cash(tuple(rest))
    if due.jkm_rest is Right.LESS_ARREARS:
        arrears = Arrears(case.worker, member, case.scheme, due.unpaid, case.died_on, case.law)
        cash = arrears.taken_from(rest, Programme.JKM)
    if cash.needs or not funeral or due.jkm_funeral is Right.NONE:
        return cash
    # Nothing is taken out of the funeral money (Permenaker 5/2021 Pasal 98 ayat (1)).
    funeral_line = _jkm_line(case, due, "jkm.funeral", "jkm.funeral", grounds)
    return Cash((*cash.lines, funeral_line))


def _jkm_line(case: Case, due: Rights, code: str, provision: str, grounds: Grounds) -> Line:
    law = case.law
    day = case.died_on
    taking = case.heirs.taking
    right = due.jkm_rest
    if code == "jkm.funeral":
        right = due.jkm_funeral
    rule = law.get(provision, day)
    article = law.cite(rule)
    payee_rules = payee_grounds(taking, code, law, day)
    return Line(
        code=code,
        amount=rule.number,
        formula=_formula(code),
        when=_PAYABLE.get(right, When.NOW),
        party=payee(taking, code, law),
        grounds=(*article, *grounds, *due.jkm_grounds, *payee_rules),
        payer=INSTEAD[due.jkm_payer],
    )


def jkm_reasons(case: Case, registrations: list[Paying]) -> Notes:
    """Why the rights stand as they do, registration by registration."""
    active_period = case.law.get("jkm.active_period", case.died_on)
    article = case.law.cite(active_period)
    notes: list[Note] = []
    for _, due in registrations:
        grounds = (*due.jkm_grounds, *article)
        for reason in due.jkm_reasons:
            note = Note(text=reason, grounds=grounds)
            notes.append(note)
    return tuple(notes)
