"""Wrong input is refused by name or answered 'cannot decide': no number, no foreign traceback."""

import copy
import pickle
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from untyped import untyped

from jamsos import (
    Answer,
    BpuKind,
    Cause,
    Child,
    Employment,
    Family,
    InputError,
    JamsosError,
    LawDataError,
    Level,
    MoneyAnswer,
    Month,
    Nik,
    Outcome,
    OutsideLawError,
    Participation,
    Payment,
    Programme,
    Sector,
    UndecidedError,
    When,
    Worker,
    changes_between,
    cover_on,
    current,
    death_benefit,
    keeping_cover,
    load_scheme,
    may_enrol,
    occupation,
    payments,
    premium,
    premium_run,
    prepay,
    refund_after_claim,
    scholarship_projection,
)

DAY = date(2026, 10, 5)
NOON = datetime.fromisoformat("2026-10-05T12:00")
YES: Any = True
FISHER = Worker(kind="b", income=900_000, sector="other")
MEMBER = Participation(
    number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-10"), payer="self"
)
LATE = Participation(
    number_issued=date(2026, 1, 5), payments=payments("2026-01", "2026-08"), payer="self"
)
PUPIL = Child(
    birth=date(2015, 3, 1),
    level="SD",
    year=3,
    studying=True,
    lawful=True,
    married=False,
    working=False,
)
HERE = Path(__file__).parent
Case = tuple[str, Callable[[], object], type[JamsosError], str]


def death(
    worker: Any = FISHER, participation: Any = MEMBER, family: Any = None, **facts: Any
) -> Answer:
    whole: dict[str, Any] = {"died_on": DAY, "cause": "other", **facts}
    return death_benefit(worker, participation, family, **whole)


def accident(**facts: Any) -> Answer:
    return death(cause="work_accident", **{"accident_on": DAY, **facts})


def named(*positions: Any, children: int = 3) -> Answer:
    long_paid = Participation(
        number_issued=date(2022, 1, 3), payments=payments("2022-01", "2026-10")
    )
    family = Family(spouse=True, children=(PUPIL,) * children)
    return death(participation=long_paid, family=family, for_children=positions)


def late(calendar: Callable[[date], object]) -> Answer:
    return untyped(cover_on)(LATE, DAY, calendar=calendar)


def broken(_day: date) -> bool:
    raise ZeroDivisionError


MONEY: list[Case] = [
    ("money negative", lambda: Worker(income=-1), InputError, "Worker.income"),
    ("money with a fraction", lambda: untyped(Worker)(income=900_000.5), InputError, "900000.5"),
    (
        "money as a whole float",
        lambda: untyped(Worker)(income=900_000.0),
        InputError,
        "Worker.income",
    ),
    ("money above the limit", lambda: Worker(income=10**15 + 1), InputError, "Worker.income"),
    ("money of 5000 digits", lambda: Worker(income=10**5000), InputError, "Worker.income"),
    ("money True", lambda: Worker(income=True), InputError, "True"),
    ("money NaN", lambda: untyped(Worker)(income=float("nan")), InputError, "nan"),
    ("money infinite", lambda: untyped(Worker)(income=float("inf")), InputError, "inf"),
    ("money Decimal", lambda: untyped(Worker)(income=Decimal(900_000)), InputError, "Decimal"),
    ("money Fraction", lambda: untyped(Worker)(income=Fraction(900_000)), InputError, "Fraction"),
    ("money as text", lambda: untyped(Worker)(income="900000"), InputError, "'900000'"),
    (
        "second income negative",
        lambda: Worker(second_income=-1),
        InputError,
        "Worker.second_income",
    ),
    (
        "payment amount as a float",
        lambda: untyped(Payment)(month="2026-01", on=DAY, amount=1.0),
        InputError,
        "Payment.amount",
    ),
    (
        "payments amount negative",
        lambda: payments("2026-01", "2026-02", amount=-1),
        InputError,
        "amount: got -1",
    ),
]

