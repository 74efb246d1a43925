"""Where one goes who does not agree (PP 44/2015 Pasal 45, 57, 58)."""

from datetime import date

from jamsos.answers.answer import Answer, Finding, Note, Outcome, beyond_knowledge, settled
from jamsos.answers.texts import Text
from jamsos.claims.codes import DisputeAbout
from jamsos.coverage.cover import priced_day
from jamsos.law.law import Law, applied

_OTHER_WAYS = {
    DisputeAbout.CARE: "dispute.care",
    DisputeAbout.BPJS: "dispute.bpjs",
    DisputeAbout.CIVIL: "dispute.civil",
}


def dispute_steps(about: DisputeAbout | str, on: date, *, law: Law | None = None) -> Answer:
    """Where one goes who does not agree, step by step: findings ``step_1``, ``step_2`` and so on.

    Legal source: PP 44/2015 Pasal 45, 57, 58.

    Args:
        about: What is disputed: ``work_accident``, ``occupational_disease``, ``outcome``,
            ``disability``, ``amount``, ``care``, ``bpjs`` or ``civil``.
        on: The day of the event the dispute is about.
        law: The law to apply; by default the one shipped.

    Raises:
        OutsideLawError: for a day before 1 July 2015.
        InputError: for another matter.

    >>> answer = dispute_steps("disability", date(2026, 6, 10))
    >>> answer.finding("step_1"), answer.finding("step_2")
    ('labour_inspector', 'minister_final')

    """
    law, about = applied(law), DisputeAbout(about)
    on = priced_day(on, law, "on")
    way = law.get(_OTHER_WAYS.get(about, "dispute.determination"), on)
    grounds = law.cite(way)
    return settled(
        Answer(
            question="dispute_steps",
            title=Text("dispute_steps.title", {"about": Text(f"dispute.{about}")}),
            outcome=Outcome.YES,
            law=law,
            facts={"about": about, "on": on},
            findings=tuple(
                Finding(code=f"step_{number}", value=step, unit="code", grounds=grounds)
                for number, step in enumerate(way.words, 1)
            ),
            notes=(*beyond_knowledge(law, on), *_notes(about, on, law)),
        )
    )


def _notes(about: DisputeAbout, on: date, law: Law) -> tuple[Note, ...]:
    """Who determined the case first, and what stays outside."""
    if about is DisputeAbout.CIVIL:
        return (Note(text=Text("note.civil_only"), grounds=law.cite(law.get("dispute.civil", on))),)
    if about in _OTHER_WAYS:
        return ()
    first = Note(text=Text("note.determined_by_bpjs"), grounds=law.cite(law.get("determination.by_bpjs", on)))
    if about is not DisputeAbout.DISABILITY:
        return (first,)
    advice = law.cite(law.get("determination.advisory_doctor", on))
    return (first, Note(text=Text("note.advisory_doctor"), grounds=advice))
