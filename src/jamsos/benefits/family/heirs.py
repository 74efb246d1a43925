"""The heirs (*ahli waris*) who take a death benefit: the class, never a division inside it."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parts import Note, Notes, remark, warning
from jamsos.answers.texts import Text
from jamsos.law.law import Law
from jamsos.workers.codes import ChildTie, Heirs, Will
from jamsos.workers.family import Child, Family

FUNERAL_PAYER = "funeral_payer"
"""Whoever paid for the funeral."""
FUND = "fund"
"""*Dana Jaminan Sosial*, the Social Security Fund."""


class Succession(NamedTuple):
    """The class that takes in the order of the law; None: ``needs`` says what is missing."""

    taking: Heirs | None
    grounds: Grounds
    needs: tuple[MissingFact, ...] = ()
    notes: Notes = ()


def heirs(family: Family | None, law: Law, day: date) -> Succession:
    """The class of heirs in the order of the law.

    Legal source: PP 44/2015 Pasal 37 ayat (5), 40 ayat (2).

    >>> from jamsos.law import current
    >>> siblings_only = Family(spouse=False, children=(), blood_line=True)
    >>> heirs(siblings_only, current(), date(2026, 1, 1)).taking
    <Heirs.BLOOD_LINE_2: 'blood_line_2'>
    """
    order = law.get("heirs.order", day)
    survivors = family or Family()
    grounds: Grounds = law.cite(order)
    for code in order.words:
        heir_class = Heirs(code)
        presence = _presence_of(heir_class, survivors, law, day)
        # An open class stops the search: it goes before all that follow.
        if presence.present is None:
            need = MissingFact(presence.fact)
            all_grounds = (*grounds, *_ties_grounds(survivors, law, day))
            return Succession(taking=None, grounds=all_grounds, needs=(need,))
        if heir_class is Heirs.WILL and family is not None and family.will is not Will.NONE:
            rules_on_wills = _will_grounds(law, day)
            grounds = (*grounds, *rules_on_wills)
        # The law does not divide the money between spouse and children.
        if heir_class is Heirs.SPOUSE_OR_CHILD and presence.present:
            undivided = law.cite("D50")
            grounds = (*grounds, *undivided)
        if presence.present:
            notes = _ties_notes(survivors, law, day)
            return Succession(taking=heir_class, grounds=grounds, notes=notes)
    outsider = law.find("papers.court_determination", day)
    if survivors.outside_list and outsider is not None:
        # Nobody of the list is left: a court may still name the person as heir.
        need = MissingFact("family.outside_list")
        all_grounds = (*grounds, *law.cite(outsider))
        return Succession(taking=None, grounds=all_grounds, needs=(need,))
    notes = (*_will_notes(family, law, day), *_ties_notes(survivors, law, day))
    return Succession(taking=Heirs.NOBODY, grounds=grounds, notes=notes)


class _Presence(NamedTuple):
    """Whether somebody of a class is there (None: not known), and the fact that would tell."""

    present: bool | None
    fact: str


_STATED = {
    Heirs.BLOOD_LINE_2: "blood_line",
    Heirs.SIBLING: "siblings",
    Heirs.PARENT_IN_LAW: "parents_in_law",
}
"""The fact of a family that says by itself whether a class is there."""


def _presence_of(heir_class: Heirs, family: Family, law: Law, day: date) -> _Presence:
    if heir_class is Heirs.SPOUSE_OR_CHILD:
        return _spouse_or_child(family)
    if heir_class is Heirs.WILL:
        valid_will = _valid_will(family.will, law, day)
        return _Presence(valid_will, "family.will")
    fact = _STATED[heir_class]
    return _Presence(getattr(family, fact), f"family.{fact}")


def _spouse_or_child(family: Family) -> _Presence:
    """The first class: either of them is enough, and only both unknowns together leave it open."""
    children = _lawful_children(family)
    if family.spouse or children:
        return _Presence(present=True, fact="family.spouse")
    if family.spouse is None:
        return _Presence(present=None, fact="family.spouse")
    if children is None:
        return _Presence(present=None, fact="family.children")
    # Without a marriage record or a court determination nobody can tell whose class takes.
    if family.unrecorded_spouse:
        return _Presence(present=None, fact="family.unrecorded_spouse")
    # The order says only "child": whether that is a stepchild too, no text tells.
    if _with_tie(family, ChildTie.STEP):
        return _Presence(present=None, fact="child.tie")
    return _Presence(present=False, fact="family.spouse")


_LAWFUL_TIES = frozenset({ChildTie.OWN, ChildTie.ADOPTED, ChildTie.ACKNOWLEDGED})


def _lawful_children(family: Family) -> tuple[Child, ...] | None:
    """The children who are heirs in the eyes of the law; None: not known."""
    if family.children is None:
        return None
    return tuple(child for child in family.children if child.tie in _LAWFUL_TIES)


def _with_tie(family: Family, tie: ChildTie) -> bool:
    return any(child.tie is tie for child in family.children or ())


_NOT_YET_HEIRS = {
    ChildTie.RAISED: ("heirs.adopted_child", "note.child_without_adoption"),
    ChildTie.UNACKNOWLEDGED: ("heirs.child_outside_marriage", "note.child_unacknowledged"),
}
"""The children who become heirs by a paper: the rule, and what is said of them."""


def _ties_notes(family: Family, law: Law, day: date) -> Notes:
    """Who besides counts, or would count by which paper."""
    notes: list[Note] = []
    if family.spouses is not None and family.spouses > 1:
        several = law.cite(law.get("heirs.several_wives", day))
        notes.append(remark("note.several_spouses", several))
    if family.unrecorded_spouse:
        recorded = law.cite(law.get("heirs.recorded_marriage", day))
        notes.append(warning("note.unrecorded_spouse", recorded))
    for tie, (name, code) in _NOT_YET_HEIRS.items():
        if _with_tie(family, tie):
            rule = law.cite(law.get(name, day))
            notes.append(warning(code, rule))
    return tuple(notes)


def _ties_grounds(family: Family, law: Law, day: date) -> Grounds:
    """Why the class is open: a marriage that is not recorded."""
    if family.unrecorded_spouse:
        return law.cite(law.get("heirs.recorded_marriage", day))
    return ()


def _valid_will(will: Will | None, law: Law, day: date) -> bool | None:
    """Whether a will counts: from 24 February 2025 only a notarial one, in every segment.

    Legal source: Permenaker 1/2025 Pasal 22 ayat (1a), 62 ayat (1a), 79 ayat (2a).
    """
    if will is None:
        return None
    if will is Will.NONE:
        return False
    if will is Will.NOTARIAL:
        return True
    notarial_only = law.find("heirs.notarial_will_only", day) is not None
    return not notarial_only


def _will_grounds(law: Law, day: date) -> Grounds:
    """What a will must be, whether it counts or not."""
    rule = law.find("heirs.notarial_will_only", day)
    if rule is None:
        return ()
    return law.cite(rule)


def _will_notes(family: Family | None, law: Law, day: date) -> Notes:
    """That a will was passed over because no notary made it."""
    rule = law.find("heirs.notarial_will_only", day)
    other_will = family is not None and family.will is Will.OTHER
    if rule is None or not other_will:
        return ()
    grounds = law.cite(rule)
    text = Text("note.will_not_notarial")
    note = Note(text=text, grounds=grounds, warning=True)
    return (note,)


def payee(taking: Heirs | None, line: str, law: Law) -> str | None:
    """Who is paid a line: the heirs; without any the funeral payer, or the Social Security Fund."""
    if taking is None:
        return None
    if taking is not Heirs.NOBODY:
        return str(taking)
    if line in {"jkk.funeral", "jkm.funeral"}:
        return FUNERAL_PAYER
    # Of the periodic money of JKK the text is silent.
    if line == "jkk.periodic" and law.chose("D51", "funeral_payer"):
        return FUNERAL_PAYER
    # Everything but the funeral falls to the Fund (Pasal 37 ayat (5), 40 ayat (2)).
    return FUND


def payee_grounds(taking: Heirs | None, line: str, law: Law, day: date) -> Grounds:
    """Why no heir is paid a line: the rule of its programme, and D51 where it is silent."""
    if taking is not Heirs.NOBODY:
        return ()
    programme = line.partition(".")[0]
    rule = law.get(f"heirs.nobody_{programme}", day)
    if line == "jkk.periodic":
        return law.cite(rule, "D51")
    return law.cite(rule)
