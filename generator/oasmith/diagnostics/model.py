"""One thing to say, and the list of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from ..source.errors import Problem, SourceError
from ..source.pointer import Place, Pointer
from ..source.values import Frozen, replace
from .codes import CODES, Severity

__all__ = [
    "Diagnostic",
    "Effect",
    "Report",
    "Severity",
    "from_error",
    "from_problem",
    "sort_key",
]


class Effect(Enum):
    """What became of the element at the place."""

    NONE = "none"
    DEGRADED = "degraded"
    REFUSED = "refused"


class Diagnostic(Frozen):
    """A code, where, and what; ``hint`` is the remedy for this very case.

    ``line`` and ``column`` are given where no pointer leads (syntax errors,
    TOML); otherwise they are looked up when the diagnostic is shown.
    """

    code: str
    severity: Severity
    place: Place | None
    message: str
    hint: str = ""
    effect: Effect = Effect.NONE
    line: int | None = None
    column: int | None = None
    related: tuple[tuple[Place, str], ...] = ()


class Report:
    """Collects diagnostics; each is kept once."""

    def __init__(self) -> None:
        self._found: dict[tuple[object, ...], Diagnostic] = {}

    def add(
        self,
        code: str,
        place: Place | None,
        message: str,
        *,
        hint: str = "",
        effect: Effect = Effect.NONE,
        related: tuple[tuple[Place, str], ...] = (),
    ) -> None:
        """Says ``message`` about ``place``. Raises KeyError for an unknown code."""
        severity = CODES[code].severity
        self.put(
            Diagnostic(code, severity, place, message, hint, effect, related=related)
        )

    def put(self, diagnostic: Diagnostic) -> None:
        """Adds one made elsewhere, unless the same was said of the same place."""
        key = (
            diagnostic.code,
            diagnostic.place,
            diagnostic.message,
            diagnostic.line,
            diagnostic.column,
        )
        known = self._found.setdefault(key, diagnostic)
        if _WEIGHT[diagnostic.effect] > _WEIGHT[known.effect]:
            self._found[key] = replace(known, effect=diagnostic.effect)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Adds several."""
        for diagnostic in diagnostics:
            self.put(diagnostic)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All of them by file, line or pointer, and code."""
        return tuple(sorted(self._found.values(), key=sort_key))


_WEIGHT = {Effect.NONE: 0, Effect.DEGRADED: 1, Effect.REFUSED: 2}


def sort_key(diagnostic: Diagnostic) -> tuple[object, ...]:
    """By file, explicit position, pointer, code, message."""
    place = diagnostic.place or Place("")
    return (
        place.file,
        diagnostic.line or 0,
        diagnostic.column or 0,
        _pointer_key(place.pointer),
        diagnostic.code,
        diagnostic.message,
    )


def _pointer_key(pointer: Pointer) -> tuple[tuple[int, str], ...]:
    return tuple((int(token) if _is_number(token) else -1, token) for token in pointer)


def _is_number(token: str) -> bool:
    return token.isascii() and token.isdecimal() and len(token) < 10


def from_error(error: SourceError) -> Diagnostic:
    """A document that could not be read, as a diagnostic."""
    return Diagnostic(
        error.code,
        CODES[error.code].severity,
        Place(error.file),
        error.message,
        error.hint,
        Effect.REFUSED,
        error.line,
        error.column,
    )


def from_problem(file: str, problem: Problem) -> Diagnostic:
    """A fault found while reading ``file``, as a diagnostic."""
    return Diagnostic(
        problem.code,
        CODES[problem.code].severity,
        Place(file, problem.pointer, problem.on_key),
        problem.message,
        problem.hint,
        Effect.DEGRADED,
        problem.line,
        problem.column,
    )