DAYS: list[Case] = [
    ("birth as a datetime", lambda: Worker(birth=NOON), InputError, "Worker.birth"),
    ("birth as text", lambda: untyped(Worker)(birth="1984-05-17"), InputError, "Worker.birth"),
    ("child's birth as a datetime", lambda: Child(birth=NOON), InputError, "Child.birth"),
    (
        "number issued as text",
        lambda: untyped(Participation)(number_issued="2026-01-05"),
        InputError,
        "number_issued",
    ),
    ("left on as a datetime", lambda: Participation(left_on=NOON), InputError, "left_on"),
    (
        "payment day as text",
        lambda: untyped(Payment)(month="2026-01", on="2026-01-05"),
        InputError,
        "Payment.on",
    ),
    (
        "payment day absent",
        lambda: untyped(Payment)(month="2026-01", on=None),
        InputError,
        "Payment.on",
    ),
    ("cover on a datetime", lambda: cover_on(MEMBER, NOON), InputError, "day"),
    ("cover on text", lambda: untyped(cover_on)(MEMBER, "2026-10-05"), InputError, "day"),
    (
        "keeping on text",
        lambda: untyped(keeping_cover)(FISHER, MEMBER, "2026-10-05"),
        InputError,
        "day",
    ),
    ("enrol on a datetime", lambda: may_enrol(FISHER, NOON), InputError, "on"),
    (
        "first payment as text",
        lambda: untyped(may_enrol)(FISHER, DAY, first_payment_on="x"),
        InputError,
        "first_payment_on",
    ),
    ("death on a datetime", lambda: death(died_on=NOON), InputError, "died_on"),
    ("death on no day", lambda: death(died_on=None), InputError, "died_on"),
    ("accident as text", lambda: accident(accident_on="2026-10-05"), InputError, "accident_on"),
    ("paid on a datetime", lambda: premium(FISHER, "2026-10", paid_on=NOON), InputError, "paid_on"),
    ("claimed on a datetime", lambda: refund_after_claim(MEMBER, NOON), InputError, "on"),
    (
        "claimed in a month",
        lambda: untyped(refund_after_claim)(MEMBER, "2026-10"),
        InputError,
        "on",
    ),
    (
        "claimed in a Month",
        lambda: untyped(refund_after_claim)(MEMBER, Month.of("2026-10")),
        InputError,
        "on",
    ),
    (
        "projection on text",
        lambda: untyped(scholarship_projection)(PUPIL, "2026-10-05"),
        InputError,
        "day",
    ),
    (
        "enrol before July 2015",
        lambda: may_enrol(FISHER, date(2015, 6, 30)),
        OutsideLawError,
        "2015-07-01",
    ),
    (
        "cover before July 2015",
        lambda: cover_on(MEMBER, date(2015, 6, 30)),
        OutsideLawError,
        "2015-07-01",
    ),
    (
        "keep before July 2015",
        lambda: keeping_cover(FISHER, MEMBER, date(2015, 6, 30)),
        OutsideLawError,
        "2015-07",
    ),
    (
        "death before July 2015",
        lambda: death(died_on=date(2015, 6, 30)),
        OutsideLawError,
        "2015-07-01",
    ),
    (
        "accident before it",
        lambda: accident(accident_on=date(2015, 6, 30)),
        OutsideLawError,
        "accident_on",
    ),
    ("law of a datetime", lambda: current().find("due.day", NOON), InputError, "day"),
    (
        "law of a day in text",
        lambda: untyped(current().get)("due.day", "2026-10-05"),
        InputError,
        "day",
    ),
]

