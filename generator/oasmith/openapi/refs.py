"""Says what is wrong with the references of a description."""

from __future__ import annotations

from ..diagnostics import Effect, Report
from ..source.pointer import Place
from .description import Description

__all__ = ["check"]


def check(description: Description, report: Report) -> None:
    """Reports every reference that dangles, loops, or leads to another kind of thing.

    The place is the text of the ``$ref``. Nothing else is lost by it: what
    refers there is typed Any or left out.
    """
    for fault in description.faults:
        at = fault.reference.at
        report.add(
            fault.code,
            Place(description.shown(at.file), at.pointer),
            fault.message,
            hint=fault.hint,
            effect=Effect.NONE if fault.code == "REF008" else Effect.DEGRADED,
        )
