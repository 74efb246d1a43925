"""Sheets for the wall of the village hall and for the pocket, made of answers.

:func:`benefit_sheet` says on one page what the insurance costs and gives,
:func:`scholarship_poster` what children receive, :func:`pocket_card` what to do after an accident.
No amount is typed: each comes from an answer, so that a change of law changes the sheet.

>>> from datetime import date
>>> from jamsos import load_scheme
>>> from jamsos.sheets import benefit_sheet
>>> sheet = benefit_sheet("fisher", date(2026, 9, 1), scheme=load_scheme("kutim"))
>>> print(sheet.text().splitlines()[0])
Lembar manfaat untuk nelayan
"""

from jamsos.sheets.benefit import benefit_sheet
from jamsos.sheets.card import pocket_card
from jamsos.sheets.offices import Office, OfficeKind, load_offices
from jamsos.sheets.parts import Content, Paper, Part, Points
from jamsos.sheets.poster import scholarship_poster
from jamsos.sheets.sheet import Sheet

__all__ = [
    "Content",
    "Office",
    "OfficeKind",
    "Paper",
    "Part",
    "Points",
    "Sheet",
    "benefit_sheet",
    "load_offices",
    "pocket_card",
    "scholarship_poster",
]
