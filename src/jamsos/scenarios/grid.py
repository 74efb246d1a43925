"""Alternatives to a scenario over every combination of one or two things."""

from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any, cast

from jamsos.errors import InputError
from jamsos.scenarios.scenario import Scenario
from jamsos.values.plain import as_table, checked_kind

_MOST_PARAMETERS = 2


def grid(base: Scenario, **values: Iterable[Any] | Mapping[str, Any]) -> list[Scenario]:
    """Alternatives to a base over every combination of one or two parameters.

    >>> from jamsos import Worker
    >>> from jamsos.scenarios import Group
    >>> fishers = Group(Worker(kind="independent", income=900_000), people=100)
    >>> base = Scenario("dasar", fishers, first="2026-01", last="2026-12", payer="APBD")
    >>> [one.name for one in grid(base, row=[1, 2], payer=["APBD", "CSR"])]
    ['row=1, payer=APBD', 'row=1, payer=CSR', 'row=2, payer=APBD', 'row=2, payer=CSR']

    Args:
        base: The scenario that is varied.
        values: For one or two things that :meth:`Scenario.but` takes their values; with names, as
            ``law={"usulan 2027": law}``, where a value is no short text. So
            ``row=range(1, 34)``, ``months=[6, 12]``, ``age_below=[60, 65]`` or
            ``share=[{"fisher": 10}, {"fisher": 30}]``.

    Raises:
        InputError: for more than two parameters or none, or for what is nothing of a scenario.

    """
    checked_kind(Scenario, base, "base", "build it with jamsos.scenarios.Scenario(...)")
    if not 1 <= len(values) <= _MOST_PARAMETERS:
        step = "vary one or two things, and compare the others one by one"
        raise InputError("grid", sorted(values), "one or two parameters", step)
    named = [_named(name, its) for name, its in values.items()]
    scenarios: list[Scenario] = []
    for chosen in product(*named):
        changes = {name: value for name, _, value in chosen}
        called = ", ".join(f"{name}={label}" for name, label, _ in chosen)
        scenarios.append(base.but(called, **changes))
    return scenarios


def _named(name: str, values: object) -> list[tuple[str, str, Any]]:
    """The values of a parameter with the words they are known by."""
    if isinstance(values, Mapping):
        by_name = cast("Mapping[object, Any]", values)
        return [(name, str(label), value) for label, value in by_name.items()]
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise InputError(name, values, "a list of values, or values by name", "write [1, 2, 3]")
    listed = cast("Iterable[object]", values)
    return [(name, _label(value), value) for value in listed]


def _label(value: object) -> str:
    """A value in a short text."""
    shares = as_table(value)
    if shares is None:
        return str(value)
    return ", ".join(f"{name} {percent}%" for name, percent in shares.items())