MONTHS: list[Case] = [
    ("June 2015", lambda: premium(FISHER, "2015-06"), OutsideLawError, "2015-07 or later"),
    ("a run from June 2015", lambda: premium_run(FISHER, "2015-06", "2015-08"), OutsideLawError,
     "2015-06"),
    ("prepay from June 2015", lambda: prepay(FISHER, "2015-06", 3), OutsideLawError, "2015-06"),
    ("refund of June 2015", lambda: refund_after_claim(MEMBER, date(2015, 6, 30)), OutsideLawError,
     "2015-06"),
    ("month 13", lambda: premium(FISHER, "2026-13"), InputError, "2026-13"),
    ("month 00", lambda: premium(FISHER, "2026-00"), InputError, "2026-00"),
    ("month as a float", lambda: premium(FISHER, 2026.11), InputError, "2026.11"),
    ("month as a number", lambda: premium(FISHER, 202611), InputError, "202611"),
    ("month without a zero", lambda: premium(FISHER, "2026-1"), InputError, "YYYY-MM"),
    ("month with a space", lambda: premium(FISHER, "2026-11\n"), InputError, "YYYY-MM"),
    ("month in other digits", lambda: premium(FISHER, "２０２６-11"), InputError, "YYYY-MM"),
    ("month None", lambda: premium(FISHER, None), InputError, "Month"),
    ("month as a datetime", lambda: premium(FISHER, NOON), InputError, "Month"),
    ("month True", lambda: Month.of(YES), InputError, "True"),
    ("month of 1899", lambda: Month.of("1899-12"), InputError, "1900-01"),
    ("month of 9999", lambda: Month.of("9999-01"), InputError, "9998-12"),
    ("a day in 9999", lambda: Month.of(date(9999, 12, 31)), InputError, "9998-12"),
    ("months reversed", lambda: premium_run(FISHER, "2026-10", "2026-09"), InputError,
     "2026-10 (first)"),
    ("payments reversed", lambda: payments("2026-10", "2026-09"), InputError, "2026-10 (first)"),
    ("more than a century", lambda: premium_run(FISHER, "2026-01", "2126-01"), InputError, "1200"),
    ("prepay 4", lambda: prepay(FISHER, "2026-10", 4), InputError, "one of"),
    ("prepay 0", lambda: prepay(FISHER, "2026-10", 0), InputError, "one of"),
    ("prepay True", lambda: prepay(FISHER, "2026-10", YES), InputError, "True"),
    ("prepay '3'", lambda: untyped(prepay)(FISHER, "2026-10", "3"), InputError, "'3'"),
    ("prepay Decimal 3", lambda: untyped(prepay)(FISHER, "2026-10", Decimal(3)), InputError,
     "Decimal"),
    ("month paid twice", lambda: Participation(payments=payments("2026-01", "2026-02") * 2),
     InputError, "2026-02"),
    ("paid long before the number",
     lambda: Participation(number_issued=DAY, payments=payments("2026-08", "2026-10")), InputError,
     "earlier_paid_months"),
    ("first month as a float", lambda: Participation(first_month=2026.1), InputError, "Month"),
]  # fmt: skip

ORDER: list[Case] = [
    ("birth in the future", lambda: may_enrol(Worker(birth=date(2026, 10, 6)), DAY), InputError,
     "Worker.birth"),
    ("age over 150", lambda: may_enrol(Worker(birth=date(1875, 1, 1)), DAY), InputError,
     "Worker.birth"),
    ("dead at over 150", lambda: death(Worker(birth=date(1850, 1, 1), income=1)), InputError,
     "Worker.birth"),
    ("birth after death", lambda: death(Worker(birth=date(2026, 10, 6))), InputError, "died_on"),
    ("birth after the accident",
     lambda: accident(worker=Worker(birth=date(2026, 2, 1)), accident_on=date(2026, 1, 9)),
     InputError, "Worker.birth"),
    ("accident after death", lambda: accident(accident_on=DAY + timedelta(1)), InputError,
     "accident_on"),
    ("left before the number", lambda: Participation(number_issued=DAY, left_on=date(2026, 1, 1)),
     InputError, "left_on"),
]  # fmt: skip

