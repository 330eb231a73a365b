"""Objects with named properties, on their own or merged from several schemas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..diagnostics import Effect
from ..ir.decls import Doc, Field, Struct
from ..ir.names import DeclId, Hint
from ..ir.types import ANY, Type
from ..openapi.description import Description
from ..openapi.node import Node
from .combine import one_of
from .context import SchemaContext, Words
from .docs import access_of, default_of, doc_of, limits_of
from .shape import Shape, is_wordless_wrapper, says_type, shape_of

__all__ = [
    "Merged",
    "field_of",
    "is_object",
    "map_value",
    "merge",
    "merged_struct",
    "own_struct",
    "struct_node",
]

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


def required_names(schema: Node) -> frozenset[str]:
    """The property names under ``required``."""
    found = schema.get("required")
    if found is None or not isinstance(found.value, list):
        return frozenset()
    return frozenset(name for name in found.value if isinstance(name, str))


def _properties(schema: Node) -> Iterable[tuple[str, Node]]:
    """What may stand in the object; a property whose schema is false may not."""
    found = schema.get("properties")
    items = () if found is None else found.items()
    return [(name, node) for name, node in items if node.value is not False]


def struct_node(description: Description, schema: Node) -> Node | None:
    """What a reference or wordless wrapper stands for, if it becomes a struct."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    current: Node | None = schema
    while current is not None and (current.file, current.pointer) not in seen:
        seen.add((current.file, current.pointer))
        match shape_of(current):
            case Shape.REFERENCE:
                current = description.follow(current)
            case Shape.OBJECT:
                return current
            case Shape.ALL_OF:
                wrapped = is_wordless_wrapper(current)
                if wrapped is None:
                    return current if is_object(description, current) else None
                current = wrapped
            case _:
                return None
    return None


def parts_of(schema: Node) -> list[Node]:
    """The schemas an ``allOf`` combines, its own siblings excepted."""
    parts = schema.get("allOf")
    return [] if parts is None else list(parts.elements())


def is_object(description: Description, schema: Node) -> bool:
    """Whether ``schema`` merges into one object without alternatives."""
    return _is_object(description, schema, frozenset())


_At = tuple[str, tuple[str, ...], bool]


def _is_object(description: Description, schema: Node, above: frozenset[_At]) -> bool:
    at = (schema.file, schema.pointer, "allOf" in _keys(schema))
    if at in above:
        # A cycle adds nothing to what the schemas on it say for themselves.
        return True
    below = above | {at}
    match shape_of(schema):
        case Shape.OBJECT | Shape.MAP:
            return True
        case Shape.REFERENCE:
            return _leads_to_object(description, schema, below)
        case Shape.ALL_OF:
            told = [part for part in parts_of(schema) if _tells(part)]
            if schema.ref and not _leads_to_object(description, schema, below):
                return False
            if not {"oneOf", "anyOf"}.isdisjoint(_keys(schema)):
                return False
            return all(_is_object(description, part, below) for part in told) and (
                bool(told) or "properties" in _keys(schema)
            )
        case _:
            return False


def _leads_to_object(
    description: Description, schema: Node, above: frozenset[_At]
) -> bool:
    target = description.follow(schema)
    return target is not None and _is_object(description, target, above)


def _keys(schema: Node) -> frozenset[str]:
    return frozenset(schema.value) if isinstance(schema.value, dict) else frozenset()


def _tells(schema: Node) -> bool:
    return says_type(schema) or "required" in _keys(schema)


@dataclass(slots=True)
class Merged:
    """Properties collected from several schemas, in order of first appearance."""

    properties: dict[str, list[Node]] = field(default_factory=dict[str, list[Node]])
    required: set[str] = field(default_factory=set[str])
    more: list[Node] = field(default_factory=list[Node])

    def chosen(self, name: str) -> Node:
        """The most specific definition of a property.

        The last one where several are.
        """
        nodes = self.properties[name]
        best = min(_SPECIFIC.get(shape_of(node), 9) for node in nodes)
        return [node for node in nodes if _SPECIFIC.get(shape_of(node), 9) == best][-1]


