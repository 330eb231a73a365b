"""What to do about a token that does not reach (RFC 6750, section 3.1)."""

from __future__ import annotations

import re

from .operation import Operation
from .wire import Reply

__all__ = ["scope_advice"]

_LACKING = re.compile(r'\berror\s*=\s*"?insufficient_scope\b', re.IGNORECASE)
_SCOPE = re.compile(r'\bscope\s*=\s*(?:"([^"]*)"|([^\s",]+))', re.IGNORECASE)
_IN_BODY = b'"insufficient_scope"'


def scope_advice(operation: Operation[object], reply: Reply) -> str:
    """What the token of an operation lacks; "" where the server says nothing of it.

    The scopes are those of the description, or else what the server asks for.
    """
    challenge = reply.headers.get("www-authenticate", "")
    if not _LACKING.search(challenge) and _IN_BODY not in reply.content:
        return ""
    wanted = ", or ".join(" and ".join(way) for way in operation.scopes)
    if not wanted:
        found = _SCOPE.search(challenge)
        wanted = "" if found is None else " and ".join((found[1] or found[2]).split())
    advice = "the token lacks a scope"
    return f"{advice}: get one for {wanted}" if wanted else advice
