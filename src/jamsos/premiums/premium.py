"""What is due for a contribution month, who pays it, and on what it rests."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from attrs import evolve, field, frozen

from jamsos.answers.answer import Answer, Line, Note, Outcome, Possibility, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.answers.unknown import try_all
from jamsos.eligibility.scheme import Scheme, Terms
from jamsos.errors import InputError, OutsideLawError
from jamsos.law.law import Law, current
from jamsos.law.provisions import Reading
from jamsos.premiums import rules
from jamsos.premiums.due import due_date, due_grounds
from jamsos.premiums.history import spells
from jamsos.premiums.income_table import Row
from jamsos.premiums.reliefs import NOTHING_KNOWN, Decided, paid_up_to, relief_2020, relief_2025, relief_grounds, relief_notes
from jamsos.premiums.rows import Chosen, choose_row
from jamsos.values.days import WorkingDay, checked_day, monday_to_friday
from jamsos.values.money import MILLION, Rupiah, exact, share_of
from jamsos.values.months import Month
from jamsos.workers.codes import BpuKind, Payer, Programme, Sector, Segment, coded
from jamsos.workers.participation import MINIMUM, Participation
from jamsos.workers.worker import Worker


@frozen(kw_only=True)
class Asked:
    """One question about a month, its facts resolved as far as they were stated."""

    worker: Worker
    month: Month
    payer: Payer | None
    terms: Terms | None
    participation: Participation | None
    programmes: tuple[Programme, ...]
    paid_on: date | None
    calendar: WorkingDay
    law: Law
    key: Month = field()
    """The month the reliefs look at (decision D21)."""

    @property
    def late(self) -> bool:
        """A relief month paid after the relief's end, or first registered after the general one ended (D25)."""
        ends = self.law.timelines["relief.pp50_2025.other"][-1].until
        issued = self.participation.number_issued if self.participation else None
        sector = self.worker.sector or Sector.OTHER
        found = self.law.find(f"relief.pp50_2025.{sector}", self.key.first_day)
        paid_late = bool(found and found.until and self.paid_on and self.paid_on >= found.until)
        return paid_late or bool(ends and issued and issued >= ends)


def premium(  # noqa: PLR0913 - each is a fact of the question
    worker: Worker,
    month: object,
    *,
    payer: Payer | str | None = None,
    row: int | None = None,
    scheme: Scheme | None = None,
    participation: Participation | None = None,
    paid_on: date | None = None,
    calendar: WorkingDay = monday_to_friday,
    law: Law | None = None,
) -> Answer:
    """The contribution (*iuran*) a BPU owes for one contribution month.

    Legal source: PP 44/2015 Pasal 20 and 24, Lampiran II; reliefs PP 49/2020 and PP 50/2025.

    Args:
        worker: Who; the kind, the sector and the declared income matter.
        month: The contribution month, ``"2026-11"`` or a Month.
        payer: Who pays; else the scheme's payer, else the participation's.
        row: The income row chosen, where it is not the one of the declared income (D17).
        scheme: The programme that pays; it fixes payer, programmes and row (D65).
        participation: Needed for the condition of PP 49/2020; gives payer, row and programmes.
        paid_on: The day of payment, where it is known (D21, D25).
        calendar: Which days are working days (D20).
        law: The law to apply; by default the one shipped.

    Returns:
        Lines in rupiah for JKK, JKM and JHT; or 'cannot decide' with what each possibility would cost.

    Raises:
        OutsideLawError: for a month before July 2015.
        InputError: for facts that cannot be.

    >>> fisher = Worker(kind="b", income=900_000, sector="other")
    >>> premium(fisher, "2026-11", payer="APBD").total, premium(fisher, "2026-11", payer="self").total
    (16800, 8400)
    """
    asked = _asked(worker, month, payer, scheme, participation, paid_on, calendar, law or current())
    day = asked.month.first_day
    stated = row if row is not None else (participation.row if participation else None)
    chosen = choose_row(worker, stated, asked.terms, asked.law, day)
    facts = {"worker": worker, "month": asked.month, "payer": asked.payer, "row": stated}
    frame = Answer(
        question="premium",
        title=Text("premium.title", {"month": asked.month}),
        outcome=Outcome.YES,
        law=asked.law,
        facts=facts,
        notes=(*chosen.notes, *_remarks(asked)),
    )
    return settled(_priced(asked, chosen, frame))


