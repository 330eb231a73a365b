"""The clients of the Wasabi AiR API."""

from __future__ import annotations

import typing
from functools import cached_property

from ._runtime import rt

if typing.TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    import httpx2

    from .resources.jobs import AsyncJobs, AsyncRawJobs, Jobs, RawJobs

_API = rt.Api(
    package="wasabi_air",
    title="Wasabi AiR API",
    base_url=None,
    credentials=(
        rt.ApiKey(
            "WasabiAuth", argument="access_key", where="header", name="x-amz-access-key"
        ),
        rt.ApiKey(
            "WasabiSecretAuth",
            argument="secret_key",
            where="header",
            name="x-amz-secret-key",
        ),
    ),
    environment={
        "access_key": "WASABI_ACCESS_KEY",
        "base_url": "WASABI_AIR_BASE_URL",
        "secret_key": "WASABI_SECRET_KEY",
    },
    security=(("WasabiAuth", "WasabiSecretAuth"),),
    anonymous=False,
    version="0.1.0",
)


class Client(rt.Client):
    """Client of the Wasabi AiR API.

    Have media files and documents in object storage analysed: text recognition, speech
    to text, logo detection and more. A job runs one or several services over one stored
    object and leaves its findings as a JSON file in a bucket of yours. Submit a job,
    ask for its status until it has ended, then ask where the result lies and fetch it
    from the bucket.

    Args:
        access_key: The access key of a Wasabi user, made in the console under Access
            Keys. Default: ``$WASABI_ACCESS_KEY``.
        secret_key: The secret key that belongs to the access key. Default:
            ``$WASABI_SECRET_KEY``.
        base_url: Where the API is. Default: ``$WASABI_AIR_BASE_URL``. Known servers:
            ``https://air.invalid`` (A placeholder that is never called. Give the client
            the AiR base address of your account instead; Wasabi does not publish a
            common one).
        timeout: Seconds one call may take, its retries included; None: no limit.
        retries: How often a failed call is tried again, where that is safe; ``Retries``
            also says on what and after how long.
        max_response_size: Bytes an answer that is kept in memory may have; None: no
            limit.
        headers: Headers to send with every call.
        sign: A function that signs each request, just before it is sent.
        http_client: A connection pool of your own; it is not closed with the client.
        strict: Whether answers that differ from the description are errors.
        on_drift: Called with every such difference otherwise.
        json: What reads and writes JSON; "msgspec" needs the extra ``fast``.
        hooks: Called before and after every request.
    """

    def __init__(
        self,
        *,
        access_key: str | Callable[[], str] | None = None,
        secret_key: str | Callable[[], str] | None = None,
        base_url: str | None = None,
        timeout: float | None = 60,
        retries: int | rt.Retries = 2,
        max_response_size: int | None = 1_000_000_000,
        headers: Mapping[str, str] | None = None,
        sign: Callable[[rt.Unsigned], rt.Signature] | None = None,
        http_client: httpx2.Client | None = None,
        strict: bool = False,
        on_drift: Callable[[rt.Drift], None] | None = None,
        json: rt.JsonLibrary = "standard",
        hooks: rt.Hooks | None = None,
    ) -> None:
        super().__init__(
            _API,
            credentials={"access_key": access_key, "secret_key": secret_key},
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            max_response_size=max_response_size,
            headers=headers,
            sign=sign,
            http_client=http_client,
            strict=strict,
            on_drift=on_drift,
            json=json,
            hooks=hooks,
        )

    @cached_property
    def jobs(self) -> Jobs:
        """Submit analysis jobs, follow them and find their results."""
        from .resources.jobs import Jobs

        return Jobs(self)

    @cached_property
    def raw(self) -> RawClient:
        """The same calls, each returning the whole response."""
        return RawClient(self)


class RawClient(rt.RawClient[Client]):
    """The calls of ``Client``, each returning a ``Response``."""

    @cached_property
    def jobs(self) -> RawJobs:
        """Submit analysis jobs, follow them and find their results."""
        from .resources.jobs import RawJobs

        return RawJobs(self._client.jobs)


class AsyncClient(rt.AsyncClient):
    """Asynchronous client of the Wasabi AiR API. See ``Client``."""

    def __init__(
        self,
        *,
        access_key: str | Callable[[], str | Awaitable[str]] | None = None,
        secret_key: str | Callable[[], str | Awaitable[str]] | None = None,
        base_url: str | None = None,
        timeout: float | None = 60,
        retries: int | rt.Retries = 2,
        max_response_size: int | None = 1_000_000_000,
        headers: Mapping[str, str] | None = None,
        sign: (
            Callable[[rt.Unsigned], rt.Signature | Awaitable[rt.Signature]] | None
        ) = None,
        http_client: httpx2.AsyncClient | None = None,
        strict: bool = False,
        on_drift: Callable[[rt.Drift], None] | None = None,
        json: rt.JsonLibrary = "standard",
        hooks: rt.Hooks | None = None,
    ) -> None:
        super().__init__(
            _API,
            credentials={"access_key": access_key, "secret_key": secret_key},
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            max_response_size=max_response_size,
            headers=headers,
            sign=sign,
            http_client=http_client,
            strict=strict,
            on_drift=on_drift,
            json=json,
            hooks=hooks,
        )

    @cached_property
    def jobs(self) -> AsyncJobs:
        """Submit analysis jobs, follow them and find their results."""
        from .resources.jobs import AsyncJobs

        return AsyncJobs(self)

    @cached_property
    def raw(self) -> AsyncRawClient:
        """The same calls, each returning the whole response."""
        return AsyncRawClient(self)


class AsyncRawClient(rt.RawClient[AsyncClient]):
    """The calls of ``AsyncClient``, each returning a ``Response``."""

    @cached_property
    def jobs(self) -> AsyncRawJobs:
        """Submit analysis jobs, follow them and find their results."""
        from .resources.jobs import AsyncRawJobs

        return AsyncRawJobs(self._client.jobs)
