"""Invented people as columns: each cell follows from the seed, the person's number and the column's name."""

from datetime import date, timedelta

import polars as pl
from attrs import frozen

from jamsos.registers.assumed import Assumed
from jamsos.registers.draws import below, chosen, flags, word
from jamsos.registers.layout import COLUMNS, SEX
from jamsos.registers.slots import DAY, SECOND_NUMBERS, SERIALS, Slots
from jamsos.registers.traits import traits
from jamsos.values.days import add_years

WHO, CARD = "_who", "_card"
"""The number of the person and of the family card, from 0."""

MARKER = "Rekaan"
"""*Rekaan*, invented: begins every name."""
_MEN = "Adi Agus Arman Bayu Budi Danu Dedi Eko Fajar Galih Hadi Imam Joko Lukman Rudi Surya"
_WOMEN = "Ani Ayu Citra Dewi Eka Fitri Indah Lestari Maya Mega Nur Putri Rina Sari Tuti Yanti"
_BEGIN, _END = "Bel Dar Kal Lon Mah Nir Pal Sen Tam Wid", "ana awa inda oro uri"
_ELSEWHERE = "99.99"
_DISTRICT = len("64.08")
_WOMEN_ADD = 40
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
        births = [
            (day, weight)
            for (youngest, oldest), weight in assumed.ages.items()
            for day in _days(add_years(on, -oldest - 1) + timedelta(days=1), add_years(on, -youngest))
        ]
        recorded = [(day, 1) for day in _days(add_years(on, -_YEARS_RECORDED), on)]
        return cls(seed, assumed, villages, Slots.of(births), Slots.of(recorded))

    @property
    def most(self) -> int:
        """How many people can have a number of their own."""
        cards = self.cards.most(SERIALS)
        return min(self.births.most(SECOND_NUMBERS - 1), cards * self.assumed.people_a_card)

    def columns(self, numbers: pl.DataFrame) -> pl.DataFrame:
        """The columns of the layout for the people whose numbers stand in ``_who``; other columns stay in front."""
        drawn = numbers.with_columns(**{CARD: pl.col(WHO) // self.assumed.people_a_card}).with_columns(
            _born=self.births.place(pl.col(WHO), self.seed, "birth"),
            _recorded=self.cards.place(pl.col(CARD), self.seed, "kk"),
            _village=below(word(pl.col(CARD), self.seed, "village"), len(self.villages)),
            _woman=chosen(self._drawn("sex"), flags(self.assumed.women, 0)),
        )
        facts, done = traits(drawn, pl.col(WHO), self.seed, self.assumed)
        made = {**self._identity(), **self._place(), **facts}
        ordered = [made[column.name].alias(column.name) for column in COLUMNS if column.name in made]
        return done.select(*(name for name in numbers.columns if name != WHO), *ordered)

    def _drawn(self, name: str) -> pl.Expr:
        return word(pl.col(WHO), self.seed, name)

    def _identity(self) -> dict[str, pl.Expr]:
        woman, born, drawn = pl.col("_woman"), pl.col("_born"), self._drawn("name")
        sexes = pl.Series(SEX, dtype=pl.Enum(SEX))
        return {
            "nik": (self.births.digits(born, pl.col(WHO)) + woman.cast(pl.UInt64) * (_WOMEN_ADD * DAY)).cast(pl.String),
            "kk": self.cards.digits(pl.col("_recorded"), pl.col(CARD)).cast(pl.String),
            "name": pl.when(woman).then(chosen(drawn, _names(_WOMEN))).otherwise(chosen(drawn, _names(_MEN))),
            "sex": pl.lit(sexes).gather(woman.cast(pl.UInt32)),
            "birth": pl.lit(self.births.days).gather(born),
        }

    def _place(self) -> dict[str, pl.Expr]:
        """Village and kecamatan, and the district of the identity card: the village's, or elsewhere."""
        village, kecamatan = pl.col("_village"), self.villages["kecamatan"]
        away = chosen(self._drawn("resident_of"), flags(self.assumed.elsewhere, self.assumed.unknown))
        home = pl.lit(kecamatan.str.head(_DISTRICT)).gather(village)
        return {
            "kecamatan": pl.lit(kecamatan).gather(village),
            "village": pl.lit(self.villages["village"]).gather(village),
            "resident_of": pl.when(away).then(pl.lit(_ELSEWHERE)).when(~away).then(home),
        }


def _names(first: str) -> pl.Series:
    return pl.Series([f"{MARKER} {a} {b}{c}" for a in first.split() for b in _BEGIN.split() for c in _END.split()])


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
