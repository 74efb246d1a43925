"""How much of a file is taken at most: memory stays bounded whatever a file claims."""

from attrs import frozen


@frozen(kw_only=True)
class Limits:
    """Bounds of a register; a file beyond them is refused before it is opened, or as soon as it is seen."""

    megabytes: int = 200
    """The size of the file."""
    unpacked_megabytes: int = 600
    """What a workbook may unpack to."""
    ratio: int = 200
    """How many times smaller than its content a part of a workbook may be."""
    rows: int = 2_000_000
    columns: int = 256
    cells: int = 30_000_000
    """Rows times columns of a sheet, empty cells between them included."""
    letters: int = 2_000
    """The length of a cell; a longer one is cut and its row rejected."""

    @property
    def bytes(self) -> int:
        """The size of the file in bytes."""
        return self.megabytes * MEGABYTE

    @property
    def unpacked(self) -> int:
        """The unpacked size in bytes."""
        return self.unpacked_megabytes * MEGABYTE


MEGABYTE = 10**6
