"""The law as data: dated, cited, graded provisions and numbered decisions; loading and checking them."""

from jamsos.law.law import Law, current
from jamsos.law.provisions import Absence, Bilingual, Grade, Provision, Reading, Source

__all__ = ["Absence", "Bilingual", "Grade", "Law", "Provision", "Reading", "Source", "current"]
