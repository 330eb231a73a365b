"""What rewriting a description loses, to be said once it is whole."""

from __future__ import annotations

from dataclasses import dataclass

from ..diagnostics import Effect
from .trace import Address

__all__ = ["Remark"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that newer versions cannot say, or that older ones do not mean.

    ``at`` is where the user wrote it.
    """

    code: str
    at: Address
    message: str
    hint: str
    effect: Effect = Effect.NONE
