"""Finding a token endpoint (OpenID Connect Discovery 1.0; RFC 8414)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .redact import Redactor
from .timing import Deadline
from .token_reply import json_object, refusal
from .token_request import METHODS, Endpoint, checked, fetched, request_to
from .wire import Flow

if TYPE_CHECKING:
    from .settings import Settings

__all__ = ["discovered"]

_OK = 200


def discovered(
    url: str, argument: str, settings: Settings, deadline: Deadline
) -> Flow[Endpoint]:
    """The token endpoint that the metadata at ``url`` name.

    Raises:
        ConfigurationError: Secrets may not be sent there.
        TokenError: They name none.
        TransportError: They cannot be had, or not in time.
    """
    outgoing = request_to("GET", url, {}, Redactor(), settings)
    reply = yield from fetched(outgoing, settings, deadline)
    told = json_object(reply)
    endpoint = told.get("token_endpoint")
    if reply.status != _OK or not isinstance(endpoint, str) or not endpoint:
        raise refusal(outgoing, reply)
    methods = told.get("token_endpoint_auth_methods_supported")
    named = tuple(
        one for one in METHODS if isinstance(methods, list) and one in methods
    )
    return Endpoint(checked(endpoint, url, argument), named)
