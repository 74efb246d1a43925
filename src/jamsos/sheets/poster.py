"""The poster of the scholarship table."""

from datetime import date

from jamsos.answers.texts import Text, catalogue
from jamsos.law.days import judged_day
from jamsos.law.law import Law, applied
from jamsos.sheets.asking import Asked, ask_scholarship
from jamsos.sheets.honesty import known, mark
from jamsos.sheets.parts import Content, Paper, Part, checked_paper
from jamsos.sheets.school_part import scholarship_table, school_sentences
from jamsos.sheets.sheet import Sheet, SheetKind
from jamsos.workers.worker import Worker


def scholarship_poster(
    on: date, *, paper: Paper | str = Paper.A4, lang: str = "id", law: Law | None = None
) -> Sheet:
    """The scholarship table as a poster: a year at each level of school, and all of it at most.

    Legal source: PP 82/2019 Pasal 25 ayat (3), 34 ayat (3), Lampiran III, by the answers.

    Args:
        on: The day whose law counts.
        paper: ``"A4"`` or ``"A3"``.
        lang: ``"id"`` or ``"en"``.
        law: The law to apply; by default the one shipped.

    Raises:
        InputError: for another paper or language.
        OutsideLawError: for a day before 2 December 2019.

    >>> print(scholarship_poster(date(2026, 9, 1), lang="en").text().splitlines()[4])
    School | A year | How long

    """
    current_law = applied(law)
    catalogue(lang)  # refuses another language
    day = judged_day(on, current_law, "on")
    asked = Asked(worker=Worker(), on=day, law=current_law)
    schooling = ask_scholarship(asked)
    columns, rows = scholarship_table(schooling.projection, lang, across=False)
    table = Part(
        picture="school",
        heading=Text("sheet.school_table").say(lang),
        columns=columns,
        rows=rows,
        remarks=school_sentences(schooling, current_law, day, lang),
    )
    content = Content(
        lang=lang,
        title=Text("sheet.school").say(lang),
        about=Text("sheet.school_about", {"day": day}).say(lang),
        picture="school",
        rows=((table,),),
        foot=known(asked, lang),
        mark=mark(current_law, lang),
        paper=checked_paper(paper),
    )
    return Sheet(kind=SheetKind.POSTER, content=content, answers=schooling.all)
