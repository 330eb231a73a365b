"""The names this package uses of its runtime, each imported when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .aio import (
        AsyncClient as AsyncClient,
        AsyncResource as AsyncResource,
        async_raw as async_raw,
    )
    from .aio_pages import (
        AsyncPage as AsyncPage,
        AsyncPages as AsyncPages,
        async_pages as async_pages,
    )
    from .constraints import Violation as Violation, check as check
    from .counting import ByPageNumber as ByPageNumber
    from .credentials import Api as Api
    from .drift import Drift as Drift
    from .enums import UNLISTED as UNLISTED, OpenEnum as OpenEnum
    from .errors import (
        NotFoundError as NotFoundError,
        UnauthorizedError as UnauthorizedError,
        UnprocessableEntityError as UnprocessableEntityError,
    )
    from .files import File as File, FileInput as FileInput
    from .from_json import from_json as from_json
    from .library import JsonLibrary as JsonLibrary
    from .modeling import Model as Model, extra as extra, field as field, model as model
    from .operation import (
        Body as Body,
        Operation as Operation,
        Part as Part,
        Style as Style,
    )
    from .pages import Page as Page, page as page
    from .paging import PagedOperation as PagedOperation
    from .retries import Retries as Retries
    from .rules import by_model as by_model
    from .schemes import ApiKey as ApiKey, Bearer as Bearer
    from .showing import RawClient as RawClient, RawResource as RawResource
    from .signing import Signature as Signature, Unsigned as Unsigned
    from .sync import Client as Client, Resource as Resource, raw as raw
    from .tagging import Tag as Tag
    from .telemetry import tracing as tracing
    from .unset import UNSET as UNSET, Unset as Unset
    from .views import (
        CallInfo as CallInfo,
        Hooks as Hooks,
        Options as Options,
        RequestInfo as RequestInfo,
        Response as Response,
        ResponseInfo as ResponseInfo,
    )
    from .wait_errors import (
        WaitFailedError as WaitFailedError,
        WaitTimeoutError as WaitTimeoutError,
    )
    from .waiting import Waiter as Waiter
    from .watch import Watch as Watch
    from .ways import ByCursor as ByCursor
else:
    from .lazy import attach

    __getattr__, __dir__ = attach(
        __name__,
        """
        .aio: AsyncClient AsyncResource async_raw
        .aio_pages: AsyncPage AsyncPages async_pages
        .constraints: Violation check
        .counting: ByPageNumber
        .credentials: Api
        .drift: Drift
        .enums: UNLISTED OpenEnum
        .errors: NotFoundError UnauthorizedError UnprocessableEntityError
        .files: File FileInput
        .from_json: from_json
        .library: JsonLibrary
        .modeling: Model extra field model
        .operation: Body Operation Part Style
        .pages: Page page
        .paging: PagedOperation
        .retries: Retries
        .rules: by_model
        .schemes: ApiKey Bearer
        .showing: RawClient RawResource
        .signing: Signature Unsigned
        .sync: Client Resource raw
        .tagging: Tag
        .telemetry: tracing
        .unset: UNSET Unset
        .views: CallInfo Hooks Options RequestInfo Response ResponseInfo
        .wait_errors: WaitFailedError WaitTimeoutError
        .waiting: Waiter
        .watch: Watch
        .ways: ByCursor
        """,
    )
