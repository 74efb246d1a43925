"""One benefit claimed for a migrant worker: a fixed sum, a cost up to its cap, or no amount."""

from datetime import date

from attrs import evolve, frozen

from jamsos.answers.grounds import Grounds, MissingFact, Stated
from jamsos.answers.parts import Finding, Line, Lines, Note, Outcome
from jamsos.answers.texts import Text
from jamsos.benefits.claim_end import claim_end
from jamsos.benefits.family.findings import who_takes
from jamsos.benefits.family.heirs import Succession, heirs
from jamsos.benefits.work_accident.refund import refund_line
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.migrant.items import CAPPED, FIXED, KNOWN, MigrantItem
from jamsos.migrant.protection import Protection
from jamsos.migrant.results.benefit import MigrantBenefit
from jamsos.workers.codes import Heirs
from jamsos.workers.family import Family
from jamsos.workers.placement import Stage

_JKM = {
    "jkm.lump_sum": "migrant.jkm_lump_sum",
    "jkm.periodic": "migrant.jkm_periodic_total",
    "jkm.funeral": "migrant.jkm_funeral",
}
_JKM_DURING = {"migrant.jkm_during": "migrant.jkm_during"}


@frozen
class MigrantClaim:
    """One benefit claimed, and the frame of its answer."""

    frame: MigrantBenefit
    item: MigrantItem
    day: date
    cost: int | None
    fault: bool | None
    """Whether a departure failed through the agency's fault or through government policy."""
    amount: int | None
    """What the caller states for an item whose amount was not read."""
    family: Family | None

    @property
    def law(self) -> Law:
        """The law of the question."""
        return self.frame.law

    def answer_under(self, protection: Protection) -> MigrantBenefit:
        """The answer in one possible stage: whether its programme protects, then the amount."""
        notes = (*self.frame.notes, *protection.notes)
        frame = evolve(self.frame, notes=notes)
        claim = evolve(self, frame=frame)
        if self.item is MigrantItem.OTHER_DEATH:
            programme, protected = "JKM", protection.jkm
        else:
            programme, protected = "JKK", protection.jkk
        if protected is None:
            text = Text("note.undecided")
            return _waiting(frame, protection.needs, text, protection.grounds)
        if not protected:
            text = Text("note.migrant_unprotected", {"programme": programme})
            return _refused(frame, text, protection.grounds)
        return claim.amount_under(protection)

    def amount_under(self, protection: Protection) -> MigrantBenefit:
        """The amount, where the programme of the item protects."""
        if self.item is MigrantItem.OTHER_DEATH:
            return self.other_death(protection)
        if self.item in KNOWN:
            return self.jkk(protection)
        if self.item is MigrantItem.FAILED_DEPARTURE:
            return self._failed_departure(protection)
        # Of every other item the list names no more than its title.
        return self._unread(protection, ())

    def other_death(self, protection: Protection) -> MigrantBenefit:
        """JKM: one sum during work with the right of two children, else the three sums of all."""
        law = self.law
        who = heirs(self.family, law, self.day)
        lines = self._jkm_lines(protection, who)
        findings = list(who_takes(who, self.family, law, lines))
        if protection.stage is Stage.ABROAD:
            children = self._children()
            findings.append(children)
        notes = self._notes_on_heirs(who)
        return _payable(self.frame, lines, findings, notes)

    def _jkm_lines(self, protection: Protection, who: Succession) -> Lines:
        provisions = _JKM
        if protection.stage is Stage.ABROAD:
            provisions = _JKM_DURING
        # Who is paid where a migrant worker leaves nobody was not read: none is named.
        party = None
        if who.taking not in {None, Heirs.NOBODY}:
            party = str(who.taking)
        lines: list[Line] = []
        for code, name in provisions.items():
            rule = self.law.get(name, self.day)
            line = _jkm_line(code, rule, protection.grounds, party, self.law)
            lines.append(line)
        return tuple(lines)

    def _children(self) -> Finding:
        """How many children have a right after a death during work."""
        children = self.law.get("migrant.jkm_during_children", self.day)
        return Finding(
            code="migrant_children",
            value=children.number,
            grounds=self.law.cite(children),
            note=Text("note.migrant_children"),
        )

    def _notes_on_heirs(self, who: Succession) -> list[Note]:
        """Who takes by the law of migrant workers, and the papers that show it."""
        heirs_by_law = self._cited("migrant.heirs")
        order = Note(text=Text("note.migrant_heirs"), grounds=heirs_by_law)
        notes = [order, *who.notes]
        if who.taking is Heirs.NOBODY:
            text = Text("note.migrant_nobody")
            nobody = Note(text=text, grounds=heirs_by_law, warning=True)
            notes.append(nobody)
        papers_by_law = self._cited("papers.migrant_jkm")
        papers = Note(text=Text("note.migrant_papers"), grounds=papers_by_law)
        notes.append(papers)
        return notes

    def _cited(self, name: str) -> Grounds:
        """A provision of the day, as grounds."""
        rule = self.law.get(name, self.day)
        return self.law.cite(rule)

    def jkk(self, protection: Protection) -> MigrantBenefit:
        """JKK: a fixed sum, or a cost up to its cap."""
        lines: list[Line] = []
        if self.item in FIXED:
            fixed = self._fixed_line(FIXED[self.item], protection)
            lines.append(fixed)
        if self.item in CAPPED:
            code = CAPPED[self.item]
            cap = self.law.get(code, self.day)
            # The fixed sum alone would be taken for the whole.
            if self.cost is None:
                need = MissingFact("migrant.cost")
                text = Text("note.undecided")
                return _waiting(self.frame, (need,), text, self.law.cite(cap))
            grounds = (*self.law.cite(cap), *protection.grounds)
            capped = refund_line(code, self.cost, cap.number, grounds)
            lines.append(capped)
        listed = self._cited("migrant.listed_items")
        unread = Note(text=Text("note.migrant_item_period"), grounds=listed, warning=True)
        limits = self._limits()
        return _payable(self.frame, tuple(lines), limits, [unread])

    def _fixed_line(self, code: str, protection: Protection) -> Line:
        rule = self.law.get(code, self.day)
        article = self.law.cite(rule)
        return Line(
            code=code,
            amount=rule.number,
            formula=Text("formula.fixed"),
            grounds=(*article, *protection.grounds),
        )

    def _limits(self) -> list[Finding]:
        """Until when JKK can be claimed, and how long home care lasts."""
        law = self.law
        years = law.get("migrant.jkk_claim_years", self.day)
        end = claim_end(self.day, years, law)
        claim_until = Finding(code="claim_until", value=end, grounds=law.cite(years))
        if self.item is not MigrantItem.HOME_CARE:
            return [claim_until]
        months = law.get("migrant.home_care_months", self.day)
        grounds = law.cite(months)
        longest = Finding(code="home_care_months", value=months.number, grounds=grounds)
        return [claim_until, longest]

    def _unread(
        self,
        protection: Protection,
        condition: Grounds,
        first_needs: tuple[MissingFact, ...] = (),
    ) -> MigrantBenefit:
        """An item of which only the list was read: its amount is the one the caller states."""
        listed = self._cited("migrant.listed_items")
        grounds = (*listed, *condition)
        if self.amount is not None and not first_needs:
            return self._of_stated(self.amount, (*grounds, *protection.grounds))
        needs = first_needs
        if self.amount is None:
            needs = (*first_needs, MissingFact("migrant.amount"))
        item = Text(f"item.{self.item}")
        text = Text("note.migrant_amount_unread", {"item": item})
        return _waiting(self.frame, needs, text, grounds)

    def _of_stated(self, amount: int, grounds: Grounds) -> MigrantBenefit:
        """An amount that no text in the library gives; every part that shows it says so."""
        stated = Stated(id="migrant.amount", value=amount)
        line = Line(
            code="migrant.stated_amount",
            amount=amount,
            formula=Text("formula.stated"),
            grounds=(stated, *grounds),
        )
        item = Text(f"item.{self.item}")
        text = Text("note.migrant_amount_stated", {"item": item})
        by_caller = Note(text=text, grounds=(stated, *grounds), warning=True)
        return _payable(self.frame, (line,), self._limits(), [by_caller])

    def _failed_departure(self, protection: Protection) -> MigrantBenefit:
        """A failed departure has a condition as well (Pasal 27 ayat (3))."""
        condition = self._cited("migrant.failed_departure_condition")
        # With the fault known there is no right, so the unread amount does not matter.
        if self.fault:
            text = Text("note.migrant_departure_at_fault")
            return _refused(self.frame, text, condition)
        if self.fault is None:
            # The fault first: it may make the amount unnecessary.
            fault = MissingFact("migrant.by_agency_or_policy")
            return self._unread(protection, condition, (fault,))
        return self._unread(protection, condition)


