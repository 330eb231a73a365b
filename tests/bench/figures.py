"""Ratios and how they are written."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence

__all__ = ["NONE", "geometric_mean", "megabytes", "percent", "spread", "times"]

NONE = "-"
"""What a cell has that has nothing."""


def geometric_mean(ratios: Iterable[float]) -> float | None:
    """The mean in which twice and half cancel out; None of nothing."""
    known = list(ratios)
    return statistics.geometric_mean(known) if known else None


def times(ratio: float | None) -> str:
    """``1.23x``, with three figures that count; ``-`` for None."""
    if ratio is None:
        return NONE
    return f"{ratio:.0f}x" if ratio >= 100 else f"{ratio:#.3g}x"


def spread(ratios: Sequence[float]) -> str:
    """The least and the greatest."""
    return f"{times(min(ratios))} to {times(max(ratios))}" if ratios else NONE


def percent(part: float, whole: float) -> str:
    """``12.3 %``; ``-`` of nothing."""
    return f"{100 * part / whole:.1f} %" if whole else NONE


def megabytes(size: float) -> str:
    """``12.3 MB``."""
    return f"{size / 1e6:,.1f} MB"
