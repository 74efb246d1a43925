"""The door over HTTP, with OpenAPI; needs the extra ``web``."""

from importlib.util import find_spec

from jamsos.errors import MissingExtraError

if find_spec("litestar") is None:
    raise MissingExtraError(
        "jamsos.web", "no litestar", "the extra 'web'", "run: pip install 'jamsos[web]'"
    )

from jamsos.web.application import app
from jamsos.web.settings import Limits, Settings

__all__ = ["Limits", "Settings", "app"]
