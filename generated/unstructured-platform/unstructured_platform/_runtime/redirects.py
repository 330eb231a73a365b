"""Following redirects and links to further pages, where that is safe."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from .servers import is_host
from .wire import Outgoing, Reply

__all__ = ["harmless", "is_foreign", "linked", "redirected"]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PORTS = {"http": 80, "https": 443}
_LONGEST = 2**16
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_HARMLESS = frozenset({"accept", "accept-encoding", "if-range", "range", "user-agent"})


def _origin(parts: SplitResult) -> tuple[str, str, int | None]:
    port = parts.port or _PORTS.get(parts.scheme)
    return parts.scheme, (parts.hostname or "").lower(), port


def redirected(outgoing: Outgoing, reply: Reply) -> Outgoing | None:
    """The request a redirect asks for; None where it is not to be followed.

    Only reading is redirected. Another origin is sent neither credentials nor any other
    header of the caller, and never without encryption after an encrypted request.
    """
    if reply.status not in _REDIRECTS:
        return None
    location = reply.headers.get("location")
    if not location or outgoing.method not in ("GET", "HEAD"):
        return None
    found = _destination(outgoing.url, location)
    if found is None:
        return None
    url, elsewhere = found
    foreign = outgoing.foreign or elsewhere
    headers = harmless(outgoing.headers) if foreign else dict(outgoing.headers)
    return Outgoing(
        outgoing.method,
        url,
        headers,
        operation=outgoing.operation,
        redactor=outgoing.redactor,
        foreign=foreign,
    )


def harmless(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers that another origin may see."""
    return {key: value for key, value in headers.items() if key.lower() in _HARMLESS}


def linked(url: str, link: str) -> tuple[str, bool]:
    """Where a link in the answer from ``url`` leads, and whether to another origin.

    A server behind one that encrypts for it does not know that: a link without
    encryption to the host that was asked with it is followed with it.

    Raises:
        ValueError: It leads nowhere that may be asked.
    """
    try:
        here, there = urlsplit(url), urlsplit(urljoin(url, link))
        if (here.scheme, there.scheme) == ("https", "http") and (
            there.hostname == here.hostname
        ):
            there = there._replace(scheme=here.scheme, netloc=here.netloc)
        found = _destination(url, urlunsplit(there._replace(fragment="")))
    except ValueError:
        found = None
    if found is None:
        raise ValueError(f"the link to the next page leads astray: {link!r}")
    return found


def is_foreign(url: str, target: str) -> bool:
    """Whether two addresses are of different origins.

    Raises:
        ValueError: One is no address.
    """
    return _origin(urlsplit(url)) != _origin(urlsplit(target))


def _destination(url: str, location: str) -> tuple[str, bool] | None:
    """Where a location leads, and whether to another origin; None if nowhere safe."""
    try:
        target = urljoin(url, location)
        target.encode()  # half a character, as JSON may hold, is in no address
        before, after = urlsplit(url), urlsplit(target)
        foreign = _origin(before) != _origin(after)
    except ValueError:
        return None
    if after.scheme not in _PORTS or not is_host(after.hostname or ""):
        return None
    if len(target) > _LONGEST or _CONTROLS.search(target):
        return None
    if before.scheme == "https" and after.scheme == "http":
        return None
    if "@" in before.netloc or "@" in after.netloc:
        target = urlunsplit(_as_user_of(before, after, foreign))
    return target, foreign


def _as_user_of(before: SplitResult, after: SplitResult, foreign: bool) -> SplitResult:
    """The address with the caller's user information: no server may say who asks."""
    user, at, _ = before.netloc.rpartition("@")
    host = after.netloc.rpartition("@")[2]
    return after._replace(netloc=host if foreign else f"{user}{at}{host}")
