"""The answer to every case goes out and comes back under laws other than the shipped one."""

import pytest
from test_forms_of_answers import check_by_schema, check_coming_back
from test_values_of_answers import LAWS

OTHERS = LAWS.keys() - {"shipped"}


@pytest.mark.parametrize("law", sorted(OTHERS))
def test_every_answer_comes_back_equal(law: str) -> None:
    check_coming_back(law)


@pytest.mark.parametrize("law", sorted(OTHERS))
def test_every_form_is_as_the_schema_says(law: str) -> None:
    check_by_schema(law)