def merge(description: Description, schemas: Sequence[Node]) -> Merged:
    """All properties of ``schemas``, through references and nested ``allOf``."""
    merged = Merged()
    seen: dict[int, object] = {}

    def add(schema: Node) -> None:
        if id(schema.value) in seen:
            return
        seen[id(schema.value)] = schema.value
        if schema.ref is not None:
            target = description.follow(schema)
            if target is not None:
                add(target)
        for part in parts_of(schema):
            add(part)
        for name, node in _properties(schema):
            merged.properties.setdefault(name, []).append(node)
        merged.required.update(required_names(schema))
        merged.more.extend(_unnamed(schema))

    for schema in schemas:
        add(schema)
    return merged


def _unnamed(schema: Node) -> list[Node]:
    """What one schema says of properties it does not name.

    Only where all others are forbidden or described too do ``patternProperties``
    say what an unnamed property holds.
    """
    more = schema.get("additionalProperties") or schema.get("unevaluatedProperties")
    if more is None:
        return []
    patterns = _patterns(schema)
    return patterns if patterns and more.value is False else [*patterns, more]


def _patterns(schema: Node) -> list[Node]:
    found = schema.get("patternProperties")
    return [] if found is None else [value for _, value in found.items()]


def map_value(context: SchemaContext, schema: Node, words: Words) -> Type:
    """The type of the values of an object that names no properties.

    One that only has patterns is meant to hold nothing else.
    """
    values = _unnamed(schema) or _patterns(schema)
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
    return Field(
        wire=wire,
        type=context.type_of(schema, (*words, wire)),
        required=required,
        doc=doc_of(schema),
        at=schema.place,
        default=default_of(schema),
        access=access_of(context.description, schema),
        limits=limits_of(schema),
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
        more = extra_of(context, _unnamed(schema), words)
        kind = ANY if more is None else more
        fields[wire] = Field(wire, kind, False, _UNDESCRIBED, item.place)
    return tuple(fields.values())


def _letters(name: str) -> str:
    return "".join([one for one in name.casefold() if one.isalnum()]) or name


_UNDESCRIBED = Doc(text="Required; the API's description says no more of it.")


def own_struct(
    context: SchemaContext, identity: DeclId, schema: Node, hint: Hint
) -> Struct:
    """The struct of one object schema."""
    required = required_names(schema)
    _report_forbidden(context, schema)
    fields = tuple(
        field_of(context, name, node, name in required, hint.words)
        for name, node in _properties(schema)
    )
    fields += undescribed(context, schema, [one.wire for one in fields], hint.words)
    extra = extra_of(context, _unnamed(schema), hint.words)
    return Struct(identity, hint, doc_of(schema), schema.place, (), fields, extra)


def _report_forbidden(context: SchemaContext, schema: Node) -> None:
    """Say which properties an object is forbidden to have: it is often a slip."""
    found = schema.get("properties")
    for name, node in () if found is None else found.items():
        if node.value is False:
            context.report.add(
                "SCH004",
                node.place,
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
    fields: list[Field] = []
    for name, nodes in merged.properties.items():
        chosen = merged.chosen(name)
        _report_conflict(context, name, nodes, chosen)
        made = field_of(context, name, chosen, name in merged.required, hint.words)
        others = tuple(node.place for node in nodes if node is not chosen)
        fields.append(replace(made, also=others))
    extra = extra_of(context, merged.more, hint.words) if merged.more else ANY
    sealed = schema.get("unevaluatedProperties")
    if extra is None and len(schemas) > 1 and (sealed is None or sealed.value):
        # Parts that each forbid what the others add would leave nothing: kept open.
        extra = ANY
    return Struct(
        identity, hint, doc_of(schema), schema.place, (), tuple(fields), extra
    )


def _report_conflict(
    context: SchemaContext, name: str, nodes: list[Node], chosen: Node
) -> None:
    """Say which definition of a property gave way where each names other properties."""
    objects = [
        node for node in nodes if shape_of(node) is Shape.OBJECT and node is not chosen
    ]
    kept = {key for key, _ in _properties(chosen)}
    for node in objects:
        if not {key for key, _ in _properties(node)} <= kept:
            context.report.add(
                "SCH006",
                node.place,
                f"the property {name!r} is defined twice, as different objects",
                hint="define it once, or give both one shared schema",
                effect=Effect.DEGRADED,
                related=((chosen.place, "this definition is used"),),
            )
