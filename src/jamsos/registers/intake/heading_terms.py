"""What a heading can mean: the column it stands for, and what it says of the cells below it."""

from enum import StrEnum
from typing import NamedTuple


class Term(StrEnum):
    """What a remark in a heading says of every cell below it."""

    YEARLY = "yearly"
    DAILY = "daily"
    """Of a day, a week or a harvest: nobody knows how many of them a month has."""
    THOUSANDS = "thousands"
    MILLIONS = "millions"
    MONTH_FIRST = "month_first"
    DAY_FIRST = "day_first"
    PLACE = "place"
    """The place of birth stands before the day, in one cell."""
    ZERO_YES = "zero_yes"
    TWO_NO = "two_no"
    MAN_ONE = "man_one"
    Y_T = "y_t"
    """A t stands for *tidak*."""
    WHICH = "which"
    """The cells say which of several things somebody is: yes, no and digits say nothing there."""
    P_OR_W = "p_or_w"
    """The sexes are *pria* and *wanita*, so that P may be either."""
    PERSON = "person"
    """The column is about somebody else than the person of the row."""
    HARMLESS = "harmless"


class WhyUntaken(StrEnum):
    """Why a column is not taken for what its heading seems to say."""

    REMARK = "remark"
    """Nobody knows what a remark in it says of the cells."""
    PERSON = "person"
    """It is about somebody else than the person of the row."""
    DAILY = "daily"
    """It is the income of a day, a week or a harvest."""
    SEVERAL = "several"
    """It names two columns of the layout at once."""
    RIVAL = "rival"
    """Another heading states the column more plainly."""
    COUNTS = "counts"
    """Its cells number the rows."""


class Untaken(NamedTuple):
    """A heading that seems to name a column of the layout, and why it is not taken for it."""

    heading: str
    """The heading, as a report may show it."""
    column: str
    """The column of the layout it seems to name."""
    why: WhyUntaken
    """Why it is not taken for that."""
    words: str
    """What stands in the way."""


class Meaning(NamedTuple):
    """The column a heading stands for, with its terms; else why it is none."""

    column: str | None = None
    terms: frozenset[Term] = frozenset()
    why: WhyUntaken | None = None
    words: str = ""

    @property
    def taken_for(self) -> str | None:
        """The column it is taken for; None: none, or a remark keeps it from being what it seems."""
        if self.why is not None:
            return None
        return self.column
