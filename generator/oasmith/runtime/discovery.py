"""Finding a token endpoint (OpenID Connect Discovery 1.0; RFC 8414)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from .redact import Redactor
from .redirects import is_foreign
from .timing import Deadline
from .token_error import TokenError
from .token_reply import json_object, refusal
from .token_request import METHODS, Endpoint, checked, fetched, request_to
from .wire import Flow, Outgoing, Reply

if TYPE_CHECKING:
    from .settings import Settings

__all__ = ["discovered"]

_OK = 200
_SHOWN = 200
_WELL_KNOWN = re.compile(r"/\.well-known/[^/]+")


def discovered(
    url: str, argument: str, settings: Settings, deadline: Deadline
) -> Flow[Endpoint]:
    """The token endpoint that the metadata at ``url`` name.

    Raises:
        ConfigurationError: Secrets may not be sent there.
        TokenError: They name none, or are those of another issuer.
        TransportError: They cannot be had, or not in time.
    """
    outgoing = request_to("GET", url, {}, Redactor(), settings)
    reply = yield from fetched(outgoing, settings, deadline)
    told = json_object(reply)
    endpoint = told.get("token_endpoint")
    if reply.status != _OK or not isinstance(endpoint, str) or not endpoint:
        raise refusal(outgoing, reply)
    expected, issuer = _issuer(url), told.get("issuer")
    if expected is not None and not _is_same(issuer, expected):
        said = f"the metadata are of {_named(issuer)}, not of {expected!r}"
        raise _stranger(outgoing, reply, said)
    target = checked(endpoint, url, argument)
    if not target.startswith("https:") and is_foreign(url, target):
        said = f"the token endpoint {Redactor().url(target)[:_SHOWN]!r} is elsewhere"
        raise _stranger(outgoing, reply, f"{said}, and not encrypted")
    methods = told.get("token_endpoint_auth_methods_supported")
    named = tuple(
        one for one in METHODS if isinstance(methods, list) and one in methods
    )
    return Endpoint(target, named)


def _issuer(url: str) -> str | None:
    """The issuer whose metadata stand at an address; None if it is no well-known one.

    The well-known part follows the path of the issuer (OpenID Connect Discovery, 4.1)
    or stands before it (RFC 8414, section 3.1).
    """
    parts = urlsplit(url)
    path, found = _WELL_KNOWN.subn("", parts.path, count=1)
    return urlunsplit((parts.scheme, parts.netloc, path, "", "")) if found else None


def _is_same(issuer: object, expected: str) -> bool:
    """Whether metadata are of the issuer they are to be of (4.3; RFC 8414, 3.3).

    A slash at the end of an issuer is not in the address of its metadata (4.1).
    """
    return isinstance(issuer, str) and issuer.removesuffix("/") == (
        expected.removesuffix("/")
    )


def _named(issuer: object) -> str:
    return f"the issuer {issuer[:_SHOWN]!r}" if isinstance(issuer, str) else "no issuer"


def _stranger(outgoing: Outgoing, reply: Reply, said: str) -> TokenError:
    """The error for metadata that may be anyone's."""
    info = outgoing.info
    return TokenError(
        f"{info.method} {info.url}: {said}, so no secret is sent there: give token_url",
        error="",
        description="",
        status=reply.status,
        request=info,
    )
