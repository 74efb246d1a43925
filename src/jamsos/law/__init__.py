"""The law as data: dated, cited, graded provisions and numbered decisions."""

from jamsos.law.law import Law, current
from jamsos.law.pickling import register
from jamsos.law.provisions import Absence, Bilingual, Decision, Grade, Provision, Source, WhatIf

__all__ = [
    "Absence",
    "Bilingual",
    "Decision",
    "Grade",
    "Law",
    "Provision",
    "Source",
    "WhatIf",
    "current",
]

register()
