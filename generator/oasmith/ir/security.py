"""Security schemes and what operations ask of them."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from ..source.values import Frozen
from .decls import Doc
from .names import Place
from .where import Where

__all__ = [
    "ApiKeyScheme",
    "AuthorizationScheme",
    "BasicScheme",
    "BearerScheme",
    "CertificateScheme",
    "GrantType",
    "Scheme",
    "Security",
    "UnsupportedScheme",
]


class ApiKeyScheme(Frozen):
    """A key in a header, the query or a cookie."""

    key: str
    where: Where
    wire: str
    doc: Doc
    at: Place


class GrantType(Enum):
    """A way to get a token that needs nobody to log in (RFC 6749, section 1.3)."""

    CLIENT_CREDENTIALS = "client_credentials"
    PASSWORD = "password"
    REFRESH_TOKEN = "refresh_token"


class BearerScheme(Frozen):
    """A token in ``Authorization: Bearer``, also that of OAuth 2 and OpenID Connect.

    ``token_urls`` are where tokens are issued, as written, each with the way to get
    them; ``discovery`` is the URL of metadata that say so.
    """

    key: str
    doc: Doc
    at: Place
    token_urls: tuple[tuple[GrantType, str], ...] = ()
    discovery: str = ""

    @property
    def grants(self) -> tuple[GrantType, ...]:
        """The ways to get a token; metadata may name an endpoint for all of them."""
        named = tuple(grant for grant, _ in self.token_urls)
        return tuple(GrantType) if self.discovery else named


class BasicScheme(Frozen):
    """A user name and a password (RFC 7617)."""

    key: str
    doc: Doc
    at: Place


class AuthorizationScheme(Frozen):
    """An HTTP scheme whose header callers make themselves, such as a signature.

    ``scheme`` is its name in the ``Authorization`` header (RFC 9110, section 11).
    """

    key: str
    scheme: str
    doc: Doc
    at: Place


class CertificateScheme(Frozen):
    """A client certificate (mutual TLS), which is the connection's and no header."""

    key: str
    doc: Doc
    at: Place


class UnsupportedScheme(Frozen):
    """A scheme no client argument can serve.

    The caller signs in a transport of their own.
    """

    key: str
    kind: str
    doc: Doc
    at: Place


Scheme: TypeAlias = (
    ApiKeyScheme
    | BearerScheme
    | BasicScheme
    | AuthorizationScheme
    | CertificateScheme
    | UnsupportedScheme
)

Security: TypeAlias = tuple[tuple[str, ...], ...]
"""Alternatives, each a set of scheme keys needed together.

``()`` inside means anonymous.
"""
