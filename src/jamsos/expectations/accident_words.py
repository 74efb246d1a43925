"""What a supposed accident costs and leaves, in words: nothing that is reckoned with is hidden."""

from collections.abc import Iterator

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
    parts = [*_costs(accident), *_incapacity(accident), *_disabilities(accident)]
    return listed(parts or [Text("expectation.no_cost")])


def _costs(accident: WorkAccident) -> Iterator[Text]:
    for name, line in _COSTS.items():
        amount = getattr(accident, name)
        if amount:
            yield _cost(line, amount)
    care = sum(stretch.cost or 0 for stretch in accident.home_care or ())
    if care:
        yield _cost("line.jkk.home_care", care)


def _incapacity(accident: WorkAccident) -> Iterator[Text]:
    """The spells without an end, and the days of the others in all."""
    days = 0
    for spell in accident.unable or ():
        if spell.last is None:
            yield Text("expectation.unable_open")
        else:
            days += (spell.last - spell.first).days + 1
    if days:
        yield Text("expectation.unable", {"days": days})


def _disabilities(accident: WorkAccident) -> Iterator[Text]:
    for loss in accident.losses or ():
        yield Text("expectation.loss", {"code": loss.code})
    if accident.total_permanent:
        yield Text("expectation.total_permanent")


def _cost(line: str, amount: int) -> Text:
    return Text("expectation.cost", {"name": Text(line), "amount": amount})
