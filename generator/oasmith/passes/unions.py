"""``oneOf`` and ``anyOf``: tagged, told apart by constants, or by fit."""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Effect
from ..ir.decls import Alias, Decl, EnumMember, Tag, Union
from ..ir.names import DeclId, Hint
from ..ir.types import Nullable, OneOf, Ref, Type
from ..openapi.node import Node
from .combine import one_of
from .context import SchemaContext, Words
from .docs import doc_of
from .enums import string_enum
from .identity import only_constant
from .shape import Shape, alternatives, says_type, shape_of
from .structs import merge, merged_struct, own_struct, struct_node
from .vocabulary import WORD_KEYWORDS

__all__ = ["inline_type", "lower", "member_words", "tag_of"]

_INLINE_MEMBERS = 3
"""A union of more members gets a name of its own."""


def _told(schema: Node) -> list[Node]:
    """The alternatives that say what a value is.

    Null is left out, and what only limits or describes a value whose type is told.
    """
    members = [
        member for member in alternatives(schema) if shape_of(member) is not Shape.NULL
    ]
    if any(schema.has(keyword) for keyword in ("properties", "type", "items")):
        return [member for member in members if says_type(member)]
    return [member for member in members if not _only_limits(member)] or members


def _only_limits(schema: Node) -> bool:
    if not isinstance(schema.value, dict) or says_type(schema):
        return False
    return not WORD_KEYWORDS.issuperset(schema.value)


def _constants(schema: Node) -> tuple[EnumMember, ...] | None:
    """The members of an enum spelt as alternatives that are string constants each."""
    members: list[EnumMember] = []
    for member in alternatives(schema):
        constant = member.get("const")
        if constant is None or not isinstance(constant.value, str):
            return None
        name = member.text("title")
        members.append(EnumMember(constant.value, name, member.text("description")))
    return tuple(members) if len(members) > 1 else None


def lower(context: SchemaContext, identity: DeclId, schema: Node, hint: Hint) -> Decl:
    """The declaration of a named union."""
    constants = _constants(schema)
    if constants is not None:
        return string_enum(identity, schema, hint, constants)
    members = _told(schema)
    if schema.has("properties"):
        return _with_properties(context, identity, schema, hint, members)
    combined = _combined(context, schema, members, hint.words)
    bare = combined.inner if isinstance(combined, Nullable) else combined
    if not isinstance(bare, OneOf):
        return Alias(identity, hint, doc_of(schema), schema.place, bare)
    tag = tag_of(context, schema, bare.members, {})
    return Union(identity, hint, doc_of(schema), schema.place, bare.members, tag)


def inline_type(context: SchemaContext, schema: Node, words: Words) -> Type:
    """The type of an inline union: written out where short, else declared."""
    if _constants(schema) is not None or schema.has("properties"):
        return context.declare_inline(schema, words)
    members = _told(schema)
    if len(members) == 1:
        return context.type_of(members[0], words)
    if len(members) > _INLINE_MEMBERS or _may_be_tagged(context, schema, members):
        return context.declare_inline(schema, words)
    return _combined(context, schema, members, words)


def _combined(
    context: SchemaContext, schema: Node, members: list[Node], words: Words
) -> Type:
    """One of ``members``; what the schema says itself where they all only limit it."""
    alone = schema.without("oneOf", "anyOf")
    if not members and says_type(alone):
        return context.type_of(alone, words)
    return one_of(_member_types(context, members, words))


def _may_be_tagged(context: SchemaContext, schema: Node, members: list[Node]) -> bool:
    if not members:
        return False
    structs = [struct_node(context.description, member) for member in members]
    if any(struct is None for struct in structs):
        return False
    return (
        schema.has("discriminator") or _inferred_property(context, members) is not None
    )


def _member_types(
    context: SchemaContext, members: list[Node], words: Words
) -> list[Type]:
    return [
        context.type_of(member, (*words, member_words(context, member, position)))
        for position, member in enumerate(members)
    ]


def member_words(context: SchemaContext, member: Node, position: int) -> str:
    """The word that tells an inline member of a union from its siblings."""
    if member.ref is not None:
        target = context.description.follow(member)
        if target is not None and target.pointer:
            return target.pointer[-1]
    title = member.text("title")
    if title:
        return title
    constant = only_constant(member)
    if constant is not None:
        return constant[1]
    kind = member.get("type")
    if kind is not None and isinstance(kind.value, str) and kind.value != "object":
        return kind.value.capitalize()
    return f"Option{position + 1}"


