"""Facts about a family that cannot be."""

from datetime import date

from jamsos.errors import InputError
from jamsos.values.plain import as_tuple
from jamsos.workers.codes import Level
from jamsos.workers.family import Family


def check_family(family: object) -> None:
    """Refuse what is no family."""
    if family is not None and not isinstance(family, Family):
        raise InputError("family", type(family).__name__, "a Family or None", "build the facts with jamsos.Family(...)")


def check_births(parent: date | None, family: Family | None, day: date, name: str) -> None:
    """Refuse a child born before its parent, or at school before it is born."""
    for child in (family.children if family else None) or ():
        before = parent is not None and child.birth is not None and child.birth <= parent
        unborn = child.birth is not None and child.birth > day and child.level not in {None, Level.NONE}
        if before or unborn:
            allowed = f"after the parent's, and not after {name} for a child at school"
            raise InputError("Child.birth", str(child.birth), allowed, "check the birth dates")


def check_children(named: object, family: Family | None) -> None:
    """Refuse positions of children that are not there; how many children may take is asked later."""
    known = len(family.children) if family is not None and family.children is not None else 0
    listed = as_tuple(named)
    if named is not None and (listed is None or not all(is_position(child, known) for child in listed)):
        raise InputError("for_children", named, f"a tuple of positions below {known}", "name the children")


def is_position(value: object, count: int) -> bool:
    """Whether a value is a position in a list of that many."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < count
