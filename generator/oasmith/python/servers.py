"""The base URL of a client: the first server that can be called as it is."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from ..ir.api import Server
from .context import REQUIRED

__all__ = ["base_url", "operation_url"]

_PLACEHOLDERS = (
    "example",
    "example.com",
    "example.net",
    "example.org",
    "invalid",
    "test",
)
"""Domains reserved for documentation and tests (RFC 2606)."""


def base_url(servers: Iterable[Server], setting: str) -> str | None:
    """The URL a client calls unless told otherwise; None: the caller must name one.

    ``setting`` is the configured one, ``REQUIRED``, or "" for the first server
    that is absolute, complete and no placeholder.
    """
    if setting == REQUIRED:
        return None
    if setting:
        return setting
    for server in servers:
        url = _filled(server)
        if _is_callable(url):
            return url.rstrip("/")
    return None


def operation_url(servers: Iterable[Server]) -> str | None:
    """The address of an operation alone: absolute, or relative to the client's."""
    for server in servers:
        url = _filled(server)
        if _is_callable(url) or (url.startswith("/") and "{" not in url):
            return url.rstrip("/")
    return None


def _filled(server: Server) -> str:
    url = server.url.strip()
    for variable in server.variables:
        if variable.default:
            url = url.replace("{" + variable.name + "}", variable.default)
    return url


def _is_callable(url: str) -> bool:
    if "{" in url or any(
        letter.isspace() or not letter.isprintable() for letter in url
    ):
        return False
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".").lower()
        well_formed = parts.port is None or parts.port > 0
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or not host or not well_formed:
        return False
    return not any(host == one or host.endswith("." + one) for one in _PLACEHOLDERS)
