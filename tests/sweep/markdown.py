"""Tables and their cells, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["cell", "table"]

WIDEST = 200


def cell(text: str) -> str:
    """Text as a cell holds it."""
    return text.replace("|", "\\|").replace("\n", " ")[:WIDEST]


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; numbers have their thousands apart."""
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    for row in rows:
        cells = (f"{one:,}" if isinstance(one, int) else str(one) for one in row)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"
