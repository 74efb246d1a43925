"""The share of a wage earner's contribution passed to job-loss insurance (JKP): accounting, never a further charge."""

from jamsos.answers.answer import Finding, Note
from jamsos.answers.grounds import Ground
from jamsos.answers.texts import Text
from jamsos.law.law import Law
from jamsos.premiums.codes import Relief
from jamsos.premiums.reliefs import Decided
from jamsos.values.money import Rupiah, share_of
from jamsos.values.months import Month


def passed_to_jkp(wage: Rupiah, decided: Decided, month: Month, law: Law) -> tuple[Finding, ...]:
    """What of JKK and JKM is passed on, and what the state adds (Pasal 11), on the full wage (decision D30)."""
    day = month.first_day
    of_jkk, of_jkm = law.find("jkp.from_jkk_rate", day), law.find("jkp.from_jkm_rate", day)
    if of_jkk is None:
        return ()
    cap = law.get("jkp.wage_cap", day)
    above = wage > cap.number
    on_wage: tuple[Ground, ...] = law.cite(cap, "D30") if above else ()
    note = Text("note.jkp_above_limit", {"limit": cap.number}) if above else None
    split_known = decided.relief is not Relief.GIVEN
    jkk = Finding(
        code="jkp_from_jkk",
        value=share_of(of_jkk.number, wage) if split_known else None,
        unit="rupiah",
        grounds=(*law.cite(of_jkk), *on_wage) if split_known else law.cite(of_jkk, "jkp_split_pp7_2025"),
        note=note if split_known else Text("note.jkp_split"),
    )
    jkm = Finding(
        code="jkp_from_jkm",
        value=0 if of_jkm is None else share_of(of_jkm.number, wage),
        unit="rupiah",
        grounds=law.cite("D30") if of_jkm is None else (*law.cite(of_jkm), *on_wage),
        note=None if of_jkm is None else note,
    )
    state = law.get("jkp.state_rate", day)
    added = share_of(state.number, wage)
    return (
        jkk,
        jkm,
        Finding(code="jkp_from_state", value=added, unit="rupiah", grounds=(*law.cite(state), *on_wage), note=note),
    )


def state_share_waits(month: Month, law: Law) -> tuple[Note, ...]:
    """The state pays its share only when the arrears are settled (PP 37/2021 Pasal 16)."""
    rule = law.find("jkp.state_waits_for_arrears", month.first_day)
    return () if rule is None else (Note(text=Text("note.jkp_state_waits"), grounds=law.cite(rule)),)
