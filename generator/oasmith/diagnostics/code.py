"""What a diagnostic code is."""

from __future__ import annotations

from enum import Enum

from ..source.values import Frozen

__all__ = ["Code", "Severity"]


class Severity(Enum):
    """How bad it is; errors make the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(Frozen):
    """One kind of diagnostic. ``explanation`` and ``remedy`` are sentences."""

    code: str
    severity: Severity
    title: str
    explanation: str
    remedy: str
