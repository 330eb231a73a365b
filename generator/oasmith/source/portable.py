"""What holds for file names on every system."""

from __future__ import annotations

__all__ = ["DEVICES", "LONGEST_NAME"]

DEVICES = frozenset(
    {"aux", "con", "nul", "prn"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""Names that no file may have on Windows, whatever follows the first dot."""

LONGEST_NAME = 60
"""As long as the name of a folder or module may be where paths are short."""
