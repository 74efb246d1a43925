# %% [markdown]
# # The programme, 2024 to 2028
#
# Kutai Timur buys JKK and JKM for vulnerable workers at row 1 of Lampiran II.
# The head counts below follow what news reports said for 2024 and 2025, and are supposed from
# 2026 on: change them, and run the notebook again.
#
# ## What does the programme cost each year?

# %%
from jamsos import Worker, load_scheme
from jamsos.scenarios import Group, Scenario, compare

people = {"2024-05": 45_000, "2024-11": 77_000, "2025-10": 93_000, "2025-12": 98_000}
growing = people | {"2026-07": 110_000, "2027-01": 130_000, "2028-01": 150_000}
base = Scenario(
    "kutim",
    Group(Worker(), people=growing),
    first="2024-05",
    last="2028-12",
    scheme=load_scheme("kutim"),
)
years = compare(base, by="year")
years.table.select("year", "people", "person_months", "jkk", "jkm", "premium")

# %% [markdown]
# ## What if everybody stayed at the number of December 2025?

# %%
frozen = base.but("98,000 people", population=Group(Worker(), people=people))
side_by_side = compare(base, frozen, by="year")
side_by_side.table.select("scenario", "year", "people", "premium", "premium_difference")

# %% [markdown]
# ## And month by month?

# %%
from jamsos.charts import cost_by_month

cost_by_month(compare(base, frozen, by="month"), lang="en")

# %% [markdown]
# ## What would a higher row cost?
#
# Row 2 is for incomes from Rp1,100,000; benefits for incapacity follow the base of the row.

# %%
dearer = base.but("row 2", row=2)
result = compare(base, dearer, by="year")
print(result.explain(result.table.height - 1, "en"))
