"""Who else may notify of a suspected case, and what the notice contains.

Legal source: PP 49/2023; Permenaker 1/2025 Pasal 8A, 48A.
"""

from jamsos.answers.parts import Note, remark
from jamsos.coverage.suspected_facts import SuspectedFacts
from jamsos.workers.codes import Segment


def notices(case: SuspectedFacts) -> list[Note]:
    """Who else may notify, and what the notice contains (Permenaker 1/2025 Pasal 8A, 48A)."""
    # While the segment is not known, the notices of both are told.
    notes: list[Note] = []
    segment = case.event.segment
    see_to_care = case.rule("suspected.see_to_care")
    if see_to_care is not None:
        notes.append(remark("note.see_to_care", see_to_care.grounds))
    of_pu = case.rule("suspected.notice_of_pu")
    if of_pu is not None and segment in {Segment.PU, None}:
        notes.append(remark("note.notice_of_pu", of_pu.grounds))
    if segment not in {Segment.BPU, None}:
        return notes
    of_bpu = case.rule("suspected.notice_of_bpu")
    if of_bpu is not None:
        no_deadline = case.law.cite("no_deadline_of_notice")
        notes.append(remark("note.notice_of_bpu", (*of_bpu.grounds, *no_deadline)))
    return [*notes, *_content(case)]


def _content(case: SuspectedFacts) -> list[Note]:
    """What the notice about a BPU contains (Permenaker 1/2025 Pasal 48A ayat (2) and (3))."""
    if case.event.kind is None:
        return []
    name = "suspected.notice_content_accident"
    if case.of_disease:
        name = "suspected.notice_content_disease"
    content = case.rule(name)
    if content is None:
        return []
    return [remark("note.notice_content", content.grounds, {"content": content.rule.name})]
