"""Tokens that a server issues: kept while they last, and asked for by one at a time."""

from __future__ import annotations

import copy
import threading
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, final

from .discovery import discovered
from .errors import RequestTimeoutError, TransportError
from .grants import ClientCredentials, Grant, Password, RefreshToken
from .schemes import Issuer
from .servers import filled
from .timing import Deadline, Timing
from .token_error import TokenError
from .token_request import Endpoint, checked, exchange, no_time
from .views import Headers, RequestInfo
from .wire import Ask, Flow, Turn

if TYPE_CHECKING:
    from .oauth2 import OAuth2
    from .settings import Settings

__all__ = ["Tokens"]

_MARGIN = 30.0
"""Seconds before its end a token is no longer used; a tenth of a short life."""


class Token:
    """A token, and until when it may be used, on both clocks."""

    __slots__ = ("_ends", "_ends_wall", "text")

    def __init__(self, text: str, lasts: float | None, timing: Timing) -> None:
        self.text: str = text
        self._ends: float | None = None
        self._ends_wall: float | None = None
        if lasts is not None:
            used = lasts - min(_MARGIN, lasts / 10)
            self._ends = timing.now() + used
            self._ends_wall = timing.wall() + used

    def is_usable(self, timing: Timing) -> bool:
        """Whether it still lasts.

        The time of day counts too, as the other clock may stand still while a machine
        sleeps; a jump of it costs one more token.
        """
        if self._ends is None or self._ends_wall is None:
            return True
        return timing.now() < self._ends and timing.wall() < self._ends_wall


