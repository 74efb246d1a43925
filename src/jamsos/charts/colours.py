"""Colours that the colour-blind can tell apart: those of Okabe and Ito."""

from typing import Final

INK: Final = "#222222"
GRID: Final = "#dddddd"
PAPER: Final = "#ffffff"

BLUE: Final = "#0072B2"
ORANGE: Final = "#E69F00"
GREEN: Final = "#009E73"
VERMILION: Final = "#D55E00"
SKY: Final = "#56B4E9"
PURPLE: Final = "#CC79A7"
YELLOW: Final = "#F0E442"
BLACK: Final = "#000000"

SERIES: Final = (BLUE, ORANGE, GREEN, VERMILION, SKY, PURPLE, BLACK, YELLOW)
"""One colour a series, in this order."""
DASHES: Final = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [10, 2], [4, 4], [1, 3], [12, 4, 4, 4])
"""One form of line a series, for those who see no colours or print without them."""

LIGHT: Final = "#E3EEF6"
"""The lightest of a scale that ends in blue."""
UNKNOWN: Final = "#BBBBBB"
"""What is not known: no step of any scale."""
