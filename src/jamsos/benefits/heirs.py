"""Who takes a death benefit (*ahli waris*): the class, never a division inside it."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.answer import Note
from jamsos.answers.grounds import Ground, MissingFact
from jamsos.answers.texts import Text
from jamsos.law.law import Law
from jamsos.workers.codes import Will
from jamsos.workers.family import Family

FUNERAL_PAYER = "funeral_payer"
FUND = "fund"
NOBODY = "nobody"


class Heirs(NamedTuple):
    """The class that takes, as a code of ``heirs.order``; None: ``needs`` says what is missing."""

    taking: str | None
    grounds: tuple[Ground, ...]
    needs: tuple[MissingFact, ...] = ()
    notes: tuple[Note, ...] = ()


def heirs(family: Family | None, law: Law, day: date, *, of_project: bool = False) -> Heirs:
    """The class of heirs in the order of the law (PP 44/2015 Pasal 37 ayat (5), 40 ayat (2)).

    >>> from jamsos.law import current
    >>> heirs(Family(spouse=False, children=(), blood_line=True), current(), date(2026, 1, 1)).taking
    'blood_line_2'
    """
    order = law.get("heirs.order", day)
    there = _there(family or Family(), law, day, of_project=of_project)
    grounds: tuple[Ground, ...] = law.cite(order)
    for taking in order.words:
        is_there, fact = there[taking]
        if is_there is None:
            return Heirs(taking=None, grounds=grounds, needs=(MissingFact(f"family.{fact}"),))
        if taking == "will" and family is not None and family.will is not Will.NONE:
            grounds = (*grounds, *_will_grounds(law, day))
        if is_there:
            undivided = law.cite("D50") if taking == "spouse_or_child" else ()
            return Heirs(taking=taking, grounds=(*grounds, *undivided))
    return Heirs(taking=NOBODY, grounds=grounds, notes=_will_notes(family, law, day, of_project=of_project))


def _there(family: Family, law: Law, day: date, *, of_project: bool) -> dict[str, tuple[bool | None, str]]:
    """For each class whether somebody of it is there, and the fact that tells."""
    children = None if family.children is None else bool(family.children)
    first = True if True in (family.spouse, children) else (None if None in (family.spouse, children) else False)
    return {
        "spouse_or_child": (first, "spouse" if family.spouse is None else "children"),
        "blood_line_2": (family.blood_line, "blood_line"),
        "sibling": (family.siblings, "siblings"),
        "parent_in_law": (family.parents_in_law, "parents_in_law"),
        "will": (_valid_will(family.will, law, day, of_project=of_project), "will"),
    }


def _valid_will(will: Will | None, law: Law, day: date, *, of_project: bool) -> bool | None:
    """Whether a will counts: from 24 February 2025 only a notarial one, outside construction by decision D52."""
    if will is None:
        return None
    asked = of_project or not law.chose("D52", "construction_only")
    notarial = asked and law.find("heirs.notarial_will_only", day) is not None
    return will is Will.NOTARIAL or (will is Will.OTHER and not notarial)


def _will_grounds(law: Law, day: date) -> tuple[Ground, ...]:
    """What a will must be, whether it counts or not (Permenaker 1/2025 Pasal 79 ayat (2a), D52)."""
    rule = law.find("heirs.notarial_will_only", day)
    return () if rule is None else law.cite(rule)


def _will_notes(family: Family | None, law: Law, day: date, *, of_project: bool) -> tuple[Note, ...]:
    """That a will was passed over on a text about construction (D52)."""
    rule = law.find("heirs.notarial_will_only", day)
    if rule is None or of_project or family is None or family.will is not Will.OTHER:
        return ()
    return (Note(text=Text("note.will_not_notarial"), grounds=law.cite(rule), warning=True),)


def payee(taking: str | None, line: str, law: Law) -> str | None:
    """Who is paid a line: the class of heirs; without heirs the funeral payer or the Social Security Fund."""
    if taking != NOBODY:
        return taking
    if line in {"jkk.funeral", "jkm.funeral"}:
        return FUNERAL_PAYER
    to_payer = line == "jkk.periodic" and law.chose("D51", "funeral_payer")
    return FUNERAL_PAYER if to_payer else FUND


def payee_grounds(taking: str | None, line: str, law: Law, day: date) -> tuple[Ground, ...]:
    """Why nobody of the family is paid a line: the rule of its programme, and D51 where it is silent."""
    if taking != NOBODY:
        return ()
    programme = line.partition(".")[0]
    silent = ("D51",) if line == "jkk.periodic" else ()
    return law.cite(law.get(f"heirs.nobody_{programme}", day), *silent)
