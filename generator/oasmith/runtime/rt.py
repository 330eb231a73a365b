"""The names generated code uses of the runtime, each imported when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .aio import AsyncClient, AsyncResource, async_raw
    from .aio_download import AsyncDownload
    from .aio_downloading import AsyncDownloadResource
    from .aio_pages import AsyncPage, AsyncPages, async_pages
    from .aio_stream import AsyncStream
    from .aio_streaming import AsyncStreamClient, AsyncStreamResource
    from .constraints import Violation, check
    from .controls import InBody
    from .counting import ByOffset, ByPageNumber
    from .credentials import Api
    from .download import Download
    from .downloading import DownloadResource
    from .drift import Drift
    from .enums import UNLISTED, UNLISTED_INT, OpenEnum
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
    from .events import Event
    from .files import File, FileInput
    from .from_json import from_json
    from .grants import ClientCredentials, Password, RefreshToken
    from .library import JsonLibrary
    from .lines import ItemsInput
    from .modeling import Model, extra, field, model
    from .oauth2 import OAuth2
    from .operation import Body, Operation, Part, Streamed, Style
    from .pages import Page, page
    from .paging import PagedOperation
    from .retries import Retries
    from .rules import by_model
    from .schemes import ApiKey, Authorization, Basic, Bearer, Certificate
    from .showing import RawClient, RawResource
    from .signatures import Verify
    from .signing import Signature, Unsigned
    from .size_error import ResponseTooLargeError
    from .stream import Stream
    from .streaming import StreamClient, StreamResource
    from .sync import Client, Resource, raw
    from .tagging import Tag, polymorphic
    from .telemetry import tracing
    from .token_error import TokenError
    from .unset import UNSET, Unset
    from .views import CallInfo, Hooks, Options, RequestInfo, Response, ResponseInfo
    from .wait_errors import WaitFailedError, WaitTimeoutError
    from .waiting import Waiter
    from .watch import Watch
    from .ways import ByCursor, ByLastItem, ByLinkHeader, ByNextUrl
    from .webhooks import Webhook, read_event
else:
    from .lazy import attach

    __getattr__, __dir__ = attach(
        __name__,
        """
        .aio: AsyncClient AsyncResource async_raw
        .aio_pages: AsyncPage AsyncPages async_pages
        .aio_download: AsyncDownload
        .aio_downloading: AsyncDownloadResource
        .aio_stream: AsyncStream
        .aio_streaming: AsyncStreamClient AsyncStreamResource
        .constraints: Violation check
        .controls: InBody
        .counting: ByOffset ByPageNumber
        .credentials: Api
        .download: Download
        .downloading: DownloadResource
        .drift: Drift
        .enums: UNLISTED UNLISTED_INT OpenEnum
        .errors: ApiError BadRequestError ConfigurationError ConflictError
            ConstraintError DecodeError ForbiddenError InternalServerError NotFoundError
            RateLimitError RequestTimeoutError StatusError TransportError
            UnauthorizedError UnprocessableEntityError
        .events: Event
        .files: File FileInput
        .from_json: from_json
        .grants: ClientCredentials Password RefreshToken
        .library: JsonLibrary
        .lines: ItemsInput
        .modeling: Model extra field model
        .oauth2: OAuth2
        .operation: Body Operation Part Streamed Style
        .pages: Page page
        .paging: PagedOperation
        .retries: Retries
        .rules: by_model
        .schemes: ApiKey Authorization Basic Bearer Certificate
        .showing: RawClient RawResource
        .signing: Signature Unsigned
        .size_error: ResponseTooLargeError
        .stream: Stream
        .streaming: StreamClient StreamResource
        .sync: Client Resource raw
        .tagging: Tag polymorphic
        .telemetry: tracing
        .token_error: TokenError
        .unset: UNSET Unset
        .views: CallInfo Hooks Options RequestInfo Response ResponseInfo
        .signatures: Verify
        .wait_errors: WaitFailedError WaitTimeoutError
        .waiting: Waiter
        .watch: Watch
        .ways: ByCursor ByLastItem ByLinkHeader ByNextUrl
        .webhooks: Webhook read_event
        """,
    )

__all__ = [
    "UNLISTED",
    "UNLISTED_INT",
    "UNSET",
    "Api",
    "ApiError",
    "ApiKey",
    "AsyncClient",
    "AsyncDownload",
    "AsyncDownloadResource",
    "AsyncPage",
    "AsyncPages",
    "AsyncResource",
    "AsyncStream",
    "AsyncStreamClient",
    "AsyncStreamResource",
    "Authorization",
    "BadRequestError",
    "Basic",
    "Bearer",
    "Body",
    "ByCursor",
    "ByLastItem",
    "ByLinkHeader",
    "ByNextUrl",
    "ByOffset",
    "ByPageNumber",
    "CallInfo",
    "Certificate",
    "Client",
    "ClientCredentials",
    "ConfigurationError",
    "ConflictError",
    "ConstraintError",
    "DecodeError",
    "Download",
    "DownloadResource",
    "Drift",
    "Event",
    "File",
    "FileInput",
    "ForbiddenError",
    "Hooks",
    "InBody",
    "InternalServerError",
    "ItemsInput",
    "JsonLibrary",
    "Model",
    "NotFoundError",
    "OAuth2",
    "OpenEnum",
    "Operation",
    "Options",
    "Page",
    "PagedOperation",
    "Part",
    "Password",
    "RateLimitError",
    "RawClient",
    "RawResource",
    "RefreshToken",
    "RequestInfo",
    "RequestTimeoutError",
    "Resource",
    "Response",
    "ResponseInfo",
    "ResponseTooLargeError",
    "Retries",
    "Signature",
    "StatusError",
    "Stream",
    "StreamClient",
    "StreamResource",
    "Streamed",
    "Style",
    "Tag",
    "TokenError",
    "TransportError",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "Unset",
    "Unsigned",
    "Verify",
    "Violation",
    "WaitFailedError",
    "WaitTimeoutError",
    "Waiter",
    "Watch",
    "Webhook",
    "async_pages",
    "async_raw",
    "by_model",
    "check",
    "extra",
    "field",
    "from_json",
    "model",
    "page",
    "polymorphic",
    "raw",
    "read_event",
    "tracing",
]
