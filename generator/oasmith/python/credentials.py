"""Credentials: the security schemes as arguments of the client."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import LiteralString, TypeAlias, assert_never

from ..ir.api import Operation
from ..ir.security import (
    ApiKeyScheme,
    AuthorizationScheme,
    BasicScheme,
    BearerScheme,
    CertificateScheme,
    GrantType,
    Scheme,
    Security,
    UnsupportedScheme,
)
from ..source.values import Frozen
from .code import Code, build, fixed
from .context import Context, normal_security
from .docs import line
from .encode import constant
from .fit import Group, Node, call, dict_display, entry, named, tuple_display
from .prose import first_sentence, lead, plain

__all__ = [
    "GRANTS",
    "Credential",
    "Kind",
    "conditions",
    "credentials_of",
    "credentials_table",
    "grants_of",
    "needs",
    "scopes_text",
]


GRANTS: Mapping[GrantType, LiteralString] = {
    GrantType.CLIENT_CREDENTIALS: "ClientCredentials",
    GrantType.PASSWORD: "Password",
    GrantType.REFRESH_TOKEN: "RefreshToken",
}
"""The class of the runtime that stands for each way to get a token."""


class Kind(Enum):
    """What an argument takes."""

    SECRET = "secret"
    CERTIFICATE = "certificate"


class Credential(Frozen):
    """An argument of the client, the variable that stands in for it, and its words.

    ``grants`` are the ways to get a token that it takes in place of one, ``client`` the
    variables of an application's id and secret, which stand in for it too.
    """

    argument: str
    variable: str
    words: str
    kind: Kind = Kind.SECRET
    grants: tuple[GrantType, ...] = ()
    client: tuple[str, str] | None = None

    @property
    def default(self) -> str:
        """What stands in for it, as words."""
        words = f"``${self.variable}``"
        if self.client is not None:
            words += ", or ``${}`` and ``${}``".format(*self.client)
        return words


def credentials_of(context: Context) -> tuple[Credential, ...]:
    """The arguments for all schemes, each once, in the order of the schemes."""
    found: dict[str, Credential] = {}
    clients = _clients(context)
    for scheme in context.about.asked:
        kind = Kind.SECRET
        grants: tuple[GrantType, ...] = ()
        client: tuple[str, str] | None = None
        match scheme:
            case BearerScheme():
                grants, client = scheme.grants, clients.get(scheme.key)
            case CertificateScheme():
                kind = Kind.CERTIFICATE
            case (
                ApiKeyScheme()
                | BasicScheme()
                | AuthorizationScheme()
                | UnsupportedScheme()
            ):
                pass
            case _:
                assert_never(scheme)
        for key, words in _arguments(scheme):
            name = context.names.arguments[key]
            made = Credential(name, context.variable(name), words, kind, grants, client)
            found.setdefault(name, made)
    return tuple(found.values())


def grants_of(context: Context) -> tuple[GrantType, ...]:
    """The ways to get a token that some argument of the client takes."""
    found = {grant for one in credentials_of(context) for grant in one.grants}
    return tuple(grant for grant in GrantType if grant in found)


def _serves_clients(scheme: Scheme) -> bool:
    """Whether its tokens are for applications, which have an id and a secret."""
    return (
        isinstance(scheme, BearerScheme)
        and GrantType.CLIENT_CREDENTIALS in scheme.grants
    )


Clients: TypeAlias = Mapping[str, tuple[str, str]]


def _clients(context: Context) -> Clients:
    """The variables of applications' ids and secrets, by the keys of their schemes."""
    parts = ("client_id", "client_secret")
    able = [one.key for one in context.about.asked if _serves_clients(one)]
    arguments = context.names.arguments
    if len(able) > 1 or not set(parts).isdisjoint(arguments.values()):
        pairs = {key: [f"{arguments[key]}_{part}" for part in parts] for key in able}
    else:
        pairs = {key: list(parts) for key in able}
    return {
        key: (context.variable(first), context.variable(second))
        for key, (first, second) in pairs.items()
    }


def credentials_table(context: Context) -> Code | Group:
    """The ``credentials`` argument: how each scheme is sent."""
    clients = _clients(context)
    made = [_scheme(one, context, clients) for one in context.about.asked]
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
    for scheme in context.about.asked:
        words = line(scheme.doc.text)
        match scheme:
            case UnsupportedScheme(kind=kind):
                said = f"Requests are to be signed ({kind or scheme.key}): give an"
                yield f"{said} ``http_client`` that does it. {words}".strip()
            case (
                ApiKeyScheme()
                | BearerScheme()
                | BasicScheme()
                | AuthorizationScheme()
                | CertificateScheme()
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
    words = line(scheme.doc.summary or first_sentence(plain(lead(scheme.doc.text))))
    match scheme:
        case ApiKeyScheme(key=key, wire=wire, where=where):
            yield key, words or f"Sent in the {where.value} ``{wire}``."
        case BearerScheme(key=key, grants=grants):
            told = words or "Token sent as ``Authorization: Bearer``."
            yield key, f"{told} {_ways(grants)}".strip()
        case BasicScheme(key=key):
            yield f"{key}/username", words or "User name."
            yield f"{key}/password", words or "Password."
        case AuthorizationScheme(key=key, scheme=name):
            made = f"The whole ``Authorization`` header, as ``{name} …``;"
            yield key, f"{made} leave it out to make it in ``sign``."
        case CertificateScheme(key=key):
            told = words or "Client certificate."
            yield key, f"{told} A PEM file with its key, or the files of the two."
        case UnsupportedScheme():
            return
        case _:
            assert_never(scheme)


def _ways(grants: tuple[GrantType, ...]) -> str:
    """What gets tokens, as a sentence."""
    names = [f"``{GRANTS[grant]}``" for grant in grants]
    if not names:
        return ""
    listed = " or ".join(", ".join(names).rsplit(", ", 1))
    return f"Also {listed}, which gets tokens."


def _scheme(scheme: Scheme, context: Context, clients: Clients) -> Code | Group | None:
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
        case BearerScheme():
            return _bearer(scheme, context, clients)
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
        case CertificateScheme(key=key):
            argument = build("argument=", constant(arguments[key]))
            return call(fixed("rt.Certificate"), constant(key), argument)
        case UnsupportedScheme():
            return None
        case _:
            assert_never(scheme)


def _bearer(scheme: BearerScheme, context: Context, clients: Clients) -> Group:
    """A token, and where it is issued."""
    argument = context.names.arguments[scheme.key]
    items: list[Node] = [constant(scheme.key), build("argument=", constant(argument))]
    if scheme.token_urls:
        urls = [
            entry(constant(grant.value), constant(url))
            for grant, url in scheme.token_urls
        ]
        items.append(named(fixed("token_urls"), dict_display(urls)))
    if scheme.discovery:
        items.append(build("discovery=", constant(scheme.discovery)))
    client = clients.get(scheme.key)
    if client is not None:
        pair = tuple_display(constant(one) for one in client)
        items.append(named(fixed("client"), pair))
    return call(fixed("rt.OAuth2") if scheme.grants else fixed("rt.Bearer"), *items)
