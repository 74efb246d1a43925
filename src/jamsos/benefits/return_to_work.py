"""Return to work (*program kembali kerja*, Pasal 49): the right to be taken into the programme."""

from jamsos.answers.answer import Finding
from jamsos.answers.grounds import MissingFact
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.benefits.accident import WorkAccident
from jamsos.coverage.rights import Right, Rights
from jamsos.law.law import Law


def return_to_work(due: Rights, accident: WorkAccident, law: Law) -> tuple[Finding, ...]:
    """On the recommendation of the advisory doctor; in arrears only after they are settled.

    Nothing is found where the doctor does not recommend it, which is also what an accident says that names nothing.
    """
    if accident.return_to_work is False:
        return ()
    later = law.find("jkk.transport_later_trips", accident.on)
    rules = [law.get("jkk.return_to_work", accident.on), law.get("jkk.return_to_work_practice", accident.on)]
    grounds = (*law.cite(*rules, *([later] if later else [])), *due.jkk_grounds)
    if accident.return_to_work is None and due.jkk_care is not Right.NONE:
        need = MissingFact("accident.return_to_work")
        unclear = NOT_TOLD
        return (Finding(code="return_to_work", value=None, grounds=(*grounds, need), note=unclear),)
    in_order = Right.NOW if due.jkk_cash is Right.NOW else Right.AFTER_SETTLEMENT
    right = Right.NONE if due.jkk_care is Right.NONE else in_order
    note = None if right is Right.NONE else Text("note.return_to_work")
    return (Finding(code="return_to_work", value=str(right), unit="code", grounds=grounds, note=note),)
