"""Return to work (*program kembali kerja*, Pasal 49): the right to be taken into the programme."""

from datetime import date

from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parts import Finding, Findings
from jamsos.answers.texts import NOT_TOLD, Text
from jamsos.coverage.cover_rules import Right
from jamsos.coverage.rights import Rights
from jamsos.law.law import Law
from jamsos.workers.work_accident import WorkAccident

_CODE = "return_to_work"


def return_to_work(due: Rights, accident: WorkAccident, law: Law) -> Findings:
    """On the recommendation of the advisory doctor; in arrears only after they are settled.

    Without a recommendation there is no finding; an accident that does not mention one has none.
    """
    if accident.return_to_work is False:
        return ()
    rules = _programme_grounds(accident.on, law)
    grounds = (*rules, *due.jkk_grounds)
    # Without care there is no programme, whatever the doctor recommends.
    if due.jkk_care is Right.NONE:
        no_programme = _right(Right.NONE, grounds, None)
        return (no_programme,)
    if accident.return_to_work is None:
        need = MissingFact("accident.return_to_work")
        open_grounds = (*grounds, need)
        unknown = Finding(code=_CODE, value=None, grounds=open_grounds, note=NOT_TOLD)
        return (unknown,)
    right = Right.AFTER_SETTLEMENT
    # The programme asks for contributions in order, which the right to cash shows.
    if due.jkk_cash is Right.NOW:
        right = Right.NOW
    recommended = _right(right, grounds, Text("note.return_to_work"))
    return (recommended,)


def _programme_grounds(on: date, law: Law) -> Grounds:
    article = law.get("jkk.return_to_work", on)
    practice = law.get("jkk.return_to_work_practice", on)
    # PP 82/2019 pays the trips of the programme too.
    trips = law.find("jkk.transport_later_trips", on)
    if trips is None:
        return law.cite(article, practice)
    return law.cite(article, practice, trips)


def _right(right: Right, grounds: Grounds, note: Text | None) -> Finding:
    return Finding(code=_CODE, value=str(right), unit="code", grounds=grounds, note=note)
