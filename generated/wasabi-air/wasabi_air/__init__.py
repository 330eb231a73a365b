"""Client of the Wasabi AiR API.

A first call:

    from wasabi_air import Client

    with Client(base_url="https://…") as client:
        result = client.jobs.get("67345137bcb6dce44b35a6a6281711e7")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from ._runtime.rt import (
        UNSET as UNSET,
        AsyncPage as AsyncPage,
        AsyncPages as AsyncPages,
        CallInfo as CallInfo,
        Drift as Drift,
        File as File,
        Hooks as Hooks,
        Options as Options,
        Page as Page,
        RequestInfo as RequestInfo,
        Response as Response,
        ResponseInfo as ResponseInfo,
        Retries as Retries,
        Signature as Signature,
        Unset as Unset,
        Unsigned as Unsigned,
        Violation as Violation,
        check as check,
        from_json as from_json,
        tracing as tracing,
    )
    from .client import AsyncClient as AsyncClient, Client as Client
    from .errors import (
        ApiError as ApiError,
        BadRequestError as BadRequestError,
        ConfigurationError as ConfigurationError,
        ConflictError as ConflictError,
        ConstraintError as ConstraintError,
        DecodeError as DecodeError,
        ForbiddenError as ForbiddenError,
        InternalServerError as InternalServerError,
        NotFoundError as NotFoundError,
        RateLimitError as RateLimitError,
        RequestTimeoutError as RequestTimeoutError,
        ResponseTooLargeError as ResponseTooLargeError,
        StatusError as StatusError,
        TransportError as TransportError,
        UnauthorizedError as UnauthorizedError,
        UnprocessableEntityError as UnprocessableEntityError,
        WaitFailedError as WaitFailedError,
        WaitTimeoutError as WaitTimeoutError,
    )
else:
    from ._runtime.lazy import attach

    __getattr__, __dir__ = attach(
        __name__,
        """
        ._runtime.rt: UNSET AsyncPage AsyncPages CallInfo Drift File Hooks Options Page
            RequestInfo Response ResponseInfo Retries Signature Unset Unsigned Violation
            check from_json tracing
        .client: AsyncClient Client
        .errors: ApiError BadRequestError ConfigurationError ConflictError
            ConstraintError DecodeError ForbiddenError InternalServerError NotFoundError
            RateLimitError RequestTimeoutError ResponseTooLargeError StatusError
            TransportError UnauthorizedError UnprocessableEntityError WaitFailedError
            WaitTimeoutError
        """,
    )
