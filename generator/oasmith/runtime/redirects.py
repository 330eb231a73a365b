"""Following redirects, where that is safe."""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit

from .wire import Outgoing, Reply

__all__ = ["redirected"]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PORTS = {"http": 80, "https": 443}
_HARMLESS = frozenset({"accept", "user-agent"})


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
    url = urljoin(outgoing.url, location)
    try:
        before, after = urlsplit(outgoing.url), urlsplit(url)
        foreign = outgoing.foreign or _origin(before) != _origin(after)
    except ValueError:
        return None
    if after.scheme not in _PORTS or not after.hostname:
        return None
    if before.scheme == "https" and after.scheme == "http":
        return None
    headers = {
        name: value
        for name, value in outgoing.headers.items()
        if not foreign or name.lower() in _HARMLESS
    }
    return Outgoing(
        outgoing.method,
        url,
        headers,
        operation=outgoing.operation,
        redactor=outgoing.redactor,
        foreign=foreign,
    )
