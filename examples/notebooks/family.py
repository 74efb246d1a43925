# %% [markdown]
# # What the family receives over the years
#
# An invented fisher dies, and leaves a spouse and two children at school.
#
# ## What is paid at once?

# %%
from datetime import date

from jamsos import Child, Family, Participation, Worker, death_benefit, payments

fisher = Worker(kind="independent", category="fisher", sector="other", income=900_000)
paid = payments("2023-01", "2026-09")
member = Participation(number_issued=date(2023, 1, 2), payer="APBD", row=1, payments=paid)
school = {"studying": True, "lawful": True, "married": False, "working": False}
rina = Child(birth=date(2016, 6, 1), level="SD", year=5, **school)
adi = Child(birth=date(2010, 2, 1), level="SMA", year=1, **school)
family = Family(spouse=True, children=(rina, adi))
answer = death_benefit(fisher, member, family, died_on=date(2026, 9, 20), cause="other")
print(answer.text("en"))

# %% [markdown]
# ## What does the younger child receive, year by year?

# %%
from jamsos import scholarship_projection
from jamsos.charts import scholarship_path

scholarship_path(scholarship_projection(rina, date(2026, 9, 20)), lang="en")

# %% [markdown]
# ## And both together?

# %%
paths = [scholarship_projection(child, date(2026, 9, 20)) for child in (rina, adi)]
for year in sorted({one.year for path in paths for one in path.years}):
    amount = sum(one.amount for path in paths for one in path.years if one.year == year)
    print(f"{year}/{year + 1}: Rp{amount:,}")

# %% [markdown]
# ## What would ten thousand such families receive, against what the district pays?
#
# Three deaths in a thousand people a year is a guess of yours, never of the library.

# %%
from jamsos.expectations import Circumstances, Household, Rate, expected_benefits
from jamsos.scenarios import Group, Scenario

crews = Group(fisher, people=10_000)
years = Scenario("APBD", crews, first="2026-01", last="2028-12", payer="APBD")
homes = Household(share=1, family=family)
facts = Circumstances(prior_months=36, households=homes, as_of=date(2026, 1, 1))
expected = expected_benefits(years, rates=Rate.of_death("3 per 1000"), circumstances=facts)
print(expected.text("en").partition("Legal grounds")[0])
