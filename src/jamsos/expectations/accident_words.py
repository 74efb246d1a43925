"""What a supposed accident costs and leaves, in words: nothing that is reckoned with is hidden."""

from jamsos.answers.texts import Arg, Text, listed
from jamsos.workers.work_accident import WorkAccident

_COSTS = {
    "land": "line.jkk.transport_land",
    "sea": "line.jkk.transport_sea",
    "air": "line.jkk.transport_air",
    "prosthesis": "line.jkk.prosthesis",
    "dentures": "line.jkk.dentures",
    "hearing_aid": "line.jkk.hearing_aid",
    "glasses": "line.jkk.glasses",
    "care_paid": "line.jkk.care_refund",
    "examinations_paid": "line.jkk.disease_examinations",
}
"""The costs that may be stated, as the lines that pay for them are called."""


def accident_in_words(accident: WorkAccident) -> Arg:
    """The costs, the days of incapacity and the disabilities that were stated.

    >>> from datetime import date
    >>> from jamsos.answers.texts import say
    >>> fall = WorkAccident(on=date(2026, 1, 5), land=400_000)
    >>> say(accident_in_words(fall), "en")
    'Transport by land, river or lake: Rp400,000'
    """
    parts: list[Text] = []
    for name, line in _COSTS.items():
        amount = getattr(accident, name)
        if amount:
            parts.append(_cost(line, amount))
    care = sum(stretch.cost or 0 for stretch in accident.home_care or ())
    if care:
        parts.append(_cost("line.jkk.home_care", care))
    days = 0
    for spell in accident.unable or ():
        if spell.last is None:
            parts.append(Text("expectation.unable_open"))
        else:
            days += (spell.last - spell.first).days + 1
    if days:
        parts.append(Text("expectation.unable", {"days": days}))
    for loss in accident.losses or ():
        parts.append(Text("expectation.loss", {"code": loss.code}))
    if accident.total_permanent:
        parts.append(Text("expectation.total_permanent"))
    return listed(parts or [Text("expectation.no_cost")])


def _cost(line: str, amount: int) -> Text:
    return Text("expectation.cost", {"name": Text(line), "amount": amount})
