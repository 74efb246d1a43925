"""The enterprise (*usaha*) that employs: its size, stated or told by its capital and sales."""

from attrs import field, frozen
from attrs.converters import optional

from jamsos.errors import InputError
from jamsos.values.money import is_rupiah
from jamsos.workers.codes import Code


class Size(Code):
    """The sizes (*skala usaha*) the phases of membership distinguish; a state body has none."""

    MICRO = "micro"
    """*usaha mikro*."""
    SMALL = "small"
    """*usaha kecil*."""
    MEDIUM = "medium"
    """*usaha menengah*."""
    LARGE = "large"
    """*usaha besar*."""
    STATE_BODY = "state_body"
    """*penyelenggara negara*, for its workers who are no civil servants."""


@frozen(kw_only=True)
class Enterprise:
    """An employer, by its size or by the figures that tell it. Every field may be None: not known.

    >>> Enterprise(capital=800_000_000).capital
    800000000

    Raises:
        InputError: for a fact that cannot be, or a size beside the figures.

    """

    size: Size | None = field(default=None, converter=optional(Size))
    capital: int | None = field(default=None, validator=is_rupiah)
    """*modal usaha* in whole rupiah, without land and buildings."""
    yearly_sales: int | None = field(default=None, validator=is_rupiah)
    """*hasil penjualan tahunan* in whole rupiah."""

    def __attrs_post_init__(self) -> None:
        if self.size is not None and (self.capital, self.yearly_sales) != (None, None):
            allowed = "the size, or capital and yearly_sales"
            raise InputError("Enterprise.size", str(self.size), allowed, "leave out the one or the other")


def checked_enterprise(enterprise: object) -> Enterprise:
    """Return an enterprise; nothing stated is an enterprise of which nothing is known.

    Raises:
        InputError: for what is none.

    """
    if enterprise is None:
        return Enterprise()
    if not isinstance(enterprise, Enterprise):
        raise InputError(
            "enterprise", type(enterprise).__name__, "an Enterprise", "build it with jamsos.Enterprise(...)"
        )
    return enterprise
