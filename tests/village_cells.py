"""How a village writes a fact into a cell, how it goes wrong, and what is so of the cell."""

from datetime import date, timedelta
from enum import Enum
from random import Random
from typing import Any, NamedTuple

from village_people import Person, Place

_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"),
    *("Oktober", "November", "Desember"),
)
_SHORT_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des"),
)
_MILLION = 1_000_000
_DAY_0 = date(1899, 12, 30)


class State(Enum):
    """What is so of a cell."""

    PLAIN = "plain"
    """It says the fact in a way nobody can mistake."""
    BLANK = "blank"
    """It says nothing."""
    BROKEN = "broken"
    """Nobody can be sure what it says: read right or sent back, never read as something else."""
    WRONG = "wrong"
    """It says something else than is so, and another cell of the row shows that."""


class Told(NamedTuple):
    """A cell as it is written, and what is so of it."""

    text: Any
    state: State = State.PLAIN


class Habits(NamedTuple):
    """How a village writes its facts."""

    random: Random
    place: Place
    native: bool
    """Whether the file keeps numbers and days as such."""
    nik: str
    day: str
    income: str
    sex: str
    flag: str
    village: str
    odds: float
    """How often a cell goes wrong, where the ordinary village has 1."""

    @classmethod
    def drawn(cls, random: Random, place: Place, *, native: bool) -> "Habits":
        """The habits of one village."""
        niks = ["text"] * 5 + ["spaces", "dots", "apostrophe", "number" if native else "formula"]
        days = [
            "dashes",
            "slashes",
            "words",
            "capitals",
            "dots",
            "two digits",
            "iso",
            "short month",
        ]
        if native:
            days += ["native"] * 6 + ["serial"]
        else:
            days += ["month first"]
        incomes = ["plain", "rp", "dots", "dash", "words", "yearly", "thousands", "plain"]
        return cls(
            random,
            place,
            native,
            nik=random.choice(niks),
            day=random.choice(days),
            income=random.choice(incomes),
            sex=random.choice(["L P", "LK PR", "Laki-laki Perempuan", "laki2 perempuan", "l p"]),
            flag=random.choice(["ya tidak", "Ada Tidak ada", "Y T", "√ ", "1 0", "sudah belum"]),
            village=random.choice(["name", "capitals", "Desa", "Ds.", "code", "kecamatan sda"]),
            odds=random.choice([0.5, 1, 1, 1.5, 2]),
        )

    def goes_wrong(self, chance: float) -> bool:
        """Whether this cell does."""
        return self.random.random() < chance * self.odds


def _numbered(number: str, habit: str) -> Any:
    """A NIK as a village writes it."""
    if habit == "spaces":
        return f"{number[:6]} {number[6:12]} {number[12:]}"
    if habit == "dots":
        return f"{number[:2]}.{number[2:4]}.{number[4:6]}.{number[6:12]}.{number[12:]}"
    if habit == "apostrophe":
        return f"'{number}"
    if habit == "formula":
        return f'="{number}"'
    return number


def slipped_nik(person: Person, nik: str, random: Random) -> Told:
    """The NIK with another day of birth in it."""
    slipped = person.birth + timedelta(random.choice([1, 9, 31]))
    more = 40 if person.sex == "f" else 0
    day = f"{slipped.day + more:02}{slipped:%m%y}"
    return Told(nik[:6] + day + nik[12:], State.WRONG)


def nik_cell(person: Person, habits: Habits) -> Told:
    """The NIK of a person."""
    random = habits.random
    if person.nik is None:
        text = random.choice(["", "", "-", "sedang diurus", "belum ada", "proses"])
        return Told(text, State.BLANK)
    if habits.goes_wrong(0.05):
        return _broken_nik(person.nik, habits)
    if habits.nik == "number":
        # A spreadsheet keeps fifteen digits.
        return Told(int(person.nik[:15] + "0"), State.BROKEN)
    return Told(_numbered(person.nik, habits.nik))


def _broken_nik(nik: str, habits: Habits) -> Told:
    random = habits.random
    place = random.randrange(6, 15)
    ways = [nik[:place] + nik[place + 1 :], nik[:place] + "3" + nik[place:], ""]
    ways += ["9,99999E+15", f"{nik}.0", nik[:6] + "99" + nik[8:], nik[:-4] + "0000", "menyusul"]
    if "0" in nik:
        at = nik.index("0")
        ways.append(f"{nik[:at]}O{nik[at + 1 :]}")
    return Told(random.choice(ways), State.BROKEN)


def kk_cell(person: Person, habits: Habits) -> Told:
    """The number of the family card."""
    if habits.goes_wrong(0.01):
        return Told(person.kk[:-1], State.BROKEN)
    if habits.goes_wrong(0.02):
        return Told(habits.random.choice(["", "-", "belum ada"]), State.BLANK)
    if habits.nik == "number":
        return Told(int(person.kk[:15] + "0"), State.BROKEN)
    return Told(_numbered(person.kk, habits.nik))


