"""Who owes a benefit, by sums and in plain sentences."""

from collections.abc import Mapping

from jamsos.answers.texts import Text, listed
from jamsos.coverage.employer import PaidBy
from jamsos.values.frozen_mapping import FrozenMapping
from jamsos.values.money import Rupiah


def by_payer(sums: Mapping[str, Rupiah]) -> Mapping[PaidBy, Rupiah]:
    """Sums by the code of who owes them, with the codes as members of their list."""
    return FrozenMapping({PaidBy(payer): amount for payer, amount in sums.items()})


def owed_sentences(sums: Mapping[PaidBy, Rupiah], total: Rupiah) -> list[Text]:
    """Who pays in the place of BPJS: all of it, or which part; nothing where BPJS pays."""
    parts: list[Text] = []
    for payer, amount in sums.items():
        if payer is PaidBy.BPJS:
            continue
        if amount == total:
            return [_WHOLE[payer]]
        part = {"amount": amount, "payer": Text(f"paid_by.{payer}")}
        parts.append(Text("brief.part_owed", part))
    if not parts:
        return []
    return [Text("brief.parts_owed", {"parts": listed(parts)})]


_WHOLE = {
    PaidBy.EMPLOYER: Text("brief.owed.employer"),
    PaidBy.EMPLOYER_FIRST: Text("brief.owed.employer_first"),
    PaidBy.CONTRACTOR: Text("brief.owed.contractor"),
}
"""Who pays all of it in the place of BPJS."""


def set_off_sentences(amount: Rupiah) -> list[Text]:
    """That arrears are taken out of the cash already; nothing where none are."""
    if not amount:
        return []
    return [Text("brief.set_off", {"amount": amount})]
