"""Criteria of a scheme as a scenario supposes them: graded so, and named by the scenario."""

from attrs import evolve

from jamsos.answers.grounds import Criterion
from jamsos.answers.texts import Text
from jamsos.eligibility.scheme import Rule, Scheme
from jamsos.errors import InputError
from jamsos.law.provisions import Bilingual, Grade
from jamsos.values.plain import checked_whole
from jamsos.workers.worker import YEARS_A_LIFE


def below_age(scheme: Scheme, age: object, scenario: str) -> Scheme:
    """A scheme that takes people below another age.

    Raises:
        InputError: for a scheme that does not ask for the age, or an age it begins with.

    """
    ages = [rule for rule in scheme.rules if rule.test == "age"]
    if not ages:
        step = "leave age_below out, or load a scheme that asks for the age"
        raise InputError("age_below", scheme.id, "a scheme with a criterion of age", step)
    least = max(rule.at_least for rule in ages)
    below = checked_whole(age, "age_below", least + 1, YEARS_A_LIFE)
    limit = Text("scenario.age_below", {"name": scenario, "age": below})
    rules: list[Rule] = []
    for rule in scheme.rules:
        if rule.test == "age":
            ground = supposed(rule.ground, limit)
            # What is supposed rests on no decision: whoever is older is turned away.
            rules.append(evolve(rule, below=below, ground=ground, decisions=()))
        else:
            rules.append(rule)
    return evolve(scheme, rules=tuple(rules))


def supposed(ground: Criterion, change: Text) -> Criterion:
    """A ground that a scenario changed: no file stands for it any more."""
    name = Bilingual(
        f"{ground.name.id} ({change.say('id')})", f"{ground.name.en} ({change.say('en')})"
    )
    return evolve(ground, name=name, grade=Grade.HYPOTHETICAL)
