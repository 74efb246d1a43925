from jamsos.registers.assumed import Assumed as Assumed
from jamsos.registers.deciding import enrolment_columns as enrolment_columns
from jamsos.registers.places import kutim_kecamatan as kutim_kecamatan
from jamsos.registers.places import villages as villages
from jamsos.registers.pricing import premium_columns as premium_columns
from jamsos.registers.synthetic import synthetic_register as synthetic_register
from jamsos.registers.synthetic import write_synthetic as write_synthetic
from jamsos.registers.synthetic import write_synthetic_workbook as write_synthetic_workbook

_ROOMS: dict[str, str]
_HOMES: dict[str, str]
