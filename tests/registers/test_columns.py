"""What the columns take and give back: types, names, rows, codes."""

import sys
from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import narwhals.stable.v2 as nw
import polars as pl
import pytest
import register_rows as rows
from attrs import evolve
from narwhals.exceptions import DuplicateError
from untyped import untyped

from jamsos import (
    BpuKind,
    InputError,
    LawDataError,
    MissingExtraError,
    MissingFact,
    Month,
    Outcome,
    OutsideLawError,
    Payer,
    Sector,
    Segment,
    Worker,
    current,
    load_scheme,
)
from jamsos.answers.texts import Text
from jamsos.eligibility.criteria import RUN
from jamsos.eligibility.national import national_conditions
from jamsos.eligibility.scheme import read_scheme
from jamsos.registers import Columns, frames, layout, other_frames
from jamsos.registers import facts as register_facts
from jamsos.registers.columns import classes, entry_conditions
from jamsos.registers.columns.columns import whole_rupiah
from jamsos.registers.columns.enrolment import enrolment_columns
from jamsos.registers.columns.exposure import EXPOSURES, exposure_columns
from jamsos.registers.columns.folding import KnownColumn, derived, lookup
from jamsos.registers.columns.income_rows import row_facets
from jamsos.registers.columns.monthly_price import MonthPrices, ReasonPrice
from jamsos.registers.columns.premiums import AMOUNTS, premium_columns
from jamsos.registers.columns.reasons import Reason

ON = date(2026, 6, 10)
KUTIM = load_scheme("kutim")
PRICED = premium_columns("2026-06", payer="self")
ENROLLED = enrolment_columns(ON, scheme=KUTIM)
EXPOSED = exposure_columns(ON)
ALL = pytest.mark.parametrize(
    "columns", [PRICED, ENROLLED, EXPOSED], ids=lambda columns: columns.question
)
FISHER = {"kind": ["b"], "sector": ["other"], "income": [900_000]}
POOR = """
[scheme]
id = "town"
name = { id = "Kota", en = "Town" }
region = "99.99"
[[terms]]
from = 2023-01-01
payer = "APBD"
programmes = ["JKK", "JKM"]
months = 12
name = { id = "program", en = "programme" }
source = [{ instrument = "Town decree", pasal = "1" }]
grade = "official"
[[criterion]]
id = "poor"
test = "poor"
from_year = 2023
THRESHOLD
name = { id = "miskin", en = "poor" }
source = [{ instrument = "Town decree", pasal = "5" }]
grade = "official"
"""


def reasons_of(columns: Columns, frame: pl.DataFrame) -> list[str]:
    return [columns.reason(code).key for code in columns.added_to(frame)[columns.outputs[-1]]]


def first(columns: Columns, **facts: object) -> dict[str, Any]:
    """The added values for one person."""
    one = pl.DataFrame({name: [fact] for name, fact in facts.items()})
    added: pl.DataFrame = columns.added_to(one)
    return added.row(0, named=True)


