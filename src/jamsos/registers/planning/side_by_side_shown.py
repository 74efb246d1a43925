"""Plans side by side in words."""

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from jamsos.answers.grounds import Ground, distinct
from jamsos.answers.headings import amounts, names, words
from jamsos.answers.hypothetical import supposed_by
from jamsos.answers.parts import Note
from jamsos.answers.sections import grounds_section, marks_of, notes_sections
from jamsos.answers.texts import Text, number, rupiah, say
from jamsos.errors import masked_in
from jamsos.pages.page import Page, Row, Section, table
from jamsos.registers.planning.result import Plan
from jamsos.registers.summing.labels import value_label


def plans_page(
    plans: Mapping[str, Plan], figures: pl.DataFrame, pairs: pl.DataFrame, lang: str
) -> Page:
    """The page of several plans."""
    title = Text("register.plans.title", {"plans": len(plans)})
    laws = [made.law for made in plans.values()]
    figures_and_pairs = (_figures_section(plans, figures, lang), _pairs_section(pairs, lang))
    return Page(
        lang=lang,
        title=supposed_by(laws, title).say(lang),
        sections=with_backing(figures_and_pairs, plans.values(), lang),
    )


def with_backing(
    sections: Iterable[Section], plans: Iterable[Plan], lang: str
) -> tuple[Section, ...]:
    """Sections between what several plans warn of and what they rest on."""
    notes: list[Note] = []
    grounds: list[Ground] = []
    for made in plans:
        grounds.extend(made.grounds)
        notes += [note for note in made.notes if note not in notes]
    for note in notes:
        grounds.extend(note.grounds)
    shown = distinct(grounds)
    warnings, remarks = notes_sections(notes, marks_of(shown), lang)
    every = (warnings, *sections, remarks, grounds_section(shown, lang))
    return tuple(section for section in every if section.rows)


def _figures_section(plans: Mapping[str, Plan], figures: pl.DataFrame, lang: str) -> Section:
    columns = (
        names(Text("register.plans.plan"), lang),
        amounts(Text("register.plan_budget"), lang),
        amounts(Text("register.plan_covered"), lang),
        amounts(Text("register.plan_waiting"), lang),
        amounts(Text("register.plan_left"), lang),
        words(Text("register.plan_next"), lang),
        amounts(Text("register.plans.needed"), lang),
    )
    rows: list[Row] = []
    for figure in figures.iter_rows(named=True):
        made = plans[figure["plan"]]
        rows.append(
            (
                figure["plan"],
                rupiah(figure["budget"], lang),
                number(figure["covered"], lang),
                number(figure["waiting"], lang),
                rupiah(figure["left"], lang),
                _next_step(made, figure, lang),
                rupiah(figure["needed"], lang),
            )
        )
    heading = Text("register.plans.figures").say(lang)
    return table(heading, columns, rows, names_columns=True)


def _next_step(made: Plan, figure: Mapping[str, Any], lang: str) -> str:
    """The next step of an order with the money that covers all of it; nothing where none is."""
    if figure["next_step"] is None:
        return ""
    # The first rank may be any column of the register.
    name = value_label(made.order[0].name, masked_in(figure["next_step"]))
    args = {"step": say(name, lang), "needed": figure["next_step_needed"]}
    return Text("register.plans.next_step", args).say(lang)


def _pairs_section(pairs: pl.DataFrame, lang: str) -> Section:
    columns = (
        names(Text("register.plans.first"), lang),
        names(Text("register.plans.second"), lang),
        amounts(Text("register.plans.both"), lang),
        amounts(Text("register.plans.only_first"), lang),
        amounts(Text("register.plans.only_second"), lang),
    )
    rows: list[Row] = []
    for pair in pairs.iter_rows(named=True):
        counts = [number(pair[name], lang) for name in ("both", "only_first", "only_second")]
        rows.append((pair["first"], pair["second"], *counts))
    heading = Text("register.plans.pairs").say(lang)
    return table(heading, columns, rows, names_columns=True)
