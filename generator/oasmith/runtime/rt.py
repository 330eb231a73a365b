"""The names generated code uses of the runtime, each imported when it is first used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .lazy import attach

if TYPE_CHECKING:
    from .aio import AsyncClient, AsyncResource, async_raw
    from .constraints import Violation, check
    from .credentials import Api
    from .drift import Drift
    from .enums import OpenEnum
    from .errors import (
        ApiError,
        BadRequestError,
        ConfigurationError,
        ConflictError,
        ConstraintError,
        DecodeError,
        ForbiddenError,
        InternalServerError,
        NotFoundError,
        RateLimitError,
        RequestTimeoutError,
        StatusError,
        TransportError,
        UnauthorizedError,
        UnprocessableEntityError,
    )
    from .files import File, FileInput
    from .modeling import Model, extra, field, model
    from .operation import Body, Operation, Part, Style
    from .retries import Retries
    from .rules import Limits
    from .schemes import ApiKey, Authorization, Basic, Bearer
    from .signatures import Verify
    from .sync import Client, Resource, raw
    from .tagging import Tag, polymorphic
    from .telemetry import tracing
    from .unset import UNSET, Unset
    from .views import (
        CallInfo,
        Headers,
        Hooks,
        Options,
        RequestInfo,
        Response,
        ResponseInfo,
    )
    from .wait_errors import WaitFailedError, WaitTimeoutError
    from .waiting import Waiter
    from .watch import Watch
    from .webhooks import Webhook, read_event
    from .wire import Timing

__all__ = [
    "UNSET",
    "Api",
    "ApiError",
    "ApiKey",
    "AsyncClient",
    "AsyncResource",
    "Authorization",
    "BadRequestError",
    "Basic",
    "Bearer",
    "Body",
    "CallInfo",
    "Client",
    "ConfigurationError",
    "ConflictError",
    "ConstraintError",
    "DecodeError",
    "Drift",
    "File",
    "FileInput",
    "ForbiddenError",
    "Headers",
    "Hooks",
    "InternalServerError",
    "Limits",
    "Model",
    "NotFoundError",
    "OpenEnum",
    "Operation",
    "Options",
    "Part",
    "RateLimitError",
    "RequestInfo",
    "RequestTimeoutError",
    "Resource",
    "Response",
    "ResponseInfo",
    "Retries",
    "StatusError",
    "Style",
    "Tag",
    "Timing",
    "TransportError",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "Unset",
    "Verify",
    "Violation",
    "WaitFailedError",
    "WaitTimeoutError",
    "Waiter",
    "Watch",
    "Webhook",
    "async_raw",
    "check",
    "extra",
    "field",
    "model",
    "polymorphic",
    "raw",
    "read_event",
    "tracing",
]

__getattr__: Callable[[str], object]
__dir__: Callable[[], list[str]]
__getattr__, __dir__ = attach(
    __name__,
    {
        ".aio": ("AsyncClient", "AsyncResource", "async_raw"),
        ".constraints": ("Violation", "check"),
        ".credentials": ("Api",),
        ".drift": ("Drift",),
        ".enums": ("OpenEnum",),
        ".errors": (
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
            "StatusError",
            "TransportError",
            "UnauthorizedError",
            "UnprocessableEntityError",
        ),
        ".files": ("File", "FileInput"),
        ".modeling": ("Model", "extra", "field", "model"),
        ".operation": ("Body", "Operation", "Part", "Style"),
        ".retries": ("Retries",),
        ".rules": ("Limits",),
        ".schemes": ("ApiKey", "Authorization", "Basic", "Bearer"),
        ".sync": ("Client", "Resource", "raw"),
        ".tagging": ("Tag", "polymorphic"),
        ".telemetry": ("tracing",),
        ".unset": ("UNSET", "Unset"),
        ".views": (
            "CallInfo",
            "Headers",
            "Hooks",
            "Options",
            "RequestInfo",
            "Response",
            "ResponseInfo",
        ),
        ".signatures": ("Verify",),
        ".wait_errors": ("WaitFailedError", "WaitTimeoutError"),
        ".waiting": ("Waiter",),
        ".watch": ("Watch",),
        ".webhooks": ("Webhook", "read_event"),
        ".wire": ("Timing",),
    },
)