def _refused(frame: MigrantBenefit, text: Text, grounds: Grounds) -> MigrantBenefit:
    """An answer without a right, with the reason in a note of its own."""
    reason = Note(text=text, grounds=grounds)
    notes = (*frame.notes, reason)
    return evolve(frame, outcome=Outcome.NO, notes=notes)


def _jkm_line(code: str, rule: Provision, protection: Grounds, party: str | None, law: Law) -> Line:
    formula = Text("formula.fixed")
    if code == "jkm.periodic":
        formula = Text("formula.paid_at_once")
    return Line(
        code=code,
        amount=rule.number,
        formula=formula,
        grounds=(*law.cite(rule), *protection),
        party=party,
    )


def _waiting(
    frame: MigrantBenefit, needs: tuple[MissingFact, ...], text: Text, grounds: Grounds
) -> MigrantBenefit:
    """An answer that waits for facts, with the reason in a note of its own."""
    reasons = (*grounds, *needs)
    note = Note(text=text, grounds=reasons)
    return evolve(frame, needs=needs, notes=(*frame.notes, note))


def _payable(
    frame: MigrantBenefit, lines: Lines, findings: list[Finding], notes: list[Note]
) -> MigrantBenefit:
    grounds = frame.law.cite("D01")
    law_of_day = Note(text=Text("note.migrant_event_day"), grounds=grounds)
    return evolve(
        frame,
        outcome=Outcome.YES,
        lines=lines,
        findings=tuple(findings),
        notes=(*frame.notes, *notes, law_of_day),
    )
