"""What each segment owes in each of the five programmes: compulsory, optional or not possible."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from jamsos.answers.grounds import Grounds
from jamsos.answers.texts import Text
from jamsos.law.law import Law
from jamsos.law.provisions import Provision
from jamsos.workers.closed_list import Code
from jamsos.workers.codes import BpuKind
from jamsos.workers.enterprise import Size

PROGRAMMES: tuple[str, ...] = ("JKK", "JKM", "JHT", "JP", "JKP")
"""The programmes of BPJS Ketenagakerjaan, as the law data names them."""
RULE_BY_SIZE = {
    Size.MICRO: "programmes.of_micro",
    Size.SMALL: "programmes.of_small",
    Size.MEDIUM: "programmes.of_medium_and_large",
    Size.LARGE: "programmes.of_medium_and_large",
}
"""The rule on the compulsory programmes of a firm of each size."""


class Duty(Code, family="value"):
    """Whether a programme has to be taken."""

    COMPULSORY = "compulsory"
    OPTIONAL = "optional"
    NOT_POSSIBLE = "not_possible"


class ProgrammeVerdict(NamedTuple):
    """One programme for one set of facts; no duty: the law on it was not read, as the note says."""

    duty: Duty | None
    grounds: Grounds
    note: Text | None = None


Programmes = Mapping[str, ProgrammeVerdict]
"""The verdict on every programme, by its name."""


def of_bpu(kind: BpuKind, on: date, law: Law) -> Programmes:
    """A BPU: JKK and JKM by law, JHT by kind, JP and JKP never."""
    rule = law.get("programmes.of_bpu", on)
    verdicts = _only_listed(rule, law)
    verdicts["JHT"] = _jht_of_bpu(kind, on, law)
    exclusion = law.get("bpu.never_jp_jkp", on)
    grounds = law.cite(exclusion)
    verdicts["JP"] = ProgrammeVerdict(Duty.NOT_POSSIBLE, grounds)
    grounds = law.cite(exclusion)
    verdicts["JKP"] = ProgrammeVerdict(Duty.NOT_POSSIBLE, grounds)
    return verdicts


def _jht_of_bpu(kind: BpuKind, on: date, law: Law) -> ProgrammeVerdict:
    """JHT is optional for a BPU, but compulsory for an employer (Perpres 109/2013 Pasal 8)."""
    if kind is BpuKind.OWNER:
        duty = law.get("jht.compulsory_for_owners", on)
        return ProgrammeVerdict(Duty.COMPULSORY, law.cite(duty))
    choice = law.get("bpu.jht_optional", on)
    return ProgrammeVerdict(Duty.OPTIONAL, law.cite(choice))


def of_construction(on: date, law: Law) -> Programmes:
    """A construction project worker: JKK and JKM only (PP 44/2015 Pasal 53)."""
    rule = law.get("programmes.of_construction", on)
    return _only_listed(rule, law)


def of_migrant(on: date, law: Law) -> Programmes:
    """A migrant worker: JKK and JKM, and JHT as a choice (Permenaker 4/2023 Pasal 18)."""
    rule = law.get("programmes.of_migrant", on)
    verdicts = _only_listed(rule, law)
    choices = law.get("migrant.jht_choices", on)
    grounds = law.cite(choices)
    verdicts["JHT"] = ProgrammeVerdict(Duty.OPTIONAL, grounds)
    return verdicts


def _only_listed(rule: Provision, law: Law) -> dict[str, ProgrammeVerdict]:
    """The programmes a rule lists are compulsory, and no other is open."""
    verdicts: dict[str, ProgrammeVerdict] = {}
    for name in PROGRAMMES:
        duty = Duty.NOT_POSSIBLE
        if name in rule.words:
            duty = Duty.COMPULSORY
        grounds = law.cite(rule)
        verdicts[name] = ProgrammeVerdict(duty, grounds)
    return verdicts


def of_firm(size: Size, on: date, law: Law, size_grounds: Grounds = ()) -> Programmes:
    """Workers of a firm: what its size demands, and the others voluntarily (Perpres 109/2013).

    Args:
        size: The size of the firm; not a state body.
        on: The day asked about.
        law: The law applied.
        size_grounds: The limits the size was worked out by, where it was not stated.

    """
    rule = law.get(RULE_BY_SIZE[size], on)
    duty = law.get("employer.duty_to_register", on)
    choice = law.get("programmes.further_voluntary", on)
    by_choice = (*law.cite(choice), *size_grounds)
    optional = ProgrammeVerdict(Duty.OPTIONAL, by_choice)
    by_duty = (*law.cite(rule, duty), *size_grounds)
    compulsory = ProgrammeVerdict(Duty.COMPULSORY, by_duty)
    verdicts = _all_programmes(optional)
    for name in rule.words:
        verdicts[name] = compulsory
    verdicts["JKP"] = _jkp_of_firm(on, law)
    return verdicts


def _jkp_of_firm(on: date, law: Law) -> ProgrammeVerdict:
    """JKP does not exist before its first rule; whom it binds since then was not read."""
    if law.find("jkp.programme", on) is None:
        first = law.timelines["jkp.programme"][0]
        grounds = law.cite(first)
        return ProgrammeVerdict(Duty.NOT_POSSIBLE, grounds)
    return _unread("jkp_duty_not_read", law)


def of_state_body(on: date, law: Law) -> Programmes:
    """Of a state body, no civil servants: JKK, JKM and JHT; the rest was not read."""
    unread = _unread("state_body_programmes_not_read", law)
    verdicts = _all_programmes(unread)
    rule = law.find("pu.of_state_bodies", on)
    if rule is not None:
        for name in rule.words:
            grounds = law.cite(rule)
            verdicts[name] = ProgrammeVerdict(Duty.COMPULSORY, grounds)
    return verdicts


def of_trainee(on: date, law: Law) -> Programmes:
    """A trainee at an employer: JKK, and JKM where the employer enrols them (decision D77)."""
    rule = law.get("programmes.of_trainee", on)
    unread = _unread("trainee_other_programmes_not_read", law)
    verdicts = _all_programmes(unread)
    choice = law.get("deemed.jkm_optional", on)
    duty = Duty.OPTIONAL
    if "D77" in choice.decisions and law.chose("D77", "compulsory"):
        duty = Duty.COMPULSORY
    verdicts["JKM"] = ProgrammeVerdict(duty, law.cite(choice))
    # Last, so that JKM becomes compulsory should a later rule list it.
    for name in rule.words:
        grounds = law.cite(rule)
        verdicts[name] = ProgrammeVerdict(Duty.COMPULSORY, grounds)
    return verdicts


def _all_programmes(verdict: ProgrammeVerdict) -> dict[str, ProgrammeVerdict]:
    """The same verdict on every programme, as a start."""
    return dict.fromkeys(PROGRAMMES, verdict)


def _unread(absence: str, law: Law) -> ProgrammeVerdict:
    """No verdict on a programme, for the law on it was not read."""
    text = Text("note.not_read")
    grounds = law.cite(absence)
    return ProgrammeVerdict(None, grounds, text)
