"""Every reply of the door is checked by its schema, whatever test asked for it.

Under mutation (docs/look-up/mutation.md) properties are tried less often.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from hypothesis import settings
from reply_schema import check_reply

from jamsos.door import answering
from jamsos.door.answering import Reply
from jamsos.door.desk import Desk

MUTATION = "MUTANT_UNDER_TEST" in os.environ

KEPT = {"current", "shipped", "catalogue"}
"""Memories of the law and of the texts: no formula is in them."""


@cache
def memories(_modules: int) -> list[Callable[[], None]]:
    """The memories of the functions of jamsos, found again when a module was added."""
    homes = [module for name, module in sys.modules.items() if name.startswith("jamsos.")]
    found = {
        id(part): part
        for home in homes
        for part in vars(home).values()
        if hasattr(part, "cache_clear")
    }
    return [part.cache_clear for part in found.values() if part.__name__ not in KEPT]


def slowness(item: pytest.Item) -> int:
    """Where one failure is enough: first what is quick, then the cases, then the properties."""
    is_property = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    return 2 if is_property else int("test_case_files.py" in item.nodeid)


if MUTATION:
    settings.register_profile("mutation", deadline=None, max_examples=20, derandomize=True)
    settings.load_profile("mutation")

    def pytest_runtest_setup() -> None:
        for forget in memories(len(sys.modules)):
            forget()

    def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
        items.sort(key=slowness)


@pytest.fixture(scope="session", autouse=True)
def _checked_by_schema() -> Iterator[None]:
    """Let no reply pass that is not as the schema says."""
    reply_to = answering.reply_to

    def checked(line: bytes, desk: Desk) -> Reply:
        reply = reply_to(line, desk)
        check_reply(json.loads(reply.body))
        return reply

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(answering, "reply_to", checked)
        yield