class TestAmounts:
    """By hand: PP 44/2015 Lampiran II row 1, III; PP 50/2025; Permenaker 1/2025 Pasal 97A."""

    def test_of_a_row_without_an_income(self) -> None:
        """June 2025: JKK of rows 1, 2 and 33 with 6,800 of JKM (Lampiran II)."""
        people = {"kind": ["b"] * 3, "sector": ["other"] * 3, "row": [1, 2, 33]}
        priced = premium_columns("2025-06", payer="self").added_to(pl.DataFrame(people))
        assert priced["premium"].to_list() == [16_800, 18_800, 213_800]

    def test_half_for_who_pays_himself_in_full_for_the_district(self) -> None:
        mine = PRICED.added_to(pl.DataFrame(FISHER)).row(0, named=True)
        assert [mine[name] for name in AMOUNTS] == [5_000, 3_400, 0, 8_400, 8_400]
        district = (
            premium_columns("2026-06", scheme=KUTIM)
            .added_to(pl.DataFrame(FISHER))
            .row(0, named=True)
        )
        assert [district[name] for name in AMOUNTS] == [10_000, 6_800, 0, 16_800, 0]

    def test_paid_and_relieved_are_the_full_contribution_of_the_year(self) -> None:
        year = (
            premium_columns("2026-01", "2026-12", payer="self")
            .added_to(pl.DataFrame(FISHER))
            .row(0, named=True)
        )
        assert year["premium"] == 3 * 16_800 + 9 * 8_400
        assert year["premium"] + year["premium_relieved"] == 12 * 16_800

    def test_a_year_of_98_000_people_is_almost_20_billion(self) -> None:
        everybody = pl.select(income=pl.repeat(900_000, 98_000, dtype=pl.Int32))
        done = premium_columns("2025-01", "2025-12", scheme=KUTIM).added_to(everybody)
        assert done["premium"].sum() == 19_756_800_000

    @pytest.mark.parametrize(
        ("issued", "work", "other", "scholarship"),
        [
            (date(2026, 6, 11), 0, 0, (0, 0)),  # not started
            (
                date(2026, 6, 10),
                70_000_000,
                10_000_000,
                (87_000_000, 0),
            ),  # the first day: funeral money only
            (date(2026, 3, 11), 70_000_000, 10_000_000, (87_000_000, 0)),
            (date(2026, 3, 10), 70_000_000, 42_000_000, (87_000_000, 0)),  # three months are over
            (
                date(2023, 8, 1),
                70_000_000,
                42_000_000,
                (87_000_000, 0),
            ),  # August 2023 to June 2026: 35 months
            (date(2023, 7, 31), 70_000_000, 42_000_000, (87_000_000, 87_000_000)),  # 36 months
        ],
    )
    def test_exposure_of_a_member(
        self, issued: date, work: int, other: int, scholarship: tuple[int, int]
    ) -> None:
        done = first(EXPOSED, income=900_000, number_issued=issued, children=1)
        assert [done[name] for name in EXPOSURES] == [work, other, *scholarship]

    def test_at_most_two_children_count(self) -> None:
        most = [
            first(EXPOSED, income=900_000, children=children)[EXPOSURES[2]]
            for children in (0, 1, 2, 3)
        ]
        assert most == [0, 87_000_000, 174_000_000, 174_000_000]

    def test_before_2_december_2019_the_scholarship_is_one_sum_after_60_months(self) -> None:
        columns = exposure_columns(date(2019, 12, 1))
        both = [
            [
                first(columns, income=900_000, number_issued=issued, children=3)[name]
                for name in EXPOSURES[2:]
            ]
            for issued in (date(2015, 1, 31), date(2015, 2, 1), date(2014, 12, 31))
        ]
        assert both == [[12_000_000, 12_000_000], [12_000_000, 0], [12_000_000, 12_000_000]]


class TestReasons:
    @ALL
    def test_each_has_its_own_key_and_code_and_is_said_in_both_languages_with_grounds(
        self, columns: Columns
    ) -> None:
        assert [reason.code for reason in columns.reasons] == list(
            range(1, len(columns.reasons) + 1)
        )
        assert len({reason.key for reason in columns.reasons}) == len(columns.reasons)
        for reason in columns.reasons:
            assert reason.grounds
            assert reason.text() == reason.text("id") != reason.text("en")
            assert columns.reason(reason.code) is reason

    @ALL
    def test_a_code_that_is_never_given_is_refused(self, columns: Columns) -> None:
        with pytest.raises(InputError, match="columns' own codes"):
            columns.reason(0)

    def test_a_reason_names_what_is_missing(self) -> None:
        codes = premium_columns("2026-02").added_to(pl.DataFrame({"income": [900_000]}))
        reason = premium_columns("2026-02").reason(codes["premium_reason"][0])
        assert reason.key == "needs.worker.kind.worker.sector.payer"
        assert reason.outcome is Outcome.CANNOT_DECIDE
        assert reason.text("en").startswith(
            "Cannot be decided; still needed: the kind of non-wage earner"
        )
        assert [type(ground) for ground in reason.grounds] == [MissingFact] * 3

    def test_a_reason_says_which_column_cannot_be(self) -> None:
        reason = PRICED.reason(first(PRICED, income=-1)["premium_reason"])
        assert (
            reason.text("en")
            == 'The column "income" holds an invalid value; still needed: the monthly income'
        )
        assert reason.text() == (
            'Kolom "penghasilan" berisi nilai yang tidak sah; '
            "yang masih diperlukan: penghasilan sebulan"
        )

    def test_who_is_eligible_rests_on_what_was_met(self) -> None:
        eligible = ENROLLED.reasons[-1]
        assert (eligible.key, eligible.outcome) == ("eligible", Outcome.YES)
        assert {"bpu.duty_to_join", "bpu.age_limit", "resident"} <= {
            ground.id for ground in eligible.grounds
        }

    def test_a_reason_without_grounds_is_a_fault(self) -> None:
        with pytest.raises(LawDataError, match="no ground"):
            Reason(key="x", outcome=Outcome.YES, meaning=Text("register.eligible"), grounds=())

    def test_of_a_scheme_that_does_not_run(self) -> None:
        before = enrolment_columns(date(2020, 1, 1), scheme=KUTIM)
        assert "failed.scheme_runs" in {reason.key for reason in before.reasons}

    @pytest.mark.parametrize("threshold", ["poorest_deciles = 4\n", ""], ids=["stated", "silent"])
    def test_of_the_deciles_a_scheme_counts_as_poor(self, threshold: str) -> None:
        scheme = read_scheme(POOR.replace("THRESHOLD\n", threshold), "poor.toml")
        columns = enrolment_columns(ON, scheme=scheme)
        facts = {"segment": "BPU", "works": True, "foreign": False, "birth": date(1984, 5, 17)}
        persons = [
            {**facts, "decile": decile, "poor": poor}
            for decile in (None, *range(1, 11))
            for poor in (None, True, False)
        ]
        done = columns.added_to(rows.frame(persons))
        expected = [rows.expected_enrolment(one, ON, scheme, current()) for one in persons]
        said = zip(done["enrol"], reasons_of(columns, rows.frame(persons)), strict=True)
        assert list(said) == expected
        without = rows.frame(persons).drop("decile", "poor").head(1)
        (reason,) = reasons_of(columns, without)
        assert reason == ("unknown.poor.worker.decile" if threshold else "unknown.poor.worker.poor")


