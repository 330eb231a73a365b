"""What the user wishes about diagnostics: ignoring codes, strictness."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ..source.values import Frozen, replace
from .model import Diagnostic, Severity

__all__ = ["Kept", "has_errors", "ignoring", "strict"]


class Kept(Frozen):
    """What is left, and the codes to ignore that there was nothing of."""

    diagnostics: tuple[Diagnostic, ...]
    unused: tuple[str, ...]


def ignoring(diagnostics: Iterable[Diagnostic], codes: Collection[str]) -> Kept:
    """The diagnostics without those of the ``codes``."""
    kept: list[Diagnostic] = []
    met: set[str] = set()
    for diagnostic in diagnostics:
        if diagnostic.code in codes:
            met.add(diagnostic.code)
        else:
            kept.append(diagnostic)
    return Kept(tuple(kept), tuple(code for code in codes if code not in met))


def strict(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same with warnings as errors."""
    return tuple(
        (
            replace(diagnostic, severity=Severity.ERROR)
            if diagnostic.severity is Severity.WARNING
            else diagnostic
        )
        for diagnostic in diagnostics
    )


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether one of them makes the exit code 1."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
