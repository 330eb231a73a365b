"""What rewriting a description loses, to be said once it is whole."""

from __future__ import annotations

from ..diagnostics import Effect
from ..source.values import Frozen
from .trace import Address

__all__ = ["Remark"]


class Remark(Frozen):
    """Something that newer versions cannot say, or that older ones do not mean.

    ``at`` is where the user wrote it.
    """

    code: str
    at: Address
    message: str
    hint: str
    effect: Effect = Effect.NONE
