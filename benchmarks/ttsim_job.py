"""The reduced job in ttsim: premiums and death benefits from the income; run by ``registers.py``.

The function for a month is built once, which is what takes ttsim long, and called with the columns
for each month.
"""

import datetime as dt
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
from measuring import law_of, measure, say
from ttsim import InputData, MainTarget, TTTargets, main
from ttsim.tt import (
    Currency,
    PiecewisePolynomialParam,
    PiecewisePolynomialParamValue,
    ScalarParam,
    TTSIMUnit,
    UnitSystem,
    get_piecewise_parameters,
    piecewise_polynomial,
    policy_function,
    policy_input,
)

UNIT = TTSIMUnit.DIMENSIONLESS
DATES = {"start_date": dt.date(2019, 12, 2), "end_date": dt.date(2099, 12, 31)}
RUPIAH = UnitSystem(currencies={"RUPIAH": Currency(statutory_from="0001-01-01")})


@policy_input(unit=UNIT)
def p_id() -> int: ...


@policy_input(unit=UNIT)
def income_m() -> int: ...


@policy_function(unit=UNIT)
def base(income_m: int, base_scale: PiecewisePolynomialParamValue, xnp: ModuleType) -> float:
    return piecewise_polynomial(x=income_m, parameters=base_scale, xnp=xnp)


@policy_function(unit=UNIT)
def jkk(income_m: int, jkk_scale: PiecewisePolynomialParamValue, xnp: ModuleType) -> float:
    return piecewise_polynomial(x=income_m, parameters=jkk_scale, xnp=xnp)


@policy_function(unit=UNIT)
def premium(jkk: float, jkm: int) -> float:
    return jkk + jkm


@policy_function(unit=UNIT)
def death_at_work(base: float, times: int, lump: int) -> float:
    return base * times + lump


@policy_function(unit=UNIT)
def death_other(income_m: int, other: int) -> int:
    return income_m * 0 + other


def scale(starts: list[int], values: list[int], name: str) -> PiecewisePolynomialParam:
    """A table as a piecewise constant parameter."""
    ends = [*starts[1:], "inf"]
    rows: list[dict[str, object]] = []
    for start, end, value in zip(starts, ends, values, strict=True):
        rows.append({"interval": f"[{start}, {end})", "intercept": value})
    parameters = get_piecewise_parameters(
        leaf_name=name, func_type="piecewise_constant", parameter_list=rows, xnp=np
    )
    return PiecewisePolynomialParam(value=parameters, input_unit=UNIT, output_unit=UNIT, **DATES)


RULES = (p_id, income_m, base, jkk, premium, death_at_work, death_other)


def environment_of(law: dict) -> dict[str, object]:
    """The rules and the parameters they read, by their names."""
    table, day = law["table"], dt.date.fromisoformat(law["died"])
    environment: dict[str, object] = {rule.leaf_name: rule for rule in RULES}
    for name in ("base", "jkk"):
        environment[f"{name}_scale"] = scale(table["from"], table[name], f"{name}_scale")
    # ttsim wants the day of its policy among the parameters.
    numbers = {
        **law["amounts"],
        "policy_year": day.year,
        "policy_month": day.month,
        "policy_day": day.day,
    }
    for name, value in numbers.items():
        environment[name] = ScalarParam(value=value, unit=UNIT, **DATES)
    return environment


def function(law: dict, targets: list[str]) -> object:
    """The function of ttsim that gives the targets."""
    # Three people show ttsim the types of its input.
    example = {"p_id": np.arange(3), "income_m": np.arange(3)}
    return main(
        main_target=MainTarget.tt_function,
        policy_environment=environment_of(law),
        input_data=InputData.tree(example),
        tt_targets=TTTargets.tree(dict.fromkeys(targets)),
        policy_date_str=law["died"],
        unit_system=RUPIAH,
        include_fail_nodes=False,
        include_warn_nodes=False,
    )


def run() -> None:
    folder, runs = Path(sys.argv[2]), int(sys.argv[3])
    law, income = law_of(folder), np.load(folder / "income.npy")
    due = function(law, ["premium"])
    deaths = function(law, ["death_at_work", "death_other"])

    def amounts() -> dict[str, np.ndarray]:
        months = sum(due({"income_m": income})["premium"] for _ in range(law["months"]))
        return {"premium": months, **deaths({"income_m": income})}

    timed = measure(amounts, runs)
    for name, column in timed.result.items():
        np.save(folder / f"ttsim-{name}.npy", column)
    say(timed, [])


if __name__ == "__main__":
    run()
