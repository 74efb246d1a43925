"""The page on the rules of contributions names every rule, and only what the law data holds."""

import re
from pathlib import Path

from jamsos import current

PAGE = (Path(__file__).parents[1] / "docs" / "contribution-rules.md").read_text("utf-8")
ROWS = re.findall(r"^\| C(\d+) \| (.+) \|$", PAGE, re.MULTILINE)
LAST = 69
"""How many rules of contributions the statement of the law has."""


def test_every_rule_has_its_row():
    assert [int(number) for number, _ in ROWS] == [*range(1, LAST + 1)]


def test_every_row_names_what_holds_the_rule_or_says_why_nothing_does():
    law = current()
    known = {*law.timelines, *law.absences, *law.readings}
    for number, held in ROWS:
        named = set(re.findall(r"`([^`]+)`", held))
        assert named <= known, f"C{number}: {named - known}"
        assert named or held.startswith(("not coded: ", "derived: ")), f"C{number}"


def test_every_provision_of_contributions_stands_in_some_row():
    """What is coded of wage earners, construction and the reliefs rests on a rule of the page."""
    named = set(re.findall(r"`([^`]+)`", PAGE))
    rooms = ("wage.", "jkk.rate_", "jkm.rate_", "correction.", "relief.", "jkp.", "construction.jk", "construction.ti")
    assert {rule for rule in current().timelines if rule.startswith(rooms)} <= named
