"""The parts of a benefit sheet about money: what it costs, and what is paid."""

from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.parts import Outcome
from jamsos.answers.texts import Text, rupiah
from jamsos.coverage.keeping_results import KeepingCover
from jamsos.sheets.asking import EXAMPLE_DAYS, Answers, Asked, waiting_months
from jamsos.sheets.parts import Part, Points
from jamsos.workers.codes import Category

_EXAMPLES = ("1", "2", "3")


def figure(answer: MoneyAnswer, lang: str) -> str:
    """The amount to be read from afar, or that it cannot be decided; empty where none is due."""
    if not answer.decided:
        return Text(f"sheet.{Outcome.CANNOT_DECIDE}").say(lang)
    if not answer.total:
        return ""
    return rupiah(answer.total, lang)


def cost_part(answers: Answers, lang: str) -> Part:
    """What it costs a month, who pays and by when."""
    return Part(
        picture="money",
        heading=Text("sheet.cost").say(lang),
        figure=figure(answers.premium, lang),
        sentences=(answers.premium.brief(lang),),
    )


def keeping_part(keeping: KeepingCover, lang: str) -> Part:
    """Whether the person is covered, and what keeps it so."""
    return Part(
        picture="shield",
        heading=Text("sheet.covered").say(lang),
        sentences=(keeping.brief(lang),),
    )


def examples_part(asked: Asked, lang: str) -> Part:
    """Which accidents are covered, with examples from this work."""
    work = asked.worker.category or Category.OTHER
    points = [Text(f"sheet.example.{work}.{number}").say(lang) for number in _EXAMPLES]
    points.append(Text("sheet.example.way").say(lang))
    return Part(
        picture="shield",
        heading=Text("sheet.examples").say(lang),
        sentences=(Text("sheet.examples_said").say(lang),),
        lists=(Points(points=tuple(points)),),
    )


def accident_part(answers: Answers, lang: str) -> Part:
    """What an injured worker receives."""
    example = Text("sheet.accident_example", {"days": EXAMPLE_DAYS})
    amount = figure(answers.accident, lang)
    return Part(
        picture="hospital",
        heading=Text("sheet.accident").say(lang),
        figure=amount,
        sentences=(answers.accident.brief(lang),),
        remarks=(example.say(lang),) if amount else (),
    )


def work_death_part(answers: Answers, lang: str) -> Part:
    """What the family receives after a death from work."""
    amount = figure(answers.work_death, lang)
    return Part(
        picture="family",
        heading=Text("sheet.work_death").say(lang),
        figure=amount,
        sentences=(answers.work_death.brief(lang),),
        remarks=(Text("sheet.heirs").say(lang),) if amount else (),
    )


def other_death_part(asked: Asked, answers: Answers, lang: str) -> Part:
    """What the family receives after another death, and what it does not receive at first."""
    remarks: tuple[str, ...] = ()
    if asked.participation is None:
        remarks = newcomer_remarks(answers, lang)
    return Part(
        picture="candle",
        heading=Text("sheet.other_death").say(lang),
        figure=figure(answers.other_death, lang),
        sentences=(answers.other_death.brief(lang),),
        remarks=remarks,
    )


def newcomer_remarks(answers: Answers, lang: str) -> tuple[str, ...]:
    """That a new member has less at first; nothing where the law makes nobody wait."""
    months = waiting_months(answers.schooling.newcomer)
    death = answers.newcomer_death
    if months is None or not death.decided:
        return ()
    waiting = Text("sheet.newcomer", {"months": months, "amount": death.total})
    return (waiting.say(lang),)
