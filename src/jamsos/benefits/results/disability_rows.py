"""The rows of the disability table that words point to."""

from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.answer import Answer
from jamsos.answers.texts import Text, listed
from jamsos.benefits.disability_row import DisabilityRow

DisabilityRowsFinding: TypeAlias = Literal["disability_row",]


@frozen(kw_only=True, repr=False)
class DisabilityRows(Answer):
    """The rows of the table of disabilities that words point to (*persentase cacat*)."""

    question: ClassVar = "disability_rows"
    fact_types: ClassVar = {"words": str}
    finding_codes: ClassVar = frozenset(get_args(DisabilityRowsFinding))

    rows: tuple[DisabilityRow, ...] = ()
    """The rows found, in the order of the table (PP 82/2019 Lampiran III); empty: none."""

    def _plain_sentences(self) -> list[Text]:
        """The rows in words, and that a doctor determines which one applies."""
        if not self.rows:
            return [Text("note.no_such_disability")]
        rows = [Text("formula.row", {"code": row.code, "name": row.name}) for row in self.rows]
        found = Text("brief.disability_rows", {"rows": listed(rows)})
        return [found, Text("note.doctor_finds_row")]
