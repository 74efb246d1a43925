"""The reduced job in OpenFisca-Core: premiums and death benefits from the income; run by ``registers.py``.

Two forms. ``float`` is the usual one: float variables and a scale of brackets, as OpenFisca's users write a table.
``integer`` keeps whole rupiah: int variables, and the table looked up among its thresholds.
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
OUTPUTS = ("premium", "death_at_work", "death_other")
Person = build_entity(key="person", plural="persons", label="A worker", is_person=True)


def parameters(table: dict[str, list[int]], amounts: dict[str, int]) -> ParameterNode:
    """The table as a scale of single amounts, and the amounts that are the same for all."""

    def dated(value: int) -> dict[str, object]:
        return {"values": {START: {"value": value}}}

    def scale(values: list[int]) -> dict[str, object]:
        pairs = zip(table["from"], values, strict=True)
        brackets = [{"threshold": {START: {"value": start}}, "amount": {START: {"value": value}}}
                    for start, value in pairs]  # fmt: skip
        return {"brackets": brackets, "metadata": {"type": "single_amount"}}

    scales = {"base": scale(table["base"]), "jkk": scale(table["jkk"])}
    return ParameterNode("", data={**scales, **{name: dated(value) for name, value in amounts.items()}})


def variables(kind: type, looked_up: object) -> list[type[Variable]]:
    """Income, base and the three amounts, of float or int."""
    common = {"value_type": kind, "entity": Person, "definition_period": MONTH,
              "set_input": set_input_dispatch_by_period}  # fmt: skip

    def variable(name: str, formula: object = None) -> type[Variable]:
        return type(name, (Variable,), {**common, "label": name, **({"formula": formula} if formula else {})})

    return [
        variable("income"),
        variable("base", lambda person, period, law: looked_up(law(period).base, person("income", period))),
        variable("jkk", lambda person, period, law: looked_up(law(period).jkk, person("income", period))),
        variable("premium", lambda person, period, law: person("jkk", period) + law(period).jkm),
        variable(
            "death_at_work",
            lambda person, period, law: person("base", period) * law(period).times + law(period).lump,
        ),
        variable("death_other", lambda person, period, law: person.filled_array(law(period).other, kind)),
    ]


def by_scale(scale: object, income: np.ndarray) -> np.ndarray:
    return scale.calc(income)


def by_search(scale: object, income: np.ndarray) -> np.ndarray:
    thresholds, amounts = np.array(scale.thresholds, np.int32), np.array(scale.amounts, np.int32)
    return amounts[np.searchsorted(thresholds, income, side="right") - 1]


def main() -> None:
    form, folder, runs = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    law, income = law_of(folder), np.load(folder / "income.npy")
    kind, looked_up = (float, by_scale) if form == "float" else (int, by_search)
    system = TaxBenefitSystem([Person])
    system.parameters = parameters(law["table"], law["amounts"])
    system.add_variables(*variables(kind, looked_up))

    def asked() -> list[np.ndarray]:
        simulation = SimulationBuilder().build_default_simulation(system, count=len(income))
        simulation.set_input("income", law["period"], income)
        due = simulation.calculate_add("premium", law["period"])
        return [due, *(simulation.calculate(name, law["died"][:7]) for name in OUTPUTS[1:])]

    done = measure(asked, runs)
    for name, amounts in zip(OUTPUTS, done["done"], strict=True):
        np.save(folder / f"{form}-{name}.npy", amounts)
    say(done, [])


if __name__ == "__main__":
    main()
