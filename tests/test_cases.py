"""The cases of ``tests/cases``, each worked out by hand from the law."""

import re
from collections import Counter

import pytest
from case_runner import Case, load_cases, mismatches, run

ARTICLE = re.compile(
    r"(PP|UU|Perpres|Permenaker|Perdir) \d+/\d{4}|\bD\d\d\b|BPJS Ketenagakerjaan|Kutai Timur"
)


@pytest.mark.parametrize("case", load_cases(), ids=lambda case: case.id)
def test_case(case: Case) -> None:
    found = mismatches(case, run(case))
    assert not found, "\n".join([case.id, case.article, case.line.decode(), *found])


def test_every_case_names_an_article() -> None:
    assert [case.id for case in load_cases() if not ARTICLE.search(case.article)] == []


def test_names_are_unique() -> None:
    assert [
        name for name, times in Counter(case.name for case in load_cases()).items() if times > 1
    ] == []


def test_every_case_expects_something() -> None:
    assert [case.id for case in load_cases() if not case.expect] == []
