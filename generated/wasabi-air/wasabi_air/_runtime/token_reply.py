"""Reading what a server says that gives no token (RFC 6749, 5.2)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeGuard

from .token_error import TokenError
from .wire import Outgoing, Reply

__all__ = ["json_object", "refusal"]

_ADVICE = {
    "invalid_client": "check client_id and client_secret, and client_in",
    "invalid_grant": "check the user's credentials, or log in anew",
    "invalid_request": "give what the server asks for as parameters",
    "invalid_scope": "check scopes",
    "unauthorized_client": "the application may not get tokens in this way",
    "unsupported_grant_type": "the server issues no tokens in this way",
}


def json_object(reply: Reply) -> Mapping[str, object]:
    """The object an answer holds; an empty one if it holds none."""
    try:
        value: object = json.loads(reply.content)
    except (ValueError, RecursionError):
        return {}
    return value if _is_object(value) else {}


def _is_object(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


def refusal(outgoing: Outgoing, reply: Reply) -> TokenError:
    """The error for an answer without a token; of its body only the error is shown."""
    told, redactor = json_object(reply), outgoing.redactor
    error, description = (
        " ".join(redactor.text(value).split()) if isinstance(value, str) else ""
        for value in (told.get("error"), told.get("error_description"))
    )
    info = outgoing.info
    message = f"{info.method} {info.url}: {reply.status}"
    location = reply.headers.get("location")
    if error:
        message += f" {error}"
    elif 300 <= reply.status < 400 and location:
        message += f", a redirect to {redactor.url(location)} that is not followed"
    else:
        message += ", and no bearer token"
    message += f" ({description})" if description else ""
    advice = _ADVICE.get(error, "" if error else "check token_url")
    message += f"; {advice}" if advice else ""
    return TokenError(
        message,
        error=error,
        description=description,
        status=reply.status,
        request=info,
    )
