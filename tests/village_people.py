"""Invented people of invented villages: what is really so of each, drawn from a seed."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

import polars as pl

DISTRICT = "99.99"
_KECAMATAN = (
    *("Andai Hulu", "Andai Hilir", "Angan Barat", "Angan Timur", "Misal Utara", "Misal Selatan"),
    *("Umpama Tengah", "Umpama Laut", "Reka Pantai", "Reka Darat", "Khayal Raya", "Contoh Jaya"),
    *("Ibarat Indah", "Tiru Makmur", "Seumpama", "Taksir Baru", "Duga Lama", "Kira Sepakat"),
)
_FIRST_WORDS = (
    *("Sungai", "Muara", "Bukit", "Tanjung", "Batu", "Teluk", "Rantau", "Karang", "Pulau"),
    *("Lubuk", "Padang", "Kuala"),
)
_SECOND_WORDS = (
    *("Rekaan", "Angan", "Khayal", "Umpama", "Misal", "Contoh", "Ibarat", "Taksiran", "Tiruan"),
    *("Andaian", "Dugaan", "Perkiraan"),
)
_MEN = ("Amat", "Baco", "Dayat", "Udin", "Saleh", "Yusran", "Hamid", "Rustam", "Jalil", "Kadir")
_WOMEN = ("Siti", "Halimah", "Rusni", "Aminah", "Norma", "Sari", "Wati", "Juliana", "Mina", "Ros")
_LAST = ("Anwar", "Basri", "Candra", "Darma", "Effendi", "Fauzi", "Gani", "Hasan", "Idris", "Jaya")
BIRTH_PLACES = ("Rekaan", "Muara Angan", "Kota Misal", "Contoh")
_FIRST_BIRTH = date(1950, 1, 1)
_DAYS_OF_BIRTHS = 20_000
_FIRST_CARD = date(2008, 1, 1)
_DAYS_OF_CARDS = 6_000
_WOMEN_ADD = 40

TRADES = (
    *(("Petani", 9), ("petani sawit", 9), ("Petani/Pekebun", 9), ("Buruh tani", 20)),
    *(("Buruh Harian Lepas", 19), ("BHL", 19), ("serabutan", 19), ("Nelayan", 11)),
    *(("nelayan tangkap", 11), ("Pedagang", 84), ("jualan", 84), ("Penjual sayur", 84)),
    *(("Tukang kayu", 27), ("TUKANG BATU", 26), ("Penjahit", 30), ("Ojek", 14), ("Supir", 81)),
    *(("Ibu rumah tangga", 2), ("IRT", 2), ("Wiraswasta", 88), ("Peternak", 10)),
    *(("Buruh sawit", 20), ("Honorer", 18), ("Karyawan swasta", 15), ("Ustadz", 45)),
)
"""What people say they do, and the number of it in form F-1.01."""
ODD_TRADES = (
    *(("panjat kelapa", 19), ("muat pasir ke kapal", 19), ("kerja sama orang", 19)),
    *(("ikut paman di ladang", 20), ("jaga empang", 11), ("urut badan", 37)),
)
"""What no list of words has, and what their identity cards say."""


class Place(NamedTuple):
    """A village."""

    code: str
    name: str
    kecamatan_code: str
    kecamatan: str


class Person(NamedTuple):
    """What is really so of somebody, in the columns of the layout."""

    nik: str | None
    kk: str
    name: str
    sex: str
    birth: date
    birth_place: str
    kecamatan: str
    village: str
    occupation: int
    trade: str
    """The occupation in the words of the village."""
    income: int
    works: bool
    letter: bool
    died: bool


def places() -> list[Place]:
    """Every village there is, kecamatan by kecamatan."""
    names = [f"{first} {second}" for first in _FIRST_WORDS for second in _SECOND_WORDS]
    found: list[Place] = []
    for number, name in enumerate(names):
        outer = number % len(_KECAMATAN)
        outer_code = f"{DISTRICT}.{outer + 1:02}"
        inner = 2001 + number // len(_KECAMATAN)
        found.append(Place(f"{outer_code}.{inner}", name, outer_code, _KECAMATAN[outer]))
    return found


def region_table() -> pl.DataFrame:
    """The table of the invented district."""
    rows = [(DISTRICT, "Rekaan", "kabupaten", "")]
    for number, name in enumerate(_KECAMATAN, start=1):
        rows.append((f"{DISTRICT}.{number:02}", name, "kecamatan", ""))
    for place in places():
        rows.append((place.code, place.name, "desa", ""))
    columns = ["code_kemendagri", "name", "level", "also_spelt"]
    return pl.DataFrame(rows, schema=columns, orient="row")


class People:
    """Draws people; no two of them have one number, or one name and birth."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._serial = 0
        self._seen: set[tuple[str, date]] = set()

    def of(self, place: Place, number: int) -> list[Person]:
        """So many people of a village, family by family."""
        found: list[Person] = []
        for kk in self._cards(place):
            for _ in range(self._random.randint(1, 4)):
                if len(found) == number:
                    return found
                found.append(self._person(place, kk))
        raise AssertionError

    def _cards(self, place: Place) -> Iterator[str]:
        while True:
            day = _FIRST_CARD + timedelta(self._random.randrange(_DAYS_OF_CARDS))
            yield self._number(place, day, 0)

    def _number(self, place: Place, day: date, more: int) -> str:
        self._serial += 1
        district = place.kecamatan_code.replace(".", "")
        return f"{district}{day.day + more:02}{day:%m%y}{self._serial % 9_999 + 1:04}"

    def _person(self, place: Place, kk: str) -> Person:
        random = self._random
        sex = random.choice("mf")
        name, birth = self._name_and_birth(sex)
        nik: str | None = self._number(place, birth, _WOMEN_ADD if sex == "f" else 0)
        # Some have not got a number yet.
        if random.random() < 0.015:
            nik = None
        trade, occupation = random.choice(TRADES)
        if random.random() < 0.03:
            trade, occupation = random.choice(ODD_TRADES)
        return Person(
            nik=nik,
            kk=kk,
            name=name,
            sex=sex,
            birth=birth,
            birth_place=random.choice(BIRTH_PLACES),
            kecamatan=place.kecamatan_code,
            village=place.code,
            occupation=occupation,
            trade=trade,
            income=random.randrange(400, 4_000, 50) * 1_000,
            works=random.random() < 0.95,
            letter=random.random() < 0.7,
            died=random.random() < 0.01,
        )

    def _name_and_birth(self, sex: str) -> tuple[str, date]:
        random = self._random
        while True:
            first = random.choice(_MEN if sex == "m" else _WOMEN)
            name = f"Rekaan {first} {random.choice(_LAST)}"
            birth = _FIRST_BIRTH + timedelta(random.randrange(_DAYS_OF_BIRTHS))
            if (name, birth) not in self._seen:
                self._seen.add((name, birth))
                return name, birth