@final
class Tokens(Issuer):
    """The tokens of one way to get them, for all calls of a client."""

    __slots__ = (
        "_argument",
        "_discovery",
        "_endpoint",
        "_failed",
        "_grant",
        "_guard",
        "_lock",
        "_refresh",
        "_refresh_url",
        "_token",
    )

    def __init__(
        self,
        grant: Grant,
        scheme: OAuth2,
        base_url: str,
        variables: Mapping[str, str],
    ) -> None:
        """Take the way, and where the description says that tokens are issued.

        Raises:
            ConfigurationError: It says no address of a server that can be trusted.
        """
        self._grant: Grant = grant
        self._argument = scheme.argument
        self._lock = threading.Lock()
        self._guard = threading.Lock()
        self._token: Token | None = None
        self._failed: TokenError | TransportError | None = None
        self._refresh: str | None = None
        if isinstance(grant, RefreshToken):
            self._refresh = grant.refresh_token
            if grant.access_token:
                self._token = Token(grant.access_token, None, Timing())
        urls: Mapping[str, str] = {} if grant.token_url else scheme.token_urls
        url = grant.token_url or urls.get(_form(grant)["grant_type"], "")
        refresh_url = urls.get("refresh_token", url)
        self._discovery = self._refresh_url = ""
        self._endpoint: Endpoint | None = None

        def address(template: str) -> str:
            return checked(filled(template, variables), base_url, scheme.argument)

        if not url and scheme.discovery:
            self._discovery = address(scheme.discovery)
        else:
            self._endpoint = Endpoint(address(url))
            self._refresh_url = address(refresh_url)

    def __repr__(self) -> str:
        """Show how they are got."""
        return f"<Tokens of {self._grant!r}>"

    def refuse(self, text: str) -> None:
        """Let a token that a server refused not be used again."""
        with self._guard:
            if self._token is not None and self._token.text == text:
                self._token = None

    def current(self, settings: Settings, deadline: Deadline) -> Flow[str]:
        """A token that lasts; one call gets it where there is none, the others wait.

        Where it gets none those that waited for it are told the same.

        Raises:
            TokenError: The server gives none.
            TransportError: It cannot be reached, or not in time.
        """
        found = self._usable(settings.timing)
        if found is not None:
            return found.text
        before = self._failed
        turn, started = Turn(self._lock, deadline), settings.timing.now()
        try:
            yield turn
            if not turn.taken:
                raise no_time(self._info, 0, settings.timing.now() - started)
            found = self._usable(settings.timing)
            if found is None:
                if self._failed is not None and self._failed is not before:
                    raise copy.copy(self._failed)
                found = yield from self._asked(settings, deadline)
            return found.text
        finally:
            if turn.taken:
                self._lock.release()

    def _usable(self, timing: Timing) -> Token | None:
        found = self._token
        return found if found is not None and found.is_usable(timing) else None

    @property
    def _info(self) -> RequestInfo:
        """The request for a token, for a message of one that waited for it."""
        if self._endpoint is None:
            return RequestInfo(method="GET", url=self._discovery, headers=Headers())
        return RequestInfo(method="POST", url=self._endpoint.url, headers=Headers())

    def _asked(self, settings: Settings, deadline: Deadline) -> Flow[Token]:
        """A new token; who waits for it meanwhile need not ask in vain once more."""
        try:
            token = yield from self._issued(settings, deadline)
        except RequestTimeoutError:
            raise  # others may have more time
        except (TokenError, TransportError) as error:
            self._failed = copy.copy(error)  # without what it was raised from
            raise
        self._failed = None
        return token

    def _issued(self, settings: Settings, deadline: Deadline) -> Flow[Token]:
        """A new token, which is kept."""
        endpoint = self._endpoint
        if endpoint is None:
            endpoint = yield from discovered(
                self._discovery, self._argument, settings, deadline
            )
            self._endpoint = endpoint
        told = yield from self._exchanged(endpoint, settings, deadline)
        lasts = _seconds(told.get("expires_in"))
        token = Token(str(told["access_token"]), lasts, settings.timing)
        with self._guard:
            self._token = token
        rotated = told.get("refresh_token")
        if isinstance(rotated, str) and rotated not in ("", self._refresh):
            yield from self._rotated(rotated)
        return token

    def _rotated(self, refresh: str) -> Flow[None]:
        """Keep another refresh token, and tell who wants to know."""
        if not refresh.isprintable():
            return  # it cannot be sent
        match self._grant:
            case ClientCredentials():
                pass  # it asks again with its secret (RFC 6749, 4.4.3)
            case Password():
                self._refresh = refresh
            case RefreshToken(on_rotation=tell):
                self._refresh = refresh
                if tell is not None:
                    yield Ask(partial(tell, refresh))

    def _exchanged(
        self, endpoint: Endpoint, settings: Settings, deadline: Deadline
    ) -> Flow[Mapping[str, object]]:
        """What the server gives for the refresh token, or else for the grant."""
        grant = self._grant
        if self._refresh is not None:
            form = {"grant_type": "refresh_token", "refresh_token": self._refresh}
            there = Endpoint(self._refresh_url or endpoint.url, endpoint.methods)
            try:
                return (yield from exchange(there, form, grant, settings, deadline))
            except TokenError:
                if isinstance(grant, RefreshToken):
                    raise
                self._refresh = None
        return (yield from exchange(endpoint, _form(grant), grant, settings, deadline))


def _form(grant: Grant) -> dict[str, str]:
    """What asks for a token (RFC 6749, 4.3.2, 4.4.2 and 6)."""
    match grant:
        case ClientCredentials():
            return {"grant_type": "client_credentials"}
        case Password(username=username, password=password):
            return {
                "grant_type": "password",
                "username": username,
                "password": password,
            }
        case RefreshToken(refresh_token=refresh):
            return {"grant_type": "refresh_token", "refresh_token": refresh}


def _seconds(told: object) -> float | None:
    """How long a token lasts (RFC 6749, 5.1); None where nobody says."""
    try:
        lasts = float(told) if isinstance(told, int | float | str) else None
    except (ValueError, OverflowError):
        return None
    return lasts if lasts is not None and 0 <= lasts < float("inf") else None
