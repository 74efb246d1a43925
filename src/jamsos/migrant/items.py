"""The benefits of a migrant worker: which have a sum, and which a cap."""

from jamsos.workers.closed_list import Code


class MigrantItem(Code, family="item"):
    """The benefits of a migrant worker (Permenaker 4/2023 Pasal 27 ayat (1), 34 ayat (1)).

    Others establish which applies; it is never inferred here.
    """

    OTHER_DEATH = "other_death"
    """A death not from a work accident: JKM. All others are JKK."""
    WORK_DEATH = "work_death"
    TOTAL_PERMANENT = "total_permanent"
    """*cacat total tetap*."""
    TREATMENT_ABROAD = "treatment_abroad"
    HOME_CARE = "home_care"
    HEARING_AID = "hearing_aid"
    GLASSES = "glasses"
    DENTURES = "dentures"
    ONE_SIDED_DISMISSAL = "one_sided_dismissal"
    PLACED_CONTRARY = "placed_contrary"
    """Placed contrary to the contract."""
    RAPE = "rape"
    FAILED_DEPARTURE = "failed_departure"
    FAILED_PLACEMENT = "failed_placement"
    OTHER = "other"
    """Any other item of the list."""


CAPPED = {
    MigrantItem.TREATMENT_ABROAD: "migrant.treatment_abroad",
    MigrantItem.HOME_CARE: "migrant.home_care",
    MigrantItem.HEARING_AID: "migrant.hearing_aid",
    MigrantItem.GLASSES: "migrant.glasses",
    MigrantItem.PLACED_CONTRARY: "migrant.placed_contrary_transport",
}
"""The items whose cost is refunded up to a cap, with its provision."""
# Placed contrary to the contract is in both: a sum for it, and the way there up to a cap.
FIXED = {
    MigrantItem.ONE_SIDED_DISMISSAL: "migrant.one_sided_dismissal",
    MigrantItem.PLACED_CONTRARY: "migrant.placed_contrary",
    MigrantItem.RAPE: "migrant.rape",
}
"""The items with a fixed sum, with its provision."""
# Of the other items the list was read, but no amount.
KNOWN = frozenset({*CAPPED, *FIXED})
"""The items whose amount was read."""
UNREAD = frozenset(MigrantItem) - KNOWN - {MigrantItem.OTHER_DEATH}
"""The items of which the list was read and no amount: the caller may state one."""