def _asked(  # noqa: PLR0913 - the arguments of premium
    worker: Worker,
    month: object,
    payer: Payer | str | None,
    scheme: Scheme | None,
    participation: Participation | None,
    paid_on: date | None,
    calendar: WorkingDay,
    law: Law,
) -> Asked:
    if not isinstance(worker, Worker):
        raise InputError("worker", type(worker).__name__, "a Worker", "build the facts with jamsos.Worker(...)")
    if worker.segment not in {Segment.BPU, None}:
        raise InputError("Worker.segment", str(worker.segment), "BPU", "this version prices BPU only")
    the_month = priced_month(month, law)
    terms = scheme.terms_on(the_month.first_day) if scheme else None
    if scheme and terms is None:
        raise InputError("month", str(the_month), f"a month in which {scheme.id} runs", "ask without the scheme")
    payer = coded(Payer, "payer")(payer) or (terms.payer if terms else None)
    key = the_month
    if paid_on is not None and law.chose("D21", "day_of_payment"):
        key = Month.of(checked_day(paid_on, "paid_on"))
    return Asked(
        worker=worker,
        month=the_month,
        payer=payer or (participation.payer if participation else None),
        terms=terms,
        participation=participation,
        programmes=terms.programmes if terms else (participation.programmes if participation else MINIMUM),
        paid_on=None if paid_on is None else checked_day(paid_on, "paid_on"),
        calendar=calendar,
        law=law,
        key=key,
    )


def priced_month(month: object, law: Law) -> Month:
    """Read a month that is to be priced.

    Raises:
        OutsideLawError: before July 2015.
    """
    the_month = Month.of(month)
    if the_month.first_day < law.first_day:
        first = str(Month.of(law.first_day))
        raise OutsideLawError("month", str(the_month), f"{first} or later", "earlier law is not in the library")
    return the_month


def _priced(asked: Asked, chosen: Chosen, frame: Answer) -> Answer:
    """Price the month by the row; a fact not stated is tried with every value it may have."""
    worker = asked.worker
    if chosen.row is None or worker.segment is None or _second_job_refused(asked):
        needs: tuple[MissingFact | Reading, ...] = chosen.needs
        needs += (MissingFact("worker.segment"),) if worker.segment is None else ()
        needs += (asked.law.readings["D09"],) if _second_job_refused(asked) else ()
        return _undecided(frame, needs, chosen.grounds)
    possible = _possible(asked)
    row = chosen.row

    def compute(
        worker__kind: BpuKind | None = worker.kind,
        worker__sector: Sector | None = worker.sector,
        payer: Payer | None = asked.payer,
        participation__payments: bool | None = None,
    ) -> "Priced":
        return _with_facts(asked, row, worker__kind, worker__sector, payer, participation__payments)

    if not possible:
        return _shown(asked, chosen, frame, [compute()])
    tried, needs_facts = try_all(compute, possible, lambda priced: priced.amounts)
    results = [priced for _, priced in tried]
    if not needs_facts:
        return _shown(asked, chosen, frame, results)
    return _undecided(frame, needs_facts, chosen.grounds, _possibilities(tried, needs_facts))


@frozen
class Priced:
    """The amounts of a month under one set of facts."""

    amounts: tuple[tuple[str, Rupiah], ...]
    """Line code and amount."""
    decided: Decided
    payer: Payer


