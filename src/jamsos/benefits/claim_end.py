"""The last day on which a benefit may be claimed."""

from datetime import date

from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.values.days import ONE_DAY, add_years


def claim_end(event: date, rule: Provision, law: Law) -> date:
    """The last day of a claim that lapses (*gugur*) some years after its event (decision D57).

    >>> from jamsos.law import current
    >>> leap_day = date(2024, 2, 29)
    >>> claim_end(leap_day, current().get("jkk.claim_years", leap_day), current())
    datetime.date(2029, 2, 28)
    """
    same_date = add_years(event, rule.number)
    if law.chose("D57", "day_before"):
        return same_date - ONE_DAY
    return same_date
