"""The protection of a migrant worker on a day, with its results."""

from datetime import date
from typing import ClassVar, Literal, TypeAlias, get_args

from attrs import frozen

from jamsos.answers.answer import Answer
from jamsos.answers.grounds import needs_among
from jamsos.answers.hypothetical import unmarked
from jamsos.answers.parts import Status
from jamsos.answers.plain_sentences import first_remark, reason
from jamsos.answers.texts import Text
from jamsos.workers.placement import Placement, Stage

MigrantCoverFinding: TypeAlias = Literal[
    "after_end",
    "after_from",
    "before_end",
    "before_from",
    "during_end",
    "during_from",
    "stage",
]

MigrantCoverCondition: TypeAlias = Literal[
    "protected_jkk",
    "protected_jkm",
]

NO_COVER = (
    "note.migrant_not_registered",
    "note.migrant_ended_early",
    "note.migrant_register_again",
    "note.migrant_own_risk",
)
"""The remarks that say why nothing protects on a day."""


@frozen(kw_only=True, repr=False)
class MigrantCover(Answer):
    """Whether a migrant worker is protected on a day, and in which stage.

    The periods are those of UU 18/2017 as the manual of BPJS Ketenagakerjaan applies it. A day is
    None where nobody stated what it is counted from.

    >>> from jamsos import Placement, migrant_cover
    >>> nurse = Placement(agency=True, paid_on=date(2026, 1, 5), embarked_on=date(2026, 3, 2),
    ...                   contract_ends=date(2028, 3, 1), stage="abroad")
    >>> answer = migrant_cover(nurse, date(2026, 8, 17))
    >>> answer.jkk, answer.jkm, answer.stage
    (True, True, <Stage.ABROAD: 'abroad'>)
    >>> answer.during_from, answer.during_end, answer.after_from
    (datetime.date(2026, 3, 2), datetime.date(2028, 4, 1), None)
    """

    question: ClassVar = "migrant_cover"
    fact_types: ClassVar = {"placement": Placement, "on": date}
    finding_codes: ClassVar = frozenset(get_args(MigrantCoverFinding))
    condition_codes: ClassVar = frozenset(get_args(MigrantCoverCondition))

    @property
    def jkk(self) -> bool:
        """Whether work-accident insurance (*JKK*) protects on the day.

        Raises:
            UndecidedError: where facts or the text of the law leave it open.

        """
        return self._protects("protected_jkk")

    @property
    def jkm(self) -> bool:
        """Whether death insurance (*JKM*) protects on the day.

        Raises:
            UndecidedError: where facts or the text of the law leave it open.

        """
        return self._protects("protected_jkm")

    @property
    def stage(self) -> Stage:
        """How far the placement has come on the day.

        Raises:
            UndecidedError: on a day that may belong to two stages.

        """
        return self._sure(self._found_code("stage", Stage), "stage")

    @property
    def before_from(self) -> date | None:
        """The first day of the protection before work (*sebelum bekerja*)."""
        return self._day("before_from")

    @property
    def before_end(self) -> date | None:
        """The day on which the protection before work ends at the latest."""
        return self._day("before_end")

    @property
    def during_from(self) -> date | None:
        """The first day of the protection during work (*selama bekerja*)."""
        return self._day("during_from")

    @property
    def during_end(self) -> date | None:
        """The day on which the protection during work ends at the latest, the way home included."""
        return self._day("during_end")

    @property
    def after_from(self) -> date | None:
        """The first day of the protection after work (*setelah bekerja*)."""
        return self._day("after_from")

    @property
    def after_end(self) -> date | None:
        """The day on which the protection after work ends at the latest."""
        return self._day("after_end")

    def _day(self, code: MigrantCoverFinding) -> date | None:
        # A day nobody stated leaves only its own period open, whatever else is decided.
        if all(finding.code != code for finding in self.findings):
            return None
        return self._found(code, date)

    def _protects(self, code: str) -> bool:
        condition = next(one for one in self.conditions if one.code == code)
        if condition.status is Status.UNKNOWN:
            raise self._undecided(code, needs_among(condition.grounds))
        return condition.status is Status.MET

    def _plain_sentences(self) -> list[Text]:
        """What protects on the day, or why nothing does; the stage, and the end of its time."""
        day = {"day": unmarked(self.title).args["day"]}
        if not self.jkk and not self.jkm:
            why = reason(first_remark(self, NO_COVER)) or [Text("brief.migrant_cover.over")]
            return [Text("brief.migrant_cover.nothing", day), *why]
        covered = Text("brief.migrant_cover.both", day)
        if not self.jkk:
            covered = Text("brief.migrant_cover.jkm_alone", day)
        # A day may belong to two stages that both protect.
        stage: Stage | None = self.get("stage")
        if stage is None:
            return [covered]
        sentences = [covered, Text("brief.migrant_cover.stage", {"stage": Text(f"value.{stage}")})]
        end = self._end_of(stage)
        # Of a prolonged contract it may be open whether the further months were paid for.
        if end is not None:
            sentences.append(Text("brief.migrant_cover.end", {"day": end}))
        return sentences

    def _end_of(self, stage: Stage) -> date | None:
        """The day on which the protection of a stage ends at the latest."""
        if stage is Stage.WAITING:
            return self.before_end
        if stage is Stage.ABROAD:
            return self.during_end
        return self.after_end
