"""The enterprise (*usaha*) that employs: its size, as stated or by its capital and sales."""

from attrs import field, frozen
from attrs.converters import optional

from jamsos.errors import InputError
from jamsos.forms.fact import Fact
from jamsos.values.money import is_rupiah
from jamsos.values.plain import checked_kind
from jamsos.workers.closed_list import Code
from jamsos.workers.naming import naming_fields


class Size(Code, family="size"):
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


@frozen(kw_only=True, field_transformer=naming_fields)
class Enterprise(Fact):
    """An employer, by its size or by the figures behind it. Every field may be None: not known.

    >>> Enterprise(capital=800_000_000).capital
    800000000

    Raises:
        InputError: for an invalid fact, or for both the size and the figures.

    """

    size: Size | None = field(default=None, converter=optional(Size))
    capital: int | None = field(default=None, validator=is_rupiah)
    """*modal usaha* in whole rupiah, without land and buildings."""
    yearly_sales: int | None = field(default=None, validator=is_rupiah)
    """*hasil penjualan tahunan* in whole rupiah."""

    def __attrs_post_init__(self) -> None:
        has_figures = self.capital is not None or self.yearly_sales is not None
        # Stated twice, the size could contradict itself.
        if self.size is not None and has_figures:
            allowed = "the size, or capital and yearly_sales"
            step = "leave size out where the figures are known"
            raise InputError("Enterprise.size", str(self.size), allowed, step)


def checked_enterprise(enterprise: object) -> Enterprise:
    """Return an enterprise; None becomes an enterprise about which nothing is known.

    Raises:
        InputError: for anything else than an Enterprise or None.

    """
    if enterprise is None:
        return Enterprise()
    return checked_kind(Enterprise, enterprise, "enterprise")
