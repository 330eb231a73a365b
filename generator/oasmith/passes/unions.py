"""``oneOf`` and ``anyOf``: tagged, told apart by constants, or by fit."""

from __future__ import annotations

from ..diagnostics import Effect
from ..ir.decls import Alias, Decl, Union
from ..ir.names import DeclId, Hint
from ..ir.types import Nullable, OneOf, Type
from ..openapi.node import Node
from .combine import one_of
from .compose import is_object, struct_node
from .context import SchemaContext, Words
from .distribute import spread
from .docs import doc_of
from .enums import named_enum
from .members import constants_of, member_words, told_members
from .refine import kinds_of
from .shape import Shape, alternatives, is_only_null, says_type, shape_of
from .structs import merged_struct
from .tags import tag_of

__all__ = ["inline_type", "lower"]

_INLINE_MEMBERS = 3
"""A union of more members gets a name of its own."""


def lower(context: SchemaContext, identity: DeclId, schema: Node, hint: Hint) -> Decl:
    """The declaration of a named union."""
    constants = constants_of(schema)
    if constants is not None:
        return named_enum(identity, schema, hint, constants)
    members = told_members(context, schema)
    if schema.has("properties"):
        return _with_properties(context, identity, schema, hint, members)
    combined = one_of(_member_types(context, schema, members, hint.words))
    bare = combined.inner if isinstance(combined, Nullable) else combined
    if not isinstance(bare, OneOf):
        return Alias(identity, hint, doc_of(schema), schema.place, bare)
    structs = _structs(context, members)
    tag = tag_of(context, schema, structs, {}) if _tells(context, members) else None
    return Union(identity, hint, doc_of(schema), schema.place, bare.members, tag)


def inline_type(context: SchemaContext, schema: Node, words: Words) -> Type:
    """The type of an inline union: written out where short, else declared."""
    if constants_of(schema) is not None or schema.has("properties"):
        return context.declare_inline(schema, words)
    members = told_members(context, schema)
    if len(members) == 1:
        return context.type_of(members[0], words)
    if len(members) > _INLINE_MEMBERS or _may_be_tagged(context, schema, members):
        return context.declare_inline(schema, words)
    return one_of(_member_types(context, schema, members, words))


def _may_be_tagged(context: SchemaContext, schema: Node, members: list[Node]) -> bool:
    if not _tells(context, members):
        return False
    structs = _structs(context, members)
    return tag_of(
        context, schema.without("discriminator"), structs, {}
    ) is not None or (schema.has("discriminator"))


def _tells(context: SchemaContext, members: list[Node]) -> bool:
    """Whether several members are structs, and all others are no objects."""
    found = 0
    for member in members:
        if _leaves(context, member):
            found += len(_leaves(context, member))
        elif "object" in kinds_of(context.description, member):
            return False
    return found > 1


def _leaves(context: SchemaContext, member: Node) -> list[Node]:
    """The struct a member is, or those of the union it is."""
    struct = struct_node(context.description, member)
    if struct is not None:
        return [struct]
    end = context.description.follow(member)
    if end is None or shape_of(end) is not Shape.UNION or end.has("properties"):
        return []
    nested = [one for one in alternatives(end) if not is_only_null(one)]
    leaves = [
        struct_node(context.description, one) if one != member else None
        for one in nested
    ]
    found = [one for one in leaves if one is not None]
    return found if len(found) == len(nested) else []


def _structs(context: SchemaContext, members: list[Node]) -> dict[DeclId, Node]:
    """The structs among the members, nested unions looked into."""
    structs: dict[DeclId, Node] = {}
    for member in members:
        for struct in _leaves(context, member):
            structs.setdefault(context.declare(struct), struct)
    return structs


def _member_types(
    context: SchemaContext, schema: Node, members: list[Node], words: Words
) -> list[Type]:
    alone = schema.without("oneOf", "anyOf")
    if not members and says_type(alone):  # the alternatives only limit or describe it
        return [context.type_of(alone, words)]
    return [
        context.type_of(member, (*words, member_words(context, member, position)))
        for position, member in enumerate(members)
    ]


def _with_properties(
    context: SchemaContext,
    identity: DeclId,
    schema: Node,
    hint: Hint,
    members: list[Node],
) -> Decl:
    """An object with alternatives beside its properties.

    Where they exclude each other, the union of what each makes of it; else the
    struct that has the properties of all, none of the alternatives' required.
    """
    objects = [one for one in members if is_object(context.description, one)]
    apart = schema.has("oneOf") or schema.has("discriminator")
    if apart and len(objects) == len(members) > 1:
        return spread(context, identity, schema, hint)
    if len(objects) < len(members):
        context.report.add(
            "SCH003",
            schema.place,
            "properties stand beside alternatives that are no objects",
            hint="move the properties into the alternatives",
            effect=Effect.DEGRADED,
        )
    own = schema.without("oneOf", "anyOf")
    optional = [member.without("required") for member in objects]
    return merged_struct(context, identity, schema, hint, [own, *optional])
