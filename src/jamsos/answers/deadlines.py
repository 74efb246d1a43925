"""By when who has to act: the duties among the findings of an answer."""

from collections.abc import Sequence
from datetime import date, datetime

from attrs import frozen

from jamsos.answers.grounds import awaited, distinct, needs_among
from jamsos.answers.parties import Party
from jamsos.answers.parts import Findings
from jamsos.answers.texts import Arg, Text, listed


@frozen(kw_only=True)
class Deadline:
    """The last day, or hour, on which somebody has to act.

    >>> Deadline(code="number_by", by=date(2026, 8, 10), party=Party.BPJS).name.say("en")
    'Membership number issued by'
    """

    code: str
    """What has to be done: the code of the finding, which names the result as well."""
    by: date | datetime
    """The last day; a ``datetime`` with its time zone where the law counts hours."""
    party: Party
    """Who has to act."""

    @property
    def name(self) -> Text:
        """What has to be done, in words."""
        return Text(f"finding.{self.code}")


def deadlines_of(findings: Findings) -> tuple[Deadline, ...]:
    """The deadlines among findings, in their order; one that is not decided is left out."""
    deadlines: list[Deadline] = []
    for finding in findings:
        if finding.party is not None and isinstance(finding.value, date):
            party = Party(finding.party)
            deadlines.append(Deadline(code=finding.code, by=finding.value, party=party))
    return tuple(deadlines)


def timeline_sentences(deadlines: Sequence[Deadline], findings: Findings) -> list[Text]:
    """Each deadline in a plain sentence, and what is missing to tell the others."""
    sentences = [_sentence(deadline) for deadline in deadlines]
    untold = [finding for finding in findings if finding.value is None]
    grounds = distinct(ground for finding in untold for ground in finding.grounds)
    needs = needs_among(grounds)
    if needs:
        missing = listed([awaited(need) for need in needs])
        sentences.append(Text("brief.deadlines_need", {"needs": missing}))
    elif untold:
        sentences.append(Text("brief.deadlines_unknown"))
    return sentences


def _sentence(deadline: Deadline) -> Text:
    args: dict[str, Arg] = {
        "duty": deadline.name,
        "day": deadline.by,
        "party": Text(f"party.{deadline.party}"),
    }
    return Text("brief.deadline", args)
