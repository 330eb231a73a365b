"""What can go wrong, one class for each kind."""

from __future__ import annotations

from . import models as m
from ._runtime import rt
from ._runtime.errors import ApiError as ApiError
from ._runtime.errors import BadRequestError as BadRequestError
from ._runtime.errors import ConfigurationError as ConfigurationError
from ._runtime.errors import ConflictError as ConflictError
from ._runtime.errors import ConstraintError as ConstraintError
from ._runtime.errors import DecodeError as DecodeError
from ._runtime.errors import ForbiddenError as ForbiddenError
from ._runtime.errors import InternalServerError as InternalServerError
from ._runtime.errors import RateLimitError as RateLimitError
from ._runtime.errors import RequestTimeoutError as RequestTimeoutError
from ._runtime.errors import StatusError as StatusError
from ._runtime.errors import TransportError as TransportError
from ._runtime.size_error import ResponseTooLargeError as ResponseTooLargeError

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
