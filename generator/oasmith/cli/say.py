"""What is said to the user, and where: diagnostics and summaries on standard error."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import assert_never

from .. import __version__
from ..diagnostics import Diagnostic, Severity
from ..diagnostics.located import Located, Shown, locate_all
from ..diagnostics.policy import has_errors
from ..diagnostics.show import render_json, render_text
from .echo import echo
from .progress import Progress, no_progress

__all__ = ["Format", "Said", "counted"]


class Format(Enum):
    """How diagnostics are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


def counted(number: int, noun: str) -> str:
    """``1 error``, ``2 errors``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


class Said:
    """Collects what machines read whole, and says at once what people read.

    ``progress`` shows how far a run has come. Text diagnostics appear as they are
    told; JSON and SARIF, which are one
    document, when ``finish`` is called.
    """

    def __init__(self, form: Format, progress: Progress = no_progress) -> None:
        self.form = form
        self.progress = progress
        self._told: list[Located] = []

    def diagnostics(
        self, told: Iterable[Diagnostic], documents: Mapping[str, Shown]
    ) -> None:
        """Say what is wrong, with excerpts of the documents."""
        told = tuple(told)
        self._told += locate_all(told, documents)
        if self.form is Format.TEXT:
            echo(render_text(told, documents), err=True, nl=False)

    def line(self, text: str) -> None:
        """Say a line, where people read."""
        if self.form is Format.TEXT:
            echo(text, err=True)

    def finish(self, summary: str) -> None:
        """Say the last line, counting what was wrong behind ``summary``."""
        match self.form:
            case Format.TEXT:
                echo(", ".join((summary, *self._counts())), err=True)
            case Format.JSON:
                echo(render_json(self._told), err=True, nl=False)
            case Format.SARIF:
                # Imported here: few ask for it.
                from ..diagnostics.sarif import render_sarif  # noqa: PLC0415

                echo(render_sarif(self._told, __version__), err=True, nl=False)
            case _:
                assert_never(self.form)

    @property
    def exit_code(self) -> int:
        """1 when an error was told, else 0."""
        return int(has_errors(one.diagnostic for one in self._told))

    def _counts(self) -> list[str]:
        told: list[str] = []
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE):
            number = sum(one.diagnostic.severity is severity for one in self._told)
            if number:
                told.append(counted(number, severity.value))
        return told
