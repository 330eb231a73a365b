"""The clients of the sample API."""

from __future__ import annotations

import typing
from functools import cached_property

from ._runtime import rt

if typing.TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    import httpx2

    from .resources.parcels import AsyncParcels, AsyncRawParcels, Parcels, RawParcels

_API = rt.Api(
    package="sample_api",
    title="Sample API",
    base_url=None,
    credentials=(
        rt.ApiKey("Key", argument="access_key", where="header", name="x-access-key"),
        rt.ApiKey("Secret", argument="secret_key", where="query", name="secret"),
        rt.OAuth2(
            "Token",
            argument="token",
            token_urls={
                "client_credentials": "oauth/token",
                "password": "oauth/token",
                "refresh_token": "oauth/token",
            },
        ),
        rt.Certificate("Porter", argument="cert"),
    ),
    environment={
        "access_key": "SAMPLE_ACCESS_KEY",
        "base_url": "SAMPLE_BASE_URL",
        "secret_key": "SAMPLE_SECRET_KEY",
        "token": "SAMPLE_TOKEN",
    },
    security=(("Key", "Secret"), ("Token",)),
    anonymous=False,
    version="0.1.0",
)


class Client(rt.StreamClient):
    """Client of the sample API."""

    def __init__(
        self,
        *,
        access_key: str | Callable[[], str] | None = None,
        secret_key: str | Callable[[], str] | None = None,
        token: (
            str
            | Callable[[], str]
            | rt.ClientCredentials
            | rt.Password
            | rt.RefreshToken
            | None
        ) = None,
        cert: str | tuple[str, str] | None = None,
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
            credentials={
                "access_key": access_key,
                "secret_key": secret_key,
                "token": token,
                "cert": cert,
            },
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
    def parcels(self) -> Parcels:
        """Parcels."""
        from .resources.parcels import Parcels

        return Parcels(self)

    @cached_property
    def raw(self) -> RawClient:
        """The same calls, each returning the whole response."""
        return RawClient(self)


class RawClient(rt.RawClient[Client]):
    """The calls of the client, each returning a ``Response``."""

    def __init__(self, client: Client) -> None:
        super().__init__(client)
        self._client = client

    @cached_property
    def parcels(self) -> RawParcels:
        """Parcels."""
        from .resources.parcels import RawParcels

        return RawParcels(self._client.parcels)


class AsyncClient(rt.AsyncStreamClient):
    """Async client of the sample API."""

    def __init__(
        self,
        *,
        access_key: str | Callable[[], str | Awaitable[str]] | None = None,
        secret_key: str | Callable[[], str | Awaitable[str]] | None = None,
        token: (
            str
            | Callable[[], str | Awaitable[str]]
            | rt.ClientCredentials
            | rt.Password
            | rt.RefreshToken
            | None
        ) = None,
        cert: str | tuple[str, str] | None = None,
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
            credentials={
                "access_key": access_key,
                "secret_key": secret_key,
                "token": token,
                "cert": cert,
            },
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
    def parcels(self) -> AsyncParcels:
        """Parcels."""
        from .resources.parcels import AsyncParcels

        return AsyncParcels(self)

    @cached_property
    def raw(self) -> AsyncRawClient:
        """The same calls, each returning the whole response."""
        return AsyncRawClient(self)


class AsyncRawClient(rt.RawClient[AsyncClient]):
    """The calls of the client, each returning a ``Response``."""

    def __init__(self, client: AsyncClient) -> None:
        super().__init__(client)
        self._client = client

    @cached_property
    def parcels(self) -> AsyncRawParcels:
        """Parcels."""
        from .resources.parcels import AsyncRawParcels

        return AsyncRawParcels(self._client.parcels)
