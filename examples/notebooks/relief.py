# %% [markdown]
# # What PP 50/2025 gives, and to whom it does not
#
# PP 50/2025 halves the JKK and JKM contributions of non-wage earners for some months.
# The months depend on the sector, and not everybody who pays has the relief.
#
# ## What does a fisher pay who pays herself, at every income?

# %%
from jamsos import Worker
from jamsos.charts import contribution_by_income

fisher = Worker(kind="independent", category="fisher", sector="other", income=900_000)
contribution_by_income(fisher, "2026-08", payer="self", lang="en")

# %% [markdown]
# ## Who has it, and who does not?
#
# The same fisher for the twelve months of 2026, by who pays.

# %%
from jamsos import premium_run

for payer in ("self", "CSR", "APBD", "APBN"):
    year = premium_run(fisher, "2026-01", "2026-12", payer=payer)
    with_relief = sum(month.relief == "given" for month in year.months)
    print(f"{payer:5} {with_relief:2} months with relief, Rp{year.total:,} a year")

# %% [markdown]
# ## Which months, by sector?

# %%
from jamsos.charts import cost_by_month
from jamsos.scenarios import Group, Scenario, compare

driver = Worker(kind="independent", category="transport", sector="transport", income=900_000)
own = Scenario(
    "other sectors", Group(fisher, people=1000), first="2025-10", last="2027-06", payer="self"
)
drivers = own.but("transport", population=Group(driver, people=1000))
cost_by_month(compare(own, drivers, by="month"), lang="en")

# %% [markdown]
# ## On which words does that rest?

# %%
from jamsos import premium

print(premium(fisher, "2026-08", payer="APBD").text("en"))
