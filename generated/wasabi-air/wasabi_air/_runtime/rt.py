"""The names this package uses of its runtime, each imported when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lazy import attach

if TYPE_CHECKING:
    from collections.abc import Callable

    from .aio import AsyncClient as AsyncClient
    from .aio import AsyncResource as AsyncResource
    from .aio import async_raw as async_raw
    from .aio_pages import AsyncPage as AsyncPage
    from .aio_pages import AsyncPages as AsyncPages
    from .aio_pages import async_pages as async_pages
    from .constraints import Violation as Violation
    from .constraints import check as check
    from .counting import ByPageNumber as ByPageNumber
    from .credentials import Api as Api
    from .drift import Drift as Drift
    from .enums import OpenEnum as OpenEnum
    from .errors import InternalServerError as InternalServerError
    from .errors import NotFoundError as NotFoundError
    from .errors import UnauthorizedError as UnauthorizedError
    from .files import File as File
    from .from_json import from_json as from_json
    from .library import JsonLibrary as JsonLibrary
    from .modeling import Model as Model
    from .modeling import extra as extra
    from .modeling import field as field
    from .modeling import model as model
    from .operation import Body as Body
    from .operation import Operation as Operation
    from .pages import Page as Page
    from .pages import page as page
    from .paging import PagedOperation as PagedOperation
    from .retries import Retries as Retries
    from .rules import Limits as Limits
    from .schemes import ApiKey as ApiKey
    from .showing import RawClient as RawClient
    from .showing import RawResource as RawResource
    from .signing import Signature as Signature
    from .signing import Unsigned as Unsigned
    from .sync import Client as Client
    from .sync import Resource as Resource
    from .sync import raw as raw
    from .telemetry import tracing as tracing
    from .unset import UNSET as UNSET
    from .unset import Unset as Unset
    from .views import CallInfo as CallInfo
    from .views import Hooks as Hooks
    from .views import Options as Options
    from .views import RequestInfo as RequestInfo
    from .views import Response as Response
    from .views import ResponseInfo as ResponseInfo
    from .wait_errors import WaitFailedError as WaitFailedError
    from .wait_errors import WaitTimeoutError as WaitTimeoutError
    from .waiting import Waiter as Waiter
    from .watch import Watch as Watch

__all__ = [
    "UNSET",
    "Api",
    "ApiKey",
    "AsyncClient",
    "AsyncPage",
    "AsyncPages",
    "AsyncResource",
    "Body",
    "ByPageNumber",
    "CallInfo",
    "Client",
    "Drift",
    "File",
    "Hooks",
    "InternalServerError",
    "JsonLibrary",
    "Limits",
    "Model",
    "NotFoundError",
    "OpenEnum",
    "Operation",
    "Options",
    "Page",
    "PagedOperation",
    "RawClient",
    "RawResource",
    "RequestInfo",
    "Resource",
    "Response",
    "ResponseInfo",
    "Retries",
    "Signature",
    "UnauthorizedError",
    "Unset",
    "Unsigned",
    "Violation",
    "WaitFailedError",
    "WaitTimeoutError",
    "Waiter",
    "Watch",
    "async_pages",
    "async_raw",
    "check",
    "extra",
    "field",
    "from_json",
    "model",
    "page",
    "raw",
    "tracing",
]

__getattr__: Callable[[str], object]
__dir__: Callable[[], list[str]]
__getattr__, __dir__ = attach(
    __name__,
    {
        ".aio": ("AsyncClient", "AsyncResource", "async_raw"),
        ".aio_pages": ("AsyncPage", "AsyncPages", "async_pages"),
        ".constraints": ("Violation", "check"),
        ".counting": ("ByPageNumber",),
        ".credentials": ("Api",),
        ".drift": ("Drift",),
        ".enums": ("OpenEnum",),
        ".errors": ("InternalServerError", "NotFoundError", "UnauthorizedError"),
        ".files": ("File",),
        ".from_json": ("from_json",),
        ".library": ("JsonLibrary",),
        ".modeling": ("Model", "extra", "field", "model"),
        ".operation": ("Body", "Operation"),
        ".pages": ("Page", "page"),
        ".paging": ("PagedOperation",),
        ".retries": ("Retries",),
        ".rules": ("Limits",),
        ".schemes": ("ApiKey",),
        ".showing": ("RawClient", "RawResource"),
        ".signing": ("Signature", "Unsigned"),
        ".sync": ("Client", "Resource", "raw"),
        ".telemetry": ("tracing",),
        ".unset": ("UNSET", "Unset"),
        ".views": (
            "CallInfo",
            "Hooks",
            "Options",
            "RequestInfo",
            "Response",
            "ResponseInfo",
        ),
        ".wait_errors": ("WaitFailedError", "WaitTimeoutError"),
        ".waiting": ("Waiter",),
        ".watch": ("Watch",),
    },
)
