"""A register that was read or checked: its rows in three frames, none of them lost."""

from collections.abc import Iterable, Mapping, Sequence

import polars as pl
from attrs import field, frozen

from jamsos.errors import JamsosError
from jamsos.registers.intake.files import Files
from jamsos.registers.intake.heading_terms import Untaken
from jamsos.registers.intake.log import CONFIRMED, Log, confirmed_as_information
from jamsos.registers.intake.not_people import nobody
from jamsos.registers.intake.own_words import unknown_words
from jamsos.registers.intake.report import Report, advice
from jamsos.registers.layout import ROW
from jamsos.registers.problems import Reaction


@frozen(kw_only=True, eq=False, repr=False)
class Register:
    """A register in the types of the layout.

    The column ``source_row`` holds the position of each row in the file. The frames hold the NIK;
    ``problems``, ``repairs`` and the report only show it masked.
    """

    accepted: pl.DataFrame
    """Rows without a problem that has to be cleared first."""
    to_check: pl.DataFrame
    """Rows somebody must look at; what is doubtful is empty in them."""
    rejected: pl.DataFrame
    """Rows with something that no reading can make right."""
    repairs: pl.DataFrame
    """``source_row``, ``column``, ``repair``: every cell that was written in another way."""
    recorded: pl.DataFrame
    """The problems as they were recorded: ``problems`` without the advice."""
    not_people: pl.DataFrame
    """``source_row``, ``kind``, ``text``: titles, totals, signatures and other rows of nobody.

    In a register of several files also ``file``, ``sheet`` and ``file_row``.
    """
    report: Report
    files: Files = field(factory=Files)
    """What became of each file of a folder (:func:`read_registers`)."""
    confirmed: pl.DataFrame = field(factory=lambda: pl.DataFrame(schema=CONFIRMED))
    """``source_row``, ``column``, ``problem``: what somebody said is right as it is written."""

    @classmethod
    def of(
        cls,
        title: str,
        frame: pl.DataFrame,
        log: Log,
        metadata: Mapping[str, str],
        headings: Mapping[str, str],
        not_people: pl.DataFrame | None = None,
        *,
        untaken: Sequence[Untaken] = (),
        files: Files | None = None,
        confirmed: pl.DataFrame | None = None,
    ) -> "Register":
        """Part the rows by their worst problem."""
        others = nobody() if not_people is None else not_people
        if files is None:
            files = Files()
        if confirmed is None:
            confirmed = pl.DataFrame(schema=CONFIRMED)
        problems = confirmed_as_information(log.all_problems(), confirmed)
        repairs = log.all_repairs()
        parts = _parted(frame, problems)
        prove_complete(frame, parts.values())
        counts = {"rows": frame.height + others.height}
        for name, part in parts.items():
            counts[name] = part.height
        # A list that holds nothing but people needs no word about it.
        if others.height:
            counts["not_people"] = others.height
        by_file = files.counted({**parts, "not_people": others})
        report = Report.of(
            title,
            counts,
            problems,
            repairs,
            metadata,
            headings,
            others,
            untaken=untaken,
            files=files,
            by_file=by_file,
        )
        return cls(
            **parts,
            repairs=repairs,
            recorded=problems,
            not_people=others,
            report=report,
            files=files,
            confirmed=confirmed,
        )

    @property
    def problems(self) -> pl.DataFrame:
        """``source_row``, ``column``, ``value``, ``problem``, ``reaction``, ``hint``, and advice.

        The advice is Indonesian in ``advice_id`` and English in ``advice_en``.
        """
        # The words are found when somebody asks for them: that takes longer than a small list.
        return advice(self.recorded)

    @property
    def rows(self) -> pl.DataFrame:
        """All rows, in the order of the file."""
        parts = [self.accepted, self.to_check, self.rejected]
        return pl.concat(parts).sort(ROW)

    @property
    def by_file(self) -> pl.DataFrame:
        """The rows of each ``file`` and ``sheet``, and how many of them went where.

        In every line, ``rows`` = ``accepted`` + ``to_check`` + ``rejected`` + ``not_people``;
        ``empty`` rows were left out.
        """
        return self.report.by_file

    @property
    def unknown_words(self) -> pl.DataFrame:
        """The words nobody knows: ``column``, ``word``, ``count``, and the known words ``near``.

        The most frequent stand first; ``words`` of :func:`read_register` takes what they mean.
        """
        return unknown_words(self.recorded)

    def __repr__(self) -> str:
        counts: list[str] = []
        for name, count in self.report.counts.items():
            counts.append(f"{name}={count}")
        listed = ", ".join(counts)
        return f"Register({listed})"

    def __str__(self) -> str:
        return str(self.report)

    def _repr_html_(self) -> str:
        return self.report.html()


def _parted(frame: pl.DataFrame, problems: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The rows by what their problems ask for."""
    is_rejected = _stands_in(problems, Reaction.REJECT)
    is_doubtful = _stands_in(problems, Reaction.CHECK)
    has_problem = is_rejected | is_doubtful
    # A row with several problems goes where the worst of them sends it.
    only_doubtful = is_doubtful & ~is_rejected
    return {
        "accepted": frame.filter(~has_problem),
        "to_check": frame.filter(only_doubtful),
        "rejected": frame.filter(is_rejected),
    }


def _stands_in(problems: pl.DataFrame, reaction: Reaction) -> pl.Expr:
    """Whether a row has a problem with this reaction."""
    has_reaction = pl.col("reaction") == str(reaction)
    rows = problems.filter(has_reaction)[ROW]
    distinct = rows.unique()
    row = pl.col(ROW)
    return row.is_in(distinct.implode())


def prove_complete(frame: pl.DataFrame, parts: Iterable[pl.DataFrame]) -> None:
    """Prove that every row stands in exactly one part.

    Raises:
        JamsosError: where it does not, which is a fault of jamsos.

    """
    rows = pl.concat(part[ROW] for part in parts)
    all_rows = frame[ROW].sort()
    if not rows.sort().equals(all_rows):
        counted = f"{len(rows)} of {frame.height}"
        step = "this is a fault of jamsos; report it"
        raise JamsosError("rows of the register", counted, "each row once", step)
