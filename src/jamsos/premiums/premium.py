"""What is due for a contribution month, who pays it, and on what it rests."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from attrs import evolve

from jamsos.answers.answer import Answer, Line, Note, Outcome, beyond_knowledge, settled
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.eligibility.scheme import Scheme
from jamsos.law.law import Law, applied
from jamsos.law.provisions import Reading
from jamsos.membership.due import due_date, due_grounds
from jamsos.premiums import rules
from jamsos.premiums.asked import Asked, asked_of
from jamsos.premiums.income_table import Row
from jamsos.premiums.pricing import Priced, priced
from jamsos.premiums.reliefs import relief_grounds, relief_notes
from jamsos.premiums.rows import Chosen, choose_row
from jamsos.values.days import WorkingDay, monday_to_friday
from jamsos.values.money import MILLION
from jamsos.workers.codes import BpuKind, Payer
from jamsos.workers.participation import Participation
from jamsos.workers.worker import Worker


def premium(
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
    asked = asked_of(
        worker,
        month,
        None if payer is None else Payer(payer),
        scheme,
        participation,
        paid_on,
        calendar,
        applied(law),
    )
    stated = row if row is not None or participation is None else participation.row
    chosen = choose_row(worker, stated, asked.terms, asked.law, asked.day)
    frame = Answer(
        question="premium",
        title=Text("premium.title", {"month": asked.month}),
        outcome=Outcome.YES,
        law=asked.law,
        facts={"worker": worker, "month": asked.month, "payer": asked.payer, "row": stated},
        notes=(*chosen.notes, *_remarks(asked)),
    )
    needs = _needs_before_pricing(asked, chosen)
    if chosen.row is None or needs:
        return settled(_undecided(frame, needs, chosen.grounds))
    results, facts, possibilities = priced(asked, chosen.row)
    if facts:
        return settled(evolve(_undecided(frame, facts, chosen.grounds), possibilities=possibilities))
    return settled(_shown(asked, chosen, chosen.row, frame, results))


def _needs_before_pricing(asked: Asked, chosen: Chosen) -> tuple[MissingFact | Reading, ...]:
    """What stops the pricing itself: no row, no segment, a second job without the assumption of D09."""
    needs = list(chosen.needs)
    needs += [MissingFact("worker.segment")] if asked.worker.segment is None else []
    refused = asked.worker.second_income is not None and not asked.law.chose("D09", "jkk_per_job")
    return (*needs, *([asked.law.readings["D09"]] if refused else []))


def _undecided(frame: Answer, needs: tuple[MissingFact | Reading, ...], grounds: tuple[Ground, ...]) -> Answer:
    note = Note(text=Text("note.undecided"), grounds=(*needs, *grounds))
    return evolve(frame, outcome=Outcome.CANNOT_DECIDE, needs=needs, notes=(*frame.notes, note))


def _shown(asked: Asked, chosen: Chosen, row: Row, frame: Answer, results: Sequence[Priced]) -> Answer:
    """Build the answer; where several sets of facts agree, it rests on the grounds of all of them."""
    law, month, first = asked.law, asked.month, results[0]
    ways = [first] if len(results) == 1 else list({result.decided: result for result in results}.values())
    relief = tuple(ground for way in ways for ground in relief_grounds(way.decided, asked.key, way.payer, law))
    due = due_date(month, law, asked.calendar)
    lines = tuple(
        Line(
            code=code,
            amount=amount,
            grounds=_line_grounds(code, asked, chosen, relief),
            formula=_formula(code, asked, row, first),
            month=month,
            due=due,
            party=None if asked.payer is None else str(asked.payer),
        )
        for code, amount in first.amounts
    )
    notes = [note for way in ways for note in relief_notes(way.decided, asked.key, way.payer, law, late=way.late)]
    due_note = Note(text=Text("note.due", {"due": due}), grounds=due_grounds(month, law))
    return evolve(frame, lines=lines, notes=(*frame.notes, *notes, due_note))


def _line_grounds(code: str, asked: Asked, chosen: Chosen, relief: tuple[Ground, ...]) -> tuple[Ground, ...]:
    """What a line rests on: its provision, the row, the relief."""
    law, day = asked.law, asked.day
    if code == "premium.jkm":
        return (law.get("jkm.contribution_bpu_month", day), *relief)
    if code == "premium.jht":
        duty = law.find("jht.compulsory_for_owners", day) if asked.worker.kind is BpuKind.OWNER else None
        return (law.get("jht.rate_bpu_of_base", day), *((duty,) if duty else ()), *chosen.grounds)
    second = law.cite("D09") if code == "premium.jkk_second_job" else ()
    return (*chosen.grounds, *second, *relief)


def _formula(code: str, asked: Asked, row: Row, result: Priced) -> Text:
    """The arithmetic of a line in words."""
    law, day, decided = asked.law, asked.day, result.decided
    factor = rules.due_millionths(1, decided.factor, MILLION, decided.relief)
    if code == "premium.jkm":
        return Text("formula.jkm", {"normal": law.get("jkm.contribution_bpu_month", day).number, "factor": factor})
    if code == "premium.jht":
        return Text("formula.jht", {"rate": law.get("jht.rate_bpu_of_base", day).number, "base": row.base_income})
    if code == "premium.jkk_second_job":
        return Text("formula.jkk_second_job", {"income": asked.worker.second_income or 0, "factor": factor})
    args = {"row": row.number, "base": row.base_income, "normal": row.jkk_month, "factor": factor}
    return Text("formula.jkk", args)


def _remarks(asked: Asked) -> tuple[Note, ...]:
    """Remarks that do not depend on the relief: knowledge, third payers, owners under a scheme."""
    law, day = asked.law, asked.day
    owner = asked.worker.kind is BpuKind.OWNER
    paid_by = () if asked.payer is None else (_payer_note(asked.payer, day, law),)
    return (*beyond_knowledge(law, day), *paid_by, *(_owner_notes(asked.terms is not None, day, law) if owner else ()))


@lru_cache(maxsize=4096)
def _payer_note(payer: Payer, day: date, law: Law) -> Note:
    """Who pays; a third payer stands in no text of the PP."""
    absent = law.cite("no_third_payer") if payer.third_party else ()
    text = Text("note.payer", {"payer": Text(f"party.{payer}")})
    return Note(text=text, grounds=(law.get("bpu.payer", day), *absent))


def _owner_notes(by_scheme: bool, day: date, law: Law) -> tuple[Note, ...]:
    """An owner owes JHT as well: not bought by a scheme, and not known before April 2021."""
    duty = law.find("jht.compulsory_for_owners", day)
    if duty is None:
        grounds = law.cite("no_jht_duty_known_before_2021")
        return (Note(text=Text("note.owner_jht_unknown"), grounds=grounds, warning=True),)
    return (Note(text=Text("note.owner_jht"), grounds=law.cite(duty), warning=True),) if by_scheme else ()
