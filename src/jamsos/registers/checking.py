"""Checking a register: people who stand there twice, numbers that do not fit, and what the village still owes."""

from datetime import date

import narwhals.stable.v2 as nw
import polars as pl

from jamsos.errors import InputError, masked
from jamsos.registers.cell_days import CENTURIES, LIVES, WORKS
from jamsos.registers.cells import Problem
from jamsos.registers.deaths import dead
from jamsos.registers.facets import checked_schema
from jamsos.registers.layout import NAMED, NIK_FORM, SEX
from jamsos.registers.log import Log
from jamsos.registers.register import Register
from jamsos.registers.sources import ROW
from jamsos.values.days import checked_asked_day
from jamsos.workers.nik import WOMEN
from jamsos.workers.occupations import Screening, occupations
from jamsos.workers.worker import checked_region

_NIK, _BIRTH, _ROW = pl.col("nik"), pl.col("birth"), pl.col(ROW)
_IN_THE_NIK = r"^[0-9]{6}(?<day>[0-9]{2})(?<month>[0-9]{2})(?<year>[0-9]{2})"
_TEXTS = ("id", "nik", "kk", "name", "sex", "kecamatan", "village")
_MOST_NAMED = 5
"""Other rows a hint names."""
_FOUND_HERE = [str(problem) for problem in Problem][[*Problem].index(Problem.NIK_TWICE) :]
"""What a check finds, the last on the list of problems; of an earlier check it is not kept."""
FILE_ROW = "file_row"
"""The column that keeps the row in the file, in a list stitched together from several."""


def check_register(register: Register | pl.DataFrame, *, on: date, region: str = "") -> Register:
    """Check the people of a register against each other, and their numbers against their other facts.

    A NIK that stands in rows that differ sends all of them to be checked; of rows that are the same the first stands.
    Everything else is a warning or an information and rejects nobody: a NIK stays as it is when a birth date or a
    residence changes.

    Several registers may be checked as one frame, stitched together: the row in the file stands in ``file_row`` then,
    and where ``source_row`` repeats, the rows are numbered anew.

    Legal source: the form of the NIK of PP 37/2007 Pasal 37, known from pages of the civil registry; decision D63:
    a difference is a warning.

    >>> people = pl.DataFrame({"nik": ["9999992905840001"] * 2, "name": ["Rekaan A", "Rekaan B"]})
    >>> checked = check_register(people, on=date(2026, 11, 1))
    >>> checked
    Register(rows=2, accepted=0, to_check=2, rejected=0)
    >>> checked.problems["value"].to_list(), checked.problems["hint"].to_list()
    (['**************01', '**************01'], ['2', '1'])

    Args:
        register: What :func:`read_register` gave, or a polars frame in the layout.
        on: The day on which the list is judged.
        region: The Kemendagri code of the district, to tell NIK issued elsewhere.

    Raises:
        InputError: for another kind of frame, or columns of another type than the layout's.

    """
    checked_asked_day(on, "on")
    digits = checked_region(region, "region").replace(".", "") if region else ""
    if isinstance(register, Register):
        before = register.problems.filter(~pl.col("problem").cast(pl.String).is_in(_FOUND_HERE))
        log, told, headings = Log(register.repairs, before), register.report.told, register.report.headings
        frame = register.rows
    else:
        frame = _numbered(_checked(register))
        log, told, headings = Log(), {"kind": "frame", **_renumbered(frame)}, dict[str, str]()
        _identities(frame, log)
    if "nik" in frame.columns:
        _twice(frame, log)
        _against_the_nik(frame, on, digits, log)
    _two_numbers(frame, log)
    _facts(frame, log)
    return Register.of("check", frame, log, told, headings)


def _checked(frame: object) -> pl.DataFrame:
    """A frame in the layout."""
    if not isinstance(frame, pl.DataFrame):
        step = "read it with jamsos.registers.read_register"
        raise InputError("register", type(frame).__name__, "a Register or a polars DataFrame", step)
    checked_schema(nw.from_native(frame).schema)
    for name in _TEXTS:
        kind = frame.schema.get(name, pl.String)
        if kind not in (pl.String, pl.Categorical, pl.Enum):
            raise InputError(f"column {name}", str(kind), "text", "read the file with jamsos.registers.read_register")
    return frame


def _identities(frame: pl.DataFrame, log: Log) -> None:
    """What is no NIK in a frame that nobody read; one without the column identifies nobody and is checked as it is."""
    if "nik" not in frame.columns:
        return
    nik = _NIK.cast(pl.String).fill_null("")
    tests = {Problem.IDENTITY_MISSING: nik == "", Problem.IDENTITY_LENGTH: (nik != "") & ~nik.str.contains(NIK_FORM)}
    for problem, test in tests.items():
        found = frame.filter(test)
        log.problem(found[ROW], "nik", problem, _hidden(found["nik"].fill_null("")))


def _numbered(frame: pl.DataFrame) -> pl.DataFrame:
    """The rows under numbers that stand once: their own, else as they follow each other."""
    if ROW in frame.columns:
        own = frame[ROW]
        if own.dtype.is_integer() and not own.has_nulls() and own.n_unique() == frame.height:
            frame = frame.cast({ROW: pl.Int64})
            return frame if FILE_ROW in frame.columns else frame.with_columns(_ROW.alias(FILE_ROW))
        frame = frame.drop(ROW) if FILE_ROW in frame.columns else frame.rename({ROW: FILE_ROW})
    return frame.with_row_index(ROW, 1).cast({ROW: pl.Int64})


def _renumbered(frame: pl.DataFrame) -> dict[str, str]:
    """What the report says of rows whose numbers are not those of their files."""
    same = FILE_ROW not in frame.columns or frame[FILE_ROW].equals(frame[ROW])
    return {} if same else {"renumbered": FILE_ROW}


