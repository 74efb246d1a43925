"""What a family receives, asked over lines and, where JAMSOS_URL names a service, over HTTP."""

import os
from contextlib import closing
from typing import TYPE_CHECKING

from jamsos_client import Http, Lines, NotAnsweredError

if TYPE_CHECKING:
    from jamsos_types import DeathBenefitQuestion, PremiumQuestion

DEATH: "DeathBenefitQuestion" = {
    "question": "death_benefit",
    "worker": {"kind": "independent", "income": 900_000},
    "participation": [
        {
            "number_issued": "2026-08-10",
            "payments": [
                {"month": "2026-08", "on": "2026-08-10"},
                {"month": "2026-09", "on": "2026-09-10"},
            ],
        }
    ],
    "died_on": "2026-10-01",
    "cause": "work_accident",
    "accident_on": "2026-10-01",
}
WRONG: "PremiumQuestion" = {"question": "premium", "worker": {}, "month": "2026-13"}


def show(way: str, door: Lines | Http) -> None:
    """Ask, and print what comes back."""
    answer = door.ask(DEATH)
    print(f"{way}: {answer.get('total_id')}")  # Rp70.000.000
    try:
        door.ask(WRONG)
    except NotAnsweredError as refused:
        print(f"{way}: {refused}")


with closing(Lines()) as lines:
    show("lines", lines)
if "JAMSOS_URL" in os.environ:
    http = Http(os.environ["JAMSOS_URL"], os.environ.get("JAMSOS_API_KEY"))
    show("http", http)
    totals = [reply["total"] for reply in http.batch([DEATH] * 3)]
    print(f"batch: {totals}")
