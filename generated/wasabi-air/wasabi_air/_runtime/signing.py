"""Signing requests by a function of the user's, just before each is sent."""

from __future__ import annotations

import dataclasses
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TypeAlias
from urllib.parse import quote

from .records import Frozen, frozen
from .schemes import Secrets
from .views import header_text
from .wire import Ask, Flow, Outgoing

__all__ = ["Sign", "Signature", "Unsigned", "signature"]


@frozen
class Unsigned(Frozen):
    """A request as it is to be sent, but for its signature; it holds secrets."""

    method: str
    """The HTTP method."""

    url: str
    """The whole address."""

    headers: Mapping[str, str] = dataclasses.field(repr=False)
    """The headers this package set; names are as they are written."""

    body: bytes | None = dataclasses.field(repr=False)
    """The body, ``b""`` where there is none; None for one that is streamed."""


@frozen
class Signature(Frozen):
    """What a signature adds to a request."""

    headers: Mapping[str, str] | None = dataclasses.field(default=None, repr=False)
    """Headers to add, or to put in the place of those there are."""

    query: Mapping[str, str] | None = dataclasses.field(default=None, repr=False)
    """Query parameters to add."""


Sign: TypeAlias = Callable[[Unsigned], Signature | Awaitable[Signature]]
"""A function that signs; in async clients it may be a coroutine function."""


def signature(sign: Sign, outgoing: Outgoing) -> Flow[tuple[Secrets, list[str]]]:
    """What ``sign`` adds to the request, and the values in it to hide.

    Raises:
        TypeError: It gives something else.
        ValueError: A header it gives cannot be sent.
    """
    payload = outgoing.payload
    request = Unsigned(
        method=outgoing.method,
        url=outgoing.url,
        headers=dict(outgoing.headers),
        body=b"" if payload is None else payload.data,
    )
    ask = Ask(partial(sign, request))
    yield ask
    made = ask.answer
    if not isinstance(made, Signature):
        raise TypeError(f"sign gives a Signature, not a {type(made).__name__}")
    headers, query = made.headers or {}, made.query or {}
    secrets = Secrets()
    secrets.headers = {name: header_text(name, told) for name, told in headers.items()}
    secrets.query = [
        (quote(name, safe=""), quote(told, safe="")) for name, told in query.items()
    ]
    return secrets, [*headers.values(), *query.values()]
