"""How much of a file is taken at most: memory stays bounded whatever a file claims."""

from attrs import asdict, frozen

from jamsos.values.plain import checked_kind, checked_whole

MEGABYTE = 10**6


@frozen(kw_only=True)
class Limits:
    """Bounds of a register.

    A file beyond them is refused before it is opened, or as soon as its size is known.

    Raises:
        InputError: for a bound that is no whole number from 0 up.

    """

    megabytes: int = 200
    """The size of the file."""
    unpacked_megabytes: int = 600
    """What a workbook or a Parquet file may unpack to."""
    ratio: int = 200
    """How many times smaller than its content a part of a workbook may be."""
    rows: int = 2_000_000
    columns: int = 256
    cells: int = 30_000_000
    """Rows times columns of a sheet, empty cells between them included."""
    letters: int = 2_000
    """The length of a cell; a longer one is cut and its row rejected."""
    text_megabytes: int = 1_000
    """The text of all cells together, each with its own copy of a text that several share."""
    parts: int = 5_000
    """The parts of a workbook: its sheets, texts, pictures and so on."""
    heading_rows: int = 60
    """The first rows, among which the heading is looked for."""
    lines: int = 20
    """The lines one quoted cell of a CSV file may go over."""
    stray_quotes: int = 1_000
    """The rows of a CSV file whose quotes never close; after so many no cell goes over lines."""
    files: int = 2_000
    """The entries of a folder, sub-folders included."""

    def __attrs_post_init__(self) -> None:
        for name, bound in asdict(self).items():
            number = checked_whole(bound, f"Limits.{name}", 0)
            object.__setattr__(self, name, number)

    @property
    def bytes(self) -> int:
        """The size of the file in bytes."""
        return self.megabytes * MEGABYTE

    @property
    def unpacked(self) -> int:
        """The unpacked size in bytes."""
        return self.unpacked_megabytes * MEGABYTE

    @property
    def text(self) -> int:
        """The text of all cells in bytes."""
        return self.text_megabytes * MEGABYTE


def checked_limits(limits: object) -> Limits:
    """Return the bounds of the caller, else those of the library.

    Raises:
        InputError: for anything else than Limits.

    """
    if limits is None:
        return Limits()
    return checked_kind(Limits, limits, "limits", "write it as limits=Limits(rows=1000)")
