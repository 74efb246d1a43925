"""The JSON Lines door for programs not written in Python; needs the extra ``door``."""

from importlib.util import find_spec

from jamsos.errors import MissingExtraError

if find_spec("msgspec") is None:
    raise MissingExtraError(
        "jamsos.door", "no msgspec", "the extra 'door'", "run: pip install 'jamsos[door]'"
    )
