"""Checking a register: people listed twice, numbers that do not fit, and what is still owed."""

from datetime import date
from typing import NamedTuple

import narwhals.stable.v2 as nw
import polars as pl

from jamsos.errors import InputError, kind_of
from jamsos.registers.deaths import dead
from jamsos.registers.facts import checked_schema
from jamsos.registers.intake.duplicates import (
    check_same_person,
    check_twice,
    check_two_places,
    with_places,
)
from jamsos.registers.intake.files import Files
from jamsos.registers.intake.heading_terms import Untaken
from jamsos.registers.intake.log import Log, masked_all
from jamsos.registers.intake.nik_checks import check_against_nik
from jamsos.registers.intake.register import Register
from jamsos.registers.layout import FILE_ROW, NIK_FORM, ROW
from jamsos.registers.problems import Problem
from jamsos.values.days import plausible_day
from jamsos.workers.occupations import Screening, occupations
from jamsos.workers.worker import checked_region

_TEXTS = ("id", "nik", "kk", "name", "sex", "kecamatan", "village")
_ROW = pl.col(ROW)
_PROBLEMS = list(Problem)
_FIRST_OF_CHECKING = _PROBLEMS.index(Problem.NIK_TWICE)
_FOUND_BY_CHECKING = [str(problem) for problem in _PROBLEMS[_FIRST_OF_CHECKING:]]
"""The problems a check finds, the last of the list; a later check begins without them."""


class _Start(NamedTuple):
    """What a check begins with."""

    frame: pl.DataFrame
    log: Log
    metadata: dict[str, str]
    headings: dict[str, str]
    not_people: pl.DataFrame | None = None
    untaken: tuple[Untaken, ...] = ()
    files: Files | None = None
    confirmed: pl.DataFrame | None = None

    @property
    def has_files(self) -> bool:
        """Whether the rows name the files they were read from."""
        return self.files is not None and not self.files.read.is_empty()


class _Test(NamedTuple):
    """When a column shows a problem."""

    column: str
    problem: Problem
    applies: pl.Expr


def check_register(register: Register | pl.DataFrame, *, on: date, region: str = "") -> Register:
    """Check the people of a register against each other, and their NIK against their other facts.

    Where a NIK stands in rows that differ, all of them are to be checked; of rows that are the
    same, the first stands. Everything else is a warning or an information and rejects nobody: a
    NIK stays as it is when a birth date or a residence changes. The same name and birth under two
    NIK may be one person: within a village, and in a register of several files also in two
    villages or files.

    Several registers may be checked as one frame, stitched together: ``file_row`` then holds the
    row in the file, and where ``source_row`` repeats, the rows are numbered anew.

    Legal source: the form of the NIK of PP 37/2007 Pasal 37, known from pages of the civil
    registry; decision D63: a difference is a warning.

    >>> people = pl.DataFrame({"nik": ["9999992905840001"] * 2, "name": ["Rekaan A", "Rekaan B"]})
    >>> checked = check_register(people, on=date(2026, 11, 1))
    >>> checked
    Register(rows=2, accepted=0, to_check=2, rejected=0)
    >>> checked.problems["value"].to_list(), checked.problems["hint"].to_list()
    (['**************01', '**************01'], ['2', '1'])

    Args:
        register: What :func:`read_register` gave, or a polars frame in the layout.
        on: The day on which the list is judged.
        region: The Kemendagri code of the district, to recognise NIK issued elsewhere.

    Raises:
        InputError: for another kind of frame, or columns of another type than the layout's.

    """
    on = plausible_day(on, "on")
    digits = _digits_of(region)
    start = _start(register)
    frame = start.frame
    log = start.log
    placed = with_places(_not_struck(frame, log), files=start.has_files)
    if "nik" in frame.columns:
        check_twice(placed, log)
        check_against_nik(frame, on, digits, log)
    check_same_person(placed, log)
    if start.has_files:
        check_two_places(placed, log)
    _check_cover(frame, log)
    return Register.of(
        "check",
        frame,
        log,
        start.metadata,
        start.headings,
        start.not_people,
        untaken=start.untaken,
        files=start.files,
        confirmed=start.confirmed,
    )


def _not_struck(frame: pl.DataFrame, log: Log) -> pl.DataFrame:
    """The rows but those that were struck out: nobody stands twice with one of them."""
    struck = log.rows("", Problem.ROW_STRUCK)
    # Of most lists it is none, and a filter copies all rows.
    if struck.is_empty():
        return frame
    return frame.filter(~_ROW.is_in(struck.implode()))


def _digits_of(region: str) -> str:
    """The digits of a district, as a NIK begins with them; none where no district is given."""
    if not region:
        return ""
    code = checked_region(region, "region")
    return code.replace(".", "")


def _start(register: object) -> _Start:
    if isinstance(register, Register):
        return _of_register(register)
    return _of_frame(register)


def _of_register(register: Register) -> _Start:
    """The rows of a register that was read, with what was recorded of them."""
    problem = pl.col("problem").cast(pl.String)
    # A second check begins afresh: what the first one found may be cleared by now.
    is_found_again = problem.is_in(_FOUND_BY_CHECKING)
    problems = register.recorded.filter(~is_found_again)
    log = Log(register.repairs, problems)
    metadata = dict(register.report.metadata)
    headings = dict(register.report.headings)
    return _Start(
        register.rows,
        log,
        metadata,
        headings,
        not_people=register.not_people,
        untaken=register.report.untaken,
        files=register.files,
        confirmed=register.confirmed,
    )


