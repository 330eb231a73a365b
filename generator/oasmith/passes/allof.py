"""``allOf``: collapsed, inherited or merged (design, section 8)."""

from __future__ import annotations

from ..ir.decls import Alias, Decl, Struct, Union
from ..ir.names import DeclId, Hint, Right
from ..ir.types import ANY, Ref, Type
from ..openapi.node import Node
from . import unions
from .context import SchemaContext, Words
from .docs import doc_of
from .shape import Shape, alternatives, is_wordless_wrapper, says_type, shape_of
from .structs import (
    Merged,
    extra_of,
    field_of,
    is_object,
    merge,
    merged_struct,
    parts_of,
    struct_node,
)

__all__ = ["inline_type", "lower"]


def lower(context: SchemaContext, identity: DeclId, schema: Node, hint: Hint) -> Decl:
    """The declaration of a named ``allOf``."""
    wrapped = is_wordless_wrapper(schema)
    if wrapped is not None:
        target = context.type_of(wrapped, hint.words)
        return Alias(identity, hint, doc_of(schema), schema.place, target)
    if is_object(context.description, schema):
        return _struct(context, identity, schema, hint)
    choices = _choices(context, schema)
    if choices is not None:
        return _distributed(context, identity, schema, hint, choices)
    target = _narrowest(context, schema, hint.words)
    return Alias(identity, hint, doc_of(schema), schema.place, target)


def inline_type(context: SchemaContext, schema: Node, words: Words) -> Type:
    """The type of an inline ``allOf`` that is no wordless wrapper."""
    if is_object(context.description, schema) or _choices(context, schema) is not None:
        return context.declare_inline(schema, words)
    return _narrowest(context, schema, words)


def _struct(
    context: SchemaContext, identity: DeclId, schema: Node, hint: Hint
) -> Struct:
    own_parts = _members(schema)
    references = [part for part in own_parts if shape_of(part) is Shape.REFERENCE]
    if len(references) == 1:
        base = struct_node(context.description, references[0])
        rest = [part for part in own_parts if part is not references[0]]
        if base is not None and context.declare(base) != identity:
            inherited = _inherited(context, identity, schema, hint, base, rest)
            if inherited is not None:
                return inherited
    return merged_struct(context, identity, schema, hint, own_parts)


def _members(schema: Node) -> list[Node]:
    """The parts of an ``allOf``, a ``$ref`` beside it and its siblings.

    In that order.
    """
    reference = [] if schema.ref is None else [schema.only("$ref")]
    return [*reference, *parts_of(schema), schema.without("allOf", "$ref")]


def _inherited(
    context: SchemaContext,
    identity: DeclId,
    schema: Node,
    hint: Hint,
    base: Node,
    rest: list[Node],
) -> Struct | None:
    """A subclass of ``base``; None where own fields redefine or newly require its."""
    own = merge(context.description, rest)
    upper = merge(context.description, [base])
    newly_required = own.required & upper.properties.keys() - upper.required
    told_above = upper.properties.keys() | upper.required
    if own.properties.keys() & told_above or newly_required:
        return None
    if any(more.value is False for more in upper.more) or _reaches(
        context, base, schema
    ):
        return None
    fields = tuple(
        field_of(context, name, own.chosen(name), name in own.required, hint.words)
        for name in own.properties
    )
    extra = _extra(context, own, upper, hint.words)
    bases = (context.declare(base),)
    return Struct(identity, hint, doc_of(schema), schema.place, bases, fields, extra)


def _extra(
    context: SchemaContext, own: Merged, upper: Merged, words: Words
) -> Type | None:
    more = upper.more or own.more
    return extra_of(context, more, words) if more else ANY


def _reaches(context: SchemaContext, start: Node, goal: Node) -> bool:
    """Whether ``start`` is itself composed of ``goal``."""
    pending, seen = [start], set[tuple[str, tuple[str, ...]]]()
    while pending:
        node = pending.pop()
        at = (node.file, node.pointer)
        if at == (goal.file, goal.pointer):
            return True
        if at in seen:
            continue
        seen.add(at)
        target = context.description.follow(node) if node.ref is not None else None
        pending += parts_of(node) + ([] if target is None else [target])
    return False


def _choices(context: SchemaContext, schema: Node) -> tuple[Node, list[Node]] | None:
    """The one union among object parts, and those parts.

    None where it is another case.
    """
    parts = _members(schema)
    union: Node | None = None
    objects: list[Node] = []
    for part in parts:
        if not says_type(part) and "required" not in _keys(part):
            continue
        target = (
            context.description.follow(part)
            if shape_of(part) is Shape.REFERENCE
            else part
        )
        if (
            target is not None
            and shape_of(target) is Shape.UNION
            and not target.has("properties")
        ):
            if union is not None:
                return None
            union = target
        elif is_object(context.description, part):
            objects.append(part)
        else:
            return None
    if union is None or not objects:
        return None
    every = alternatives(union)
    if not all(is_object(context.description, member) for member in every):
        return None
    return union, objects


def _keys(schema: Node) -> frozenset[str]:
    return frozenset(schema.value) if isinstance(schema.value, dict) else frozenset()


def _distributed(
    context: SchemaContext,
    identity: DeclId,
    schema: Node,
    hint: Hint,
    choices: tuple[Node, list[Node]],
) -> Decl:
    """``allOf[object, oneOf[A, B]]`` as the union of object+A and object+B."""
    union, objects = choices
    members: list[Type] = []
    targets: dict[str, DeclId] = {}
    for position, member in enumerate(alternatives(union)):
        told = unions.member_words(context, member, position)
        variant = DeclId(identity.file, identity.pointer, told)
        words = (*hint.words, told)
        struct = merged_struct(
            context, variant, member, Hint(words, Right.DERIVED), [*objects, member]
        )
        context.declare_variant(struct)
        members.append(Ref(variant))
        target = struct_node(context.description, member)
        if target is not None and target.pointer:
            targets[target.pointer[-1]] = variant
    tag = unions.tag_of(context, union, tuple(members), targets)
    return Union(identity, hint, doc_of(schema), schema.place, tuple(members), tag)


def _narrowest(context: SchemaContext, schema: Node, words: Words) -> Type:
    """The type of an ``allOf`` of values that are no objects: its most telling part."""
    order = (
        Shape.CONST,
        Shape.ENUM,
        Shape.REFERENCE,
        Shape.ALL_OF,
        Shape.UNION,
        Shape.ARRAY,
    )
    told = [part for part in _members(schema) if says_type(part)]
    for shape in (*order, Shape.OBJECT, Shape.SCALAR, Shape.SEVERAL, Shape.MAP):
        for part in told:
            if shape_of(part) is not shape:
                continue
            others = [other for other in told if other is not part]
            if any(
                is_object(context.description, other) for other in others
            ) and not is_object(context.description, part):
                return context.degrade(
                    "SCH005",
                    schema,
                    "this allOf combines an object with what is none",
                    "use anyOf, or make all parts objects",
                )
            return context.type_of(part, words)
    return ANY
