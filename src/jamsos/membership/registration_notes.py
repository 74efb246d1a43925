"""What else a registration takes: its papers, who registers, and the time BPJS had to adapt."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from jamsos.answers.parts import Notes, remark
from jamsos.law.law import Law
from jamsos.workers.codes import Segment


class _Said(NamedTuple):
    """A provision that is told where a day is stated, with the code of its sentence."""

    rule: str
    note: str


_OF_DAY: Mapping[tuple[Segment, str], tuple[_Said, ...]] = {
    (Segment.PU, "form_received_on"): (_Said("register.children", "note.register_children"),),
    (Segment.PU, "self_registered_on"): (
        _Said("register.self_registration_papers", "note.self_registration_papers"),
    ),
    (Segment.CONSTRUCTION, "ordered_on"): (
        _Said("construction.who_registers", "note.construction_who_registers"),
        _Said("construction.registration_content", "note.construction_registration_content"),
        _Said("construction.registration_identity", "note.construction_registration_identity"),
        _Said("construction.wage_papers", "note.construction_wage_papers"),
        _Said("construction.wage_papers_by_wage", "note.construction_wage_papers_by_wage"),
    ),
}
"""By segment and the day that is stated."""


def registration_notes(segment: Segment, stated: Mapping[str, date], law: Law) -> Notes:
    """What is told of the stated days, by the law of each.

    Legal source: PP 44/2015 Pasal 10 ayat (2); Permenaker 5/2021 Pasal 3, 66, 67, 69, 130;
    Permenaker 1/2025 Pasal 67, 69.
    """
    said = [(one, day) for name, day in stated.items() for one in _OF_DAY.get((segment, name), ())]
    # Projects had a longer time to adapt (Pasal 130 huruf b), which the change of workers names.
    if segment is not Segment.CONSTRUCTION:
        said.append((_ADAPTED, min(stated.values())))
    found = [(one, law.find(one.rule, day)) for one, day in said]
    return tuple(remark(one.note, law.cite(rule)) for one, rule in found if rule is not None)


_ADAPTED = _Said("register.adapted_by", "note.register_adapted_by")
