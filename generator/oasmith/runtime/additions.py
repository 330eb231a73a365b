"""Adding to a request that is ready: what it is to carry, and to hide."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from .schemes import Secrets
from .wire import Outgoing

__all__ = ["with_secrets"]


def with_secrets(
    outgoing: Outgoing, secrets: Secrets, values: Iterable[str]
) -> Outgoing:
    """The request with more secrets; they and their ``values`` are hidden too.

    A header takes the place of one of that name; cookies and the query are continued.
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
        query = "&".join(f"{name}={value}" for name, value in secrets.query)
        url += f"{'&' if urlsplit(url).query else '?'}{query}"
    return Outgoing(
        outgoing.method,
        url,
        headers,
        operation=outgoing.operation,
        redactor=outgoing.redactor.knowing(secrets, values),
        payload=outgoing.payload,
        foreign=outgoing.foreign,
    )
