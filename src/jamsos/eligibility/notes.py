"""The remarks and warnings that several questions of this room share."""

from datetime import date

from jamsos.answers.parts import Note, remark, warning
from jamsos.answers.texts import Text
from jamsos.law.law import Law


def pu_and_bpu_note(law: Law) -> Note:
    """Nothing was read on how cover as PU and as BPU go together."""
    return warning("note.pu_and_bpu", law.cite("no_pu_bpu_rule"))


def too_many_jobs_note(on: date, law: Law) -> Note:
    """The form of a BPU lists fewer kinds of work (PP 44/2015 Pasal 11 ayat (2))."""
    most = law.get("bpu.max_jobs_listed", on)
    text = Text("note.jobs", {"most": most.number})
    grounds = law.cite(most)
    return Note(text=text, grounds=grounds, warning=True)


def permanent_staff_note(on: date, law: Law) -> Note:
    """Permanent staff of a construction firm are wage earners, not project workers."""
    staff = law.get("construction.permanent_staff", on)
    return remark("note.permanent_staff", law.cite(staff))
