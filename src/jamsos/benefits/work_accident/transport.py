"""Transport after a work accident (*biaya pengangkutan*): each mode up to its cap."""

from datetime import date
from typing import NamedTuple

from jamsos.answers.grounds import Grounds, MissingFact
from jamsos.answers.parts import Line
from jamsos.benefits.work_accident.refund import refund, refund_line
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.workers.work_accident import WorkAccident

_ALL_MODES = "jkk.transport"
_LINE_OF_MODE = {
    "land": "jkk.transport_land",
    "sea": "jkk.transport_sea",
    "air": "jkk.transport_air",
}
TRANSPORT_LINES = frozenset({_ALL_MODES, *_LINE_OF_MODE.values()})
"""The codes of the lines that pay for transport."""


class _Fare(NamedTuple):
    """What a mode cost, in rupiah, and its cap."""

    code: str
    cost: int
    cap: Provision


def transport_missing(accident: WorkAccident) -> list[MissingFact]:
    """The costs of transport nobody stated."""
    costs = _cost_by_mode(accident).items()
    return [MissingFact(f"accident.{mode}") for mode, cost in costs if cost is None]


def transport_lines(accident: WorkAccident, law: Law) -> list[Line]:
    """Each mode up to its cap.

    Under an alternative of D42 all modes together are paid at most the largest cap of those used.
    """
    fares = _fares(accident, law)
    several: Grounds = ()
    # With one mode alone no rule on several of them says anything.
    if len(fares) > 1:
        each_mode = law.find("jkk.transport_each_mode", accident.on)
        several = law.cite("D42" if each_mode is None else each_mode)
        if each_mode is None and law.chose("D42", "largest_cap_only"):
            fares = [_together(fares)]
    trips = law.cite(*_trips(accident.on, law))
    lines: list[Line] = []
    for fare in fares:
        grounds = (*law.cite(fare.cap), *several, *trips)
        line = refund_line(fare.code, fare.cost, fare.cap.number, grounds)
        lines.append(line)
    return lines


def _cost_by_mode(accident: WorkAccident) -> dict[str, int | None]:
    return {"land": accident.land, "sea": accident.sea, "air": accident.air}


def _fares(accident: WorkAccident, law: Law) -> list[_Fare]:
    """The modes that cost something."""
    fares: list[_Fare] = []
    for mode, cost in _cost_by_mode(accident).items():
        # A mode that cost nothing has no line, and does not count as one of several (D42).
        if cost:
            cap = law.get(f"jkk.transport_cap_{mode}", accident.on)
            fare = _Fare(_LINE_OF_MODE[mode], cost, cap)
            fares.append(fare)
    return fares


def _together(fares: list[_Fare]) -> _Fare:
    """What the modes are refunded each, as one fare under the largest cap of those used."""
    cost = sum(refund(fare.cost, fare.cap.number) for fare in fares)
    largest = max(fares, key=_cap_amount)
    return _Fare(_ALL_MODES, cost, largest.cap)


def _cap_amount(fare: _Fare) -> int:
    return fare.cap.number


def _trips(on: date, law: Law) -> list[Provision]:
    """The trips the law of the day pays for (Pasal 25 ayat (2) huruf b)."""
    trips = [law.get("jkk.transport_first_trips", on)]
    # PP 82/2019 added referrals and the trips of the return-to-work programme.
    later = law.find("jkk.transport_later_trips", on)
    if later is not None:
        trips.append(later)
    return trips