class TestTypes:
    @ALL
    @pytest.mark.parametrize(
        ("name", "column"),
        [
            ("income", pl.Series([900_000.0])),
            ("income", pl.Series([float("nan")])),
            ("income", pl.Series([900_000], dtype=pl.Decimal(18, 0))),
            ("income", pl.Series([900_000], dtype=pl.UInt64)),
            ("income", pl.Series([900_000], dtype=pl.Int128)),
            ("income", pl.Series(["900.000"])),
            ("income", pl.Series([True])),
            ("row", pl.Series([1.0])),
            ("birth", pl.Series([datetime(1990, 1, 1, 12, 0)])),  # noqa: DTZ001
            ("birth", pl.Series(["1990-01-01"])),
            ("number_issued", pl.Series([45_000])),
            ("works", pl.Series([1])),
            ("works", pl.Series(["ya"])),
            ("kind", pl.Series([1])),
            ("segment", pl.Series([b"BPU"])),
            ("resident_of", pl.Series([6408])),
            ("resident_of", pl.Series(["64.08"], dtype=pl.Categorical)),
            ("payer", pl.Series([["APBD"]])),
        ],
    )
    def test_a_column_of_another_type_is_refused(
        self, columns: Columns, name: str, column: pl.Series
    ) -> None:
        with pytest.raises(InputError, match=f"column {name}"):
            columns.added_to(pl.DataFrame({name: column}))

    @ALL
    def test_an_empty_column_without_a_type_states_nothing(self, columns: Columns) -> None:
        empty = pl.DataFrame({name: [None, None] for name in rows.TYPES})
        typed = rows.frame([dict.fromkeys(rows.TYPES)] * 2)
        assert set(empty.dtypes) == {pl.Null}
        assert columns.added_to(empty).equals(columns.added_to(typed))

    @ALL
    @pytest.mark.parametrize("kind", [pl.Categorical, pl.Enum, "enum with more"])
    def test_codes_may_be_labels(self, columns: Columns, kind: str | type[pl.DataType]) -> None:
        persons = rows.people(400, ON)
        frame = rows.frame(persons)
        labels: dict[Any, pl.DataType | type[pl.DataType]] = {}
        for name in register_facts.CODES:
            more = frame[name].unique().drop_nulls().to_list()
            own = [str(code) for code in register_facts.CODES[name]]
            if kind is pl.Enum:
                frame = frame.with_columns(pl.when(pl.col(name).is_in(own)).then(name))
                labels[name] = pl.Enum(own)
            elif kind is pl.Categorical:
                labels[name] = pl.Categorical
            else:
                labels[name] = pl.Enum([*more, "more"])
        same = columns.added_to(frame).select(columns.outputs)
        assert columns.added_to(frame.cast(labels)).select(columns.outputs).equals(same)

    @ALL
    @pytest.mark.parametrize("kind", [pl.Int8, pl.UInt8, pl.Int16, pl.Int32, pl.UInt32])
    def test_whole_numbers_may_be_narrow(self, columns: Columns, kind: type[pl.DataType]) -> None:
        persons = rows.people(400, ON)
        whole = pl.col(register_facts.WHOLE).cast(kind, strict=False)
        narrow = rows.frame(persons).with_columns(whole)
        wide = narrow.with_columns(pl.col(register_facts.WHOLE).cast(pl.Int64))
        added = columns.outputs
        assert columns.added_to(narrow).select(added).equals(columns.added_to(wide).select(added))


