# %% [markdown]
# # Five billion rupiah under three orders
#
# A budget that does not cover everybody covers people in an order.
# Which one is a decision of the district; what it means for villages and groups can be seen before.
# The 45,000 people of the register are invented.
#
# ## Whom does each order cover, and what does the next step cost?

# %%
import polars as pl

from jamsos import load_scheme
from jamsos.registers import Rank, compare_plans, plan, synthetic_register

register = synthetic_register(45_000, seed=2026).with_columns(letter=pl.lit(True))
orders = {
    "fishers and farmers first": [Rank("category", first=("fisher", "farmer")), "village"],
    "the lowest incomes first": ["income", "village"],
    "kecamatan by kecamatan": ["kecamatan", "village"],
}
terms = {"first": "2025-01", "last": "2025-12", "scheme": load_scheme("kutim")}
plans = {one: plan(register, budget=5 * 10**9, order=orders[one], **terms) for one in orders}
compared = compare_plans(plans)
print(compared.text("en"))

# %% [markdown]
# ## In which villages do the first two differ most?

# %%
villages = compared.villages("fishers and farmers first", "the lowest incomes first")
villages.sort("only_first", descending=True).head(5)

# %% [markdown]
# ## Where are the covered, kecamatan by kecamatan?

# %%
from jamsos.charts import cover_by_kecamatan

cover_by_kecamatan(plans["kecamatan by kecamatan"], lang="en")

# %% [markdown]
# ## How far does the money go in the first order?

# %%
from jamsos.charts import plan_staircase

plan_staircase(plans["fishers and farmers first"], lang="en")

# %% [markdown]
# ## From when on would a growing budget cover everybody?

# %%
from jamsos.registers import plan_by_year

budgets = {2024: 5 * 10**9, 2025: 8 * 10**9}
years = plan_by_year(register, budgets, order=["income", "village"], scheme=load_scheme("kutim"))
print(years.brief("en"))

# %% [markdown]
# ## And if payment stopped after 2025, and began again in May 2026?

# %%
from datetime import date

from jamsos.registers import plan_pause

pause = plan_pause(plans["kecamatan by kecamatan"], date(2026, 5, 4))
pause.table.group_by("lapsed", "full_jkm_from").agg(pl.col("people").sum())
