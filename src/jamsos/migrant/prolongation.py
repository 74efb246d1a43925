"""What protects a migrant worker, also where the contract was prolonged (*perpanjangan*)."""

from datetime import date

from jamsos.answers.grounds import MissingFact
from jamsos.answers.parts import Note
from jamsos.answers.texts import Text
from jamsos.law.law import Law
from jamsos.migrant.protection import (
    Protection,
    in_doubt,
    open_protection,
    protection_under_contract,
)
from jamsos.workers.placement import Placement, Stage


def protection(
    placement: Placement, day: date, law: Law, stage: Stage, *, agency: bool
) -> Protection:
    """What protects on a day in a stage, for a placement through an agency or of an individual.

    Further months of a prolonged contract protect once they are paid for (D29).
    """
    paid_on = placement.prolonged_paid_on
    if placement.prolongation_open:
        return _if_prolonged(placement, day, law, stage, agency=agency)
    if paid_on is None or day < paid_on:
        return protection_under_contract(placement.as_first_made(), day, law, stage, agency=agency)
    prolonged = protection_under_contract(placement.as_prolonged(), day, law, stage, agency=agency)
    if stage is Stage.WAITING:
        return prolonged
    further = law.get("migrant.further_month", day)
    grounds = law.cite(further)
    note = Note(text=Text("note.migrant_prolonged"), grounds=grounds)
    prolonged = prolonged._replace(notes=(*prolonged.notes, note))
    ends = placement.contract_ends
    # Nothing says what protects somebody whose contract had ended before it was paid for again.
    if ends is None or paid_on <= ends:
        return prolonged
    return in_doubt(prolonged, {MissingFact("migrant.late_prolongation"): further}, law)


def _if_prolonged(
    placement: Placement, day: date, law: Law, stage: Stage, *, agency: bool
) -> Protection:
    """A prolonged contract whose payment nobody stated: it is asked for only where it matters."""
    unpaid = protection_under_contract(placement.as_first_made(), day, law, stage, agency=agency)
    paid = protection_under_contract(placement.as_prolonged(), day, law, stage, agency=agency)
    if (unpaid.jkk, unpaid.jkm) == (paid.jkk, paid.jkm):
        return unpaid
    grounds = law.cite(law.get("migrant.further_month", day))
    return open_protection(
        stage, (*unpaid.grounds, *grounds), MissingFact("placement.prolonged_paid_on")
    )
