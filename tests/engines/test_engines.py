"""Every engine says what the scalar questions say, 200,000 rows at a time.

The scalar answer is asked once for each distinct person;
the register repeats them in a drawn order.
"""

import random
import shutil
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any

import polars as pl
import pytest
import register_rows as rows
from narrowed import of_type

from jamsos import InputError, Worker, claim_timeline, load_scheme
from jamsos.registers import Columns, enrolment_columns, exposure_columns, premium_columns
from jamsos.registers.facts import FLAGS

pytestmark = pytest.mark.filterwarnings("default")  # the engines warn of each other

ROWS, PERSONS, SPARK_ROWS = 200_000, 6_000, 1_000_000
ON, MONTH = date(2025, 8, 10), "2026-06"
KUTIM = load_scheme("kutim")


@cache
def questions() -> dict[str, Columns]:
    return {
        "enrolment": enrolment_columns(ON, scheme=KUTIM),
        "premium": premium_columns(MONTH),
        "exposure": exposure_columns(ON),
    }


@cache
def persons() -> list[rows.Person]:
    return rows.people(PERSONS, ON, seed=4)


@cache
def expected(question: str) -> pl.DataFrame:
    """What the scalar question says of each person, as columns with the reason in words."""
    law = rows.LAW
    questioned: dict[str, Callable[[rows.Person], rows.Row]] = {
        "enrolment": lambda person: rows.expected_enrolment(person, ON, KUTIM, law),
        "premium": lambda person: rows.expected_premium(person, [MONTH], None, None, law),
        "exposure": lambda person: rows.expected_exposure(person, ON, None, law),
    }
    ask = questioned[question]
    names = questions()[question].outputs
    said = [
        dict(zip(names, (*told[:-1], str(told[-1])), strict=True)) for told in map(ask, persons())
    ]
    kinds = {
        name: pl.String if name == names[-1] else pl.Boolean if name == "enrol" else pl.Int64
        for name in names
    }
    return pl.DataFrame(said, schema=kinds)


@cache
def register(number: int = ROWS) -> pl.DataFrame:
    """So many rows, each one of the persons, with a number of its own."""
    drawn = random.Random(7).choices(range(PERSONS), k=number)  # noqa: S311
    chosen = pl.Series("person", drawn, dtype=pl.Int64)
    return rows.frame(persons())[chosen].with_columns(
        chosen, id=pl.int_range(number, dtype=pl.Int64)
    )


def to_pandas(frame: pl.DataFrame) -> Any:
    """A pandas frame; whole numbers and days as it keeps them beside gaps: Int64, objects."""
    pandas = pytest.importorskip("pandas", reason="not run: pandas absent")
    days = {name: frame[name].to_list() for name, kind in frame.schema.items() if kind == pl.Date}
    whole = {
        name: pandas.array(frame[name].to_list(), dtype="Int64")
        for name, kind in frame.schema.items()
        if kind == pl.Int64
    }
    return frame.to_pandas().assign(**days, **whole)


def to_duckdb(frame: pl.DataFrame) -> Any:
    return pytest.importorskip("duckdb", reason="not run: DuckDB absent").from_arrow(
        frame.to_arrow()
    )


@cache
def spark() -> Any:
    if shutil.which("java") is None:
        pytest.skip("not run: PySpark absent (it needs Java)")
    sql = pytest.importorskip("pyspark.sql", reason="not run: PySpark absent")
    session = sql.SparkSession.builder.master("local[2]")
    for name, value in {"spark.ui.enabled": "false", "spark.driver.bindAddress": "127.0.0.1",
                        "spark.driver.host": "127.0.0.1", "spark.sql.ansi.enabled": "true",
                        "spark.driver.memory": "2g", "spark.log.level": "ERROR",
                        }.items():  # fmt: skip
        session = session.config(name, value)
    return session.getOrCreate()


def to_spark(frame: pl.DataFrame) -> Any:
    return spark().createDataFrame(frame.to_arrow())