CODES: list[Case] = [
    ("unknown segment", lambda: Worker(segment="XYZ"), InputError, "Worker.segment"),
    ("unknown kind", lambda: Worker(kind="d"), InputError, "Worker.kind"),
    ("kind in the wrong case", lambda: Worker(kind="B"), InputError, "write 'independent'"),
    ("kind as a list", lambda: untyped(Worker)(kind=["b"]), InputError, "Worker.kind"),
    ("unknown sector", lambda: Worker(sector=""), InputError, "Worker.sector"),
    ("unknown will", lambda: Family(will="notary"), InputError, "Family.will"),
    ("kind as a number", lambda: untyped(Worker)(kind=2), InputError, "Worker.kind"),
    ("unknown category", lambda: Worker(category="Fisher"), InputError, "fisher"),
    ("category of another list", lambda: Worker(category=Sector.TRANSPORT), InputError, "Category"),
    ("sector of another list", lambda: Worker(sector=Cause.OTHER), InputError, "Sector"),
    ("unknown payer", lambda: premium(FISHER, "2026-10", payer="apbd"), InputError, "APBD"),
    ("payer of another list", lambda: untyped(premium)(FISHER, "2026-10", payer=Cause.OTHER),
     InputError, "Payer"),
    ("participation's payer", lambda: Participation(payer="me"), InputError, "Participation.payer"),
    ("unknown level", lambda: Child(level="sd"), InputError, "Child.level"),
    ("will of another list", lambda: Family(will=Level.NONE), InputError, "Will"),
    ("unknown cause", lambda: death(cause="accident"), InputError, "work_accident"),
    ("cause of another list", lambda: death(cause=BpuKind.OTHER), InputError, "Cause"),
    ("unknown form of work", lambda: Child(working=True, working_as="pu"), InputError,
     "Child.working_as"),
    ("form of work as a list", lambda: untyped(Child)(working=True, working_as=["PU"]), InputError,
     "Child.working_as"),
    ("form of work of one without", lambda: Child(working=False, working_as="PU"), InputError,
     "Child.working"),
    ("JKK without JKM", lambda: Participation(programmes=(Programme.JKK,)), InputError,
     "Participation.programmes"),
    ("programmes as text", lambda: untyped(Participation)(programmes="JKK"), InputError,
     "Participation.programmes"),
    ("programmes None", lambda: untyped(Participation)(programmes=None), InputError,
     "Participation.programmes"),
    ("programmes in a set", lambda: untyped(Participation)(programmes={*Programme}), InputError,
     "Participation.programmes"),
    ("flag as a number", lambda: untyped(Worker)(works=1), InputError, "Worker.works"),
    ("flag as text", lambda: untyped(Family)(spouse="yes"), InputError, "Family.spouse"),
    ("flag of a child as text", lambda: untyped(Child)(married="no"), InputError, "Child.married"),
    ("occupation 0", lambda: Worker(occupation=0), InputError, "occupation"),
    ("occupation 90", lambda: Worker(occupation=90), InputError, "1 to 89"),
    ("occupation in words", lambda: untyped(Worker)(occupation="farmer"), InputError, "farmer"),
    ("occupation as a float", lambda: untyped(Worker)(occupation=11.0), InputError, "occupation"),
    ("occupation True", lambda: occupation(YES), InputError, "occupation"),
    ("occupation as a list", lambda: untyped(Worker)(occupation=[11]), InputError, "occupation"),
    ("region as a number", lambda: untyped(Worker)(resident_of=6408), InputError,
     "Worker.resident_of"),
    ("region that is no code", lambda: Worker(resident_of="Kutai Timur"), InputError,
     "Worker.resident_of"),
    ("months in Indonesia -1", lambda: Worker(months_in_indonesia=-1), InputError,
     "months_in_indonesia"),
    ("decile 0", lambda: Worker(decile=0), InputError, "Worker.decile"),
    ("decile 11", lambda: Worker(decile=11), InputError, "1 to 10"),
    ("decile as text", lambda: untyped(Worker)(decile="4"), InputError, "Worker.decile"),
    ("jobs as a float", lambda: untyped(Worker)(jobs=1.0), InputError, "Worker.jobs"),
    ("earlier months None", lambda: untyped(Participation)(earlier_paid_months=None), InputError,
     "earlier_paid_months"),
    ("earlier months of a tortoise", lambda: Participation(earlier_paid_months=1801), InputError,
     "earlier_paid"),
    ("row 0", lambda: premium(FISHER, "2026-10", row=0), InputError, "1 to 33"),
    ("row 34", lambda: premium(FISHER, "2026-10", row=34), InputError, "34"),
    ("row True", lambda: premium(FISHER, "2026-10", row=True), InputError, "True"),
    ("row as a float", lambda: untyped(premium)(FISHER, "2026-10", row=1.0), InputError, "1.0"),
    ("row 34 of a member", lambda: premium(FISHER, "2026-10", participation=Participation(row=34)),
     InputError, "34"),
    ("row 99 beside a scheme",
     lambda: premium(FISHER, "2025-10", row=99, scheme=load_scheme("kutim")), InputError, "99"),
    ("row True of a member", lambda: Participation(row=True), InputError, "Participation.row"),
    ("wage earner's premium", lambda: premium(Worker(segment="PU"), "2026-10"), InputError, "BPU"),
    ("wage earner's death", lambda: death(Worker(segment="PU", income=1)), InputError, "BPU"),
    ("wage earner's cover", lambda: keeping_cover(Worker(segment="PU"), MEMBER, DAY), InputError,
     "BPU"),
    ("class 0", lambda: Child(level="SD", year=0), InputError, "Child.year"),
    ("class 0 of SMP",
     lambda: scholarship_projection(Child(birth=date(2015, 1, 1), level="SMP", year=0), DAY),
     InputError, "Child.year"),
]  # fmt: skip

