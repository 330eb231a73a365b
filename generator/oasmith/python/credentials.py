"""Credentials: the security schemes as arguments of the client."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from ..ir.api import Operation
from ..ir.security import (
    ApiKeyScheme,
    AuthorizationScheme,
    BasicScheme,
    BearerScheme,
    CertificateScheme,
    Scheme,
    Security,
    UnsupportedScheme,
)
from .code import Code, build, fixed
from .context import Context, normal_security
from .docs import line
from .encode import constant
from .fit import Group, call, tuple_display

__all__ = [
    "Credential",
    "conditions",
    "credentials_of",
    "credentials_table",
    "needs",
    "scopes_text",
]


@dataclass(frozen=True, slots=True)
class Credential:
    """An argument of the client, the variable that stands in for it, and its words."""

    argument: str
    variable: str
    words: str


def credentials_of(context: Context) -> tuple[Credential, ...]:
    """The arguments for all schemes, each once, in the order of the schemes."""
    found: dict[str, Credential] = {}
    for scheme in context.api.asked:
        for key, words in _arguments(scheme):
            argument = context.names.arguments[key]
            made = Credential(argument, context.variable(argument), words)
            found.setdefault(argument, made)
    return tuple(found.values())


def credentials_table(context: Context) -> Code | Group:
    """The ``credentials`` argument: how each scheme is sent."""
    made = [_scheme(one, context) for one in context.api.asked]
    return tuple_display(one for one in made if one is not None)


def needs(security: Security, common: Security) -> bool:
    """Whether every way to meet ``security`` takes what one of the ``common`` takes.

    Where nothing is common, nothing is needed.
    """
    ways = [frozenset(one) for one in common]
    return all(
        any(way and way <= frozenset(one) for way in ways)
        for one in normal_security(security)
    )


def conditions(context: Context) -> Iterator[str]:
    """What calls need that no argument of the client holds, one paragraph each."""
    for scheme in context.api.asked:
        words = line(scheme.doc.text)
        match scheme:
            case CertificateScheme():
                said = "The server asks for a client certificate: give an"
                yield f"{said} ``http_client`` that has one. {words}".strip()
            case UnsupportedScheme(kind=kind):
                said = f"Requests are to be signed ({kind or scheme.key}): give an"
                yield f"{said} ``http_client`` that does it. {words}".strip()
            case (
                ApiKeyScheme()
                | BearerScheme()
                | BasicScheme()
                | (AuthorizationScheme())
            ):
                pass
            case _:
                assert_never(scheme)


def scopes_text(operation: Operation) -> str:
    """Which scopes the token of a call needs, "" where none is named."""
    ways = [" and ".join([f"``{one}``" for one in way]) for way in operation.scopes]
    if not ways:
        return ""
    plural = "s" if any(len(way) > 1 for way in operation.scopes) else ""
    return f"Needs the scope{plural} {', or '.join(ways)}."


def _arguments(scheme: Scheme) -> Iterator[tuple[str, str]]:
    words = line(scheme.doc.summary or scheme.doc.text)
    match scheme:
        case ApiKeyScheme(key=key, wire=wire, where=where):
            yield key, words or f"Sent in the {where.value} ``{wire}``."
        case BearerScheme(key=key):
            yield key, words or "Token sent as ``Authorization: Bearer``."
        case BasicScheme(key=key):
            yield f"{key}/username", words or "User name."
            yield f"{key}/password", words or "Password."
        case AuthorizationScheme(key=key, scheme=name):
            made = f"The whole ``Authorization`` header, as ``{name} …``;"
            yield key, f"{made} leave it out to sign in an ``http_client``."
        case CertificateScheme() | UnsupportedScheme():
            return
        case _:
            assert_never(scheme)


def _scheme(scheme: Scheme, context: Context) -> Code | Group | None:
    arguments = context.names.arguments
    match scheme:
        case ApiKeyScheme(key=key, wire=wire, where=where):
            return call(
                fixed("rt.ApiKey"),
                constant(key),
                build("argument=", constant(arguments[key])),
                build("where=", constant(where.value)),
                build("name=", constant(wire)),
            )
        case BearerScheme(key=key):
            argument = build("argument=", constant(arguments[key]))
            return call(fixed("rt.Bearer"), constant(key), argument)
        case BasicScheme(key=key):
            return call(
                fixed("rt.Basic"),
                constant(key),
                build("username=", constant(arguments[f"{key}/username"])),
                build("password=", constant(arguments[f"{key}/password"])),
            )
        case AuthorizationScheme(key=key):
            argument = build("argument=", constant(arguments[key]))
            return call(fixed("rt.Authorization"), constant(key), argument)
        case CertificateScheme() | UnsupportedScheme():
            return None
        case _:
            assert_never(scheme)