def _with_properties(
    context: SchemaContext,
    identity: DeclId,
    schema: Node,
    hint: Hint,
    members: list[Node],
) -> Decl:
    """The struct of an object whose alternatives only ask for more.

    Each alternative's own properties are kept, none of them required.
    """
    if not members:
        return own_struct(context, identity, schema, hint)
    own = schema.without("oneOf", "anyOf")
    optional = [member.without("required") for member in members]
    if not all(
        struct_node(context.description, m) or m.has("properties") for m in members
    ):
        context.report.add(
            "SCH003",
            schema.place,
            "properties stand beside alternatives that are no objects",
            hint="move the properties into the alternatives",
            effect=Effect.DEGRADED,
        )
        optional = []
    return merged_struct(context, identity, schema, hint, [own, *optional])


def tag_of(
    context: SchemaContext,
    schema: Node,
    members: tuple[Type, ...],
    renamed: Mapping[str, DeclId],
) -> Tag | None:
    """How the members are told apart by a property, if they are.

    ``renamed`` maps the last word of a reference to the declaration that
    stands in its place. Specification 3.1, "Discriminator Object".
    """
    references = [member.target for member in members if isinstance(member, Ref)]
    if len(references) != len(members):
        return None
    discriminator = schema.get("discriminator")
    if discriminator is not None and discriminator.text("propertyName"):
        mapping = _explicit(context, schema, discriminator, renamed)
        for identity in references:
            if identity not in mapping.values():
                mapping.setdefault(_implicit_name(identity), identity)
        kept = {word: found for word, found in mapping.items() if found in references}
        return Tag(discriminator.text("propertyName"), tuple(kept.items()))
    return _inferred(context, schema)


def _implicit_name(identity: DeclId) -> str:
    return identity.variant or identity.pointer.rsplit("/", 1)[-1]


def _explicit(
    context: SchemaContext,
    schema: Node,
    discriminator: Node,
    renamed: Mapping[str, DeclId],
) -> dict[str, DeclId]:
    mapping: dict[str, DeclId] = {}
    found = discriminator.get("mapping")
    for word, written in () if found is None else found.items():
        if not isinstance(written.value, str):
            continue
        name = written.value.rsplit("/", 1)[-1]
        if name in renamed:
            mapping[word] = renamed[name]
            continue
        target = _mapping_target(context, schema, written.value)
        if target is None:
            context.report.add(
                "REF007",
                written.place,
                f"no schema at {written.value!r}, which {word!r} is mapped to",
                hint="name a component schema or give a reference",
                effect=Effect.DEGRADED,
            )
        else:
            mapping[word] = context.declare(target)
    return mapping


def _mapping_target(context: SchemaContext, schema: Node, written: str) -> Node | None:
    """What a mapping's value names: a component by its name first, else a reference."""
    components = context.description.root.get("components")
    schemas = None if components is None else components.get("schemas")
    named = None if schemas is None else schemas.get(written)
    return named or context.description.resolve(schema.file, written)


def _inferred_property(
    context: SchemaContext, members: list[Node]
) -> tuple[str, list[str]] | None:
    """The first property that is another required string constant in each member."""
    told: list[dict[str, str]] = []
    for member in members:
        struct = struct_node(context.description, member)
        if struct is None:
            return None
        merged = merge(context.description, [struct])
        told.append(
            {
                name: value
                for name in merged.properties
                if name in merged.required
                and (value := _constant(context, merged.chosen(name))) is not None
            }
        )
    for name in told[0] if told else ():
        values = [constants[name] for constants in told if name in constants]
        if len(values) == len(told) and len(set(values)) == len(values):
            return name, values
    return None


def _constant(context: SchemaContext, schema: Node) -> str | None:
    target = context.description.follow(schema) if schema.ref is not None else schema
    if target is None or not isinstance(target.value, dict):
        return None
    value = target.value.get("const")
    if isinstance(value, str):
        return value
    enum = target.value.get("enum")
    if isinstance(enum, list) and len(enum) == 1 and isinstance(enum[0], str):
        return enum[0]
    return None


def _inferred(context: SchemaContext, schema: Node) -> Tag | None:
    members = _told(schema)
    found = _inferred_property(context, members)
    if found is None:
        return None
    name, values = found
    mapping: list[tuple[str, DeclId]] = []
    for value, member in zip(values, members, strict=True):
        kind = context.type_of(member, ())
        if isinstance(kind, Ref):
            mapping.append((value, kind.target))
    return (
        Tag(name, tuple(mapping), inferred=True)
        if len(mapping) == len(members)
        else None
    )
