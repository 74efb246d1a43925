from jamsos.registers.assumed import Assumed as Assumed
from jamsos.registers.cells import Problem as Problem
from jamsos.registers.cells import Reaction as Reaction
from jamsos.registers.cells import Repair as Repair
from jamsos.registers.checking import check_register as check_register
from jamsos.registers.comparing import Difference as Difference
from jamsos.registers.comparing import difference as difference
from jamsos.registers.deciding import enrolment_columns as enrolment_columns
from jamsos.registers.handover import HEADINGS as HEADINGS
from jamsos.registers.handover import export_rows as export_rows
from jamsos.registers.limits import Limits as Limits
from jamsos.registers.places import kutim_kecamatan as kutim_kecamatan
from jamsos.registers.places import villages as villages
from jamsos.registers.pricing import premium_columns as premium_columns
from jamsos.registers.reading import read_register as read_register
from jamsos.registers.reconciling import Reconciliation as Reconciliation
from jamsos.registers.reconciling import reconcile as reconcile
from jamsos.registers.register import Register as Register
from jamsos.registers.synthetic import synthetic_register as synthetic_register
from jamsos.registers.synthetic import write_synthetic as write_synthetic
from jamsos.registers.synthetic import write_synthetic_workbook as write_synthetic_workbook
from jamsos.registers.work_lists import work_list as work_list
from jamsos.registers.work_lists import write_work_list as write_work_list

_ROOMS: dict[str, str]
_HOMES: dict[str, str]
