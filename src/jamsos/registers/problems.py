"""Problems of a cell, a row or a person of a register, and repairs that needed no guess."""

from enum import StrEnum


class Reaction(StrEnum):
    """What a problem does to its row."""

    REJECT = "rejected"
    CHECK = "to_check"
    WARN = "warning"
    """The row stands; somebody should look."""
    INFORM = "information"


class Repair(StrEnum):
    """How a cell was written that could be read without a guess."""

    BLANKS = "text.blanks"
    CONTROL = "text.control"
    MARKS = "text.marks"
    TEXT_APOSTROPHE = "text.apostrophe"
    ABOVE = "text.above"
    MISSING = "missing"
    SEPARATORS = "identity.separators"
    APOSTROPHE = "identity.apostrophe"
    ZERO = "identity.zero"
    POINT_ZERO = "identity.point_zero"
    AS_TEXT = "identity.as_text"
    WRITTEN = "day.written"
    DIGITS = "day.digits"
    SERIAL = "day.serial"
    TIME = "day.time"
    CENTURY = "day.century"
    MONTH_FIRST = "day.month_first"
    AFTER_PLACE = "day.after_place"
    AMOUNT = "amount.written"
    MILLIONS = "amount.words"
    UNIT = "amount.unit"
    WORD = "word"
    PLACE = "place"
    CORRECTED = "corrected"
    """As a work list that came back says."""


class Problem(StrEnum):
    """Why a cell, a row or a person needs a look. The codes are versioned API."""

    IDENTITY_MISSING = "identity.missing"
    IDENTITY_LENGTH = "identity.length"
    IDENTITY_SCIENTIFIC = "identity.scientific"
    IDENTITY_NUMBER = "identity.number"
    IDENTITY_LETTERS = "identity.letters"
    IDENTITY_CHARACTERS = "identity.characters"
    IDENTITY_DATE = "identity.date"
    IDENTITY_SERIAL = "identity.serial"
    IDENTITY_IS_KK = "identity.is_kk"
    IDENTITY_IS_NIK = "identity.is_nik"
    """The number of the card is the NIK of the person, as the birth shows."""
    DAY_IMPOSSIBLE = "day.impossible"
    DAY_MONTH_FIRST = "day.month_first"
    DAY_CENTURY = "day.century"
    DAY_WRONG_CENTURY = "day.wrong_century"
    DAY_ORDER = "day.order"
    DAY_SWAPPED = "day.swapped"
    DAY_FUTURE = "day.future"
    DAY_LONG_AGO = "day.long_ago"
    DAY_UNCLEAR = "day.unclear"
    AMOUNT_UNCLEAR = "amount.unclear"
    AMOUNT_FRACTION = "amount.fraction"
    AMOUNT_LARGE = "amount.large"
    AMOUNT_DIVIDED = "amount.divided"
    INCOME_LOW = "income.low"
    INCOME_HIGH = "income.high"
    INCOME_SMALL = "income.small"
    WHOLE_UNCLEAR = "whole.unclear"
    CHILDREN_MANY = "children.many"
    FLAG_UNKNOWN = "flag.unknown"
    CODE_UNKNOWN = "code.unknown"
    OCCUPATION_UNKNOWN = "occupation.unknown"
    REGION_UNKNOWN = "region.unknown"
    KECAMATAN_UNKNOWN = "kecamatan.unknown"
    VILLAGE_UNKNOWN = "village.unknown"
    VILLAGE_SEVERAL = "village.several"
    VILLAGE_ELSEWHERE = "village.elsewhere"
    TEXT_FORMULA = "text.formula"
    TEXT_ABOVE = "text.above"
    TEXT_UNREADABLE = "text.unreadable"
    CELL_LONG = "cell.long"
    CELL_ERROR = "cell.error"
    CELL_FORMULA = "cell.formula"
    DIED_BEFORE_BIRTH = "died.before_birth"
    NAME_LEFT = "name.left"
    """Beside the name stands that its person died, moved away or was struck out."""
    NAME_NUMBER = "name.number"
    """A number or a day stands in the place of the name, or beside it."""
    REMARK_LEFT = "remark.left"
    """A remark says so."""
    ROW_SHORT = "row.short"
    ROW_CELLS = "row.cells"
    ROW_QUOTES = "row.quotes"
    ROW_ENCODING = "row.encoding"
    ROW_STRUCK = "row.struck"
    NIK_TWICE = "nik.twice"
    NIK_REPEATED = "nik.repeated"
    NIK_TWO = "nik.two"
    NIK_TWO_PLACES = "nik.two_places"
    NIK_IS_A_KK = "nik.is_a_kk"
    NIK_BIRTH = "nik.birth"
    NIK_SEX = "nik.sex"
    NIK_AGE = "nik.age"
    NIK_REGION = "nik.region"
    WAGE_EARNER = "wage_earner"
    OTHER_PAYER = "other_payer"
    LETTER_MISSING = "letter.missing"
    OCCUPATION_STOP = "occupation.stop"
    VILLAGE_MISSING = "village.missing"
    DIED = "died"

    @property
    def reaction(self) -> Reaction:
        """What the problem does to its row."""
        if self in _REJECTED:
            return Reaction.REJECT
        if self in _WARNINGS:
            return Reaction.WARN
        if self is Problem.NIK_REGION:
            return Reaction.INFORM
        return Reaction.CHECK


_REJECTED = frozenset(
    {
        Problem.IDENTITY_LENGTH,
        Problem.IDENTITY_SCIENTIFIC,
        Problem.IDENTITY_CHARACTERS,
        Problem.IDENTITY_DATE,
        Problem.IDENTITY_SERIAL,
        Problem.DAY_IMPOSSIBLE,
        Problem.DAY_FUTURE,
        Problem.DAY_LONG_AGO,
        Problem.CELL_LONG,
        Problem.ROW_CELLS,
        Problem.ROW_STRUCK,
    }
)
"""No reading of the cell can be right: the row has to be written again."""

_WARNINGS = frozenset(
    {
        Problem.INCOME_SMALL,
        Problem.REMARK_LEFT,
        Problem.NIK_TWO,
        Problem.NIK_TWO_PLACES,
        Problem.NIK_IS_A_KK,
        Problem.NIK_BIRTH,
        Problem.NIK_SEX,
        Problem.NIK_AGE,
        Problem.WAGE_EARNER,
        Problem.OTHER_PAYER,
        Problem.LETTER_MISSING,
        Problem.OCCUPATION_STOP,
        Problem.VILLAGE_MISSING,
        Problem.DIED,
    }
)
"""The cells can be read, but two facts do not go together, or one stands in the way of cover."""
