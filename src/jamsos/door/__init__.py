"""The JSON Lines door for programs not written in Python; needs the extra ``door``."""

try:
    import msgspec  # noqa: F401 - only to say early and plainly that it is missing
except ImportError:
    from jamsos.errors import MissingExtraError

    raise MissingExtraError(
        "jamsos.door", "no msgspec", "the extra 'door'", "run: pip install 'jamsos[door]'"
    ) from None