def _twice(frame: pl.DataFrame, log: Log) -> None:
    """The same NIK in two rows; the first of rows that are the same in every fact stands."""
    facts = [name for name in NAMED if name in frame.columns and name != "id"]
    several = frame.filter(_NIK.is_not_null() & (_NIK.len().over("nik") > 1))
    found = several.select(
        ROW,
        "nik",
        same=pl.struct(facts).n_unique().over("nik") == 1,
        first=_ROW.min().over("nik") == _ROW,
    )
    other = found.filter(~pl.col("same"))
    _log_others(other, ["nik"], Problem.NIK_TWICE, log)
    again = found.filter("same")
    _log_others(again, ["nik"], Problem.NIK_REPEATED, log, only=~pl.col("first"))


def _two_numbers(frame: pl.DataFrame, log: Log) -> None:
    """The same name, birth and village under two NIK, however they are spelt: perhaps one person."""
    keys = ["name", "birth", "village"]
    if not {"nik", *keys} <= set(frame.columns):
        return
    name, village = (pl.col(column).cast(pl.String).str.to_uppercase() for column in ("name", "village"))
    written = {"name": name.str.replace_all(r"\P{L}", ""), "village": village.str.replace_all(r"[^\p{L}\p{N}]", "")}
    people = frame.select(ROW, "nik", "birth", **written).drop_nulls().filter(pl.col("name") != "")
    _log_others(people.filter(_NIK.n_unique().over(keys) > 1), keys, Problem.NIK_TWO, log)


def _log_others(people: pl.DataFrame, keys: list[str], problem: Problem, log: Log, only: pl.Expr | None = None) -> None:
    """A problem of each of several rows, with the numbers of the other rows."""
    if people.is_empty():
        return
    groups = people.group_by(keys).agg(_ROW.sort().head(_MOST_NAMED + 1).alias("rows"))
    shown = people if only is None else people.filter(only)
    both = shown.join(groups, on=keys, how="left", maintain_order="left").select(ROW, "nik", "rows").explode("rows")
    others = (
        both.filter(pl.col("rows") != _ROW)
        .group_by(ROW, maintain_order=True)
        .agg(pl.col("nik").first(), pl.col("rows").head(_MOST_NAMED).cast(pl.String).str.join(", "))
    )
    codes = pl.repeat(str(problem), others.height, dtype=pl.String, eager=True)
    log.problems(others[ROW], "nik", _hidden(others["nik"]), codes, others["rows"])


def _hidden(niks: pl.Series) -> pl.Series:
    return pl.Series([masked(nik) for nik in niks.cast(pl.String)], dtype=pl.String)


def _against_the_nik(frame: pl.DataFrame, on: date, region: str, log: Log) -> None:
    """Rules K1, K2 and K3: the region, birth and sex that a NIK was issued with."""
    parts = _NIK.cast(pl.String).str.extract_groups(_IN_THE_NIK)
    known = frame.filter(_NIK.is_not_null()).with_columns(
        **{f"_{part}": parts.struct.field(part).cast(pl.Int64) for part in ("day", "month", "year")}
    )
    woman = pl.col("_day") > WOMEN
    day = pl.col("_day") - woman.cast(pl.Int64) * WOMEN
    tests = {Problem.NIK_REGION: ~_NIK.cast(pl.String).str.starts_with(region)} if region else {}
    if "birth" in frame.columns:
        year = (_BIRTH.dt.year() - pl.col("_year").cast(pl.Int32)) % _HUNDRED
        tests[Problem.NIK_BIRTH] = (_BIRTH.dt.day() != day) | (_BIRTH.dt.month() != pl.col("_month")) | (year != 0)
    unborn = _BIRTH.is_null() if "birth" in frame.columns else pl.lit(value=True)
    ages = [on.year - int(century) * _HUNDRED - pl.col("_year") for century in CENTURIES]
    tests[Problem.NIK_AGE] = unborn & ~pl.any_horizontal(age.is_between(WORKS, LIVES) for age in ages)
    if "sex" in frame.columns:
        tests[Problem.NIK_SEX] = (pl.col("sex").cast(pl.String) == SEX[-1]) != woman
    if "kk" in frame.columns:
        told = log.rows("nik", Problem.IDENTITY_IS_KK)
        tests[Problem.NIK_IS_A_KK] = _NIK.is_in(frame["kk"].drop_nulls().implode()) & ~_ROW.is_in(told.implode())
    for problem, test in tests.items():
        found = known.filter(test)
        log.problem(found[ROW], "nik", problem, _hidden(found["nik"]))


_HUNDRED = 100


def _facts(frame: pl.DataFrame, log: Log) -> None:
    """What is stated and needs somebody's word before money flows."""
    stopped = [code for code, one in occupations().items() if one.screening is Screening.HARD_STOP]
    place = log.rows("village")
    tests = {
        "wage_earner": (Problem.WAGE_EARNER, pl.col("wage_earner")),
        "other_payer": (Problem.OTHER_PAYER, pl.col("other_payer")),
        "letter": (Problem.LETTER_MISSING, ~pl.col("letter").fill_null(value=False)),
        "occupation": (Problem.OCCUPATION_STOP, pl.col("occupation").is_in(stopped)),
        "village": (Problem.VILLAGE_MISSING, pl.col("village").is_null() & ~_ROW.is_in(place.implode())),
    }
    for name, (problem, test) in tests.items():
        if name in frame.columns:
            found = frame.filter(test)
            values = found[name].cast(pl.String).fill_null("") if name == "occupation" else None
            log.problem(found[ROW], name, problem, values)
    for name in ("died", "died_on"):
        log.problem(frame.filter(dead(frame, name))[ROW], name, Problem.DIED)
