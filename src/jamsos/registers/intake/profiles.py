"""Exports of the state's systems, recognised by their headings: their columns and their codes."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from jamsos.registers.intake.column_readers import OwnWords
from jamsos.registers.intake.heading_words import key_of
from jamsos.registers.intake.headings import all_keys, checked_mapping
from jamsos.registers.intake.own_words import checked_words


class Profile(NamedTuple):
    """The export of one system."""

    name: str
    source: str
    """The public document or repository that shows the headings and the codes."""
    signature: frozenset[str]
    """The keys of the headings that must all be there."""
    columns: Mapping[str, str]
    """Its headings, and the layout's names for them."""
    words: OwnWords
    """For each column its codes, and what each means."""

    def mapping(self, own: Mapping[str, str] | None, headings: Sequence[str]) -> dict[str, str]:
        """The mapping of the caller, and the headings of the system that it leaves open.

        Args:
            own: The mapping of the caller; it goes before that of the system.
            headings: The headings of the list.

        Raises:
            InputError: for a mapping of the caller that is none.

        """
        mapping = checked_mapping(own)
        mapped_keys = {key_of(heading) for heading in mapping}
        mapped_columns = set(mapping.values())
        there = all_keys(headings)
        for heading, column in self.columns.items():
            key = key_of(heading)
            is_open = key not in mapped_keys and column not in mapped_columns
            if key in there and is_open:
                mapping[heading] = column
        return mapping

    def words_with(self, own: OwnWords) -> OwnWords:
        """The words of the system; those of the caller go before them."""
        words = dict(self.words)
        for column, meanings in own.items():
            words[column] = {**words.get(column, {}), **meanings}
        return words


@cache
def profiles() -> tuple[Profile, ...]:
    """The systems whose exports are known."""
    text = files("jamsos.registers.intake").joinpath("profiles.toml").read_text("utf-8")
    listed: list[Profile] = []
    for one in tomllib.loads(text)["profile"]:
        signature = frozenset(key_of(heading) for heading in one["signature"])
        columns = checked_mapping(one["columns"])
        words = checked_words(one.get("words"))
        listed.append(Profile(one["name"], one["source"], signature, columns, words))
    return tuple(listed)


def profile_of(headings: Sequence[str]) -> Profile | None:
    """The system whose headings these are; None: no known system.

    >>> found = profile_of(["IDBDT", "IDARTBDT", "Nama", "JnsKel", "TglLahir", "NIK", "NoKK"])
    >>> found.name
    'DTKS (SIKS-NG)'

    Args:
        headings: The headings of a list, as they were written.

    """
    keys = all_keys(headings)
    for profile in profiles():
        if profile.signature <= keys:
            return profile
    return None
