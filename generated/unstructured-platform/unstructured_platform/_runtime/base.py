"""What the sync and the async client have in common."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from .arguments import Arguments
from .credentials import Api, Credential
from .errors import ConfigurationError
from .retries import Retries
from .schemes import Pem
from .settings import Settings
from .showing import address_of, shortened
from .timing import Timing
from .unset import UNSET, Unset
from .views import Hooks

if TYPE_CHECKING:
    import ssl

    from .drift import Drift
    from .library import JsonLibrary
    from .signing import Sign

__all__ = ["BaseClient", "Pool"]

P = TypeVar("P")


class Pool(Generic[P]):
    """The connections of a client and all derived from it; opened on first use."""

    def __init__(self, given: P | None, opener: Callable[[], P]) -> None:
        self._client = given
        self._opener = opener
        self._ours = given is None
        self._closed = False
        self._lock = threading.Lock()

    def client(self) -> P:
        """The httpx2 client.

        Raises:
            RuntimeError: It was closed.
        """
        found = self._client
        if found is None or self._closed:
            with self._lock:
                if self._closed:
                    raise RuntimeError("the client is closed")
                found = self._client = self._client or self._opener()
        return found

    def close(self) -> P | None:
        """Let no more calls begin, and give the client if it is ours to close."""
        with self._lock:
            self._closed = True
            found, self._client = self._client, None
        return found if self._ours else None


class BaseClient(Generic[P]):
    """Settings and a pool of connections."""

    _settings: Settings
    _pool: Pool[P]
    _derived: bool

    def __init__(
        self,
        api: Api,
        *,
        credentials: Mapping[str, Credential | None] | None = None,
        variables: Mapping[str, str | None] | None = None,
        base_url: str | None = None,
        timeout: float | None = 60,
        retries: int | Retries = 2,
        max_response_size: int | None = 1_000_000_000,
        headers: Mapping[str, str] | None = None,
        sign: Sign | None = None,
        http_client: P | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
        json: JsonLibrary = "standard",
        hooks: Hooks | None = None,
        timing: Timing | None = None,
    ) -> None:
        """Check the settings; nothing is opened before the first call.

        An ``http_client`` given is used as it is and never closed.

        Raises:
            ConfigurationError: The address is missing, or an argument makes no sense.
        """
        self._settings = Settings(
            api,
            credentials=credentials,
            variables=variables,
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            max_response_size=max_response_size,
            headers=headers,
            sign=sign,
            strict=strict,
            on_drift=on_drift,
            json=json,
            hooks=hooks,
            timing=timing,
        )
        sources = self._settings.given.values()
        self._certificates = [one for one in sources if isinstance(one, Pem)]
        if self._certificates and http_client is not None:
            raise ConfigurationError(
                "give a certificate or an http_client that has one, not both"
            )
        self._pool = Pool(http_client, self._open)
        self._derived = False

    @property
    def __rt_package__(self) -> str:
        """The name of the package, which is that of its log."""
        return self._settings.api.package

    @property
    def __rt_shown__(self) -> str:
        """The class and the address, for what belongs to the client."""
        address = address_of(self._settings)
        return f"{self.__rt_package__}.{type(self).__name__} at {address}"

    def __rt_goes_on__(self, arguments: Arguments) -> bool:
        """Whether a list may go on after the page that was asked for so."""
        return True

    def _open(self) -> P:
        """A new pool of connections."""
        raise NotImplementedError

    def _tls(self) -> ssl.SSLContext | None:
        """What connections trust and show; None where they show nothing.

        Raises:
            ConfigurationError: A certificate or its key cannot be read.
        """
        if not self._certificates:
            return None
        from .certificates import showing  # few clients have any

        return showing(self._certificates)

    def __repr__(self) -> str:
        """Show the address, never a credential."""
        title = shortened(self._settings.api.title)
        address = address_of(self._settings)
        return f"<{type(self).__name__} of {title} at {address}>"

    def with_options(
        self,
        *,
        timeout: float | Unset | None = UNSET,
        retries: int | Retries | None = None,
        max_response_size: int | Unset | None = UNSET,
        headers: Mapping[str, str] | None = None,
        base_url: str | Unset | None = UNSET,
        strict: bool | None = None,
        on_drift: Callable[[Drift], None] | Unset | None = UNSET,
        json: JsonLibrary | None = None,
        hooks: Hooks | Unset | None = UNSET,
    ) -> Self:
        """The same client with other settings; what is not given stays.

        It shares the connections of this one, which it never closes.

        Args:
            timeout: Seconds a call may take, retries included; None for no limit.
            retries: How often a failed request is sent again, if safe; see ``Retries``.
            max_response_size: Bytes an answer in memory may have; None for no limit.
            headers: Headers to be added to those of this client.
            base_url: Another address of the API; None for the API's own.
            strict: Whether every deviation from the description is an error.
            on_drift: Told of each deviation that is no error; None for no one.
            json: What reads and writes JSON, "standard" or "msgspec".
            hooks: Functions that are told what happens; None for none.

        Raises:
            ConfigurationError: A setting makes no sense.
        """
        other = object.__new__(type(self))
        cls = type(self)
        for name, value in vars(self).items():
            if not isinstance(getattr(cls, name, None), cached_property):
                setattr(other, name, value)
        other._settings = self._settings.derive(
            timeout=timeout,
            retries=retries,
            max_response_size=max_response_size,
            headers=headers,
            base_url=base_url,
            strict=strict,
            on_drift=on_drift,
            json=json,
            hooks=hooks,
        )
        other._derived = True
        return other
