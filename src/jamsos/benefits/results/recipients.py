"""Who receives the money of a death, in plain sentences."""

from collections.abc import Mapping

from jamsos.answers.money_answer import MoneyAnswer
from jamsos.answers.parts import Finding
from jamsos.answers.texts import Text, listed
from jamsos.values.money import Rupiah
from jamsos.workers.codes import Heirs


def recipient_sentences(answer: MoneyAnswer, sums: Mapping[str, Rupiah]) -> list[Text]:
    """The amount of a death and who receives it; without heirs each part with its recipient.

    Args:
        answer: An answer that pays, so that it has a finding on the heirs.
        sums: Its total by who is paid.

    """
    heirs = heirs_finding(answer)
    amount = Text("brief.amount", {"amount": answer.total})
    if heirs.value is None:
        return [amount]
    if heirs.value == Heirs.NOBODY:
        parts = [_part(party, part) for party, part in sums.items()]
        return [amount, Text("brief.no_heirs", {"parts": listed(parts)})]
    party = Text(f"party.{heirs.value}")
    return [Text("brief.paid_to", {"amount": answer.total, "party": party})]


def heirs_finding(answer: MoneyAnswer) -> Finding:
    """The finding on the heirs of an answer that pays."""
    return next(finding for finding in answer.findings if finding.code == "heirs")


def _part(party: str, amount: Rupiah) -> Text:
    return Text("brief.part_for", {"amount": amount, "party": Text(f"party.{party}")})
