"""What makes a class of codes a closed list, and the words in which it refuses anything else."""

from enum import Enum, EnumType, StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from jamsos.errors import InputError, nearest
from jamsos.values.plain import advice


class _ClosedList(EnumType):
    """The kind of class a closed list is: a member of another list is refused."""

    # Type checkers know the call of every Enum, which gives a member of its class.
    if not TYPE_CHECKING:  # pragma: no branch

        def __call__(cls, value: object) -> Any:
            """Return the member of a code."""
            # Nearly every code comes as its text: the way through Enum takes twice as long.
            if type(value) is str and value in cls.by_spelling:
                return cls.by_spelling[value]
            if isinstance(value, cls):
                return value
            # Members of all lists are texts: "other" of one list would pass for "other" of another.
            if isinstance(value, Enum):
                raise _refusal(cls, value, cls.__name__)
            return super().__call__(value)


class Code(StrEnum, metaclass=_ClosedList):
    """A closed list of codes; a value outside it is refused, members of another list too.

    A code is a text: it equals its text, and JSON writes it as one.

    >>> from jamsos import Sector
    >>> Sector("transport") == "transport"
    True
    >>> Sector("tranport")
    Traceback (most recent call last):
    ...
    jamsos.errors.InputError: Sector: got 'tranport'; allowed: 'transport' (transportasi), ...

    """

    family: str
    """The family of the catalogue that has the codes in words; of a list nobody states, none."""
    by_spelling: dict[str, Any]
    """The code each text stands for."""

    def __init_subclass__(cls, *, family: str = "") -> None:
        super().__init_subclass__()
        cls.family = family
        cls.by_spelling = {spelling: code for code in cls for spelling in code.spellings}

    @classmethod
    def _missing_(cls, value: object) -> Any:
        raise _refusal(cls, value, cls.__name__)

    @property
    def spellings(self) -> tuple[str, ...]:
        """The texts that stand for the code wherever it is read; its own comes first."""
        return (str(self),)

    def words(self) -> tuple[str, ...]:
        """The code in words, English and Indonesian; without what only repeats the code.

        >>> from jamsos import Category
        >>> Category.FISHER.words(), Category.CASUAL_LABOUR.words()
        (('nelayan',), ('casual labourer', 'buruh harian lepas'))
        """
        if not self.family:
            return ()
        # Only for errors: whoever makes none needs no catalogue.
        from jamsos.answers.texts import Text  # noqa: PLC0415

        text = Text(f"{self.family}.{self}")
        # A dictionary, since many words are the same in both languages.
        words = dict.fromkeys([text.say("en"), text.say("id")])
        return tuple(word for word in words if word.casefold() != _plain(self))


C = TypeVar("C", bound=Code)


def checked_code(codes: type[C], value: object, name: str) -> C:
    """Return the code of a list that an argument or a field states.

    Raises:
        InputError: naming the argument, for anything but a code of the list.

    """
    try:
        # Type checkers expect the text of a code, which the list itself checks.
        code: Any = value
        return codes(code)
    except InputError as refused:
        raise refused.about(name) from None


def code_or_none(codes: type[C], value: object, name: str) -> C | None:
    """Return the code an argument states, or None where it is not known.

    Raises:
        InputError: naming the argument, for anything else.

    """
    if value is None:
        return None
    return checked_code(codes, value, name)


def _refusal(codes: type[Code], value: object, name: str) -> InputError:
    """What refuses a value outside a list."""
    allowed = ", ".join(_choice(code) for code in codes)
    return InputError(name, value, allowed, _next_step(codes, value))


def _choice(code: Code) -> str:
    """A code as it is written, with its meaning."""
    written = " or ".join(repr(spelling) for spelling in code.spellings)
    words = code.words()
    if not words:
        return written
    return f"{written} ({' / '.join(words)})"


def _next_step(codes: type[Code], value: object) -> str:
    """What to do about a value that is no code: write the one that was probably meant."""
    if isinstance(value, Enum):
        return f"give a code of {codes.__name__}"
    meant = _meant(codes, value) if isinstance(value, str) else None
    if meant is None:
        return advice(value, "choose one of these")
    return f"write {str(meant)!r} if that is meant"


def _meant(codes: type[C], text: str) -> C | None:
    """The code that was probably meant: by a text near its own, or by the words for it."""
    by_words: dict[str, C] = {}
    for code in codes:
        for words in (*code.words(), *code.spellings):
            by_words[_plain(words)] = code
    written = _plain(text)
    near = nearest(written, by_words)
    if near is not None:
        return by_words[near]
    # People write one word of several: "mandiri" of the kinds of work.
    found = {code for words, code in by_words.items() if written in words.split()}
    return found.pop() if len(found) == 1 else None


def _plain(text: str) -> str:
    """A text as people vary it: in small letters, words apart."""
    return text.casefold().replace("_", " ")
