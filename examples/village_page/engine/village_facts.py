"""From the answers given on the page to the facts of jamsos; what nobody knows stays unknown."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from jamsos import (
    Child,
    Family,
    Incapacity,
    Month,
    Participation,
    Payment,
    WorkAccident,
    Worker,
    payments,
)

Answers = Mapping[str, str | None]
"""What was answered, by question; None: 'I do not know'. What was not asked has no entry."""

_KINDS = {"own": "independent", "owner": "owner"}
_YES_NO = {"yes": True, "no": False}


def yes_or_no(answers: Answers, question: str) -> bool | None:
    """Whether 'yes' was answered; None: nobody knows, or nobody asked."""
    return _YES_NO.get(answers.get(question) or "")


def day_of(answers: Answers, question: str) -> date | None:
    """The day that was answered."""
    answered = answers.get(question)
    return None if answered is None else date.fromisoformat(answered)


def count_of(answers: Answers, question: str) -> int | None:
    """The number that was answered: of rupiah, of days, of a class."""
    answered = answers.get(question)
    return None if answered is None else int(answered)


def worker_to_enrol(answers: Answers) -> Worker:
    """Who wants to join, by the task *Boleh ikut?*."""
    work = answers.get("work")
    citizen = yes_or_no(answers, "citizen")
    foreign = None if citizen is None else not citizen
    if work == "wage":
        return Worker(segment="PU", works=True, foreign=foreign)
    works = None if work is None else work != "none"
    return Worker(
        kind=_KINDS.get(work or ""),
        works=works,
        birth=day_of(answers, "birth"),
        foreign=foreign,
        months_in_indonesia=count_of(answers, "months_here"),
        has_nik=yes_or_no(answers, "nik"),
    )


def worker_insured(answers: Answers) -> Worker:
    """A participant, as far as contributions and benefits ask about them."""
    return Worker(
        kind="independent",
        income=count_of(answers, "income"),
        sector=answers.get("sector"),
    )


def payer_of(answers: Answers) -> str | None:
    """Who pays the contribution; the district's programme pays from its budget, the APBD."""
    payer = answers.get("payer")
    return "APBD" if payer == "programme" else payer


def participation_of(answers: Answers) -> Participation:
    """The membership: when the number was issued, and which months were paid."""
    issued = day_of(answers, "issued")
    return Participation(
        number_issued=issued, payments=_payments(answers, issued), payer=payer_of(answers)
    )


def _payments(answers: Answers, issued: date | None) -> tuple[Payment, ...] | None:
    """The months from the first of the membership to the last paid one; None: not known."""
    if answers.get("paid") == "never":
        return ()
    last = answers.get("last_paid")
    # A month left out may be any of them: then nobody here knows which were paid.
    if issued is None or last is None or answers.get("gaps") != "no":
        return None
    return payments(Month.of(issued), last)


def family_of(answers: Answers) -> Family:
    """The survivors."""
    return Family(
        spouse=yes_or_no(answers, "spouse"),
        children=children_of(answers),
        blood_line=yes_or_no(answers, "blood_line"),
        siblings=yes_or_no(answers, "siblings"),
        parents_in_law=yes_or_no(answers, "parents_in_law"),
    )


def children_of(answers: Answers) -> tuple[Child, ...] | None:
    """The children; None: nobody knows how many there are."""
    count = count_of(answers, "children")
    if count is None:
        return None
    return tuple(_child(answers, f"child{number}.") for number in range(1, count + 1))


def _child(answers: Answers, prefix: str) -> Child:
    """One child; the questions about it begin with its number."""
    school = answers.get(f"{prefix}school")
    facts: dict[str, Any] = {"birth": day_of(answers, f"{prefix}birth")}
    if school == "left":
        facts["studying"] = False
    elif school is not None:
        facts["level"] = school
        facts["year"] = count_of(answers, f"{prefix}class")
        facts["studying"] = True
    if school == "none":
        # Not yet at school: the law asks for no class and no school.
        facts["studying"] = None
    return Child(**facts, **_tie(answers, prefix), **_status(answers, prefix))


def _tie(answers: Answers, prefix: str) -> dict[str, Any]:
    """How the child belongs to the participant."""
    if answers.get("children_plain") == "yes":
        return {"tie": "own", "lawful": True}
    tie = answers.get(f"{prefix}tie")
    if tie is None:
        return {}
    # 'own' is asked as 'own and lawful'; of the others the law asks something else.
    return {"tie": tie, "lawful": True if tie == "own" else None}


def _status(answers: Answers, prefix: str) -> dict[str, Any]:
    """Whether the child is married or works."""
    status = answers.get(f"{prefix}status")
    if answers.get("children_plain") == "yes":
        status = "neither"
    if status is None:
        return {}
    if status == "neither":
        return {"married": False, "working": False}
    # The other of the two was not asked.
    return {status: True}


def accident_of(answers: Answers, on: date) -> WorkAccident:
    """A work accident the participant survives."""
    lasting = answers.get("lasting")
    losses: tuple[()] | None = () if lasting in {"none", "total"} else None
    total = None if lasting is None else lasting == "total"
    return WorkAccident(
        on=on,
        land=count_of(answers, "transport"),
        unable=_rest(answers, on),
        losses=losses,
        total_permanent=total,
    )


def _rest(answers: Answers, on: date) -> tuple[Incapacity, ...] | None:
    """The days a doctor forbade to work, from the day of the accident on; None: not known."""
    if answers.get("rest") == "none":
        return ()
    days = count_of(answers, "rest_days")
    if days is None:
        return None
    if days == 0:
        return ()
    return (Incapacity(first=on, last=on + timedelta(days=days - 1)),)
