"""The family: who may take a benefit, and the children with their schooling."""

from datetime import date

from attrs import field, frozen
from attrs.converters import optional

from jamsos.errors import InputError
from jamsos.values.days import is_day
from jamsos.workers.codes import Level, Will, WorkingAs
from jamsos.workers.worker import is_count, is_flag


@frozen(kw_only=True)
class Child:
    """A child of the participant. Every field may be None: not known.

    >>> Child(birth=date(2017, 3, 2), level="SD", year=3, lawful=True, married=False, working=False).level
    <Level.SD: 'SD'>
    """

    birth: date | None = field(default=None, validator=is_day)
    level: Level | None = field(default=None, converter=optional(Level))
    """The present school level; ``none`` for a child not yet at school."""
    year: int | None = field(default=None, validator=is_count)
    """The present class within the level, from 1."""
    studying: bool | None = field(default=None, validator=is_flag)
    """Whether the child is at school, college or training now."""
    lawful: bool | None = field(default=None, validator=is_flag)
    """*anak sah*."""
    married: bool | None = field(default=None, validator=is_flag)
    working: bool | None = field(default=None, validator=is_flag)
    working_pu_months: int | None = field(default=None, validator=is_count)
    """Consecutive months registered as a wage earner, where the child works as one."""
    working_as: WorkingAs | None = field(default=None, converter=optional(WorkingAs))
    """In which form, where the child works."""

    def __attrs_post_init__(self) -> None:
        if self.year is not None and self.year < 1:
            raise InputError("Child.year", self.year, "a class from 1 up", "use level='none' before school age")
        if self.working is False and self.working_as is not None:
            raise InputError("Child.working", self.working, "True where working_as is given", "state one of the two")


@frozen(kw_only=True)
class Family:
    """Who is there to take a benefit, in the order of the law.

    None is unknown; ``False`` and the empty tuple are known to be nobody.

    >>> Family(spouse=True, children=()).children
    ()
    """

    spouse: bool | None = field(default=None, validator=is_flag)
    children: tuple[Child, ...] | None = None
    blood_line: bool | None = field(default=None, validator=is_flag)
    """Parents, grandparents or grandchildren alive: straight line to the second degree."""
    siblings: bool | None = field(default=None, validator=is_flag)
    parents_in_law: bool | None = field(default=None, validator=is_flag)
    will: Will | None = field(default=None, converter=optional(Will))

    def __attrs_post_init__(self) -> None:
        given: object = self.children
        if given is not None and not (isinstance(given, tuple) and all(isinstance(child, Child) for child in given)):
            raise InputError("Family.children", type(given).__name__, "a tuple of Child", "use () for none")
