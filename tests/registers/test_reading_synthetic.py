"""A whole dirty register of invented people: nothing lost, clean rows left alone."""

from datetime import date

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from jamsos.registers import (
    Register,
    check_register,
    enrolment_columns,
    kutim_kecamatan,
    premium_columns,
    read_register,
    synthetic_register,
    villages,
    write_synthetic_workbook,
)
from jamsos.registers.layout import NAMED

ON = date(2026, 11, 1)
PEOPLE = 4000
CLEAN = synthetic_register(PEOPLE, seed=11)


def regions() -> pl.DataFrame:
    places = villages().select(code_kemendagri="village", name="name", level=pl.lit("desa"))
    kecamatan = [(place.code, place.name, "kecamatan") for place in kutim_kecamatan()]
    return pl.concat([places, pl.DataFrame(kecamatan, schema=places.schema, orient="row")])


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Register:
    path = tmp_path_factory.mktemp("dirty") / "people.xlsx"
    write_synthetic_workbook(path, PEOPLE, seed=11, dirt=0.6)
    return read_register(path, on=ON, regions=regions())


READ = (
    "nik.spaces nik.dots nik.apostrophe income.rp income.dots income.cents income.million "
    "birth.slashes birth.dashes birth.month birth.serial letter.words registry_match.letters "
    "poor.digits sex.letters name.marks"
)
LOOKED_AT = (
    "nik.number nik.letter_o nik.letter_l nik.kk nik.zero nik.empty village.unknown name.formula"
)
REFUSED = "nik.scientific nik.short nik.long"


def test_no_row_is_lost(read: Register) -> None:
    assert read.rows["id"].to_list() == [str(n + 1) for n in range(PEOPLE)]
    assert sum(read.report.counts.values()) == 2 * PEOPLE


@pytest.mark.parametrize(
    ("forms", "part"), [(READ, "accepted"), (LOOKED_AT, "to_check"), (REFUSED, "rejected")]
)
def test_each_form_goes_where_it_belongs(read: Register, forms: str, part: str) -> None:
    rows = read.rows.select("id", "dirt")
    where = rows.filter(pl.col("id").is_in(getattr(read, part)["id"].implode()))
    for form in forms.split():
        assert (rows["dirt"] == form).sum() > 10
        assert (where["dirt"] == form).sum() == (rows["dirt"] == form).sum(), form


def test_what_was_clean_or_could_be_read_is_as_it_was(read: Register) -> None:
    forms = [None, *READ.split()]
    same = read.rows.filter(pl.col("dirt").is_null() | pl.col("dirt").is_in(forms))
    truth = CLEAN.filter(pl.col("id").is_in(same["id"].implode()))
    assert same.height > PEOPLE / 2
    names = [name for name in NAMED if name in CLEAN.columns]
    assert_frame_equal(same.select(names), truth.select(names), check_dtypes=False)
    other = {name for name in names if same.schema[name] != truth.schema[name]}
    assert all(truth.schema[name].is_integer() and same.schema[name] == pl.Int64 for name in other)


def test_every_repair_is_on_record_and_no_other(read: Register) -> None:
    """*Ya* and *Tidak* are the layout's own words."""
    readable = read.rows.filter(
        pl.col("dirt").is_in([form for form in READ.split() if form != "letter.words"])
    )["source_row"]
    repaired = read.repairs["source_row"].unique()
    assert set(readable) <= set(repaired)
    dirty = read.rows.filter(pl.col("dirt").is_not_null())["source_row"]
    assert set(repaired) <= set(dirty)


def test_people_who_stand_there_twice_are_found(read: Register) -> None:
    found = check_register(read, on=ON, region="99.99")
    for form, problems in (
        ("person.twice", {"nik.twice", "nik.repeated"}),
        ("person.two_niks", {"nik.two"}),
    ):
        rows = set(read.rows.filter(pl.col("dirt") == form)["source_row"])
        told = found.problems.filter(pl.col("problem").is_in(list(problems)))["source_row"]
        assert rows <= set(told)
    clean = set(read.rows.filter(pl.col("dirt").is_null())["source_row"])
    wrong = found.problems.filter(
        pl.col("problem").is_in(["nik.birth", "nik.sex", "nik.age", "nik.region"])
    )
    assert not clean & set(wrong["source_row"])
    assert found.accepted.height > PEOPLE / 3
    assert found.accepted["nik"].is_unique().all()


def test_accepted_rows_are_decided_and_priced(read: Register) -> None:
    decided = enrolment_columns(ON).added_to(read.accepted.drop("row", strict=False))
    priced = premium_columns("2026-10", payer="APBD").added_to(decided)
    assert priced.height == read.accepted.height
    assert priced["enrol"].sum() > PEOPLE / 4
    assert priced["premium"].drop_nulls().min() == 16_800
