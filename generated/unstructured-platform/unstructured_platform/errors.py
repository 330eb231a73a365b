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
    InternalServerError,
    RateLimitError,
    RequestTimeoutError,
    StatusError,
    TransportError,
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
    """401: The key is missing or not valid."""

    body: m.ErrorMessage | None
    """The decoded body; None where the server sent none or another one."""


class NotFoundError(rt.NotFoundError):
    """404: There is nothing with this id."""

    body: m.ErrorMessage | None
    """The decoded body; None where the server sent none or another one."""


class UnprocessableEntityError(rt.UnprocessableEntityError):
    """422: Some part of the request is not as it should be."""

    body: m.HTTPValidationError | None
    """The decoded body; None where the server sent none or another one."""


class WaitFailedError(rt.WaitFailedError):
    """What was waited for has ended, and not as hoped."""

    result: m.JobInformation | m.DagNodeConnectionCheck
    """What the server told last."""


class WaitTimeoutError(rt.WaitTimeoutError):
    """The time to wait is up; what was waited for goes on."""

    last: m.JobInformation | m.DagNodeConnectionCheck | None
    """What the server told last; None where it told nothing."""
