"""Asking a server for a token, and reading what it says (RFC 6749, sections 4 to 6)."""

from __future__ import annotations

import base64
import ipaddress
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote_plus, urlencode, urljoin, urlsplit

from .backoff import IDEMPOTENT, is_retryable, pause
from .bodies import Payload
from .errors import ConfigurationError, RequestTimeoutError, TransportError
from .grants import Grant
from .redact import Redactor
from .schemes import Secrets
from .servers import is_host
from .timing import Deadline
from .token_reply import json_object, refusal
from .views import RequestInfo
from .wire import Failure, Flow, Outgoing, Reply, Send, Sleep

if TYPE_CHECKING:
    from .settings import Settings

__all__ = [
    "METHODS",
    "Endpoint",
    "checked",
    "exchange",
    "fetched",
    "no_time",
    "request_to",
]

_OK = 200
_LARGEST = 2**20
"""Bytes of an answer that is to hold a token, or the metadata of a server."""

METHODS = ("client_secret_basic", "client_secret_post")
"""How applications may prove who they are, of what servers list (RFC 8414)."""


class Endpoint:
    """A token endpoint, and how applications may prove there who they are."""

    __slots__ = ("methods", "url")

    def __init__(self, url: str, methods: tuple[str, ...] = ()) -> None:
        self.url = url
        self.methods = methods


def checked(url: str, base_url: str, argument: str) -> str:
    """The whole address of a server that secrets may be sent to.

    Raises:
        ConfigurationError: There is none, or it is not encrypted.
    """
    if not url or "{" in url:
        raise ConfigurationError(
            f"{argument}: the description does not say where tokens are issued in this"
            " way: give token_url"
        )
    try:
        whole = urljoin(base_url + "/", url)
        parts = urlsplit(whole)
        host = parts.hostname or ""
    except ValueError:
        raise ConfigurationError(f"{argument}: token_url is no address") from None
    if parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(host)):
        if is_host(host):
            return whole
        raise ConfigurationError(
            f"{argument}: token_url names no host, or one too long"
        )
    raise ConfigurationError(
        f"{argument}: {Redactor().url(whole)} is no https:// address, and secrets are"
        " sent to no other: give token_url"
    )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def exchange(
    endpoint: Endpoint,
    form: Mapping[str, str],
    grant: Grant,
    settings: Settings,
    deadline: Deadline,
) -> Flow[Mapping[str, object]]:
    """What the server answers to a request for a token; the token is in it.

    Raises:
        TokenError: It gives none.
        TransportError: It cannot be reached, or not in time.
    """
    scopes = grant.scopes
    asked = scopes if isinstance(scopes, str) else " ".join(scopes)
    fields = {**form, **({"scope": asked} if asked else {})}
    fields.update(grant.parameters or {})
    headers: dict[str, str] = {}
    if grant.client_id is not None:
        secret = grant.client_secret
        if secret is not None and not _in_body(grant, endpoint):
            pair = f"{quote_plus(grant.client_id)}:{quote_plus(secret)}".encode()
            headers["Authorization"] = f"Basic {base64.b64encode(pair).decode()}"
        else:
            fields["client_id"] = grant.client_id
            if secret is not None:
                fields["client_secret"] = secret
    secrets = [
        value for name, value in fields.items() if name not in ("grant_type", "scope")
    ]
    known = Secrets()
    known.headers = headers
    redactor = Redactor(known, [*secrets, grant.client_secret or ""])
    body = Payload("application/x-www-form-urlencoded", [urlencode(fields).encode()])
    outgoing = request_to("POST", endpoint.url, headers, redactor, settings, body)
    reply = yield from fetched(outgoing, settings, deadline)
    told = json_object(reply)
    token, kind = told.get("access_token"), told.get("token_type", "bearer")
    if (
        reply.status == _OK
        and "error" not in told
        and isinstance(token, str)
        and token
        and token.isprintable()
        and str(kind).lower() == "bearer"
    ):
        return told
    raise refusal(outgoing, reply)


def _in_body(grant: Grant, endpoint: Endpoint) -> bool:
    """Whether the application's secret goes into the form (RFC 6749, 2.3.1)."""
    if grant.client_in is not None:
        return grant.client_in == "body"
    # Where nothing is said the header is meant (RFC 8414, section 2).
    basic, post = METHODS
    return post in endpoint.methods and basic not in endpoint.methods


def request_to(
    method: str,
    url: str,
    headers: Mapping[str, str],
    redactor: Redactor,
    settings: Settings,
    payload: Payload | None = None,
) -> Outgoing:
    """A request of this package's own; it takes nothing from the user's client."""
    api = settings.api
    given = {
        "Accept": "application/json",
        "User-Agent": f"{api.package}/{api.version}",
        **({} if payload is None else {"Content-Type": payload.content_type}),
        **headers,
    }
    return Outgoing(
        method,
        url,
        given,
        operation="",
        redactor=redactor,
        payload=payload,
        foreign=True,
    )


def fetched(outgoing: Outgoing, settings: Settings, deadline: Deadline) -> Flow[Reply]:
    """The answer to such a request, which is sent again where that is safe.

    Raises:
        TransportError: None came, or not in time.
    """
    log, timing, retries = settings.log, settings.timing, settings.retries
    info = outgoing.info
    repeatable = outgoing.method in IDEMPOTENT
    attempts, waited, started = 0, 0.0, timing.now()
    while True:
        if deadline.over:
            raise no_time(info, attempts, timing.now() - started)
        attempts += 1
        outcome = yield Send(outgoing, deadline, _LARGEST)
        if outcome is None or (isinstance(outcome, Failure) and outcome.timeout):
            raise no_time(info, attempts, timing.now() - started)
        told = outcome.status if isinstance(outcome, Reply) else "no answer"
        log.debug("%s %s: %s", info.method, info.url, told)
        seconds = pause(outcome, attempts, retries, timing.random, timing.wall)
        left = deadline.left()
        if (
            attempts <= retries.count
            and seconds is not None
            and (left is None or seconds < left)
            and retries.affords(waited + seconds)
            and is_retryable(repeatable, outcome, retries)
        ):
            waited += seconds
            yield Sleep(seconds)
        elif isinstance(outcome, Reply):
            return outcome
        else:
            reason = outgoing.redactor.reason(outcome.error)
            message = f"{info.method} {info.url}: {reason}; no token was issued"
            raise TransportError(
                message,
                request=info,
                attempts=attempts,
                elapsed=timing.now() - started,
            ) from outcome.error


def no_time(info: RequestInfo, attempts: int, elapsed: float) -> RequestTimeoutError:
    """The error for a token that does not come in time."""
    return RequestTimeoutError(
        f"{info.method} {info.url}: no token in time; give a larger timeout",
        request=info,
        attempts=attempts,
        elapsed=elapsed,
    )
