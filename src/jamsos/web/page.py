"""The documentation as one page: drawn from the service's own OpenAPI, without outside requests."""

from functools import cache
from importlib.resources import files

PAGE_KIND = "text/html"
PAGE_HEADERS = {
    # The page may ask this service and nothing else.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; "
    "script-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
}


@cache
def page() -> bytes:
    """The page, as it is shipped."""
    return files("jamsos.web").joinpath("page.html").read_bytes()