NIKS: list[Case] = [
    (f"NIK {why}", partial(Nik, digits), InputError, "NIK")
    for why, digits in [
        ("of 15 digits", "999999290512001"),
        ("of 17 digits", "99999929051200001"),
        ("with a letter", "99999929O5120001"),
        ("with a line end", "9999992905120001\n"),
        ("with spaces", " 9999992905120001"),
        ("with serial 0000", "9999992905120000"),
        ("with day 00", "9999990005120001"),
        ("with day 32", "9999993205120001"),
        ("with day 40", "9999994005120001"),
        ("with day 72", "9999997205120001"),
        ("with month 13", "9999992913120001"),
        ("with month 00", "9999992900120001"),
        ("with 31 February", "9999993102120001"),
        ("of a woman of 31 February", "9999997102120001"),
        ("with 29 February 1901 or 2001", "9999992902010001"),
        ("in Arabic digits", "٩٩٩٩٩٩٢٩٠٥١٢٠٠٠١"),
        ("as a number", 9999992905120001),
        ("as bytes", b"9999992905120001"),
        ("None", None),
    ]
]

TYPES: list[Case] = [
    ("premium of no worker", lambda: untyped(premium)(None, "2026-10"), InputError, "a Worker"),
    (
        "premium of a mapping",
        lambda: untyped(premium)({"kind": "b"}, "2026-10"),
        InputError,
        "a Worker",
    ),
    ("enrol no worker", lambda: untyped(may_enrol)("fisher", DAY), InputError, "a Worker"),
    (
        "keeping no worker",
        lambda: untyped(keeping_cover)("fisher", MEMBER, DAY),
        InputError,
        "a Worker",
    ),
    (
        "keeping no worker, late",
        lambda: untyped(keeping_cover)(None, LATE, DAY),
        InputError,
        "a Worker",
    ),
    ("death of no worker", lambda: death("fisher"), InputError, "a Worker"),
    ("cover of no member", lambda: untyped(cover_on)(None, DAY), InputError, "participation"),
    ("cover of no registration", lambda: cover_on((), DAY), InputError, "participation"),
    (
        "cover of a dict of members",
        lambda: untyped(cover_on)({1: MEMBER}, DAY),
        InputError,
        "participation",
    ),
    (
        "premium of no member",
        lambda: untyped(premium)(FISHER, "2026-10", participation="x"),
        InputError,
        "participation",
    ),
    (
        "run of no member",
        lambda: untyped(premium_run)(FISHER, "2026-10", "2026-11", participation=5),
        InputError,
        "participation",
    ),
    (
        "enrol no member",
        lambda: untyped(may_enrol)(FISHER, DAY, participation="x"),
        InputError,
        "participation",
    ),
    (
        "refund of no member",
        lambda: untyped(refund_after_claim)("x", DAY),
        InputError,
        "participation",
    ),
    ("death of no member", lambda: death(participation="x"), InputError, "participation"),
    (
        "death of a dict of members",
        lambda: death(participation={1: MEMBER}),
        InputError,
        "participation",
    ),
    ("death without registration", lambda: death(participation=()), InputError, "participation"),
    (
        "accident without registration",
        lambda: accident(participation=()),
        InputError,
        "participation",
    ),
    ("death of no family", lambda: death(family=[PUPIL]), InputError, "family"),
    (
        "children by name",
        lambda: untyped(Family)(children={"Ani": PUPIL}),
        InputError,
        "Family.children",
    ),
    ("children as a number", lambda: untyped(Family)(children=2), InputError, "Family.children"),
    (
        "children as mappings",
        lambda: untyped(Family)(children=({},)),
        InputError,
        "Family.children",
    ),
    (
        "payments one by one",
        lambda: untyped(Participation)(payments=iter(payments("2026-01", "2026-02"))),
        InputError,
        "tuple",
    ),
    (
        "payments as months",
        lambda: untyped(Participation)(payments=("2026-01",)),
        InputError,
        "Participation.payments",
    ),
    (
        "record as a number",
        lambda: untyped(Participation)(record=5),
        InputError,
        "Participation.record",
    ),
    ("NIK as text", lambda: untyped(Worker)(nik="9999992905120001"), InputError, "Worker.nik"),
    (
        "projection of no child",
        lambda: untyped(scholarship_projection)("child", DAY),
        InputError,
        "child",
    ),
    (
        "scheme as text: premium",
        lambda: untyped(premium)(FISHER, "2025-10", scheme="kutim"),
        InputError,
        "scheme",
    ),
    (
        "scheme as text: enrol",
        lambda: untyped(may_enrol)(FISHER, DAY, scheme="kutim"),
        InputError,
        "scheme",
    ),
    (
        "scheme as text: keeping",
        lambda: untyped(keeping_cover)(FISHER, LATE, DAY, scheme="kutim"),
        InputError,
        "scheme",
    ),
    ("scheme as text: death", lambda: accident(scheme="kutim"), InputError, "scheme"),
    (
        "scheme not running",
        lambda: premium(FISHER, "2022-12", scheme=load_scheme("kutim")),
        InputError,
        "kutim",
    ),
    (
        "law as text: premium",
        lambda: untyped(premium)(FISHER, "2026-10", law="law"),
        InputError,
        "law",
    ),
    (
        "law as text: run",
        lambda: untyped(premium_run)(FISHER, "2026-10", "2026-11", law="law"),
        InputError,
        "law",
    ),
    (
        "law as text: prepay",
        lambda: untyped(prepay)(FISHER, "2026-10", 3, law="law"),
        InputError,
        "law",
    ),
    ("law as text: enrol", lambda: untyped(may_enrol)(FISHER, DAY, law="law"), InputError, "law"),
    ("law as text: cover", lambda: untyped(cover_on)(MEMBER, DAY, law="law"), InputError, "law"),
    (
        "law as text: keeping",
        lambda: untyped(keeping_cover)(FISHER, MEMBER, DAY, law="law"),
        InputError,
        "law",
    ),
    ("law as text: death", lambda: death(law="law"), InputError, "law"),
    (
        "law as text: refund",
        lambda: untyped(refund_after_claim)(MEMBER, DAY, law="law"),
        InputError,
        "law",
    ),
    (
        "law as text: projection",
        lambda: untyped(scholarship_projection)(PUPIL, DAY, law="law"),
        InputError,
        "law",
    ),
    (
        "language unknown",
        lambda: premium(FISHER, "2026-10", payer="self").text("fr"),
        InputError,
        "lang",
    ),
    ("finding unknown", lambda: cover_on(MEMBER, DAY).finding("colour"), InputError, "colour"),
    (
        "state of an undecided cover",
        lambda: cover_on(Participation(), DAY).state,
        UndecidedError,
        "state",
    ),
]