def _possible(asked: Asked) -> Mapping[str, Sequence[object]]:
    """The values each fact that was not stated may have, where a relief or JHT could ask for it."""
    found: dict[str, Sequence[object]] = {}
    if asked.worker.kind is None:
        found["worker.kind"] = tuple(BpuKind)
    if asked.worker.sector is None:
        found["worker.sector"] = tuple(Sector)
    if asked.payer is None:
        found["payer"] = tuple(Payer)
    if asked.law.find("relief.pp49_2020.bpu", asked.key.first_day) and paid_up(asked) is None:
        found["participation.payments"] = (True, False)
    return found


def _with_facts(  # noqa: PLR0913
    asked: Asked, row: Row, kind: BpuKind | None, sector: Sector | None, payer: Payer | None, settled_2020: bool | None
) -> Priced:
    """Apply the premium rules to one complete set of facts."""
    law, key = asked.law, asked.key
    kind, sector, payer = kind or BpuKind.OTHER, sector or Sector.OTHER, payer or Payer.OTHER
    if law.find("relief.pp49_2020.bpu", key.first_day):
        state = paid_up(asked)
        done, registered = (settled_2020 is True, paid_up_to(key, law)) if state is None else state
        decided = relief_2020(key, registered, law, paid_up=done)
    else:
        decided = relief_2025(key, sector, kind, payer, law, late=asked.late)
    jkm = law.get("jkm.contribution_bpu_month", asked.month.first_day).number
    amounts = [("premium.jkk", _after(row.jkk_month, decided)), ("premium.jkm", _after(jkm, decided))]
    if asked.worker.second_income is not None:
        second = choose_row(_second_job(asked.worker), None, None, law, asked.month.first_day).row
        amounts.append(("premium.jkk_second_job", _after(second.jkk_month if second else 0, decided)))
    if Programme.JHT in asked.programmes or (kind is BpuKind.OWNER and asked.terms is None):
        rate = law.get("jht.rate_bpu_of_base", asked.month.first_day).number
        amounts.append(("premium.jht", share_of(rate, row.base_income)))
    return Priced(tuple(amounts), decided, payer)


def _after(normal: int, decided: Decided) -> Rupiah:
    return exact(Fraction(rules.due_millionths(normal, decided.factor, MILLION, decided.relief), MILLION))


def paid_up(asked: Asked) -> tuple[bool, Month] | None:
    """Whether the condition of PP 49/2020 is met, and the month of registration; None: not known."""
    participation = asked.participation
    if participation is None or participation.number_issued is None or participation.payments is None:
        return None
    up_to = paid_up_to(asked.key, asked.law)
    memberships = spells(participation, asked.law, asked.calendar, asked.key.first_day)
    first = next((spell.first for spell in reversed(memberships)), Month.of(participation.number_issued))
    owed = range(first.index, up_to.index + 1)
    return all(Month(index) in participation.paid for index in owed), first


def _second_job(worker: Worker) -> Worker:
    return Worker(income=worker.second_income)


def _second_job_refused(asked: Asked) -> bool:
    return asked.worker.second_income is not None and not asked.law.chose("D09", "jkk_per_job")


def _shown(asked: Asked, chosen: Chosen, frame: Answer, results: Sequence[Priced]) -> Answer:
    """Build the answer; where several sets of facts agree, it rests on the grounds of all of them."""
    law, month, first = asked.law, asked.month, results[0]
    ways = tuple({(r.decided.relief, r.decided.provision): r for r in results}.values())
    relief = tuple(ground for way in ways for ground in relief_grounds(way.decided, asked.key, law))
    due = due_date(month, law, asked.calendar)
    lines = tuple(
        Line(
            code=code,
            amount=amount,
            grounds=_line_grounds(code, asked, chosen, relief),
            formula=_formula(code, asked, chosen, first.decided),
            month=month,
            due=due,
            party=str(first.payer) if len(results) == 1 else None,
        )
        for code, amount in first.amounts
    )
    notes = tuple(
        note
        for way in ways
        for note in relief_notes(way.decided, asked.key, way.payer, law, late=asked.late)
    )
    due_note = Note(text=Text("note.due", {"due": due}), grounds=(*due_grounds(month, law), *law.cite("no_fine_for_bpu")))
    return evolve(frame, lines=lines, notes=(*frame.notes, *notes, due_note))


