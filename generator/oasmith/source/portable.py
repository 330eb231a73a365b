"""What holds for file names on every system."""

from __future__ import annotations

import re

__all__ = ["DEVICES", "within"]

DEVICES = frozenset(
    {"aux", "con", "nul", "prn"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""Names that no file may have on Windows, whatever follows the first dot."""

_LONGEST = 60
"""As long as the name of a folder or module may be where paths are short."""


def within(name: str, longest: int = _LONGEST) -> str:
    """A name of words between "-" or "_", less the last ones where it is too long."""
    if len(name) <= longest:
        return name
    whole = re.match(r"(.+)[-_]", name[: longest + 1])
    return (whole[1] if whole else name[:longest]).rstrip("-_")
