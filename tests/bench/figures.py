"""Ratios and how they are written."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping, Sequence

from tests.sweep.markdown import cell

__all__ = [
    "NONE",
    "geometric_mean",
    "megabytes",
    "percent",
    "some_of_each",
    "spread",
    "times",
]

SHOWN = 2
"""So many of a kind are shown."""

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


def some_of_each(found: Mapping[str, Sequence[str]]) -> str:
    """A list of what went wrong by whose doing it is: how often, and the first two."""
    lines = []
    for name, problems in found.items():
        shown = "; ".join(f"`{cell(one.replace('`', ''))}`" for one in problems[:SHOWN])
        more = len(problems) - SHOWN
        lines.append(f"- {name}: {shown}" + f", and {more} more" * (more > 0) + "\n")
    return "".join(lines)