def _line_grounds(
    code: str, asked: Asked, chosen: Chosen, relief: tuple[Ground, ...]
) -> tuple[Ground, ...]:
    law, day = asked.law, asked.month.first_day
    if code == "premium.jkm":
        return (*law.cite(law.get("jkm.contribution_bpu_month", day)), *relief)
    if code == "premium.jht":
        owner = (law.get("jht.compulsory_for_owners", day),) if asked.worker.kind is BpuKind.OWNER else ()
        return (*law.cite(law.get("jht.rate_bpu_of_base", day), *owner), *chosen.grounds)
    second = law.cite("D09") if code == "premium.jkk_second_job" else ()
    return (*chosen.grounds, *second, *relief)


def _formula(code: str, asked: Asked, chosen: Chosen, decided: Decided) -> Text:
    row, law, day = chosen.row, asked.law, asked.month.first_day
    assert row is not None  # noqa: S101 - an answer with lines has a row
    jkm = law.get("jkm.contribution_bpu_month", day).number
    whole = rules.due_millionths(1, decided.factor, MILLION, decided.relief)
    if code == "premium.jkm":
        return Text("formula.jkm", {"normal": jkm, "factor": whole})
    if code == "premium.jht":
        rate = law.get("jht.rate_bpu_of_base", day).number
        return Text("formula.jht", {"rate": rate, "base": row.base_income})
    if code == "premium.jkk_second_job":
        return Text("formula.jkk_second_job", {"income": asked.worker.second_income or 0, "factor": whole})
    return Text(
        "formula.jkk", {"row": row.number, "base": row.base_income, "normal": row.jkk_month, "factor": whole}
    )


def _remarks(asked: Asked) -> tuple[Note, ...]:
    """Remarks that do not depend on the relief: knowledge, third payers, owners under a scheme, two jobs."""
    law, day = asked.law, asked.month.first_day
    notes = list(beyond_knowledge(law, day))
    if asked.payer is not None:
        payer = Text(f"party.{asked.payer}")
        grounds = (*law.cite(law.get("bpu.payer", day)), *(law.cite("no_third_payer") if asked.payer.third_party else ()))
        notes.append(Note(text=Text("note.payer", {"payer": payer}), grounds=grounds))
    if asked.terms is not None and asked.worker.kind is BpuKind.OWNER:
        grounds = law.cite(law.get("jht.compulsory_for_owners", day))
        notes.append(Note(text=Text("note.owner_jht"), grounds=grounds, warning=True))
    return tuple(notes)


def _undecided(
    frame: Answer,
    needs: tuple[MissingFact | Reading, ...],
    grounds: tuple[Ground, ...],
    possibilities: tuple[Possibility, ...] = (),
) -> Answer:
    note = Note(text=Text("note.undecided"), grounds=(*needs, *grounds))
    return evolve(
        frame,
        outcome=Outcome.CANNOT_DECIDE,
        needs=needs,
        possibilities=possibilities,
        notes=(*frame.notes, note),
    )


def _possibilities(tried: Sequence[tuple[dict[str, object], Priced]], needs: tuple[MissingFact, ...]) -> tuple[Possibility, ...]:
    found: dict[tuple[tuple[str, str], ...], Rupiah] = {}
    for facts, priced in tried:
        stated = tuple((need.id, str(facts[need.id])) for need in needs)
        found.setdefault(stated, exact(sum((Fraction(amount) for _, amount in priced.amounts), Fraction(0))))
    return tuple(Possibility(facts=dict(stated), total=total) for stated, total in found.items())
