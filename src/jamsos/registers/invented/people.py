"""Invented people as columns: each cell follows from the seed, the person's number and its column.

The column counts by its name, so that a new one changes no other.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import polars as pl
from attrs import frozen

from jamsos.registers.invented.assumed import Assumed
from jamsos.registers.invented.draws import below, chosen, entry, flags, word
from jamsos.registers.invented.slots import DAY, SECOND_NUMBERS, SERIALS, Slots
from jamsos.registers.invented.traits import Columns, traits
from jamsos.registers.layout import NAMED, SEX
from jamsos.values.days import add_years

WHO = "_who"
"""The number of the person, from 0."""
CARD = "_card"
"""The number of the family card, from 0."""
_PERSON = pl.col(WHO)
_CARD = pl.col(CARD)

MARKER = "Rekaan"
"""*Rekaan*, invented: begins every name."""
_MEN = "Adi Agus Arman Bayu Budi Danu Dedi Eko Fajar Galih Hadi Imam Joko Lukman Rudi Surya"
_WOMEN = "Ani Ayu Citra Dewi Eka Fitri Indah Lestari Maya Mega Nur Putri Rina Sari Tuti Yanti"
_BEGIN = "Bel Dar Kal Lon Mah Nir Pal Sen Tam Wid"
_END = "ana awa inda oro uri"
_ELSEWHERE = "99.99"
_DISTRICT = len("64.08")
_WOMEN_ADD = 40
"""What the NIK of a woman adds to the day of the month."""
_YEARS_RECORDED = 10


@frozen(eq=False)
class People:
    """Invented people of one seed."""

    seed: int
    assumed: Assumed
    villages: pl.DataFrame
    births: Slots
    cards: Slots

    @classmethod
    def of(cls, seed: int, assumed: Assumed, villages: pl.DataFrame) -> "People":
        """Prepare what all chunks share."""
        on = assumed.on
        births: list[tuple[date, int]] = []
        for ages, weight in assumed.ages.items():
            youngest, oldest = ages
            for day in _births(youngest, oldest, on):
                births.append((day, weight))
        first_recorded = add_years(on, -_YEARS_RECORDED)
        recorded = _days(first_recorded, on)
        cards = [(day, 1) for day in recorded]
        birth_slots = Slots.of(births)
        card_slots = Slots.of(cards)
        return cls(seed, assumed, villages, birth_slots, card_slots)

    @property
    def most(self) -> int:
        """How many people can have a number of their own."""
        niks = self.births.most(SECOND_NUMBERS - 1)
        cards = self.cards.most(SERIALS)
        return min(niks, cards * self.assumed.people_a_card)

    def columns(self, numbers: pl.DataFrame) -> pl.DataFrame:
        """The columns of the layout for the people whose numbers stand in ``_who``.

        Other columns of ``numbers`` stay in front.
        """
        people = self._with_draws(numbers)
        work_and_money = traits(people, _PERSON, self.seed, self.assumed)
        made = work_and_money.columns
        made.update(self._identity())
        made.update(self._place())
        columns = [pl.col(name) for name in numbers.columns if name != WHO]
        columns.extend(_in_order(made))
        return work_and_money.people.select(columns)

    def _with_draws(self, numbers: pl.DataFrame) -> pl.DataFrame:
        """The people with their card, and with the draws on which several columns have to agree."""
        card_number = _PERSON // self.assumed.people_a_card
        with_cards = numbers.with_columns(card_number.alias(CARD))
        born = self.births.place(_PERSON, self.seed, "birth")
        recorded = self.cards.place(_CARD, self.seed, "kk")
        village_drawn = word(_CARD, self.seed, "village")
        village = below(village_drawn, len(self.villages))
        sexes = flags(self.assumed.women, 0)
        woman = chosen(self._drawn("sex"), sexes)
        return with_cards.with_columns(
            _born=born,
            _recorded=recorded,
            _village=village,
            _woman=woman,
        )

    def _drawn(self, name: str) -> pl.Expr:
        return word(_PERSON, self.seed, name)

    def _identity(self) -> Columns:
        """NIK, number of the family card, name, sex and day of birth."""
        woman = pl.col("_woman")
        born = pl.col("_born")
        recorded = pl.col("_recorded")
        days_added = woman.cast(pl.UInt64) * _WOMEN_ADD
        man_digits = self.births.digits(born, _PERSON)
        nik = man_digits + days_added * DAY
        kk = self.cards.digits(recorded, _CARD)
        sexes = pl.Series(SEX, dtype=pl.Enum(SEX))
        place_of_sex = woman.cast(pl.UInt32)
        return {
            "nik": nik.cast(pl.String),
            "kk": kk.cast(pl.String),
            "name": self._name(woman),
            "sex": entry(sexes, place_of_sex),
            "birth": entry(self.births.days, born),
        }

    def _name(self, woman: pl.Expr) -> pl.Expr:
        drawn = self._drawn("name")
        # Each name is drawn for both sexes; which of the two counts changes no other draw.
        women_names = chosen(drawn, _names(_WOMEN))
        men_names = chosen(drawn, _names(_MEN))
        if_woman = pl.when(woman).then(women_names)
        return if_woman.otherwise(men_names)

    def _place(self) -> Columns:
        """Village and kecamatan, and the district of the identity card.

        The card is of the village's district or of another one.
        """
        village = pl.col("_village")
        codes = self.villages["village"]
        kecamatan = self.villages["kecamatan"]
        districts = kecamatan.str.head(_DISTRICT)
        home = entry(districts, village)
        assumed = self.assumed
        shares = flags(assumed.elsewhere, assumed.unknown)
        away = chosen(self._drawn("resident_of"), shares)
        # Where it is not known whether the card is of another district, neither is stated.
        if_away = pl.when(away).then(pl.lit(_ELSEWHERE))
        resident_of = if_away.when(~away).then(home)
        return {
            "kecamatan": entry(kecamatan, village),
            "village": entry(codes, village),
            "resident_of": resident_of,
        }


def _in_order(made: Columns) -> list[pl.Expr]:
    """The columns in the order of the layout, under their names."""
    columns: list[pl.Expr] = []
    for name in NAMED:
        if name in made:
            column = made[name]
            columns.append(column.alias(name))
    return columns


def _names(first_names: str) -> pl.Series:
    """Every first name with every second name, marked as invented."""
    names: list[str] = []
    for first in first_names.split():
        for second in _second_names():
            names.append(f"{MARKER} {first} {second}")
    return pl.Series(names)


def _second_names() -> Iterator[str]:
    for begin in _BEGIN.split():
        for end in _END.split():
            yield begin + end


def _births(youngest: int, oldest: int, on: date) -> list[date]:
    """The days of birth of those who have one of these ages on a day."""
    # On the day before their next birthday the oldest are still that old.
    too_old = add_years(on, -oldest - 1)
    first = too_old + timedelta(days=1)
    last = add_years(on, -youngest)
    return _days(first, last)


def _days(first: date, last: date) -> list[date]:
    count = (last - first).days + 1
    return [first + timedelta(days=n) for n in range(count)]