CHOICES: list[Case] = [
    ("changes for a text", lambda: untyped(changes_between)(date(2026, 10, 4), DAY, employment="x"),
     InputError, "employment"),
    (
        "changes for an employment with a payer",
        lambda: changes_between(date(2026, 10, 4), DAY, employment=Employment(), payer="self"),
        InputError,
        "leave out",
    ),
    ("unknown decision", lambda: current().with_decisions(D99="x"), InputError, "D99"),
    ("unknown alternative", lambda: current().with_decisions(D33="maybe"), InputError, "unbroken"),
    ("alternative as a number", lambda: untyped(current().with_decisions)(D33=1), InputError,
     "D33"),
    ("alternative of another decision", lambda: current().with_decisions(D33="refuse"), InputError,
     "refuse"),
    ("unknown rule", lambda: current().get("due.moon", DAY), LawDataError, "due.moon"),
    ("rule not in force", lambda: current().get("relief.pp49_2020.bpu", DAY), OutsideLawError,
     "2026-10-05"),
    ("unknown criterion", lambda: load_scheme("kutim").switch("shoe_size", on=True), InputError,
     "registry_match"),
    ("criterion switched to a word", lambda: untyped(load_scheme("kutim").switch)("poor", on="no"),
     InputError, "on: got 'no'"),
    ("unknown scheme", lambda: load_scheme("atlantis"), InputError, "atlantis"),
    ("scheme file missing", lambda: load_scheme(HERE / "no such file.toml"), InputError,
     "no such file.toml"),
    ("scheme file a directory", lambda: load_scheme(HERE), InputError, "scheme"),
    ("scheme without a name", lambda: load_scheme(""), InputError, "scheme"),
    ("scheme with a zero byte", lambda: load_scheme("a\0b"), InputError, "scheme"),
    ("scheme None", lambda: untyped(load_scheme)(None), InputError, "scheme"),
    ("scheme a number", lambda: untyped(load_scheme)(5), InputError, "scheme"),
    ("child 3 of three", lambda: named(3), InputError, "for_children"),
    ("child -1", lambda: named(-1), InputError, "for_children"),
    ("three children named", lambda: named(0, 1, 2), InputError, "(0, 1, 2)"),
    ("a child named twice", lambda: named(1, 1), InputError,
     "at most 2 different positions from 0 to 2"),
    ("a child of none named", lambda: named(0, children=0), InputError, "for_children"),
    ("child True", lambda: named(YES), InputError, "for_children"),
    ("child 0.0", lambda: named(0.0), InputError, "for_children"),
    ("child '0'", lambda: named("0"), InputError, "for_children"),
    ("children not in a tuple", lambda: death(for_children=0), InputError, "for_children"),
    ("accident at 1 of one", lambda: accident(accident_at=1), InputError, "accident_at"),
    ("accident at -1", lambda: accident(accident_at=-1), InputError, "accident_at"),
    ("accident at True", lambda: accident(participation=(MEMBER, LATE), accident_at=True),
     InputError, "accident_at"),
    ("accident at '0'", lambda: accident(accident_at="0"), InputError, "accident_at"),
    ("calendar without a working day", lambda: late(lambda _day: False), InputError, "calendar"),
    ("calendar that breaks", lambda: late(broken), InputError, "calendar"),
    ("calendar with words", lambda: late(lambda _day: "no"), InputError, "calendar"),
    ("calendar that says nothing", lambda: late(lambda _day: None), InputError, "calendar"),
    ("calendar of no days", lambda: untyped(late)(lambda: True), InputError, "calendar"),
    ("calendar no callable", lambda: untyped(late)({DAY}), InputError, "calendar"),
    ("calendar broken: premium", lambda: premium(FISHER, "2026-08", payer="self", calendar=broken),
     InputError, "calendar"),
    ("day past every calendar",
     lambda: cover_on(Participation(number_issued=date(9999, 12, 1), payments=()), date.max),
     InputError, "on"),
]  # fmt: skip

