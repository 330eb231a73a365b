"""What types come to: seen through aliases, and with what is inherited."""

from __future__ import annotations

from collections.abc import Mapping

from .decls import Alias, Decl, Field, Struct
from .names import DeclId
from .types import Ref, Type

__all__ = ["beyond_aliases", "struct_fields", "struct_of"]


def beyond_aliases(type_: Type, decls: Mapping[DeclId, Decl]) -> Type:
    """What a type stands for: a reference to an alias is what that is for."""
    seen: set[DeclId] = set()
    while isinstance(type_, Ref) and type_.target not in seen:
        seen.add(type_.target)
        decl = decls[type_.target]
        if not isinstance(decl, Alias):
            break
        type_ = decl.target
    return type_


def struct_of(type_: Type | None, decls: Mapping[DeclId, Decl]) -> Struct | None:
    """The struct a type refers to, seen through aliases."""
    end = None if type_ is None else beyond_aliases(type_, decls)
    decl = decls[end.target] if isinstance(end, Ref) else None
    return decl if isinstance(decl, Struct) else None


def struct_fields(
    struct: Struct, decls: Mapping[DeclId, Decl]
) -> tuple[tuple[DeclId, Field], ...]:
    """The fields of a struct, each with the struct that declares it, bases first.

    A field that stands in the place of an inherited one stands where that did.
    """
    found: dict[str, tuple[DeclId, Field]] = {}
    for base in struct.bases:
        decl = decls[base]
        if isinstance(decl, Struct):
            for owner, one in struct_fields(decl, decls):
                found[one.wire] = (owner, one)
    for one in struct.fields:
        found[one.wire] = (struct.id, one)
    return tuple(found.values())
