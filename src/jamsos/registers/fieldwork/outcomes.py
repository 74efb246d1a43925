"""What becomes of each line of a work list that came back."""

from enum import StrEnum

from jamsos.registers.problems import Problem, Reaction


class LineOutcome(StrEnum):
    """What became of a line. The codes are versioned API."""

    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"
    """The value is right as it is written."""
    STRUCK = "struck"
    STILL_WRONG = "still_wrong"
    """The correction cannot be read, or the cell still has to be looked at with it."""
    COVERED = "covered"
    """Another line corrects the same cell, or strikes out the row."""
    NOT_FILLED = "not_filled"
    NOT_YET = "not_yet"
    CONTRADICTION = "contradiction"
    OTHER_LIST = "other_list"
    """The key does not fit the row: another file, another state of it, or changed by hand."""
    UNKNOWN_ROW = "unknown_row"
    UNKNOWN_WORD = "unknown_word"
    NEEDS_VALUE = "needs_value"
    """A word alone does not clear the problem."""
    NO_CELL = "no_cell"
    """The problem is one of the whole row: no cell can be corrected."""


DONE = frozenset(
    {LineOutcome.ACCEPTED, LineOutcome.CONFIRMED, LineOutcome.STRUCK, LineOutcome.COVERED}
)
"""Lines about which nothing is left to do."""

_READ_AS_WRITTEN = frozenset(
    {Problem.TEXT_FORMULA, Problem.ROW_SHORT, Problem.ROW_QUOTES, Problem.ROW_ENCODING}
)
"""Problems to be checked whose cells hold what was read, and only need somebody's word."""


def needs_only_a_word(problem: Problem) -> bool:
    """Whether a problem is cleared where somebody says that the value is right as written."""
    if problem in _READ_AS_WRITTEN:
        return True
    # It is right that somebody died or moved away: the row has to be struck out.
    if problem is Problem.REMARK_LEFT:
        return False
    return problem.reaction in {Reaction.WARN, Reaction.INFORM}
