"""Objects with named properties, on their own or merged from several schemas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..diagnostics import Effect
from ..ir.decls import Access, Doc, Field, Struct
from ..ir.names import DeclId, Hint
from ..ir.types import ANY, ListOf, Nullable, Type
from ..openapi.node import Node
from .combine import one_of
from .compose import is_object, merge, patterns_of, seals, unnamed
from .context import SchemaContext, Words
from .docs import (
    access_of,
    default_of,
    doc_of,
    limits_of,
    limits_of_all,
    limits_of_object,
)
from .plain import Meaning
from .refine import exclude, refines
from .shape import Shape, is_nullable, says_type, shape_of
from .words import item_words, letters

__all__ = [
    "extra_of",
    "field_of",
    "map_value",
    "meet",
    "merged_field",
    "merged_struct",
    "own_struct",
]


def map_value(context: SchemaContext, schema: Node, words: Words) -> Type:
    """The type of the values of an object that names no properties.

    One that only has patterns is meant to hold nothing else.
    """
    values = unnamed(context.description, schema) or patterns_of(schema)
    told = [value for value in values if value.value is not False]
    types = [context.type_of(value, (*words, "Value")) for value in told]
    return one_of(types) if types else ANY


def extra_of(context: SchemaContext, more: Sequence[Node], words: Words) -> Type | None:
    """The type of properties not named.

    None where every schema that speaks forbids them.
    """
    told = [node for node in more if node.value is not False and node.value is not True]
    if told:
        types = [context.type_of(node, (*words, "Extra")) for node in told]
        return one_of(types)
    if more and all(node.value is False for node in more):
        return None
    return ANY


def field_of(
    context: SchemaContext, wire: str, schema: Node, required: bool, words: Words
) -> Field:
    """The use of ``schema`` as the property ``wire``."""

    def found() -> Meaning:
        return Meaning(
            context.type_of(schema, (*words, wire)),
            default_of(schema),
            access_of(context.description, schema),
            limits_of(schema),
        )

    meaning = context.plain.meaning(schema, found)
    return Field(
        wire=wire,
        type=meaning.type,
        required=required,
        doc=doc_of(schema),
        at=schema.place,
        default=meaning.default,
        access=meaning.access,
        limits=meaning.limits,
    )


def undescribed(
    context: SchemaContext, schema: Node, known: Iterable[str], words: Words
) -> tuple[Field, ...]:
    """Fields for what ``required`` of one schema names and nothing describes.

    They are optional, since such a name is often left over from an older
    version; one that is another spelling of a described name is that name.
    """
    found = schema.get("required")
    names = {_letters(name) for name in known}
    told = [] if found is None else list(found.elements())
    fields: dict[str, Field] = {}
    for item in told:
        wire = item.value
        if not isinstance(wire, str) or _letters(wire) in names:
            continue
        more = extra_of(context, unnamed(context.description, schema), words)
        kind = ANY if more is None else more
        fields[wire] = Field(wire, kind, False, _UNDESCRIBED, item.place)
    return tuple(fields.values())


def _letters(name: str) -> str:
    return letters(name) or name


_UNDESCRIBED = Doc(text="Required; the API's description says no more of it.")


def own_struct(
    context: SchemaContext, identity: DeclId, schema: Node, hint: Hint
) -> Struct:
    """The struct of one object schema."""
    _report_forbidden(context, schema)
    own = merge(context.description, [schema.without("allOf", "$ref")])
    fields = tuple(
        merged_field(context, name, nodes, name in own.required, hint.words)
        for name, nodes in own.properties.items()
    )
    fields += undescribed(context, schema, [one.wire for one in fields], hint.words)
    extra = extra_of(context, own.more, hint.words)
    limits = limits_of_object([schema])
    doc, at = doc_of(schema), schema.place
    return Struct(identity, hint, doc, at, (), fields, extra, limits=limits)


def _report_forbidden(context: SchemaContext, schema: Node) -> None:
    """Say which properties an object is forbidden to have: it is often a slip."""
    found = schema.get("properties")
    if found is None or not isinstance(found.value, dict):
        return
    for name in [key for key, one in found.value.items() if one is False]:
        context.report.add(
            "SCH004",
            found.child(name).place,
            f"no value satisfies the schema of {name!r}: there is no such property",
            hint="leave it out, or write the keyword where it belongs",
        )


def merged_struct(
    context: SchemaContext,
    identity: DeclId,
    schema: Node,
    hint: Hint,
    schemas: Sequence[Node],
) -> Struct:
    """The struct that satisfies all of ``schemas``.

    Doc and place are those of ``schema``.
    """
    merged = merge(context.description, schemas)
    for one in merged.referred:
        # What its properties are taken over from is a schema of its own all the same.
        if one.is_mapping and one.value:
            context.declare(one)
    fields = tuple(
        merged_field(context, name, nodes, name in merged.required, hint.words)
        for name, nodes in merged.properties.items()
    )
    extra = extra_of(context, merged.more, hint.words) if merged.more else ANY
    if extra is None and len(schemas) > 1 and not seals(context.description, schema):
        # Parts that each forbid what the others add would leave nothing: kept open.
        extra = ANY
    ends = [_end(context, one) for one in schemas if one.ref is not None]
    limits = limits_of_object([*schemas, *ends])
    doc, at = doc_of(schema), schema.place
    return Struct(identity, hint, doc, at, (), fields, extra, limits=limits)


def merged_field(
    context: SchemaContext,
    wire: str,
    nodes: Sequence[Node],
    required: bool,
    words: Words,
) -> Field:
    """The use of a property that satisfies all its definitions."""
    if len(nodes) == 1:
        return field_of(context, wire, nodes[0], required, words)
    kind, chosen = meet(context, wire, nodes, (*words, wire))
    one_way = [
        access
        for node in nodes
        if (access := access_of(context.description, node)) is not Access.BOTH
    ]
    return Field(
        wire=wire,
        type=kind,
        required=required,
        doc=doc_of(chosen),
        at=chosen.place,
        default=default_of(chosen),
        access=one_way[-1] if one_way else Access.BOTH,
        limits=limits_of_all(nodes),
        also=tuple(node.place for node in nodes if node is not chosen),
    )


def meet(
    context: SchemaContext, wire: str, nodes: Sequence[Node], words: Words
) -> tuple[Type, Node]:
    """The type of values that satisfy all of ``nodes``, and the most telling of them.

    Where one says all that the others do, its own type; objects are merged, lists
    have the items that satisfy all. Of types that merely overlap the more specific
    one holds every value there can be. Types that exclude each other are reported.
    """
    description = context.description
    told = [node for node in nodes if says_type(node)]
    if not told:
        return ANY, nodes[-1]
    for node in reversed(told):
        if all(refines(description, node, other) for other in told):
            for other in told:
                if other is not node:
                    context.restate(other, node)
            return context.type_of(node, words), node
    if all(is_object(description, node) for node in told):
        return context.declare_merged(told, words), told[-1]
    chosen = _most_specific(told)
    if all(shape_of(_end(context, node)) is Shape.ARRAY for node in told):
        items = [found for node in told if (found := _end(context, node).get("items"))]
        item, _ = meet(context, wire, items, item_words(words))
        lists = ListOf(item, chosen.flag("uniqueItems"))
        nullable = all(is_nullable(description, node) for node in told)
        return Nullable(lists) if nullable else lists, chosen
    _report_conflict(context, wire, told, chosen)
    return context.type_of(chosen, words), chosen


def _end(context: SchemaContext, schema: Node) -> Node:
    return context.description.follow(schema) or schema


_SPECIFIC = {
    Shape.CONST: 0,
    Shape.ENUM: 1,
    Shape.OBJECT: 2,
    Shape.REFERENCE: 2,
    Shape.ALL_OF: 2,
    Shape.UNION: 2,
    Shape.ARRAY: 3,
    Shape.SCALAR: 3,
    Shape.SEVERAL: 4,
    Shape.MAP: 5,
}


def _most_specific(nodes: Sequence[Node]) -> Node:
    """The most specific definition of a property, the last one where several are."""
    best = min(_SPECIFIC.get(shape_of(node), 9) for node in nodes)
    return [node for node in nodes if _SPECIFIC.get(shape_of(node), 9) == best][-1]


def _report_conflict(
    context: SchemaContext, name: str, nodes: Sequence[Node], chosen: Node
) -> None:
    """Say which definition gave way to one that no value of it can satisfy."""
    for node in nodes:
        if node is not chosen and exclude(context.description, node, chosen):
            context.report.add(
                "SCH006",
                node.place,
                f"the property {name!r} is defined twice, as types that exclude"
                " each other",
                hint="define it once, or give both one shared schema",
                effect=Effect.DEGRADED,
                related=((chosen.place, "this definition is used"),),
            )