class TestFrames:
    @ALL
    def test_the_kind_of_the_frame_stays(self, columns: Columns) -> None:
        frame = pl.DataFrame(FISHER)
        done = columns.added_to(frame)
        assert isinstance(done, pl.DataFrame)
        lazy = columns.added_to(frame.lazy())
        assert isinstance(lazy, pl.LazyFrame)
        assert lazy.collect().equals(done)
        assert lazy.collect(engine="streaming").equals(done)

    @ALL
    def test_columns_and_rows_stay_as_they_are_and_in_order(self, columns: Columns) -> None:
        persons = rows.people(2_000, ON)
        frame = (
            rows.frame(persons)
            .with_row_index("no")
            .with_columns(extra=pl.lit("x"), other=pl.col("income") * 1.5)
        )
        done = columns.added_to(frame)
        assert done.columns == [*frame.columns, *columns.outputs]
        assert done.select(frame.columns).equals(frame)

    @ALL
    def test_of_no_rows(self, columns: Columns) -> None:
        done = columns.added_to(rows.frame([]))
        assert done.height == 0
        assert done.columns == [*rows.TYPES, *columns.outputs]

    @ALL
    def test_without_any_fact(self, columns: Columns) -> None:
        done = columns.added_to(pl.DataFrame({"name": ["A", "B"]}))
        assert done.height == 2
        assert {columns.reason(code).outcome for code in done[columns.outputs[-1]]} == {
            Outcome.CANNOT_DECIDE
        }

    @ALL
    def test_names_that_are_taken_are_refused(self, columns: Columns) -> None:
        for name in (*columns.outputs, columns.outputs[0].upper(), "_jamsos_bad", "_JAMSOS_row"):
            with pytest.raises(InputError, match="names that are free"):
                columns.added_to(pl.DataFrame({name: [1]}))
        with pytest.raises(InputError, match="D09"):
            columns.added_to(pl.DataFrame({"second_income": [1]}))

    @ALL
    @pytest.mark.parametrize(
        "frame", [None, [1], {"income": [1]}, pl.Series([1]), "x.csv"], ids=repr
    )
    def test_what_is_no_frame_is_refused(self, columns: Columns, frame: Any) -> None:
        with pytest.raises(
            InputError, match="a frame of polars, pandas, pyarrow, DuckDB or PySpark"
        ):
            columns.added_to(frame)

    def test_all_three_together(self) -> None:
        persons = rows.people(500, ON)
        done = EXPOSED.added_to(ENROLLED.added_to(PRICED.added_to(rows.frame(persons))))
        for columns in (PRICED, ENROLLED, EXPOSED):
            alone = columns.added_to(rows.frame(persons)).select(columns.outputs)
            assert done.select(columns.outputs).equals(alone)

    def test_a_column_twice_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def twice(_frame: Any) -> None:
            raise DuplicateError("income")

        monkeypatch.setattr(nw, "from_native", twice)
        with pytest.raises(InputError, match="each column once"):
            frames.opened(None)

    def test_another_library_needs_its_packages(self, monkeypatch: pytest.MonkeyPatch) -> None:
        table = SimpleNamespace(
            columns=["income"], implementation=SimpleNamespace(is_polars=lambda: False)
        )
        monkeypatch.setattr(nw, "from_native", lambda _frame: table)
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        with pytest.raises(MissingExtraError, match=r"pip install 'jamsos\[engines\]'"):
            frames.opened(table)
        monkeypatch.setitem(sys.modules, "pyarrow", SimpleNamespace())
        monkeypatch.setattr(other_frames, "to_polars", lambda known, facts, _polars: (known, facts))
        monkeypatch.setattr(other_frames, "append_to", lambda _known: "back")
        assert tuple(frames.opened(table)) == (table, ("income",), "back")


