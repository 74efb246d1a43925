"""Who takes part in job-loss insurance (JKP), so that a share of JKK is passed on for him.

Of everybody else the contributions of JKK and JKM stay whole.
"""

from typing import NamedTuple

from jamsos.answers.grounds import Grounds, MissingFact, Needs
from jamsos.answers.parts import Note, Notes, remark
from jamsos.errors import InputError
from jamsos.law.law import Law
from jamsos.values.months import Month
from jamsos.workers.employment import Employment

_CONDITIONS = ("foreign", "age_on_registration", "all_programmes")
"""The facts of the conditions, beside the employment relation."""


class JkpMember(NamedTuple):
    """Whether a worker takes part in JKP."""

    takes_part: bool | None
    """None: not known."""
    notes: Notes = ()
    """Why not, where he does not."""
    grounds: Grounds = ()
    """What an open answer rests on."""
    needs: Needs = ()
    """The facts that would tell."""


def jkp_member(employment: Employment, month: Month, law: Law) -> JkpMember:
    """Whether the worker takes part in JKP: as stated, or by the conditions.

    Legal source: PP 37/2021 and PP 6/2025 Pasal 4; Permenaker 7/2021 Pasal 2, 3, 17.

    Raises:
        InputError: for a worker stated to take part whom a condition keeps out.

    """
    # Who is only deemed a worker has no employment relation.
    if employment.position.deemed:
        return JkpMember(takes_part=False)
    participants = law.find("jkp.participants_only", month.first_day)
    if participants is None:
        # Before the conditions a statement is all there is; what follows, the rules on shares say.
        return JkpMember(takes_part=bool(employment.jkp))
    rules = law.cite(participants)
    kept_out = _kept_out(employment, month, law)
    if kept_out and employment.jkp:
        allowed = "False or None for a foreigner and for one too old on registration"
        step = "leave jkp out, or correct the other facts of JKP"
        raise InputError("Employment.jkp", employment.jkp, allowed, step)
    if kept_out:
        return JkpMember(takes_part=False, notes=kept_out)
    if employment.jkp is False:
        return JkpMember(takes_part=False, notes=(remark("note.jkp_none", rules),))
    needs = _needs(employment)
    if needs:
        return JkpMember(takes_part=None, grounds=rules, needs=needs)
    return JkpMember(takes_part=True)


def _kept_out(employment: Employment, month: Month, law: Law) -> Notes:
    """The conditions that keep the worker out; none where each of them is met or not stated."""
    rules = law.cite(law.get("jkp.participants_only", month.first_day))
    notes: list[Note] = []
    if employment.foreign:
        notes.append(remark("note.jkp_none_foreign", rules))
    limit = law.get("jkp.entry_age_limit", month.first_day)
    age = employment.age_on_registration
    if age is not None and age >= limit.number:
        note = remark("note.jkp_none_age", law.cite(limit), {"age": limit.number})
        notes.append(note)
    if employment.all_programmes is False:
        notes.append(remark("note.jkp_none_programmes", rules))
    return tuple(notes)


def _needs(employment: Employment) -> Needs:
    """The facts that would tell; none where taking part is stated or follows."""
    if employment.jkp:
        return ()
    missing = [name for name in _CONDITIONS if getattr(employment, name) is None]
    # Who said nothing of the conditions need not go through them: taking part can be stated.
    if len(missing) == len(_CONDITIONS):
        missing = ["jkp"]
    return tuple(MissingFact(f"employment.{name}") for name in missing)
