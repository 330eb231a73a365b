"""What can go wrong, one class for each kind."""

from __future__ import annotations

from . import models as m
from ._runtime import rt
from ._runtime.errors import (
    ApiError,
    BadRequestError,
    ConfigurationError,
    ConflictError,
    ConstraintError,
    DecodeError,
    ForbiddenError,
    RateLimitError,
    RequestTimeoutError,
    StatusError,
    TransportError,
    UnprocessableEntityError,
)
from ._runtime.size_error import ResponseTooLargeError

__all__ = [
    "ApiError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "ConstraintError",
    "DecodeError",
    "ForbiddenError",
    "InternalServerError",
    "NotFoundError",
    "RateLimitError",
    "RequestTimeoutError",
    "ResponseTooLargeError",
    "StatusError",
    "TransportError",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "WaitFailedError",
    "WaitTimeoutError",
]


class UnauthorizedError(rt.UnauthorizedError):
    """401: The keys are missing or not valid."""

    body: m.Error | None
    """The decoded body; None where the server sent none or another one."""


class NotFoundError(rt.NotFoundError):
    """404: there is no such thing."""

    body: m.Error | None
    """The decoded body; None where the server sent none or another one."""


class InternalServerError(rt.InternalServerError):
    """5xx: the server failed."""

    body: m.Error | None
    """The decoded body; None where the server sent none or another one."""


class WaitFailedError(rt.WaitFailedError):
    """What was waited for has ended, and not as hoped."""

    result: m.Job
    """What the server told last."""


class WaitTimeoutError(rt.WaitTimeoutError):
    """The time to wait is up; what was waited for goes on."""

    last: m.Job | None
    """What the server told last; None where it told nothing."""