REFUSED = [*MONEY, *DAYS, *MONTHS, *ORDER, *CODES, *NIKS, *TYPES, *CHOICES]


@pytest.mark.parametrize(
    ("call", "error", "word"), [pytest.param(*case, id=name) for name, *case in REFUSED]
)
def test_wrong_input_is_refused_by_name(
    call: Callable[[], object], error: type[JamsosError], word: str
) -> None:
    with pytest.raises(error) as caught:
        call()
    message = str(caught.value)
    assert type(caught.value) is error
    assert word in message
    assert "allowed: " in message
    assert "Next step: " in message
    assert not {"None", ""} & {caught.value.thing, caught.value.allowed, caught.value.next_step}
    sent = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert str(sent) == str(copy.deepcopy(caught.value)) == message


def test_the_table_is_long_and_every_case_has_its_own_name() -> None:
    names = [name for name, *_ in REFUSED]
    assert len(set(names)) == len(names) >= 60


INSIDE: dict[str, Callable[[], object]] = {
    "the largest sum": lambda: Worker(income=10**15),
    "no income": lambda: Worker(income=0),
    "the last occupation": lambda: Worker(occupation=89),
    "a village": lambda: Worker(resident_of="64.08.05.2001"),
    "born today": lambda: may_enrol(Worker(birth=DAY), DAY),
    "the first month": lambda: premium(FISHER, "2015-07", payer="self"),
    "the last row": lambda: premium(FISHER, date(2026, 10, 31), payer="self", row=33),
    "the first day": lambda: cover_on(MEMBER, date(2015, 7, 1)),
    "the month before the number": lambda: Participation(
        number_issued=DAY, payments=payments("2026-09", "2026-10")
    ),
    "left on the first day": lambda: Participation(number_issued=DAY, left_on=DAY),
    "one month": lambda: payments("2026-09", "2026-09"),
    "a century": lambda: premium_run(FISHER, "2026-01", "2125-12", payer="self"),
    "the only registration": lambda: accident(accident_on=DAY, accident_at=0),
    "two of three children": lambda: named(0, 2),
    "both of two children": lambda: named(0, 1, children=2),
    "a woman of the 31st": lambda: Nik("9999997105120001"),
    "29 February 2000": lambda: Nik("9999992902000001"),
    "the last class": lambda: scholarship_projection(
        Child(birth=date(2015, 1, 1), level="SD", year=6), DAY
    ),
}


@pytest.mark.parametrize("call", [pytest.param(call, id=name) for name, call in INSIDE.items()])
def test_what_lies_just_inside_is_accepted(call: Callable[[], object]) -> None:
    assert call() is not None


