"""Fields that stand in the place of inherited ones, and what tells structs apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir.decls import Alias, Decl, Enum, Field, Struct, Tag, Union
from ..ir.names import DeclId
from ..ir.types import Literal
from ..source.values import replace

__all__ = ["settle_fields"]

Decls = Mapping[DeclId, Decl]


def settle_fields(decls: Decls) -> dict[DeclId, Decl]:
    """Every struct with the constants that tell it, its redefined fields as inherited.

    A struct that one value of a property names always has that value. A field that
    stands in the place of an inherited one has the type of that, so that an object
    of the subclass is one of the base in every respect.
    """
    told = dict(decls)
    for (identity, wire), values in _tellings(decls).items():
        decl = told[identity]
        if len(values) == 1 and isinstance(decl, Struct):
            (value,) = values
            told[identity] = _with_constant(decl, wire, value, decls)
    return {
        identity: _settled(decl, told) if isinstance(decl, Struct) else decl
        for identity, decl in told.items()
    }


def _tellings(decls: Decls) -> dict[tuple[DeclId, str], set[str]]:
    """The values that name each struct, by the property that holds them."""
    found: dict[tuple[DeclId, str], set[str]] = {}
    for owner, tag in _tags(decls):
        for value, identity in tag.mapping:
            if identity != owner:
                found.setdefault((identity, tag.property), set()).add(value)
    return found


def _tags(decls: Decls) -> Iterator[tuple[DeclId, Tag]]:
    for identity, decl in decls.items():
        match decl:
            case Struct(tag=Tag() as tag) | Union(tag=Tag() as tag):
                yield identity, tag
            case Struct() | Union() | Enum() | Alias():
                pass


def _with_constant(struct: Struct, wire: str, value: str, decls: Decls) -> Struct:
    fields = {one.wire: one for one in struct.fields}
    told = fields.get(wire) or _inherited(struct, wire, decls)
    if told is None:
        return struct
    if isinstance(told.type, Literal) and value not in told.type.values:
        return struct
    if wire not in fields:
        # Its own words are the inherited ones: they stand at the base.
        told = replace(told, also=())
    fields[wire] = replace(told, constant=value)
    return replace(struct, fields=tuple(fields.values()))


def _settled(struct: Struct, decls: Decls) -> Struct:
    if not struct.bases:
        return struct
    fields = tuple(_as_inherited(struct, one, decls) for one in struct.fields)
    return replace(struct, fields=fields)


def _as_inherited(struct: Struct, own: Field, decls: Decls) -> Field:
    above = _inherited(struct, own.wire, decls)
    if above is None:
        return own
    constant = own.constant
    if constant is None and isinstance(own.type, Literal):
        constant = own.type.values[0] if len(own.type.values) == 1 else None
    return replace(
        own,
        type=above.type,
        required=above.required,
        access=above.access,
        constant=constant,
    )


def _inherited(struct: Struct, wire: str, decls: Decls) -> Field | None:
    """The first definition of an inherited field, which all others have the type of."""
    for base in struct.bases:
        decl = decls.get(base)
        if isinstance(decl, Struct):
            own = (one for one in decl.fields if one.wire == wire)
            found = _inherited(decl, wire, decls) or next(own, None)
            if found is not None:
                return found
    return None
