"""The facts a registration cannot have, by its segment and by what the employer failed to do."""

from collections.abc import Mapping
from functools import cache

from jamsos.workers.codes import BPU, CONSTRUCTION, PU, Failing, Segment

ABSENT_BY_SEGMENT = {
    BPU: ("employment", "failing", "project"),
    PU: ("row", "payer", "project"),
    CONSTRUCTION: (
        "row",
        "payer",
        "failing",
        "number_issued",
        "first_month",
        "months_in_arrears",
    ),
}
"""The facts a registration of each segment does not have.

The number of a project worker follows from the project's payment.
"""
_UNREGISTERED = frozenset({Failing.NOT_REGISTERED, Failing.WRONG_DATA, Failing.FIRST_CONTRIBUTION})
"""The failings that leave a worker without a registration."""
_NUMBERED = ("number_issued", "first_month", "payments", "months_in_arrears")
"""The facts that only a registration with a number has."""


@cache
def absent_facts(segment: Segment, failing: Failing | None) -> Mapping[str, str]:
    """The facts that must be None, each with the words of what is allowed.

    >>> absent_facts(BPU, None)["project"]
    'None for BPU'

    """
    allowed = f"None for {segment}"
    facts = dict.fromkeys(ABSENT_BY_SEGMENT[segment], allowed)
    # Without a registration there is no number, and nothing could be paid under it.
    if failing in _UNREGISTERED:
        allowed = f"{allowed} with failing {failing}"
        facts.update(dict.fromkeys(_NUMBERED, allowed))
    return facts
