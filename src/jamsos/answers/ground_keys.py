"""Grounds by their keys: how parts of a plain form refer to them, and how they are found again."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from jamsos.answers.grounds import Ground, MissingFact, identity
from jamsos.forms.reading import Reader
from jamsos.forms.refusals import Refusal
from jamsos.law.law import Law


@lru_cache(maxsize=4096)
def key_of(ground: Ground) -> str:
    """The key of a ground: kind and id, for a provision also the first day of its period.

    >>> from datetime import date
    >>> from jamsos import current
    >>> key_of(current().get("jkm.funeral", date(2026, 1, 1)))
    'provision:jkm.funeral@2019-12-02'
    """
    kind, name, since = identity(ground)
    if since is None:
        return f"{kind}:{name}"
    return f"{kind}:{name}@{since}"


@lru_cache(maxsize=64)
def rules_of(law: Law) -> Mapping[str, Ground]:
    """The rules of a law by their keys."""
    rules: list[Ground] = [*law.in_force(), *law.absences.values(), *law.decisions.values()]
    rules += law.what_ifs
    return {key_of(rule): rule for rule in rules}


_KNOWN: ContextVar[Mapping[str, Ground]] = ContextVar("the grounds of the answer that is read")


@contextmanager
def known(grounds: Mapping[str, Ground]) -> Generator[None]:
    """Let keys mean these grounds while an answer is read."""
    before = _KNOWN.set(grounds)
    try:
        yield
    finally:
        _KNOWN.reset(before)


def _ground(key: str) -> Ground:
    found = _KNOWN.get().get(key)
    if found is not None:
        return found
    kind, _, name = key.partition(":")
    if kind != MissingFact.kind:
        raise Refusal(key, "the key of a ground of the answer, or of a rule of its law")
    return MissingFact(name)


GROUND = Reader({str: _ground}, "the key of a ground")
"""How a reference to a ground is read."""
