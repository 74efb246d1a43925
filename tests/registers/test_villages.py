"""A few of the invented villages, from their files to lists that are clear; 141 in tests/long."""

from datetime import date
from pathlib import Path

from village_files import villages, write_villages
from village_people import DISTRICT, region_table
from village_truth import check_cleared, lines_of, misread, sent_round, sums_proved

from jamsos.registers import check_register, read_registers

ON = date(2026, 11, 1)
SEED = 12


def test_a_few_villages_are_read_sent_back_and_cleared(tmp_path: Path) -> None:
    made = villages(3, SEED)
    place = tmp_path / "desa"
    place.mkdir()
    write_villages(made, place)
    read = read_registers(place, on=ON, regions=region_table())
    register = check_register(read, on=ON, region=DISTRICT)
    sums_proved(made, register)
    lines = lines_of(made)
    assert misread(lines, register) == []
    assert register.accepted.height > register.rows.height / 2
    for number in (1, 2):
        register = sent_round(register, lines, tmp_path / f"{number}", on=ON)
        sums_proved(made, register)
    check_cleared(lines, register)
