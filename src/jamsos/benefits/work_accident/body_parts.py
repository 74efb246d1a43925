"""What of the body each row of the disability table takes, so that nothing is lost twice."""

from collections import Counter
from fractions import Fraction

from jamsos.errors import InputError
from jamsos.workers.work_accident import WHOLE_PERCENT, Loss

_FINGERS = {"thumb": 1, "index": 1, "other_finger": 3}
_TOES = {"big_toe": 1, "second_toe": 1, "other_toe": 3}
_HAND = {"hand": 1, **_FINGERS}
_FOREARM = {"forearm": 1, **_HAND}
_ARM = {"upper_arm": 1, **_FOREARM}
_FOOT = {"foot": 1, **_TOES}
_LEG = {"leg": 1, **_FOOT}


def _side(parts: dict[str, int], side: str) -> dict[str, int]:
    """The parts of one side of the body."""
    return {f"{side} {part}": count for part, count in parts.items()}


def _pair(parts: dict[str, int]) -> dict[str, int]:
    """The parts of both sides, where the table tells the sides not apart."""
    return {part: 2 * count for part, count in parts.items()}


# The rows for right and left follow each other in the table.
_SIDED = (
    ("A01", "A02", _ARM),
    ("A03", "A04", _FOREARM),
    ("A05", "A06", _HAND),
    ("A15", "A16", {"thumb": 1}),
    ("A17", "A18", {"index": 1}),
    ("A19", "A20", {"other_finger": 1}),
    ("A21", "A22", {"index": 1}),
    ("A23", "A24", {"other_finger": 1}),
)
_PARTS: dict[str, dict[str, int]] = {
    "A07": _pair(_LEG),
    "A08": _LEG,
    "A09": _pair(_FOOT),
    "A10": _FOOT,
    "A11": {"sight": 2},
    "A12": {"sight": 1},
    "A13": {"hearing": 2},
    "A14": {"hearing": 1},
    "A25": {"big_toe": 1},
    "A26": {"second_toe": 1},
    "A27": {"other_toe": 1},
    "B04": {"hearing": 2},
    "B05": {"hearing": 1},
    "B06": {"auricle": 1},
    "B07": {"auricle": 2},
    # One printed row: the loss of sharpness of both eyes, by two ways of measuring it.
    "B13": {"sight": 2},
    "B14": {"sight": 2},
}
for _right, _left, _parts in _SIDED:
    _PARTS[_right] = _side(_parts, "right")
    _PARTS[_left] = _side(_parts, "left")


def _most_of_each() -> dict[str, int]:
    """How many of each part a body has: as many as the row that takes most of them."""
    most: dict[str, int] = {}
    for parts in _PARTS.values():
        for part, count in parts.items():
            most[part] = max(count, most.get(part, 0))
    return most


_BODY = _most_of_each()


def check_lost_once(losses: tuple[Loss, ...]) -> None:
    """Refuse losses that take more of a part than the body has, or more than its function.

    A part that works less may be part of one that works less too, so of each row only what was
    lost whole, and the function lost by that same row, count together.

    Raises:
        InputError: for the row that takes too much.

    """
    gone: Counter[str] = Counter()
    for loss in losses:
        if loss.function_lost is None:
            _take(loss, gone)
    function_by_row: dict[str, Fraction] = {}
    for loss in losses:
        if loss.function_lost is not None:
            lost = function_by_row.get(loss.code, Fraction(0))
            function_by_row[loss.code] = lost + loss.function_lost
    for code, lost in function_by_row.items():
        _check_function(code, lost, gone)


def _take(loss: Loss, gone: Counter[str]) -> None:
    """Count what a loss took whole."""
    for part, count in _parts_of(loss.code).items():
        gone[part] += count
        if gone[part] > _BODY.get(part, 1):
            stated = f"{loss.code}: takes more of {part!r} than there is"
            raise _twice(stated)


def _check_function(code: str, lost: Fraction, gone: Counter[str]) -> None:
    """Refuse more function than is left in the parts of a row."""
    for part, count in _parts_of(code).items():
        left = Fraction(_BODY.get(part, 1) - gone[part], count)
        if lost <= left * WHOLE_PERCENT:
            return
    stated = f"{code}: {lost} percent of function lost, more than is left"
    raise _twice(stated)


def _parts_of(code: str) -> dict[str, int]:
    """The parts a row takes; a row of no part stands for itself, with the rows of its group."""
    group = code[:3]
    return _PARTS.get(code, {group: 1})


def _twice(stated: str) -> InputError:
    step = "state each loss once, by the row that takes all of it"
    return InputError("WorkAccident.losses", stated, "each part of the body lost once", step)