def _of_frame(register: object) -> _Start:
    """The rows of a frame that nobody read."""
    frame = _numbered(_checked(register))
    log = Log()
    _check_form_of_nik(frame, log)
    metadata = {"kind": "frame"}
    # Told only where they differ: then a reader must know which number a hint means.
    if _is_renumbered(frame):
        metadata["renumbered"] = FILE_ROW
    return _Start(frame, log, metadata, {})


def _is_renumbered(frame: pl.DataFrame) -> bool:
    if FILE_ROW not in frame.columns:
        return False
    file_rows = frame[FILE_ROW]
    return not file_rows.equals(frame[ROW])


def _checked(frame: object) -> pl.DataFrame:
    """A frame in the layout."""
    if not isinstance(frame, pl.DataFrame):
        kind = kind_of(frame)
        step = "read it with jamsos.registers.read_register"
        raise InputError("register", kind, "a Register or a polars DataFrame", step)
    schema = nw.from_native(frame).schema
    checked_schema(schema)
    for name in _TEXTS:
        column_type = frame.schema.get(name, pl.String)
        if column_type not in (pl.String, pl.Categorical, pl.Enum):
            step = "read the file with jamsos.registers.read_register"
            raise InputError(f"column {name}", str(column_type), "text", step)
    return frame


def _numbered(frame: pl.DataFrame) -> pl.DataFrame:
    """The rows under numbers that are unique: their own, else their positions."""
    columns = frame.columns
    if ROW not in columns:
        return _by_position(frame)
    if _is_unique(frame[ROW]):
        numbered = frame.cast({ROW: pl.Int64})
        if FILE_ROW in columns:
            return numbered
        file_row = _ROW.alias(FILE_ROW)
        return numbered.with_columns(file_row)
    # Numbers that repeat come from several files; where these were kept before, they still are.
    if FILE_ROW in columns:
        return _by_position(frame.drop(ROW))
    kept = frame.rename({ROW: FILE_ROW})
    return _by_position(kept)


def _is_unique(rows: pl.Series) -> bool:
    """Whether a column can tell rows apart by number."""
    if not rows.dtype.is_integer() or rows.has_nulls():
        return False
    return rows.n_unique() == len(rows)


def _by_position(frame: pl.DataFrame) -> pl.DataFrame:
    numbered = frame.with_row_index(ROW, 1)
    return numbered.cast({ROW: pl.Int64})


def _check_form_of_nik(frame: pl.DataFrame, log: Log) -> None:
    """Record what is no NIK; a frame without the column identifies nobody and is checked so."""
    if "nik" not in frame.columns:
        return
    text = pl.col("nik").cast(pl.String)
    nik = text.fill_null("")
    is_missing = nik == ""
    has_form = nik.str.contains(NIK_FORM)
    tests = {
        Problem.IDENTITY_MISSING: is_missing,
        Problem.IDENTITY_LENGTH: ~is_missing & ~has_form,
    }
    for problem, test in tests.items():
        people = frame.filter(test)
        niks = people["nik"].fill_null("")
        values = masked_all(niks)
        log.problem(people[ROW], "nik", problem, values)


def _check_cover(frame: pl.DataFrame, log: Log) -> None:
    """Record what is stated and needs somebody's word before money flows."""
    village = pl.col("village")
    letter = pl.col("letter")
    village_problems = log.rows("village").implode()
    # A village that could not be read is a problem already, and not missing.
    village_has_problem = _ROW.is_in(village_problems)
    # A letter nobody mentions is as missing as one that is denied.
    has_letter = letter.fill_null(value=False)
    has_no_village = village.is_null() & ~village_has_problem
    wage_earner = pl.col("wage_earner")
    other_payer = pl.col("other_payer")
    tests = [
        _Test("wage_earner", Problem.WAGE_EARNER, wage_earner),
        _Test("other_payer", Problem.OTHER_PAYER, other_payer),
        _Test("letter", Problem.LETTER_MISSING, ~has_letter),
        _Test("village", Problem.VILLAGE_MISSING, has_no_village),
    ]
    for test in tests:
        column = test.column
        if column in frame.columns:
            people = frame.filter(test.applies)
            log.problem(people[ROW], column, test.problem)
    if "occupation" in frame.columns:
        _check_occupations(frame, log)
    _check_deaths(frame, log)


def _check_deaths(frame: pl.DataFrame, log: Log) -> None:
    """Record people of whom the list says that they died."""
    for column in ("died", "died_on"):
        has_died = dead(frame, column)
        people = frame.filter(has_died)
        log.problem(people[ROW], column, Problem.DIED)


def _check_occupations(frame: pl.DataFrame, log: Log) -> None:
    """Record occupations that a programme for vulnerable workers does not take."""
    stopped: list[int] = []
    for code, occupation in occupations().items():
        if occupation.screening is Screening.HARD_STOP:
            stopped.append(code)
    is_stopped = pl.col("occupation").is_in(stopped)
    people = frame.filter(is_stopped)
    rows = people[ROW]
    codes = people["occupation"].cast(pl.String)
    log.problem(rows, "occupation", Problem.OCCUPATION_STOP, codes)
