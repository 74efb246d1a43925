"""Refusing invalid facts about a family."""

from datetime import date

from jamsos.errors import InputError
from jamsos.values.plain import as_tuple, as_whole, checked_kind
from jamsos.workers.codes import Level
from jamsos.workers.family import Family


def check_family(family: object) -> None:
    """Refuse what is no family."""
    if family is not None:
        checked_kind(Family, family, "family")


def check_births(parent: date | None, family: Family | None, day: date, name: str) -> None:
    """Refuse a child born before its parent, or at school before it is born."""
    if family is None or family.children is None:
        return
    for child in family.children:
        birth = child.birth
        if birth is None:
            continue
        before_parent = parent is not None and birth <= parent
        at_school = child.level not in {None, Level.NONE}
        # Born after the death is possible; at school before birth is not.
        unborn_at_school = at_school and birth > day
        if before_parent or unborn_at_school:
            allowed = f"a day up to {name} ({day}) for a child at school"
            if before_parent:
                allowed = f"a day after Worker.birth ({parent})"
            raise InputError("Child.birth", str(birth), allowed, "check both dates")


def checked_children(named: object, family: Family | None) -> tuple[int, ...] | None:
    """Refuse positions of children that are not there; how many may take is asked later."""
    if named is None:
        return None
    count = 0
    if family is not None and family.children is not None:
        count = len(family.children)
    positions: list[int] = []
    listed = as_tuple(named)
    # What is no list is refused as one position that is not there.
    for one in (named,) if listed is None else listed:
        position = as_position(one, count)
        if position is None or listed is None:
            allowed = f"a tuple or list of positions in Family.children, each below {count}"
            step = "name the children by their positions, the first as 0"
            raise InputError("for_children", named, allowed, step)
        positions.append(position)
    return tuple(positions)


def as_position(value: object, count: int) -> int | None:
    """A position in a list of that many, else None."""
    position = as_whole(value)
    if position is None or not 0 <= position < count:
        return None
    return position
