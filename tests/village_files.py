"""Files of invented villages, each with the habits of its office, and what is so of every cell.

The maker keeps the truth of each row beside it: who it is, what each cell says of the person and
how sure, or that the row is nobody. It shares no code with the library.
"""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from list_files import written_list
from village_cells import (
    Habits,
    State,
    Told,
    birth_cell,
    flag_cell,
    income_cell,
    kk_cell,
    nik_cell,
    sex_cell,
    slipped_nik,
    trade_cell,
    village_cell,
)
from village_headings import GROUPS, HEADINGS
from village_people import TRADES, People, Person, Place, places

_KINDS = ("xlsx", "csv", "xlsx", "ods", "xlsx", "xlsx", "html", "xlsx", "csv", "xlsx")
_SUFFIXES = {"xlsx": ".xlsx", "csv": ".csv", "ods": ".ods", "html": ".xls"}
_KK_AND_NIK = 0.006
_SLIPPED = 0.004


class Line(NamedTuple):
    """A row with somebody in it."""

    person: Person
    states: dict[str, State]
    """For each column of the layout that the file has, what is so of the cell."""
    strike: bool
    """Whether the person stands here a second time, or lives elsewhere."""

    @property
    def is_usual(self) -> bool:
        """Whether the occupation is in words that are usual for it."""
        return (self.person.trade, self.person.occupation) in TRADES


class Village(NamedTuple):
    """The file of one village."""

    file: str
    listed: dict[str, Any]
    """As :func:`written_list` takes it."""
    lines: dict[int, Line]
    """The row of each person."""
    nobody: frozenset[int]
    """The rows that are titles, numbers of columns, hamlets, totals and signatures."""


def villages(number: int, seed: int) -> list[Village]:
    """The files of so many villages; some people stand in two of them."""
    random = Random(seed)  # noqa: S311 - invented people
    people = People(random)
    made: list[Village] = []
    neighbours: list[Person] = []
    for count, place in enumerate(places()[:number]):
        own = people.of(place, random.randint(30, 120))
        maker = _Maker(random, place, _KINDS[count % len(_KINDS)])
        village = maker.village(own, neighbours, f"{count + 1:03} {place.name}")
        made.append(village)
        neighbours = [one for one in own if one.nik is not None][:3]
    return made


def write_villages(made: Sequence[Village], folder: Path) -> None:
    """Write the file of each village into a folder."""
    for village in made:
        path = written_list(village.listed, folder)
        path.rename(folder / village.file)


def _range(first_row: int, first: int, last_row: int, last: int) -> str:
    """The cells from one to another, as a spreadsheet names them; there are few columns."""
    return f"{chr(ord('A') + first)}{first_row + 1}:{chr(ord('A') + last)}{last_row + 1}"


