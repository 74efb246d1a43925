"""What every class of facts can do: be written in the plain form, and be read from it."""

import json
from collections.abc import Mapping
from typing import Any, Self

from jamsos.forms.reading import read
from jamsos.forms.writing import plain


class Fact:
    """A class of facts with a plain form: what JSON, a database or another program holds.

    Facts that are not known are left out. An identity number (NIK) is read but never written.
    """

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The facts as objects, lists, text and numbers; what is not known is left out.

        >>> from jamsos import Worker
        >>> Worker(kind="independent", income=900_000).to_dict()
        {'segment': 'BPU', 'kind': 'independent', 'income': 900000}
        """
        form: dict[str, Any] = plain(self)
        return form

    def to_json(self) -> str:
        """The facts as JSON; ``from_dict(json.loads(text))`` reads it again."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    @classmethod
    def from_dict(cls, form: Mapping[str, Any]) -> Self:
        """Read facts from their plain form, strictly: right types, no unknown key at any depth.

        >>> from jamsos import Worker
        >>> Worker.from_dict({"kind": "independent", "incme": 900_000})
        Traceback (most recent call last):
        ...
        jamsos.errors.InputError: Worker.incme: got 'unknown key'; allowed: one of ['birth', ...

        Raises:
            InputError: naming the place, the value and what is allowed.

        """
        facts: Self = read(cls, form, cls.__name__)
        return facts
