"""The pages on the rules of the law name every rule, and only what the law data holds."""

import re
from pathlib import Path

import pytest

from jamsos import current

DOCS = Path(__file__).parents[1] / "docs"
LAST = {"C": 69, "P": 83, "M": 77, "R": 70}
"""How many rules of contributions, participants, benefits and procedure the statement of the law has."""


def page(letter):
    return (DOCS / ("contribution-rules.md" if letter == "C" else "rules.md")).read_text("utf-8")


def rows(letter):
    return re.findall(rf"^\| {letter}(\d+) \| (.+) \|$", page(letter), re.MULTILINE)


def named(text):
    """What a text names of the law data; the field of a fact may be named too."""
    return set(re.findall(r"`([^`]+)`", text)) - {"number_issued"}


@pytest.mark.parametrize("letter", LAST)
def test_every_rule_has_its_row(letter):
    assert [int(number) for number, _ in rows(letter)] == [*range(1, LAST[letter] + 1)]


@pytest.mark.parametrize("letter", LAST)
def test_every_row_names_what_holds_the_rule_or_says_why_nothing_does(letter):
    law = current()
    known = {*law.timelines, *law.absences, *law.readings}
    for number, held in rows(letter):
        assert named(held) <= known, f"{letter}{number}: {named(held) - known}"
        assert named(held) or held.startswith(("not coded: ", "derived: ")), f"{letter}{number}"


def test_every_rule_of_the_law_data_stands_on_a_page():
    """Nothing is coded that no rule of the statement asks for."""
    law = current()
    assert {*law.timelines, *law.absences, *law.readings} - named(page("C")) - named(page("P")) == set()
