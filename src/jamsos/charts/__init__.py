"""Charts: one call from a result to a picture of it; needs the extra ``charts``.

Every chart is an Altair chart. In a notebook, and in every file it is saved to, it is static: it
has no scripts and asks no other site for anything. It has colours that the colour-blind can tell
apart, and a text for those who cannot see it. Of a what-if its title bears the mark.

>>> from jamsos import Worker
>>> from jamsos.charts import contribution_by_income
>>> chart = contribution_by_income(Worker(kind="independent"), "2026-12", payer="APBD", lang="en")
>>> chart.to_dict()["title"]["text"]
['Monthly contribution by income, December 2026']
"""

from jamsos.registers.frames import imported

imported("altair", "charts")
imported("vl_convert", "charts")

from jamsos.charts.benefits import benefits_compared  # noqa: E402
from jamsos.charts.claim import claim_deadlines  # noqa: E402
from jamsos.charts.contribution import contribution_by_income  # noqa: E402
from jamsos.charts.cover import cover_by_kecamatan  # noqa: E402
from jamsos.charts.months import cost_by_month  # noqa: E402
from jamsos.charts.picture import Picture  # noqa: E402
from jamsos.charts.scholarship import scholarship_path  # noqa: E402
from jamsos.charts.staircase import plan_staircase  # noqa: E402

__all__ = [
    "Picture",
    "benefits_compared",
    "claim_deadlines",
    "contribution_by_income",
    "cost_by_month",
    "cover_by_kecamatan",
    "plan_staircase",
    "scholarship_path",
]
