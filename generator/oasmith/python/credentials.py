"""Credentials: the security schemes as arguments of the client."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from ..ir.api import (
    ApiKeyScheme,
    BasicScheme,
    BearerScheme,
    Scheme,
    UnsupportedScheme,
)
from .code import Code, build, fixed
from .context import Context
from .docs import line
from .encode import constant
from .fit import Group, call, tuple_display

__all__ = ["Credential", "credentials_of", "credentials_table"]


@dataclass(frozen=True, slots=True)
class Credential:
    """An argument of the client, the variable that stands in for it, and its words."""

    argument: str
    variable: str
    words: str


def credentials_of(context: Context) -> tuple[Credential, ...]:
    """The arguments for all schemes, each once, in the order of the schemes."""
    found: dict[str, Credential] = {}
    for scheme in context.api.schemes:
        for key, words in _arguments(scheme):
            argument = context.names.arguments[key]
            made = Credential(argument, context.variable(argument), words)
            found.setdefault(argument, made)
    return tuple(found.values())


def credentials_table(context: Context) -> Code | Group:
    """The ``credentials`` argument: how each scheme is sent."""
    made = [_scheme(one, context) for one in context.api.schemes]
    return tuple_display(one for one in made if one is not None)


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
        case UnsupportedScheme():
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
        case UnsupportedScheme():
            return None
        case _:
            assert_never(scheme)
