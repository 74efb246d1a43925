# %% [markdown]
# # A district's register, from the file to the map
#
# The workbook is invented, with the mistakes that lists from villages have.
#
# ## What is in the file?

# %%
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

from jamsos.registers import read_register, write_synthetic_workbook

workbook = Path(mkdtemp()) / "peserta.xlsx"
write_synthetic_workbook(workbook, 2000, seed=7)
read = read_register(workbook, on=date(2026, 11, 1))
print(read.report.text("en"))

# %% [markdown]
# ## Who may be enrolled, and what does a year cost?

# %%
import polars as pl

from jamsos import load_scheme
from jamsos.registers import enrolment_columns, premium_columns, summary

kutim = load_scheme("kutim")
entry = enrolment_columns(date(2025, 12, 1), scheme=kutim)
price = premium_columns("2025-12", "2026-11", scheme=kutim)
register = read.accepted.with_columns(letter=pl.lit(True))
sums = summary(
    price.added_to(entry.added_to(register)), "kecamatan", months=12, columns=[entry, price]
)
sums.table.select("kecamatan", "people", "eligible", "undecided", "premium")

# %% [markdown]
# ## Who has a membership number already, and where?

# %%
from jamsos.charts import cover_by_kecamatan

cover_by_kecamatan(sums, lang="en")
