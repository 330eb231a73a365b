"""Security schemes and what operations ask of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from .decls import Doc
from .names import Place
from .where import Where

__all__ = [
    "ApiKeyScheme",
    "AuthorizationScheme",
    "BasicScheme",
    "BearerScheme",
    "CertificateScheme",
    "Scheme",
    "Security",
    "UnsupportedScheme",
]


@dataclass(frozen=True, slots=True)
class ApiKeyScheme:
    """A key in a header, the query or a cookie."""

    key: str
    where: Where
    wire: str
    doc: Doc
    at: Place


@dataclass(frozen=True, slots=True)
class BearerScheme:
    """A token in ``Authorization: Bearer``.

    OAuth 2 and OpenID Connect are given a token too.
    """

    key: str
    doc: Doc
    at: Place


@dataclass(frozen=True, slots=True)
class BasicScheme:
    """A user name and a password (RFC 7617)."""

    key: str
    doc: Doc
    at: Place


@dataclass(frozen=True, slots=True)
class AuthorizationScheme:
    """An HTTP scheme whose header callers make themselves, such as a signature.

    ``scheme`` is its name in the ``Authorization`` header (RFC 9110, section 11).
    """

    key: str
    scheme: str
    doc: Doc
    at: Place


@dataclass(frozen=True, slots=True)
class CertificateScheme:
    """A client certificate (mutual TLS), which is the connection's and no header."""

    key: str
    doc: Doc
    at: Place


@dataclass(frozen=True, slots=True)
class UnsupportedScheme:
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
