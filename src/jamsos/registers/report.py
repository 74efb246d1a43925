"""What reading or checking a register came to, as people read it."""

from collections.abc import Mapping

import polars as pl
from attrs import frozen

from jamsos.answers.shown import Section, laid_out, tables
from jamsos.answers.texts import LOCALES, Text
from jamsos.registers.cells import Problem


@frozen(kw_only=True, eq=False, repr=False)
class Report:
    """The counts of a register: ``str(report)`` in Indonesian, ``report.text("en")`` in English, HTML in a notebook."""

    title: str
    counts: Mapping[str, int]
    """The rows, and how many of them went where."""
    problems: pl.DataFrame
    """``column``, ``problem``, ``reaction``, ``count``."""
    repairs: pl.DataFrame
    """``column``, ``repair``, ``count``."""
    told: Mapping[str, str]
    """What the file was."""
    headings: Mapping[str, str]
    """The columns and how the file headed them."""

    @classmethod
    def of(
        cls,
        title: str,
        counts: Mapping[str, int],
        problems: pl.DataFrame,
        repairs: pl.DataFrame,
        told: Mapping[str, str],
        headings: Mapping[str, str],
    ) -> "Report":
        """Count problems and repairs by column and kind."""
        return cls(
            title=title,
            counts=counts,
            problems=_counted(problems, "column", "problem", "reaction"),
            repairs=_counted(repairs, "column", "repair"),
            told=told,
            headings=headings,
        )

    @property
    def unknown_headings(self) -> tuple[str, ...]:
        """The headings the layout does not know; their columns are kept."""
        from jamsos.registers.layout import NAMED  # noqa: PLC0415

        return tuple(name for name in self.headings if name not in NAMED)

    def text(self, lang: str = "id") -> str:
        """The report as plain text."""
        return laid_out([Text(f"register.title.{self.title}").say(lang)], self._sections(lang))

    def html(self, lang: str = "id") -> str:
        """The report as HTML; every value is escaped."""
        return tables([Text(f"register.title.{self.title}").say(lang)], self._sections(lang), lang)

    def __str__(self) -> str:
        return self.text()

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return self.html()

    def _sections(self, lang: str) -> list[Section]:
        """The parts that are not empty."""
        found: dict[str, list[tuple[str, ...]]] = {
            "rows": [(_said("count", name, lang), str(count)) for name, count in self.counts.items()],
            "file": [(_said("file", name, lang), what) for name, what in self.told.items()],
            "headings": [(heading, "->", name) for name, heading in self._renamed().items()],
            "unknown": [(heading,) for heading in self.unknown_headings],
            "problems": [
                (
                    column,
                    str(count),
                    _said("reaction", reaction, lang),
                    _said("problem", problem, lang),
                    _said("advice", problem, lang),
                )
                for column, problem, reaction, count in self.problems.iter_rows()
            ],
            "repairs": [
                (column, str(count), _said("repair", one, lang)) for column, one, count in self.repairs.iter_rows()
            ],
        }
        return [Section(_said("section", name, lang), tuple(rows)) for name, rows in found.items() if rows]

    def _renamed(self) -> dict[str, str]:
        return {name: heading for name, heading in self.headings.items() if name not in self.unknown_headings}


def _said(family: str, code: str, lang: str) -> str:
    return Text(f"register.{family}.{code}").say(lang)


def _counted(frame: pl.DataFrame, *names: str) -> pl.DataFrame:
    return (
        frame.group_by(*names)
        .agg(pl.len().alias("count"))
        .sort("count", *names, descending=[True, *([False] * len(names))])
    )


def advice(problems: pl.DataFrame) -> pl.DataFrame:
    """The problems with what to do about each, in both languages."""
    said = {
        f"advice_{lang}": {
            str(problem): f"{_said('problem', problem, lang)}: {_said('advice', problem, lang)}" for problem in Problem
        }
        for lang in LOCALES
    }
    columns = [
        pl.col("problem").replace_strict(texts, return_dtype=pl.Categorical).alias(name) for name, texts in said.items()
    ]
    return problems.with_columns(columns)
