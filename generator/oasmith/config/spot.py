"""Where something of the configuration stands, to say something about it."""

from __future__ import annotations

from ..diagnostics import CODES, Diagnostic, Effect, Report
from ..source.pointer import Place
from ..source.values import Frozen

__all__ = ["NOWHERE", "Spot"]


class Spot(Frozen):
    """A place of the configuration, its line and column counted from 1."""

    place: Place
    line: int
    column: int

    def say(self, report: Report, code: str, message: str, hint: str) -> None:
        """A diagnostic about what stands here."""
        report.put(
            Diagnostic(
                code,
                CODES[code].severity,
                self.place,
                message,
                hint,
                Effect.NONE,
                self.line,
                self.column,
            )
        )


NOWHERE = Spot(Place(""), 1, 1)
"""The beginning of no file: of what no file says."""