class _Maker:
    """Makes the file of one village."""

    def __init__(self, random: Random, place: Place, kind: str) -> None:
        self._random = random
        self._place = place
        self._kind = kind
        self._habits = Habits.drawn(random, place, native=kind in ("xlsx", "ods"))
        self._columns = self._drawn_columns()
        self._rows: list[list[Any]] = []
        self._next = 1
        self._merged: list[str] = []
        self._nobody: set[int] = set()
        self._lines: dict[int, Line] = {}

    def village(self, own: list[Person], neighbours: list[Person], name: str) -> Village:
        """The file of these people."""
        self._head()
        self._people(own, neighbours)
        self._foot(own)
        listed: dict[str, Any] = {"kind": self._kind, "rows": self._rows, "merged": self._merged}
        suffix = _SUFFIXES[self._kind]
        if self._kind == "csv":
            listed["separator"] = self._random.choice([";", ",", "\t"])
            listed["encoding"] = self._random.choice(["utf-8", "utf-8-sig"])
            suffix = self._random.choice([".csv", ".txt"])
        return Village(f"{name}{suffix}", listed, self._lines, frozenset(self._nobody))

    def _drawn_columns(self) -> list[str]:
        random = self._random
        birth = random.choice([["birth"], ["Tempat Lahir", "birth"], ["place and birth"]])
        columns = ["id", *random.choice([["nik", "kk", "name"], ["name", "nik"], ["nik", "name"]])]
        columns += [*random.choice([["sex"], ["sex"], []]), *birth]
        columns += random.choice([["Alamat"], ["RT"], ["Alamat", "RT"], ["Dusun"], []])
        columns += random.choice([["village"], ["village", "kecamatan"], ["village", "kecamatan"]])
        columns += ["occupation", "income"]
        columns += random.choice([["letter"], ["works", "letter"], ["works"], []])
        columns += random.choice([["died"], [], []])
        columns += random.choice([["No HP"], ["Ket"], ["No HP", "Ket"], []])
        return columns

    def _add(self, cells: list[Any], *, nobody: bool = False) -> int:
        """Add a row, and return its number: in a file of text that of its first line."""
        self._rows.append(cells)
        row = self._next
        self._next += 1
        if self._kind == "csv":
            self._next += sum(str(cell).count("\n") for cell in cells)
        if nobody:
            self._nobody.add(row)
        return row

    def _across(self, text: str) -> None:
        """A row with one text, merged over all columns in a workbook."""
        row = self._add([text], nobody=True)
        self._merged.append(_range(row - 1, 0, row - 1, len(self._columns) - 1))

    def _head(self) -> None:
        random, place = self._random, self._place
        titles = [
            *("PEMERINTAH KABUPATEN REKAAN", f"KECAMATAN {place.kecamatan.upper()}"),
            *(f"DESA {place.name.upper()}", "DAFTAR PEKERJA RENTAN CALON PESERTA", "TAHUN 2026"),
        ]
        for title in titles[random.randint(0, len(titles)) :]:
            self._across(title)
        if self._rows and random.random() < 0.7:
            self._add([])
        headings = [self._heading(column) for column in self._columns]
        if random.random() < 0.35:
            self._two_lines(headings)
        else:
            self._add(headings)
        if random.random() < 0.3:
            form = random.choice(["{}", "({})"])
            self._add([form.format(n + 1) for n in range(len(headings))], nobody=True)

    def _heading(self, column: str) -> str:
        unit = f"{column} {self._habits.income}"
        return self._random.choice(HEADINGS.get(unit, HEADINGS[column]))

    def _two_lines(self, headings: list[str]) -> None:
        """Headings under the names of their groups; the others stand over both lines."""
        upper, lower = list(headings), [""] * len(headings)
        row = len(self._rows)
        single = set(range(len(headings)))
        for title, members in GROUPS.items():
            inside = [n for n, column in enumerate(self._columns) if column in members]
            if len(inside) < 2 or inside[-1] - inside[0] != len(inside) - 1:
                continue
            self._merged.append(_range(row, inside[0], row, inside[-1]))
            for n in inside:
                lower[n] = headings[n]
                upper[n] = ""
            upper[inside[0]] = self._random.choice([title, title.upper()])
            single.difference_update(inside)
        if "Tempat Lahir" in self._columns:
            first = self._columns.index("Tempat Lahir")
            self._merged.append(_range(row, first, row, first + 1))
            upper[first : first + 2] = ["Lahir", ""]
            lower[first : first + 2] = ["Tempat", "Tanggal"]
            single -= {first, first + 1}
        if single == set(range(len(headings))):
            self._add(headings)
            return
        for n in sorted(single):
            self._merged.append(_range(row, n, row + 1, n))
        self._add(upper)
        self._add(lower)

    def _people(self, own: list[Person], neighbours: list[Person]) -> None:
        random = self._random
        listed = [(person, False) for person in own]
        if random.random() < 0.4:
            # Somebody moved away, and both villages list them.
            moved = random.choice(neighbours) if neighbours else None
            if moved is not None:
                place = self._place
                here = moved._replace(kecamatan=place.kecamatan_code, village=place.code)
                listed.append((here, True))
        sections = random.random() < 0.25
        above: dict[str, Told] = {}
        for count, (person, strike) in enumerate(listed):
            if sections and count % 25 == 0:
                self._across(
                    f"Dusun {random.choice(['Hulu', 'Hilir', 'Tengah'])} {count // 25 + 1}"
                )
            if random.random() < 0.01:
                self._add([])
            above = self._person(person, count + 1, above, strike=strike)
            if random.random() < 0.004 and person.nik is not None:
                self._again(count + 1)

    def _again(self, number: int) -> None:
        """The same row once more."""
        first = self._lines[self._next - 1]
        row = self._add([number if cell == number else cell for cell in self._rows[-1]])
        # The same mistakes twice are two rows of their own; the first stands.
        self._lines[row] = first._replace(strike=True)

    def _person(
        self, person: Person, number: int, above: dict[str, Told], *, strike: bool
    ) -> dict[str, Told]:
        cells = {column: self._cell(person, column, number) for column in self._columns}
        self._swap(cells, person)
        written = dict(cells)
        if self._habits.village == "kecamatan sda":
            for column in ("village", "kecamatan", "occupation"):
                before = above.get(column)
                if before is not None and before == cells.get(column):
                    written[column] = cells[column]._replace(text="sda")
        row = self._add([told.text for told in written.values()])
        states: dict[str, State] = {}
        for column, told in cells.items():
            name = "birth" if column == "place and birth" else column
            states[name] = told.state
        self._lines[row] = Line(person, states, strike)
        return cells

    def _swap(self, cells: dict[str, Told], person: Person) -> None:
        """Write another number for the NIK, where the birth beside it shows that."""
        birth = cells.get("birth", cells.get("place and birth"))
        is_shown = birth is not None and birth.state is State.PLAIN
        if person.nik is None or self._habits.nik == "number" or not is_shown:
            return
        if self._habits.goes_wrong(_SLIPPED):
            cells["nik"] = slipped_nik(person, person.nik, self._random)
        elif "kk" in cells and self._habits.goes_wrong(_KK_AND_NIK):
            cells["nik"] = Told(person.kk, State.WRONG)
            cells["kk"] = Told(person.nik, State.WRONG)

    def _cell(self, person: Person, column: str, number: int) -> Told:
        habits = self._habits
        makers = {
            "id": lambda: Told(number if habits.native else str(number)),
            "nik": lambda: nik_cell(person, habits),
            "kk": lambda: kk_cell(person, habits),
            "name": lambda: Told(person.name),
            "sex": lambda: sex_cell(person, habits),
            "birth": lambda: birth_cell(person, habits, with_place=False),
            "place and birth": lambda: birth_cell(person, habits, with_place=True),
            "village": lambda: village_cell(habits),
            "kecamatan": lambda: Told(self._place.kecamatan),
            "occupation": lambda: trade_cell(person),
            "income": lambda: income_cell(person, habits),
            "works": lambda: flag_cell(holds=person.works, habits=habits),
            "letter": lambda: flag_cell(holds=person.letter, habits=habits),
            "died": lambda: flag_cell(holds=person.died, habits=habits),
            "Tempat Lahir": lambda: Told(person.birth_place),
            "RT": lambda: Told(f"{number % 9 + 1:03}"),
        }
        make = makers.get(column)
        return Told("") if make is None else make()

    def _foot(self, own: list[Person]) -> None:
        random = self._random
        width = len(self._columns)
        if random.random() < 0.4:
            cells: list[Any] = [""] * width
            cells[0] = random.choice(["JUMLAH", "Jumlah", "TOTAL"])
            cells[self._columns.index("income")] = sum(person.income for person in own)
            self._add(cells, nobody=True)
        if random.random() < 0.5:
            if random.random() < 0.5:
                self._add([])
            self._signature(width)

    def _signature(self, width: int) -> None:
        for text in (
            *(f"{self._place.name}, 12 Oktober 2026", f"Kepala Desa {self._place.name}"),
            *("", "", "(REKAAN ABDULLAH)"),
        ):
            cells = [""] * width
            cells[width - 2] = text
            self._add(cells, nobody=bool(text))
