"""What leads back to itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar, assert_never

from .decls import Alias, Decl, Enum, Struct, Union
from .names import DeclId
from .types import Type
from .walk import references

__all__ = ["alias_rings", "reached"]

T = TypeVar("T")


def reached(start: T, ahead: Mapping[T, Iterable[T]]) -> dict[T, None]:
    """What ``start`` leads to, in order of first appearance; itself if in a ring."""
    found: dict[T, None] = {}
    pending = list(ahead.get(start, ()))
    for one in pending:
        if one not in found:
            found[one] = None
            pending += ahead.get(one, ())
    return found


def alias_rings(decls: Mapping[DeclId, Decl]) -> dict[DeclId, frozenset[DeclId]]:
    """For each alias and union that leads back to itself, all of its ring.

    A class ends a ring: it has a name before its fields have types.
    """
    ahead = {
        identity: list(dict.fromkeys(one for kind in told for one in references(kind)))
        for identity, decl in decls.items()
        if (told := _stands_for(decl))
    }
    leads = {identity: reached(identity, ahead) for identity in ahead}
    return {
        identity: frozenset(one for one in found if identity in leads.get(one, ()))
        for identity, found in leads.items()
        if identity in found
    }


def _stands_for(decl: Decl) -> tuple[Type, ...]:
    match decl:
        case Struct() | Enum():
            return ()
        case Union(members=members):
            return members
        case Alias(target=target):
            return (target,)
        case _:
            assert_never(decl)
