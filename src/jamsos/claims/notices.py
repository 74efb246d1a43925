"""Who else may tell of an accident or disease, and who reports for staff of the state.

Legal source: Permenaker 5/2021 Pasal 9, 49; Permenaker 1/2025 Pasal 8 ayat (1a), 9, II angka 1.
"""

from jamsos.answers.parts import Note, Notes, remark
from jamsos.claims.case import ClaimCase
from jamsos.workers.codes import Segment


def notice_notes(case: ClaimCase) -> Notes:
    """A notice by others, which frees nobody of the report; the personnel officer."""
    if not case.jkk or case.migrant:
        return ()
    notes: list[Note] = []
    if case.suspected:
        # Who may tell of a suspicion stands in articles of its own (Permenaker 1/2025 8A, 48A).
        notes += _said(case, "suspected.adapted_by", "note.suspected_adapted_by")
    else:
        notes += _said(case, *_NOTICE[case.segment is Segment.BPU])
    if case.segment is Segment.PU:
        notes += _said(case, "report.personnel_officer", "note.personnel_officer_reports")
    return tuple(notes)


_NOTICE = {
    True: ("report.notice_of_bpu", "note.told_by_others_bpu"),
    False: ("report.notice_of_pu", "note.told_by_others_pu"),
}
"""The provision and the sentence, by whether it is a BPU."""


def _said(case: ClaimCase, name: str, code: str) -> Notes:
    rule = case.law.find(name, case.day)
    return () if rule is None else (remark(code, case.law.cite(rule)),)