LONG = Participation(number_issued=date(2022, 1, 3), payments=payments("2022-01", "2026-10"))
UNDECIDED: list[tuple[str, Callable[[], Answer], set[str]]] = [
    ("premium of nobody known", lambda: premium(Worker(), "2026-10"), {"worker.income"}),
    ("premium without a payer", lambda: premium(FISHER, "2026-10"), {"payer"}),
    ("premium without a kind",
     lambda: premium(Worker(income=1, sector="other"), "2026-10", payer="self"), {"worker.kind"}),
    ("premium without a sector",
     lambda: premium(Worker(kind="b", income=1), "2026-02", payer="self"), {"worker.sector"}),
    ("premium without a segment", lambda: premium(Worker(segment=None, income=1), "2026-02"),
     {"worker.segment"}),
    ("premium of two jobs", lambda: premium(Worker(kind="b", income=1, second_income=1), "2025-02"),
     {"D09"}),
    ("premium of 2020", lambda: premium(FISHER, "2020-09", payer="self"),
     {"participation.payments"}),
    ("run without a payer", lambda: premium_run(FISHER, "2026-03", "2026-10"), {"payer"}),
    ("prepay without a payer", lambda: prepay(FISHER, "2026-10", 3), {"payer"}),
    ("refund of unknown payments", lambda: refund_after_claim(Participation(), DAY),
     {"participation.payments"}),
    ("refund of unknown sums", lambda: refund_after_claim(MEMBER, date(2026, 8, 1)),
     {"payment.amount"}),
    ("enrol nobody known", lambda: may_enrol(Worker(segment=None), DAY),
     {"worker.segment", "worker.works", "worker.has_nik", "worker.birth", "worker.foreign"}),
    ("enrol a foreigner",
     lambda: may_enrol(Worker(works=True, birth=date(1990, 1, 1), foreign=True), DAY),
     {"worker.has_nik", "worker.months_in_indonesia"}),
    ("cover of nothing known", lambda: cover_on(Participation(), DAY),
     {"participation.number_issued", "participation.payments"}),
    ("cover without payments", lambda: cover_on(Participation(number_issued=date(2026, 1, 5)), DAY),
     {"participation.payments"}),
    ("keeping of nothing known", lambda: keeping_cover(Worker(), Participation(), DAY),
     {"participation.number_issued", "participation.payments"}),
    ("keeping without an income", lambda: keeping_cover(Worker(kind="b"), LATE, DAY),
     {"worker.income"}),
    ("death without a cause", lambda: death(cause=None), {"cause"}),
    ("death of nothing known", lambda: death(participation=Participation()),
     {"participation.number_issued", "participation.payments"}),
    ("accident on no day", lambda: accident(accident_on=None), {"accident_on"}),
    ("accident without an income", lambda: accident(worker=Worker()), {"worker.income"}),
    ("accident at one of two", lambda: accident(participation=(MEMBER, LATE)), {"accident_at"}),
    ("projection of nothing known", lambda: scholarship_projection(Child(), DAY),
     {"child.level", "child.year", "child.birth", "child.lawful", "child.studying", "child.married",
      "child.working"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("ask", "needs"), [pytest.param(*case, id=name) for name, *case in UNDECIDED]
)
def test_an_absent_fact_gives_cannot_decide_and_no_number(
    ask: Callable[[], Answer], needs: set[str]
) -> None:
    answer = ask()
    assert answer.outcome is Outcome.CANNOT_DECIDE
    assert {need.id for need in answer.needs} == needs
    assert answer.lines == ()
    assert "total=" not in repr(answer)
    if not isinstance(answer, MoneyAnswer):
        return
    money = answer
    asked: list[Callable[[], object]] = [lambda: money.total, lambda: money.payable(When.NOW)]
    for number in asked:
        with pytest.raises(UndecidedError) as caught:
            number()
        assert all(need.ask in caught.value.next_step for need in answer.needs)


def test_no_part_of_an_undecided_answer_counts_as_zero() -> None:
    with pytest.raises(UndecidedError):
        premium(FISHER, "2026-10").line("premium.jkk")


def test_a_scholarship_nobody_can_know_is_no_number() -> None:
    answer = death(participation=LONG, family=Family(spouse=True))
    for code in ("statutory_maximum", "remaining_maximum", "first_instalment"):
        with pytest.raises(UndecidedError, match=r"Family\(children=...\)"):
            answer.finding(f"scholarship_{code}")


@pytest.mark.parametrize("other", [None, "2026-10", 24_000, date(2026, 10, 1)])
def test_a_month_is_compared_with_months_only(other: Any) -> None:
    month = Month.of("2026-10")
    assert month != other
    compared: tuple[Callable[[], object], ...] = (
        lambda: month < other,
        lambda: month >= other,
        lambda: month - other,
    )
    for wrong in compared:
        with pytest.raises((TypeError, InputError)):
            wrong()
