"""Adding to a request that is ready: what it is to carry, and to hide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import unquote_plus

from .schemes import Secrets
from .wire import Outgoing

__all__ = ["with_secrets"]


def with_secrets(
    outgoing: Outgoing, secrets: Secrets, values: Iterable[str]
) -> Outgoing:
    """The request with more secrets; they and their ``values`` are hidden too.

    Headers and query parameters take the place of those of their names, which a link
    that a server gave may have; cookies are continued.
    """
    added = {name.lower(): (name, value) for name, value in secrets.headers.items()}
    cookies = [f"{name}={value}" for name, value in secrets.cookies]
    headers: dict[str, str] = {}
    for name, value in outgoing.headers.items():
        if name.lower() == "cookie" and "cookie" not in added:
            cookies.insert(0, value)
        elif name.lower() not in added:
            headers[name] = value
    if cookies:
        headers["Cookie"] = "; ".join(cookies)
    headers.update(added.values())
    url = outgoing.url
    if secrets.query:
        url = _continued(url, secrets.query)
    return Outgoing(
        outgoing.method,
        url,
        headers,
        operation=outgoing.operation,
        redactor=outgoing.redactor.knowing(secrets, values),
        payload=outgoing.payload,
        foreign=outgoing.foreign,
        call=outgoing.call,
    )


def _continued(url: str, added: Sequence[tuple[str, str]]) -> str:
    """The address with these parameters, which are quoted, at the end of its query."""
    names = {unquote_plus(name) for name, _ in added}
    head, _, query = url.partition("?")
    pairs = [
        pair
        for pair in query.split("&")
        if pair and unquote_plus(pair.partition("=")[0]) not in names
    ]
    return f"{head}?{'&'.join([*pairs, *(f'{name}={value}' for name, value in added)])}"