ENGINES: dict[str, tuple[Callable[[pl.DataFrame], Any], Callable[[Any], Any]]] = {
    "polars": (lambda frame: frame, lambda done: done),
    "polars lazy": (lambda frame: frame.lazy(), lambda done: done.collect()),
    "polars streaming": (lambda frame: frame.lazy(), lambda done: done.collect(engine="streaming")),
    "pandas": (to_pandas, pl.from_pandas),
    "pandas arrow": (
        lambda frame: frame.to_pandas(use_pyarrow_extension_array=True),
        pl.from_pandas,
    ),
    "pyarrow": (lambda frame: frame.to_arrow(), pl.from_arrow),
    "duckdb": (to_duckdb, lambda done: done.pl()),
    "pyspark": (to_spark, lambda done: pl.from_arrow(done.toArrow())),
}
NEEDS = {
    "pandas": "pandas",
    "pandas arrow": "pandas",
    "pyarrow": "pyarrow",
    "duckdb": "duckdb",
    "pyspark": "pyspark",
}
KEEP_ORDER = {"polars", "polars lazy", "polars streaming", "pandas", "pandas arrow", "pyarrow"}


def decoded(done: pl.DataFrame, question: str) -> pl.DataFrame:
    """The columns of a question with the codes in words, beside the number of the row."""
    columns = questions()[question]
    meaning = {code: str(said) for code, said in rows.reasons(columns).items()}
    *amounts, reason = columns.outputs
    return done.select(
        "id", "person", *amounts, pl.col(reason).replace_strict(meaning, return_dtype=pl.String)
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_200_000_rows_are_as_the_scalar_questions_say(engine: str) -> None:
    pytest.importorskip(NEEDS.get(engine, "polars"), reason=f"not run: {engine} absent")
    into, back = ENGINES[engine]
    native = into(register())
    done = native
    for columns in questions().values():
        done = columns.added_to(done)
    assert type(done) is type(native)
    got = back(done)
    assert got.height == ROWS
    if engine in KEEP_ORDER:
        assert got["id"].equals(register()["id"])
    assert got.columns == [
        *register().columns,
        *(name for one in questions().values() for name in one.outputs),
    ]
    for question in questions():
        ours = decoded(got, question).sort("id")
        theirs = expected(question)[ours["person"]]
        for name in theirs.columns:
            wrong = ours.filter(ours[name].ne_missing(theirs[name]))
            assert wrong.is_empty(), (question, name, wrong.head(2), persons()[wrong["person"][0]])


@pytest.mark.parametrize("engine", ENGINES)
def test_a_member_whose_birth_the_register_does_not_state(engine: str) -> None:
    """Entered before there was an age limit, entered under it, and not entered (decision D07)."""
    pytest.importorskip(NEEDS.get(engine, "polars"), reason=f"not run: {engine} absent")
    into, back = ENGINES[engine]
    columns = enrolment_columns(ON)
    issued = pl.Series([date(2021, 3, 31), date(2021, 4, 1), None], dtype=pl.Date)
    frame = pl.DataFrame(
        {"id": [1, 2, 3], "number_issued": issued, "works": True, "foreign": False}
    )
    got = back(columns.added_to(into(frame))).sort("id")
    unknown = "unknown.age.worker.birth"
    assert [columns.reason(code).key for code in got["enrol_reason"]] == [
        "eligible",
        unknown,
        unknown,
    ]


def test_the_register_meets_every_reason() -> None:
    for question, columns in questions().items():
        met = set(expected(question)[columns.outputs[-1]])
        never = {f"bad.{name}" for name in (*FLAGS, *(["birth"] if question == "premium" else []))}
        assert set(map(str, rows.reasons(columns).values())) - never == met


def test_spark_prices_a_million_rows() -> None:
    columns = questions()["premium"]
    done = columns.added_to(to_spark(register(SPARK_ROWS)))
    got = of_type(
        pl.DataFrame, pl.from_arrow(done.groupBy("person", *columns.outputs).count().toArrow())
    )
    assert got["count"].sum() == SPARK_ROWS
    assert got["person"].is_unique().all()
    ours = decoded(got.with_columns(id="person"), "premium")
    assert ours.select(columns.outputs).equals(expected("premium")[ours["person"]])


@pytest.fixture
def pd() -> Any:
    return pytest.importorskip("pandas", reason="not run: pandas absent")


@pytest.fixture
def pa() -> Any:
    return pytest.importorskip("pyarrow", reason="not run: pyarrow absent")


@pytest.fixture
def duckdb() -> Any:
    return pytest.importorskip("duckdb", reason="not run: DuckDB absent")


MINE = premium_columns(MONTH, payer="self")


def keys(done: Any) -> list[str]:
    """The key of the reason of each row."""
    return [MINE.reason(int(code)).key for code in done["premium_reason"]]


class TestPandas:
    def test_objects_are_read_as_what_they_hold(self, pd: Any) -> None:
        objects: dict[str, list[Any]] = {
            "kind": ["b", None, "z"],
            "sector": ["other"] * 3,
            "income": [900_000, None, 10**18],
        }
        done = MINE.added_to(pd.DataFrame(objects, dtype=object))
        assert (
            keys(done)
            == ["given.relief.pp50_2025.other", "needs.worker.income.worker.kind", "bad.kind"][:1]
            + keys(done)[1:]
        )
        assert done["premium"].tolist()[0] == 8_400
        assert done["premium"].isna().tolist() == [False, True, True]

    def test_index_and_other_columns_stay(self, pd: Any) -> None:
        frame = pd.DataFrame(
            {
                "income": pd.array([1, 2], dtype="Int64"),
                "kind": pd.Categorical(["b", "a"]),
                7: ["x", "y"],
            }
        )
        frame.index = [5, 5]
        done = MINE.added_to(frame)
        assert done.index.tolist() == [5, 5]
        assert done[frame.columns].equals(frame)

    def test_an_empty_frame_and_one_without_facts(self, pd: Any) -> None:
        assert len(MINE.added_to(pd.DataFrame({"income": [], "kind": []}, dtype=object))) == 0
        assert (
            keys(MINE.added_to(pd.DataFrame({"name": ["A", "B"]}))) == ["needs.worker.income"] * 2
        )

    @pytest.mark.parametrize(
        ("facts", "match"),
        [
            ({"income": [900_000, None]}, "Float64"),
            ({"income": [float("nan")]}, "Float64"),
            ({"income": ["900.000", 1]}, "several types"),
            ({"income": [10**30]}, "too large"),
            ({"kind": ["b", 3]}, "several types"),
            ({"birth": [datetime(1990, 1, 1, 12)]}, "Datetime"),  # noqa: DTZ001
            ({"premium": [1]}, "names that are free"),
            ({"second_income": [1]}, "D09"),
        ],
    )
    def test_what_cannot_be_priced_is_refused(
        self, pd: Any, facts: dict[str, Any], match: str
    ) -> None:
        with pytest.raises(InputError, match=match):
            MINE.added_to(pd.DataFrame(facts))

    def test_two_columns_of_one_name_are_refused(self, pd: Any) -> None:
        with pytest.raises(InputError, match="each column once"):
            MINE.added_to(pd.DataFrame([[1, 2]], columns=["income", "income"]))


class TestArrow:
    def test_dictionaries_chunks_and_empty_columns(self, pa: Any) -> None:
        kind = pa.chunked_array(
            [pa.array(["b"]).dictionary_encode(), pa.array(["a"]).dictionary_encode()]
        )
        table = pa.table(
            {"kind": kind, "sector": pa.nulls(2), "income": pa.array([900_000, 1], pa.int32())}
        )
        done = MINE.added_to(table)
        assert done.select(table.column_names).equals(table)
        assert done["premium"].to_pylist() == [
            8_400,
            36_800,
        ]  # an owner owes JHT of 20,000 and has no relief

    def test_a_decimal_is_refused(self, pa: Any) -> None:
        with pytest.raises(InputError, match="Decimal"):
            MINE.added_to(pa.table({"income": pa.array([1], pa.decimal128(10, 0))}))


class TestDuckDB:
    def test_enums_untyped_and_extreme_values(self, duckdb: Any) -> None:
        done = MINE.added_to(duckdb.sql(
            "select 'b'::enum('a', 'b', 'z') as kind, null as sector, 900000::integer as income, "
            "null::bigint as row union all select 'z', null, 1, null "
            "union all select 'b', null, 1, 9223372036854775807 "
            "union all select 'b', null, -2147483648, null"))  # fmt: skip
        assert keys(done.pl()) == [
            "given.relief.pp50_2025.transport",
            "bad.kind",
            "bad.row",
            "bad.income",
        ]

    @pytest.mark.parametrize(
        ("sql", "match"),
        [("5::hugeint as income", "Int128"), ("5.5 as income", "Decimal"),
         ("now() as birth", "Datetime"), ("1 as PREMIUM", "names that are free")],
    )  # fmt: skip
    def test_other_types_and_names_are_refused(self, duckdb: Any, sql: str, match: str) -> None:
        with pytest.raises(InputError, match=match):
            MINE.added_to(duckdb.sql(f"select {sql}"))


class TestSpark:
    def test_untyped_columns_and_no_rows(self) -> None:
        frame = spark().sql("select 'b' as kind, null as sector, 900000 as income")
        assert MINE.added_to(frame).collect()[0]["premium"] == 8_400
        assert MINE.added_to(frame.limit(0)).count() == 0

    @pytest.mark.parametrize(
        ("sql", "match"), [("1.5D as income", "Float64"), ("now() as birth", "Datetime")]
    )
    def test_other_types_are_refused(self, sql: str, match: str) -> None:
        with pytest.raises(InputError, match=match):
            MINE.added_to(spark().sql(f"select {sql}"))


class TestFactsOfPandas:
    """What a row of a frame holds is taken as a fact, or refused with advice."""

    def test_midnights_and_numbers_are_taken(self, pd: Any) -> None:
        row = pd.DataFrame(
            {"birth": [pd.Timestamp("1984-05-17")], "income": [900_000], "works": [True]}
        ).iloc[0]
        worker = Worker(birth=row["birth"], income=row["income"], works=row["works"])
        assert worker == Worker(birth=date(1984, 5, 17), income=900_000, works=True)
        assert type(worker.birth) is date

    @pytest.mark.parametrize("name", ["birth", "income", "works"])
    @pytest.mark.parametrize("mark", ["NA", "NaT"])
    def test_marks_of_a_gap_are_refused_for_none(self, pd: Any, name: str, mark: str) -> None:
        facts = {name: getattr(pd, mark)}
        with pytest.raises(InputError, match="a fact that is not known is None"):
            Worker(**facts)

    @pytest.mark.parametrize("written", ["1984-05-17 12:00", "1984-05-17T00:00+08:00"])
    def test_hours_are_refused(self, pd: Any, written: str) -> None:
        with pytest.raises(InputError, match="give its calendar day"):
            Worker(birth=pd.Timestamp(written))

    def test_an_hour_with_its_zone_is_taken_where_hours_count(self, pd: Any) -> None:
        moment = pd.Timestamp("2026-06-10T14:30+08:00")
        answer = claim_timeline("work_accident", moment)
        plain = claim_timeline("work_accident", datetime.fromisoformat("2026-06-10T14:30+08:00"))
        assert answer.text() == plain.text()

    def test_a_series_is_no_fact(self, pd: Any) -> None:
        ones: Any = pd.Series([1])
        with pytest.raises(InputError, match=r"Worker\.income"):
            Worker(income=ones)