def day_text(day: date, habit: str) -> Any:
    """A day as a village writes it."""
    forms: dict[str, Any] = {
        "native": day,
        "dashes": f"{day:%d-%m-%Y}",
        "slashes": f"{day.day}/{day.month}/{day.year}",
        "dots": f"{day:%d.%m.%Y}",
        "words": f"{day.day} {_MONTHS[day.month - 1]} {day.year}",
        "capitals": f"{day.day} {_MONTHS[day.month - 1].upper()} {day.year}",
        "short month": f"{day.day}-{_SHORT_MONTHS[day.month - 1]}-{day.year}",
        "two digits": f"{day:%d-%m-%y}",
        "iso": day.isoformat(),
        "serial": (day - _DAY_0).days,
        "month first": f"{day:%m/%d/%Y}",
    }
    return forms[habit]


def birth_cell(person: Person, habits: Habits, *, with_place: bool) -> Told:
    """The day of birth, in some villages after the place."""
    told = _day_of_birth(person.birth, habits)
    if not with_place:
        return told
    text = told.text
    if isinstance(text, date | int):
        text = day_text(person.birth, "dashes")
    if told.state is State.BLANK:
        return told
    return told._replace(text=f"{person.birth_place}, {text}")


def _day_of_birth(day: date, habits: Habits) -> Told:
    random = habits.random
    if habits.goes_wrong(0.03):
        ways = [f"31/02/{day.year}", f"{day.day}-13-{day.year}", f"{day.year}", "32 Mei 1980"]
        ways += [f"00-{day:%m-%Y}", f"{day.day} Mey {day.year}", f"{day:%d-%m}"]
        return Told(random.choice(ways), State.BROKEN)
    if habits.goes_wrong(0.01):
        return Told(random.choice(["", "-", "tidak tahu"]), State.BLANK)
    if habits.day == "month first" and day.day != day.month:
        return Told(day_text(day, habits.day), State.BROKEN)
    return Told(day_text(day, habits.day))


def income_cell(person: Person, habits: Habits) -> Told:
    """What the person earns in a month, or in a year, in the unit of the column."""
    random = habits.random
    if habits.goes_wrong(0.03):
        ways = ["tidak tentu", "1-2 juta", "500rb/hari", "±1 juta", "1.5.00", "tergantung musim"]
        return Told(random.choice(ways), State.BROKEN)
    if habits.goes_wrong(0.02):
        return Told(random.choice(["", "-"]), State.BLANK)
    amount = person.income
    if habits.income == "yearly":
        amount *= 12
    if habits.income == "thousands":
        return Told(amount // 1_000 if habits.native else str(amount // 1_000))
    if habits.income in ("plain", "yearly"):
        return Told(amount if habits.native else str(amount))
    return Told(_amount_text(amount, habits.income))


def _amount_text(amount: int, habit: str) -> str:
    dotted = f"{amount:,}".replace(",", ".")
    if habit == "rp":
        return f"Rp {dotted}"
    if habit == "dash":
        return f"Rp. {dotted},-"
    if habit == "words" and amount < _MILLION:
        return f"{amount // 1_000} ribu"
    if habit == "words" and amount % 100_000 == 0:
        return f"{amount / _MILLION:g} juta".replace(".", ",")
    return dotted


def sex_cell(person: Person, habits: Habits) -> Told:
    """The sex, in the two words of the village."""
    if habits.goes_wrong(0.005):
        return Told("X", State.BROKEN)
    man, woman = habits.sex.split(" ")
    return Told(man if person.sex == "m" else woman)


def flag_cell(*, holds: bool, habits: Habits) -> Told:
    """Yes or no; where a village ticks, nothing stands for no."""
    yes, no = habits.flag.split(" ", 1)
    if habits.goes_wrong(0.005):
        return Told("kadang-kadang", State.BROKEN)
    if not holds and not no:
        return Told("", State.BLANK)
    text = yes if holds else no
    if text in ("1", "0") and habits.native:
        return Told(int(text))
    return Told(text)


def village_cell(habits: Habits) -> Told:
    """The name of the village."""
    name = habits.place.name
    if habits.goes_wrong(0.008):
        return Told(name[:3] + name[5:], State.BROKEN)
    forms = {"capitals": name.upper(), "Desa": f"Desa {name}", "Ds.": f"Ds. {name}"}
    forms["code"] = habits.place.code
    return Told(forms.get(habits.village, name))


def trade_cell(person: Person) -> Told:
    """The occupation in the person's own words."""
    return Told(person.trade)
