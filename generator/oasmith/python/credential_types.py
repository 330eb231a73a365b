"""The types of the credentials among a client's arguments."""

from __future__ import annotations

from typing import assert_never

from .code import Code, build, fixed
from .credentials import GRANTS, Credential, Kind
from .encode import identifier
from .fit import Parameter
from .methods import Flavour

__all__ = ["credential_parameter"]


def credential_parameter(
    credential: Credential, flavour: Flavour, text: Code, pair: Code
) -> Parameter:
    """The parameter for a credential; ``text`` and ``pair`` are what the client's
    module calls ``str`` and ``tuple``.
    """
    none = fixed("None")
    types: tuple[Code, ...]
    match credential.kind:
        case Kind.CERTIFICATE:
            types = (text, build(pair, "[", text, ", ", text, "]"))
        case Kind.SECRET:
            grants = [build("rt.", fixed(GRANTS[one])) for one in credential.grants]
            types = (text, _provider(flavour, text), *grants)
        case _:
            assert_never(credential.kind)
    return Parameter(identifier(credential.argument), (*types, none), none)


def _provider(flavour: Flavour, text: Code) -> Code:
    """A function that is asked for the credential."""
    match flavour:
        case Flavour.SYNC:
            return build("Callable[[], ", text, "]")
        case Flavour.ASYNC:
            return build("Callable[[], ", text, " | Awaitable[", text, "]]")
        case _:
            assert_never(flavour)