class TestQuestions:
    def test_days_and_months_before_the_law_are_refused(self) -> None:
        questions: tuple[Callable[[], Columns], ...] = (
            lambda: enrolment_columns(date(2015, 6, 30)),
            lambda: exposure_columns(date(2015, 6, 30)),
            lambda: premium_columns("2015-06"),
        )
        for ask in questions:
            with pytest.raises(OutsideLawError):
                ask()

    @pytest.mark.parametrize("last", ["2026-05", "2200-01"])
    def test_a_run_has_its_months_in_order_and_is_not_endless(self, last: str) -> None:
        with pytest.raises(InputError, match=rf"last: got .{last}"):
            premium_columns("2026-06", last)

    def test_what_is_no_day_scheme_or_payer_is_refused(self) -> None:
        questions: tuple[Callable[[], Columns], ...] = (
            lambda: untyped(enrolment_columns)("2026-06-10"),
            lambda: exposure_columns(datetime(2026, 6, 10)),  # noqa: DTZ001
            lambda: untyped(enrolment_columns)(ON, scheme="kutim"),
            lambda: untyped(exposure_columns)(ON, scheme="kutim"),
            lambda: untyped(premium_columns)("2026-06", scheme="kutim"),
            lambda: premium_columns("2026-06", payer="me"),
            lambda: premium_columns("2026-06", payer="self", scheme=KUTIM),
        )
        for ask in questions:
            with pytest.raises(InputError):
                ask()

    def test_a_scheme_that_fixes_the_row_takes_no_column_of_rows(self) -> None:
        with pytest.raises(InputError, match="the same row for all"):
            premium_columns("2026-06", scheme=KUTIM).added_to(pl.DataFrame({"row": [1]}))

    def test_a_stay_of_any_length_may_do(self) -> None:
        assert classes.threshold_facet("months_in_indonesia", 0).values == (None, 0)

    def test_a_scheme_without_a_region_knows_no_residents(self) -> None:
        assert classes.region_facet("").values == (None,)

    def test_a_fraction_of_a_rupiah_has_no_column(self) -> None:
        with pytest.raises(LawDataError, match="whole rupiah"):
            whole_rupiah(Fraction(1, 2), "premium.jkk")

    def test_one_reason_has_one_amount(self) -> None:
        prices = MonthPrices(Month.of("2026-06"), None, None, current())
        given = {
            "segment": Segment.BPU,
            "income": 0,
            "row": None,
            "kind": BpuKind.INDEPENDENT,
            "sector": Sector.OTHER,
        }
        price = prices.price_of({**given, "payer": Payer.SELF})
        prices.by_reason[price.key] = ReasonPrice((1, 2), price)
        with pytest.raises(LawDataError, match="one amount for one reason"):
            prices.price_of({**given, "payer": Payer.COLLECTIVE})

    def test_every_condition_of_may_enrol_is_asked(self) -> None:
        asked = [one.code for one in national_conditions(Worker(), ON, None, current())]
        # Who has no NIK is found when the register is checked.
        assert [code for code in asked if code != "nik"] == list(entry_conditions.NATIONAL_FACTS)
        assert {*entry_conditions.SCHEME_FACTS, "national_entry"} == set(RUN)

    def test_every_fact_is_in_the_layout_and_named_in_both_languages(self) -> None:
        assert set(register_facts.FACTS) <= set(layout.NAMED)
        assert set(register_facts.FACTS) == set(rows.TYPES)
        for name in register_facts.FACTS:
            assert register_facts.fact_of(name).name.say("id") != register_facts.fact_of(
                name
            ).name.say("en")


DAY, NEXT_DAY = date(2026, 6, 10), date(2026, 6, 11)
REFUSING = current().with_decisions(D16="refuse")
TABLE = REFUSING.get("bpu.income_table", ON)


