"""The names generated code uses of the runtime, each imported when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lazy import attach

if TYPE_CHECKING:
    from .aio import AsyncClient as AsyncClient
    from .aio import AsyncResource as AsyncResource
    from .aio import async_raw as async_raw
    from .credentials import Api as Api
    from .credentials import ApiKey as ApiKey
    from .credentials import Basic as Basic
    from .credentials import Bearer as Bearer
    from .drift import Drift as Drift
    from .enums import OpenEnum as OpenEnum
    from .errors import ApiError as ApiError
    from .errors import BadRequestError as BadRequestError
    from .errors import ConfigurationError as ConfigurationError
    from .errors import ConflictError as ConflictError
    from .errors import DecodeError as DecodeError
    from .errors import ForbiddenError as ForbiddenError
    from .errors import InternalServerError as InternalServerError
    from .errors import NotFoundError as NotFoundError
    from .errors import RateLimitError as RateLimitError
    from .errors import RequestTimeoutError as RequestTimeoutError
    from .errors import StatusError as StatusError
    from .errors import TransportError as TransportError
    from .errors import UnauthorizedError as UnauthorizedError
    from .errors import UnprocessableEntityError as UnprocessableEntityError
    from .files import File as File
    from .files import FileInput as FileInput
    from .modeling import Model as Model
    from .modeling import Tag as Tag
    from .modeling import extra as extra
    from .modeling import field as field
    from .modeling import model as model
    from .operation import Body as Body
    from .operation import Operation as Operation
    from .operation import Part as Part
    from .operation import Style as Style
    from .sync import Client as Client
    from .sync import Resource as Resource
    from .sync import raw as raw
    from .unset import UNSET as UNSET
    from .unset import Unset as Unset
    from .views import Headers as Headers
    from .views import Hooks as Hooks
    from .views import Options as Options
    from .views import RequestInfo as RequestInfo
    from .views import Response as Response
    from .views import ResponseInfo as ResponseInfo
    from .wire import Timing as Timing

__all__ = [
    "Api",
    "ApiError",
    "ApiKey",
    "AsyncClient",
    "AsyncResource",
    "BadRequestError",
    "Basic",
    "Bearer",
    "Body",
    "Client",
    "ConfigurationError",
    "ConflictError",
    "DecodeError",
    "Drift",
    "File",
    "FileInput",
    "ForbiddenError",
    "Headers",
    "Hooks",
    "InternalServerError",
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
    "StatusError",
    "Style",
    "Tag",
    "Timing",
    "TransportError",
    "UNSET",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "Unset",
    "async_raw",
    "extra",
    "field",
    "model",
    "raw",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        ".aio": ("AsyncClient", "AsyncResource", "async_raw"),
        ".credentials": ("Api", "ApiKey", "Basic", "Bearer"),
        ".drift": ("Drift",),
        ".enums": ("OpenEnum",),
        ".errors": (
            "ApiError",
            "BadRequestError",
            "ConfigurationError",
            "ConflictError",
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
        ".modeling": ("Model", "Tag", "extra", "field", "model"),
        ".operation": ("Body", "Operation", "Part", "Style"),
        ".sync": ("Client", "Resource", "raw"),
        ".unset": ("UNSET", "Unset"),
        ".views": (
            "Headers",
            "Hooks",
            "Options",
            "RequestInfo",
            "Response",
            "ResponseInfo",
        ),
        ".wire": ("Timing",),
    },
)
