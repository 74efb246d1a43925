"""The plain form of a sentence: its code, and what goes into its places with the type of each."""

from typing import Any, cast

from jamsos.answers.form import TextForm
from jamsos.answers.texts import Arg, Text
from jamsos.forms.reading import Reader, Reading
from jamsos.forms.refusals import inside
from jamsos.forms.tagged import tagged, untagged
from jamsos.forms.writing import plain
from jamsos.law.provisions import Bilingual


def text_form(text: Text) -> TextForm:
    """A sentence by its code and arguments.

    >>> from jamsos import Month
    >>> text_form(Text("premium.title", {"month": Month.of("2026-11")}))
    {'code': 'premium.title', 'args': {'month': {'month': '2026-11'}}}
    """
    form: TextForm = {"code": text.code}
    if text.args:
        form["args"] = {name: _arg_form(arg) for name, arg in text.args.items()}
    return form


def _arg_form(arg: Arg) -> Any:
    """An argument; one whose type JSON does not have names it."""
    if isinstance(arg, Text):
        return text_form(arg)
    if isinstance(arg, Bilingual):
        return plain(arg)
    return tagged(arg)


def _read_arg(form: Any) -> Any:
    if isinstance(form, dict):
        table = cast("dict[str, Any]", form)
        if "code" in table:
            return _read_text(table)
        if "id" in table:
            return _BILINGUAL.read(table)
    return untagged(form)


def _read_args(table: dict[str, Any]) -> dict[str, Any]:
    return {name: inside(f".{name}", _read_arg, form) for name, form in table.items()}


def _read_text(table: dict[str, Any]) -> Text:
    """Read a sentence; whatever stands beside its code and arguments are words made from them."""
    return Text(**_read_values(table))


_READING = Reading(closed=False)
_BILINGUAL = _READING.reader(Bilingual)
_read_values = _READING.values_reader(
    {"code": _READING.reader(str), "args": Reader({dict: _read_args}, "an object")}, ["code"]
)
TEXT = Reader({dict: _read_text}, "an object with the code of a sentence")
"""How a sentence is read."""
