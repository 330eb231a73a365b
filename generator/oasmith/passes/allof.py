"""``allOf``: collapsed, inherited, merged, or distributed over alternatives.

Design, section 8; JSON Schema 2020-12, section 10.2.1.1.
"""

from __future__ import annotations

from ..diagnostics import Effect
from ..ir.decls import Alias, Decl, Field, Struct
from ..ir.names import DeclId, Hint
from ..ir.types import ANY, Literal, Scalar, ScalarKind, Type
from ..openapi.node import Node
from .compose import (
    Merged,
    collapsed,
    discriminators,
    is_object,
    members_of,
    merge,
    struct_node,
)
from .context import SchemaContext, Words
from .distribute import choices_of, distributed
from .docs import doc_of, limits_of_object
from .refine import composed_of, exclude, same_use
from .shape import Shape, says_type, shape_of
from .structs import extra_of, meet, merged_field, merged_struct
from .tags import only_constant
from .vocabulary import TYPE_KEYWORDS

__all__ = ["inline_type", "lower"]


def lower(context: SchemaContext, identity: DeclId, schema: Node, hint: Hint) -> Decl:
    """The declaration of a named ``allOf``."""
    wrapped = collapsed(context.description, schema)
    if wrapped is not None:
        target = context.type_of(wrapped, hint.words)
        return Alias(identity, hint, doc_of(schema), schema.place, target)
    if is_object(context.description, schema):
        return _struct(context, identity, schema, hint)
    choices = choices_of(context, schema)
    if choices is not None:
        return distributed(context, identity, schema, hint, *choices)
    target = _narrowest(context, schema, hint.words)
    return Alias(identity, hint, doc_of(schema), schema.place, target)


def inline_type(context: SchemaContext, schema: Node, words: Words) -> Type:
    """The type of an inline ``allOf`` that is no wordless wrapper."""
    if (
        is_object(context.description, schema)
        or choices_of(context, schema) is not None
    ):
        return context.declare_inline(schema, words)
    return _narrowest(context, schema, words)


def _struct(
    context: SchemaContext, identity: DeclId, schema: Node, hint: Hint
) -> Struct:
    own_parts = members_of(schema)
    references = [part for part in own_parts if shape_of(part) is Shape.REFERENCE]
    if len(references) == 1:
        base = struct_node(context.description, references[0])
        rest = [part for part in own_parts if part is not references[0]]
        if base is not None and context.declare(base) != identity:
            inherited = _inherited(context, identity, schema, hint, base, rest)
            if inherited is not None:
                return inherited
    return merged_struct(context, identity, schema, hint, own_parts)


def _inherited(
    context: SchemaContext,
    identity: DeclId,
    schema: Node,
    hint: Hint,
    base: Node,
    rest: list[Node],
) -> Struct | None:
    """A subclass of ``base``; None where own fields redefine or newly require its.

    What tells the subclasses of the base apart may be narrowed.
    """
    description = context.description
    own, upper = merge(description, rest), merge(description, [base])
    telling = discriminators(description, base) & upper.properties.keys()
    shared = own.properties.keys() & upper.properties.keys() - telling
    newly_required = own.required & upper.properties.keys() - upper.required - telling
    # A field for what the base requires and does not describe has no certain type.
    redefined = own.properties.keys() & upper.required - upper.properties.keys()
    if (
        newly_required
        or redefined
        or not all(
            same_use(description, own.properties[name][-1], upper.properties[name][-1])
            for name in shared
        )
    ):
        return None
    closed = any(more.value is False for more in upper.more) and not telling
    if closed or composed_of(description, base, schema):
        return None
    fields = tuple(
        (
            _telling_field(name, own)
            if name in telling
            else merged_field(
                context, name, own.properties[name], name in own.required, hint.words
            )
        )
        for name in own.properties
    )
    extra = _extra(context, own, upper, hint.words)
    bases = (context.declare(base),)
    limits = limits_of_object(rest)
    doc, at = doc_of(schema), schema.place
    return Struct(identity, hint, doc, at, bases, fields, extra, limits=limits)


def _telling_field(name: str, own: Merged) -> Field:
    """The narrowed definition of what tells a subclass; its type is the base's."""
    *others, node = own.properties[name]
    constant = only_constant(node)
    kind = Scalar(ScalarKind.STR) if constant is None else Literal((constant,))
    also = tuple(other.place for other in others)
    return Field(name, kind, name in own.required, doc_of(node), node.place, also=also)


def _extra(
    context: SchemaContext, own: Merged, upper: Merged, words: Words
) -> Type | None:
    more = upper.more or own.more
    return extra_of(context, more, words) if more else ANY


def _narrowest(context: SchemaContext, schema: Node, words: Words) -> Type:
    """The type of an ``allOf`` of values that are no objects: what all of it allows."""
    told = [part for part in members_of(schema) if says_type(part)]
    if not told:
        return ANY
    agreeing = [part for part in told if not _is_bare_type(part)]
    if _any_exclude(context, told) and agreeing and not _any_exclude(context, agreeing):
        context.report.add(
            "SCH005",
            schema.place,
            "the type beside this allOf excludes what its parts say",
            hint="leave the type out",
            effect=Effect.DEGRADED,
        )
        told = agreeing
    if _any_exclude(context, told):
        return context.degrade(
            "SCH005",
            schema,
            "the parts of this allOf exclude each other",
            "use anyOf, or make all parts of one type",
        )
    kind, _ = meet(context, words[-1] if words else "", told, words)
    return kind


def _any_exclude(context: SchemaContext, parts: list[Node]) -> bool:
    return any(
        exclude(context.description, one, other)
        for position, one in enumerate(parts)
        for other in parts[:position]
    )


def _is_bare_type(schema: Node) -> bool:
    """Whether a schema says no more of a value than its JSON type."""
    return isinstance(schema.value, dict) and TYPE_KEYWORDS.intersection(
        schema.value
    ) == frozenset({"type"})
