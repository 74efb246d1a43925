"""Which lists of papers a claim has, and on which facts a paper depends."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from attrs import frozen

from jamsos.answers.texts import Text
from jamsos.claims.codes import Claimant, ClaimKind
from jamsos.law.law import Law
from jamsos.law.steps import StepRule, find_rule_of_step, rule_of_step
from jamsos.workers.codes import Segment


@frozen(kw_only=True)
class Circumstances:
    """The facts some papers depend on; None is not known."""

    contracted_facility: bool | None = None
    traffic_accident: bool | None = None
    amount: int | None = None
    claimant: Claimant | None = None
    on_leave: bool | None = None
    lost_at_sea: bool | None = None
    contracted_at_place: bool | None = None
    training_continues: bool | None = None


@frozen(kw_only=True)
class Request:
    """What is claimed, by whom and when."""

    kind: ClaimKind
    segment: Segment
    on: date
    claimed_on: date
    registered: bool
    law: Law

    def find(self, name: str) -> StepRule | None:
        """A list of papers by the law of the day of the claim (D74); None: there was none."""
        return find_rule_of_step(name, self.claimed_on, self.on, self.law)

    def rule(self, name: str) -> StepRule:
        """A list of papers that has to be there."""
        return rule_of_step(name, self.claimed_on, self.on, self.law)


class PaperCondition(NamedTuple):
    """A condition of a paper: the fact, the value it must have, and the condition in words."""

    fact: str
    must_be: object
    note: Text


CONDITIONAL: Mapping[str, PaperCondition] = {
    "treatment_receipts": PaperCondition(
        "contracted_facility", must_be=False, note=Text("note.if_not_contracted")
    ),
    "treatment_receipts_no_facility": PaperCondition(
        "contracted_at_place", must_be=False, note=Text("note.if_none_at_place")
    ),
    "earlier_training_certificate": PaperCondition(
        "training_continues", must_be=True, note=Text("note.if_training_continues")
    ),
    "police_report": PaperCondition("traffic_accident", must_be=True, note=Text("note.if_traffic")),
    "marriage_book": PaperCondition(
        "claimant", must_be=Claimant.SPOUSE, note=Text("note.if_spouse")
    ),
    "will": PaperCondition("claimant", must_be=Claimant.BY_WILL, note=Text("note.if_will")),
    "notarial_will": PaperCondition(
        "claimant", must_be=Claimant.BY_WILL, note=Text("note.if_will")
    ),
    "court_determination": PaperCondition(
        "claimant", must_be=Claimant.OUTSIDE_LIST, note=Text("note.if_outside_list")
    ),
    "leave_letter": PaperCondition("on_leave", must_be=True, note=Text("note.if_on_leave")),
    "embassy_letter": PaperCondition("lost_at_sea", must_be=True, note=Text("note.if_lost_at_sea")),
}
NPWP = "npwp"
"""The tax number, asked for above an amount."""
_JKK = ("papers.jkk", "papers.jkk_uncontracted_facility", "papers.jkk_administrative")
_JKK_CONSTRUCTION = (
    "papers.jkk_construction",
    "papers.jkk_construction_no_facility",
    "papers.jkk_administrative",
)
_JKK_PRACTICE = ("papers.jkk_bpu_practice", "papers.jkk_traffic_practice", "papers.npwp_practice")
_SCHOLARSHIP = (("papers.scholarship",), ("papers.scholarship_practice",))
_JKM_PRACTICE = ("papers.jkm_practice", "papers.spouse_practice")
LISTS: Mapping[tuple[ClaimKind, Segment], tuple[tuple[str, ...], tuple[str, ...]]] = {
    (ClaimKind.JKK, Segment.PU): (_JKK, ()),
    (ClaimKind.JKK, Segment.BPU): (_JKK, _JKK_PRACTICE),
    (ClaimKind.JKK, Segment.CONSTRUCTION): (_JKK_CONSTRUCTION, ()),
    # STMB is a part of JKK: what the law asks for is the same.
    (ClaimKind.STMB, Segment.PU): (_JKK, ("papers.stmb_pu_practice",)),
    (ClaimKind.STMB, Segment.BPU): (_JKK, _JKK_PRACTICE),
    (ClaimKind.STMB, Segment.CONSTRUCTION): (_JKK_CONSTRUCTION, ()),
    (ClaimKind.JKM, Segment.PU): (("papers.jkm",), _JKM_PRACTICE),
    (ClaimKind.JKM, Segment.BPU): (("papers.jkm",), _JKM_PRACTICE),
    (ClaimKind.JKM, Segment.CONSTRUCTION): (("papers.jkm",), ()),
    (ClaimKind.JKM, Segment.MIGRANT): (("papers.migrant_jkm",), ()),
    (ClaimKind.SCHOLARSHIP, Segment.PU): _SCHOLARSHIP,
    (ClaimKind.SCHOLARSHIP, Segment.BPU): _SCHOLARSHIP,
    (ClaimKind.SCHOLARSHIP, Segment.CONSTRUCTION): _SCHOLARSHIP,
    (ClaimKind.TRAINING, Segment.PU): (("papers.training",), ()),
    (ClaimKind.TRAINING, Segment.BPU): (("papers.training",), ()),
    (ClaimKind.TRAINING, Segment.CONSTRUCTION): (("papers.training",), ()),
    (ClaimKind.EMPLOYER_REFUND, Segment.PU): (("papers.employer_refund",), ()),
}
"""The lists that were read, by law and in practice; of others nothing is known."""
LATER = frozenset({"papers.scholarship"})
"""Lists that came after a practice: on an earlier day there is the practice alone."""
