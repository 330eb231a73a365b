"""What a caller may ask of writing."""

from __future__ import annotations

from enum import Enum

__all__ = ["Edited", "Trial"]


class Edited(Enum):
    """What becomes of files that were changed by hand."""

    KEEP = "keep"
    OVERWRITE = "overwrite"


class Trial(Enum):
    """How much of a package is tried out before it is written."""

    NONE = "none"
    FULL = "full"
