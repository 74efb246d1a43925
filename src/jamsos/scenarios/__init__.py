"""Scenarios: a base and its alternatives side by side; needs the extra ``registers``.

>>> from jamsos import Worker
>>> from jamsos.scenarios import Group, Scenario, compare
>>> fishers = Group(Worker(kind="independent", income=900_000, sector="other"), people=100)
>>> base = Scenario("APBD", [fishers], first="2026-10", last="2026-12", payer="APBD")
>>> result = compare(base, base.but("sendiri", payer="self"))
>>> result.table.select("scenario", "premium", "premium_difference").rows()
[('APBD', 5040000, 0), ('sendiri', 2520000, -2520000)]
"""

from jamsos.registers.frames import imported

imported("polars", "registers")

from jamsos.scenarios.comparison import Comparison, compare  # noqa: E402
from jamsos.scenarios.deaths import Deaths  # noqa: E402
from jamsos.scenarios.grid import grid  # noqa: E402
from jamsos.scenarios.groups import Group  # noqa: E402
from jamsos.scenarios.scenario import Scenario  # noqa: E402

__all__ = ["Comparison", "Deaths", "Group", "Scenario", "compare", "grid"]
