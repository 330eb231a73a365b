"""Client of the Unstructured Platform API.

A first call:

    from unstructured_platform import Client

    with Client() as client:
        result = client.jobs.get("b2c3d4e5-6f7a-8b9c-0d1e-2f3a4b5c6d7e")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.lazy import attach

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._runtime.rt import UNSET as UNSET
    from ._runtime.rt import AsyncPage as AsyncPage
    from ._runtime.rt import AsyncPages as AsyncPages
    from ._runtime.rt import CallInfo as CallInfo
    from ._runtime.rt import Drift as Drift
    from ._runtime.rt import File as File
    from ._runtime.rt import Hooks as Hooks
    from ._runtime.rt import Options as Options
    from ._runtime.rt import Page as Page
    from ._runtime.rt import RequestInfo as RequestInfo
    from ._runtime.rt import Response as Response
    from ._runtime.rt import ResponseInfo as ResponseInfo
    from ._runtime.rt import Retries as Retries
    from ._runtime.rt import Signature as Signature
    from ._runtime.rt import Unset as Unset
    from ._runtime.rt import Unsigned as Unsigned
    from ._runtime.rt import Violation as Violation
    from ._runtime.rt import check as check
    from ._runtime.rt import from_json as from_json
    from ._runtime.rt import tracing as tracing
    from .client import AsyncClient as AsyncClient
    from .client import Client as Client
    from .errors import ApiError as ApiError
    from .errors import BadRequestError as BadRequestError
    from .errors import ConfigurationError as ConfigurationError
    from .errors import ConflictError as ConflictError
    from .errors import ConstraintError as ConstraintError
    from .errors import DecodeError as DecodeError
    from .errors import ForbiddenError as ForbiddenError
    from .errors import InternalServerError as InternalServerError
    from .errors import NotFoundError as NotFoundError
    from .errors import RateLimitError as RateLimitError
    from .errors import RequestTimeoutError as RequestTimeoutError
    from .errors import ResponseTooLargeError as ResponseTooLargeError
    from .errors import StatusError as StatusError
    from .errors import TransportError as TransportError
    from .errors import UnauthorizedError as UnauthorizedError
    from .errors import UnprocessableEntityError as UnprocessableEntityError
    from .errors import WaitFailedError as WaitFailedError
    from .errors import WaitTimeoutError as WaitTimeoutError

__version__ = "0.1.0"

__all__ = [
    "UNSET",
    "ApiError",
    "AsyncClient",
    "AsyncPage",
    "AsyncPages",
    "BadRequestError",
    "CallInfo",
    "Client",
    "ConfigurationError",
    "ConflictError",
    "ConstraintError",
    "DecodeError",
    "Drift",
    "File",
    "ForbiddenError",
    "Hooks",
    "InternalServerError",
    "NotFoundError",
    "Options",
    "Page",
    "RateLimitError",
    "RequestInfo",
    "RequestTimeoutError",
    "Response",
    "ResponseInfo",
    "ResponseTooLargeError",
    "Retries",
    "Signature",
    "StatusError",
    "TransportError",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "Unset",
    "Unsigned",
    "Violation",
    "WaitFailedError",
    "WaitTimeoutError",
    "check",
    "from_json",
    "tracing",
]

__getattr__: Callable[[str], object]
__dir__: Callable[[], list[str]]
__getattr__, __dir__ = attach(
    __name__,
    {
        "._runtime.rt": (
            "UNSET",
            "AsyncPage",
            "AsyncPages",
            "CallInfo",
            "Drift",
            "File",
            "Hooks",
            "Options",
            "Page",
            "RequestInfo",
            "Response",
            "ResponseInfo",
            "Retries",
            "Signature",
            "Unset",
            "Unsigned",
            "Violation",
            "check",
            "from_json",
            "tracing",
        ),
        ".client": ("AsyncClient", "Client"),
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
            "ResponseTooLargeError",
            "StatusError",
            "TransportError",
            "UnauthorizedError",
            "UnprocessableEntityError",
            "WaitFailedError",
            "WaitTimeoutError",
        ),
    },
)