class TestClasses:
    @pytest.mark.parametrize(
        ("facet", "column", "classes_of_rows"),
        [
            (classes.flag_facet("fact"), [True, False, None], [True, False, None]),
            (classes.threshold_facet("fact", 6), [5, 6, 7, None], [5, 6, 6, None]),
            (classes.count_facet("fact", 2), [0, 1, 2, 3, None], [0, 1, 2, 2, None]),
            (classes.day_facet("fact", []), [DAY, None], [date.min, None]),
            (classes.day_facet("fact", [DAY]), [DAY, NEXT_DAY, None], [DAY, NEXT_DAY, None]),
            # Lampiran II prints row 1 up to 1,099,000; row 2 begins with 1,100,000 (D16).
            (row_facets(TABLE, REFUSING)[0], [1_099_000, 1_099_001, None], [0, 1_099_001, None]),
        ],
    )
    def test_each_row_is_of_one_class(
        self, facet: classes.Facet, column: list[Any], classes_of_rows: list[Any]
    ) -> None:
        frame = nw.from_native(pl.DataFrame({facet.name: column}))
        for value in facet.values:
            of_class = frame.select(test=facet.among((value,))).to_native()["test"]
            expected = [one == value for one in classes_of_rows]
            assert of_class.fill_null(value=False).to_list() == expected


class TestFolding:
    def test_rows_in_equal_steps_are_one_piece(self) -> None:
        values = [10, 12, 14, 20, 26, 26, 30, 5]
        numbers = pl.DataFrame({"n": range(1, 9)})
        done = nw.from_native(numbers).select(v=lookup(nw.col("n"), values)).to_native()
        assert done["v"].to_list() == values
        assert lookup(nw.col("n"), [7]) == 7

    @pytest.mark.parametrize(
        ("values", "text"),
        [
            ((5, 6, 7), "half"),
            ((20, 24, 28), "double"),
            ((9, 11, 13), "less one"),
            ((10, 12, 14), "same"),
            ((1, 5, 2), "own"),
            ((10, 13, 14), "own in the middle"),
        ],
    )
    def test_a_share_of_a_known_column_is_calculated_from_it(
        self, values: tuple[int, int, int], text: str
    ) -> None:
        assert text
        frame = nw.from_native(pl.DataFrame({"n": [1, 2, 3], "base": [10, 12, 14]}))
        known = KnownColumn(nw.col("base"), (10, 12, 14))
        assert frame.select(
            v=derived(known, values, lambda values: lookup(nw.col("n"), values))
        ).to_native()["v"].to_list() == list(values)

    def test_what_is_the_same_in_every_row_needs_no_column(self) -> None:
        assert derived(KnownColumn(nw.col("base"), (10, 12)), (3, 3), list) == 3


class TestWhatAClassHolds:
    """Each class of a fact holds its own values, and none of another class."""

    def test_a_district_lies_in_the_region_around_it_or_elsewhere(self) -> None:
        districts = ["64", "64.08", "6408", "64.08.01", "64.09", "12"]
        frame = nw.from_native(pl.DataFrame({"resident_of": districts}))
        facet = classes.region_facet("64.08")
        of_class = {
            value: frame.filter(facet.among([value])).to_native()["resident_of"].to_list()
            for value in facet.values
            if value is not None
        }
        assert of_class["6408"] == ["64.08", "6408", "64.08.01"]
        assert of_class["64"] == ["64"]
        found = [district for members in of_class.values() for district in members]
        assert sorted(found) == sorted(districts)

    @pytest.mark.parametrize("name", ["income", "row"])
    def test_an_income_or_a_row_is_stated_or_not(self, name: str) -> None:
        law = current()
        table = law.get("bpu.income_table", date(2026, 1, 1))
        facets = {facet.name: facet for facet in row_facets(table, law)}
        facet = facets[name]
        frame = nw.from_native(pl.DataFrame({name: [1, None]}))
        stated = [value for value in facet.values if value is not None]
        assert frame.filter(facet.among(stated)).to_native()[name].to_list() == [1]
        assert frame.filter(facet.among([None])).to_native()[name].to_list() == [None]


def test_a_scheme_that_buys_another_row_than_the_first_prices_a_register() -> None:
    """Row 7 of Lampiran II: JKK Rp22,000, and Rp6,800 for JKM, whatever the income."""
    kutim = load_scheme("kutim")
    seventh = evolve(kutim, terms=tuple(evolve(one, income_row=7) for one in kutim.terms))
    people = pl.DataFrame({"income": [900_000, None], "kind": ["independent", None]})
    priced = premium_columns("2026-10", scheme=seventh).added_to(people)
    assert priced.select("premium_jkk", "premium_jkm").rows() == [(22_000, 6_800)] * 2
    assert priced["premium_relieved"].to_list() == [0, 0]
