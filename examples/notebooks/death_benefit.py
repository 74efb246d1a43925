# %% [markdown]
# # Raising the death benefit
#
# Suppose the lump sum of JKM were Rp30 million from January 2027.
# Everything below that rests on the proposal says so.
#
# ## What would the family of a fisher receive?

# %%
from datetime import date

from jamsos import Family, Participation, Worker, death_benefit, payments, what_if
from jamsos.charts import benefits_compared

fisher = Worker(kind="independent", category="fisher", sector="other", income=900_000)
paid = payments("2023-01", "2027-02")
member = Participation(number_issued=date(2023, 1, 2), payer="APBD", row=1, payments=paid)
proposal = what_if("proposal 2027", reason="question of the council")
raised = proposal.change("jkm.lump_sum", rupiah=30_000_000, first="2027-01").law
case = {"family": Family(spouse=True, children=()), "died_on": date(2027, 2, 20), "cause": "other"}
now, then = (death_benefit(fisher, member, **case, law=law) for law in (None, raised))
benefits_compared(now, then, lang="en")

# %% [markdown]
# ## How much more would that be for the whole programme?
#
# The number of deaths a year is a guess of yours, never of the library.

# %%
deaths = 400
print(then.brief("en"))
print(f"{deaths} deaths: Rp{deaths * (then.total - now.total):,} more a year")

# %% [markdown]
# ## What is supposed in the answer, and what is law?

# %%
for ground in then.grounds:
    print(ground.grade, "-", ground.id)
