"""The reduced job in OpenFisca-Core: premiums and death benefits from the income.

Run by ``registers.py`` in two forms. ``float`` is the usual one: float variables and a scale of
brackets, as OpenFisca's users write a table. ``integer`` keeps whole rupiah: int variables, and the
table looked up among its thresholds.
"""

import sys
from pathlib import Path

import numpy as np
from measuring import law_of, measure, say
from openfisca_core.entities import build_entity
from openfisca_core.holders import set_input_dispatch_by_period
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import MONTH
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

START = "2019-12-02"
Person = build_entity(key="person", plural="persons", label="A worker", is_person=True)


def parameters(table: dict[str, list[int]], amounts: dict[str, int]) -> ParameterNode:
    """The table as a scale of single amounts, and the amounts that are the same for all."""

    def dated(value: int) -> dict[str, object]:
        return {"values": {START: {"value": value}}}

    def scale(values: list[int]) -> dict[str, object]:
        brackets: list[dict[str, object]] = []
        for start, value in zip(table["from"], values, strict=True):
            threshold, amount = {START: {"value": start}}, {START: {"value": value}}
            brackets.append({"threshold": threshold, "amount": amount})
        return {"brackets": brackets, "metadata": {"type": "single_amount"}}

    data = {"base": scale(table["base"]), "jkk": scale(table["jkk"])}
    for name, value in amounts.items():
        data[name] = dated(value)
    return ParameterNode("", data=data)


def variables(kind: type, amount_of: object) -> list[type[Variable]]:
    """Income, base and the three amounts, of float or int."""
    common = {
        "value_type": kind,
        "entity": Person,
        "definition_period": MONTH,
        "set_input": set_input_dispatch_by_period,
    }

    def base(person: object, period: object, law: object) -> np.ndarray:
        return amount_of(law(period).base, person("income", period))

    def jkk(person: object, period: object, law: object) -> np.ndarray:
        return amount_of(law(period).jkk, person("income", period))

    def premium(person: object, period: object, law: object) -> np.ndarray:
        return person("jkk", period) + law(period).jkm

    def death_at_work(person: object, period: object, law: object) -> np.ndarray:
        return person("base", period) * law(period).times + law(period).lump

    def death_other(person: object, period: object, law: object) -> np.ndarray:
        return person.filled_array(law(period).other, kind)

    # OpenFisca reads a variable from its class: the income has no formula, it is given.
    classes = [type("income", (Variable,), {**common, "label": "income"})]
    for formula in (base, jkk, premium, death_at_work, death_other):
        name = formula.__name__
        attributes = {**common, "label": name, "formula": formula}
        classes.append(type(name, (Variable,), attributes))
    return classes


def by_scale(scale: object, income: np.ndarray) -> np.ndarray:
    return scale.calc(income)


def by_search(scale: object, income: np.ndarray) -> np.ndarray:
    thresholds = np.array(scale.thresholds, np.int32)
    amounts = np.array(scale.amounts, np.int32)
    return amounts[np.searchsorted(thresholds, income, side="right") - 1]


def main() -> None:
    form, folder, runs = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    law, income = law_of(folder), np.load(folder / "income.npy")
    system = TaxBenefitSystem([Person])
    system.parameters = parameters(law["table"], law["amounts"])
    if form == "float":
        system.add_variables(*variables(float, by_scale))
    else:
        system.add_variables(*variables(int, by_search))

    def amounts() -> dict[str, np.ndarray]:
        simulation = SimulationBuilder().build_default_simulation(system, count=len(income))
        simulation.set_input("income", law["period"], income)
        month_of_death = law["died"][:7]
        return {
            "premium": simulation.calculate_add("premium", law["period"]),
            "death_at_work": simulation.calculate("death_at_work", month_of_death),
            "death_other": simulation.calculate("death_other", month_of_death),
        }

    timed = measure(amounts, runs)
    for name, column in timed.result.items():
        np.save(folder / f"{form}-{name}.npy", column)
    say(timed, [])


if __name__ == "__main__":
    main()
