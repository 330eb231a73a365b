"""What can go wrong, one class for each kind."""

from __future__ import annotations

from . import models as m
from ._runtime import rt
from ._runtime.errors import ApiError as ApiError
from ._runtime.errors import StatusError as StatusError

__all__ = ["ApiError", "NotFoundError", "StatusError"]


class NotFoundError(rt.NotFoundError):
    """404: there is no such parcel."""

    body: m.Error | None
    """The decoded body; None where the server sent none or another one."""
