"""Transport after a work accident (*biaya pengangkutan*): each mode up to its cap."""

from jamsos.answers.answer import Line
from jamsos.answers.grounds import MissingFact
from jamsos.answers.texts import Text
from jamsos.benefits import rules
from jamsos.benefits.accident import WorkAccident
from jamsos.law.law import Law

_MODES = {"land": "jkk.transport_land", "sea": "jkk.transport_sea", "air": "jkk.transport_air"}


def transport_missing(accident: WorkAccident) -> list[MissingFact]:
    """The costs not known."""
    return [MissingFact(f"accident.{mode}") for mode in _MODES if getattr(accident, mode) is None]


def transport_lines(accident: WorkAccident, law: Law) -> list[Line]:
    """Each mode up to its cap; read the other way, all together up to the largest cap (decision D42)."""
    costs = {mode: getattr(accident, mode) or 0 for mode in _MODES}
    used = {mode: law.get(f"jkk.transport_cap_{mode}", accident.on) for mode, cost in costs.items() if cost}
    several = ("D42",) if len(used) > 1 else ()
    if several and law.chose("D42", "largest_cap_only"):
        largest = max(used.values(), key=lambda cap: cap.number)
        parts = [("jkk.transport", sum(costs.values()), largest)]
    else:
        parts = [(_MODES[mode], costs[mode], cap) for mode, cap in used.items()]
    later = law.find("jkk.transport_later_trips", accident.on)
    trips = (law.get("jkk.transport_first_trips", accident.on), *([later] if later is not None else []))
    return [
        Line(
            code=code,
            amount=rules.up_to(cost, cap.number),
            formula=Text("formula.up_to", {"cost": cost, "cap": cap.number}),
            grounds=law.cite(cap, *several, *trips),
        )
        for code, cost, cap in parts
    ]
