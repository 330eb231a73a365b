"""Objects with alternatives, as the union of what each alternative makes of them."""

from __future__ import annotations

from itertools import product
from math import prod

from ..ir.decls import Alias, Decl, Union
from ..ir.names import DeclId, Hint, Right
from ..ir.types import Ref
from ..openapi.node import Node
from .compose import is_object, members_of, required_names, struct_node
from .context import SchemaContext
from .docs import doc_of
from .members import is_choice, member_words
from .refine import composed_of
from .shape import Shape, alternatives, is_only_null, says_type, shape_of
from .structs import merged_struct
from .tags import tag_of

__all__ = ["choices_of", "distributed", "spread"]

_MOST_VARIANTS = 64
"""Alternatives of several unions are combined up to this many."""

Choices = tuple[list[Node], list[Node]]


def choices_of(context: SchemaContext, schema: Node) -> Choices | None:
    """The unions among the parts of an ``allOf`` of objects, and its other parts.

    None where it is another case.
    """
    choices: list[Node] = []
    objects: list[Node] = []
    for part in _parts(context, schema):
        if shape_of(part) is Shape.UNION:
            if is_choice(part):
                choices.append(part)
        elif is_object(context.description, part):
            objects.append(part)
        elif says_type(part):
            return None
    fitting = [_object_members(context, choice) for choice in choices]
    if not choices or not all(fitting) or not (objects or len(choices) > 1):
        return None
    return choices, objects


def _parts(context: SchemaContext, schema: Node) -> list[Node]:
    """The parts of an ``allOf`` with every union by itself.

    A base that lists what is built on it as its alternatives is left without these.
    """
    found: list[Node] = []
    pending, seen = members_of(schema), {(schema.file, schema.pointer)}
    while pending:
        part = pending.pop(0)
        end = context.description.follow(part)
        if end is None:
            continue
        apart = shape_of(end) is Shape.UNION and end.has("properties")
        inner = shape_of(end) is Shape.ALL_OF and not is_object(
            context.description, end
        )
        if not (apart or inner):
            found.append(end if shape_of(end) is Shape.UNION else part)
        elif (end.file, end.pointer) not in seen:
            seen.add((end.file, end.pointer))
            pending = [*members_of(end), *pending]
    return [
        part
        for part in found
        if not any(
            composed_of(context.description, member, schema)
            for member in alternatives(part)
        )
    ]


def _object_members(
    context: SchemaContext, union: Node, above: frozenset[Node] = frozenset()
) -> list[Node]:
    """The alternatives an object can be; those of nested unions in their place."""
    found: list[Node] = []
    for member in alternatives(union):
        end = context.description.follow(member)
        if end is None or is_only_null(end) or end in above:
            continue
        if shape_of(end) is Shape.UNION and not end.has("properties"):
            found += _object_members(context, end, above | {end})
        elif is_object(context.description, member) or required_names(member):
            found.append(member)
    return found


def distributed(
    context: SchemaContext,
    identity: DeclId,
    schema: Node,
    hint: Hint,
    choices: list[Node],
    objects: list[Node],
) -> Decl:
    """``allOf[object, oneOf[A, B]]`` as the union of object+A and object+B.

    Of too many combinations, the one struct that has the properties of all.
    """
    every = [_object_members(context, choice) for choice in choices]
    if prod(map(len, every)) > _MOST_VARIANTS:
        loose = [member.without("required") for members in every for member in members]
        return merged_struct(context, identity, schema, hint, [*objects, *loose])
    variants: dict[DeclId, Node] = {}
    targets: dict[Node, DeclId] = {}
    for position, members in enumerate(product(*every)):
        built = struct_node(context.description, members[0])
        if built is not None and composed_of(context.description, built, schema):
            variants[context.declare(built)] = built
            continue
        told = " ".join(member_words(context, one, position) for one in members)
        variant = DeclId(identity.file, identity.pointer, told)
        if variant in variants:
            variant = DeclId(identity.file, identity.pointer, f"{told} {position + 1}")
        name = Hint((*hint.words, variant.variant), Right.DERIVED)
        parts = [*objects, *members]
        made = merged_struct(context, variant, members[-1], name, parts)
        context.declare_variant(made)
        variants[variant] = members[0]
        for member in members:
            target = struct_node(context.description, member)
            if target is not None:
                targets.setdefault(target, variant)
    kinds = tuple(Ref(variant) for variant in variants)
    if len(kinds) == 1:
        return Alias(identity, hint, doc_of(schema), schema.place, kinds[0])
    teller = schema if schema.has("discriminator") else choices[0]
    alone = len(choices) == 1
    tag = tag_of(context, teller, variants, targets) if alone else None
    return Union(identity, hint, doc_of(schema), schema.place, kinds, tag)


def spread(context: SchemaContext, identity: DeclId, schema: Node, hint: Hint) -> Decl:
    """An object's properties beside alternatives, as the union of both together."""
    keywords = ("oneOf", "anyOf", "discriminator")
    choices, own = [schema.only(*keywords)], [schema.without(*keywords)]
    return distributed(context, identity, schema, hint, choices, own)
