"""What a diagnostic code is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

__all__ = ["Code", "Severity"]


class Severity(Enum):
    """How bad it is; errors make the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of diagnostic. ``explanation`` and ``remedy`` are sentences."""

    code: str
    severity: Severity
    title: str
    explanation: str
    remedy: str
