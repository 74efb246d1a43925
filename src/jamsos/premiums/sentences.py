"""Plain sentences the answers about contributions of several segments have in common."""

from collections.abc import Iterable, Mapping, Sequence

from jamsos.answers.texts import Arg, Text
from jamsos.law.law import Law
from jamsos.premiums.relief_outcome import Relief, ReliefOutcome, last_month, verdict_of
from jamsos.values.money import Rupiah
from jamsos.values.months import Month
from jamsos.workers.codes import Payer


def relief_sentence(reliefs: Sequence[ReliefOutcome], law: Law) -> Text:
    """Whether a relief is counted in an amount, and until when; or why none is."""
    verdict = verdict_of(reliefs)
    if verdict is None:
        return Text("brief.relief.not_given")
    if verdict is Relief.GIVEN:
        return Text("brief.relief.GIVEN", {"last": _last_month(reliefs, law)})
    return Text(f"brief.relief.{verdict.name}")


def _last_month(reliefs: Iterable[ReliefOutcome], law: Law) -> Arg:
    """The last month of a relief; of several possible ones of that which ends first."""
    rules = [outcome.provision for outcome in reliefs if outcome.provision is not None]
    # The last period: a relief may have been prolonged.
    ends = [law.timelines[rule.id][-1].until for rule in rules]
    return last_month(min((end for end in ends if end is not None), default=None))


def period(months: Sequence[Month]) -> Text:
    """A run of months in words, by its first and last one."""
    if len(months) == 1:
        return Text("brief.month", {"month": months[0]})
    return Text("brief.months", {"first": months[0], "last": months[-1]})


def payer_in_words(sums: Mapping[Payer, object]) -> Text | None:
    """Who pays, in plain words, where an answer names one payer."""
    payers = list(sums)
    if not payers:
        return None
    return Text(f"brief.payer.{payers[0]}")


def each_month(amounts: Iterable[Rupiah]) -> Text:
    """What each month of a run costs."""
    every = tuple(amounts)
    least = min(every)
    most = max(every)
    if least == most:
        return Text("brief.premium_run.each_month", {"amount": least})
    return Text("brief.premium_run.months_differ", {"least": least, "most": most})


def months_with_relief(count: int, months: int) -> Text:
    """In how many months of a run a relief is counted."""
    if not count:
        return Text("brief.premium_run.no_relief")
    if count == months:
        return Text("brief.premium_run.relief_in_all")
    return Text("brief.premium_run.relief_in_some", {"count": count})
