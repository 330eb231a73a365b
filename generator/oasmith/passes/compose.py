"""What a schema is composed of: its parts, bases, and properties taken together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..openapi.description import Description
from ..openapi.node import Node
from ..source.values import Growing, field
from .shape import (
    Shape,
    alternatives,
    conditional,
    is_wordless_wrapper,
    says_type,
    shape_of,
)

__all__ = [
    "Merged",
    "collapsed",
    "discriminators",
    "is_component",
    "is_object",
    "members_of",
    "merge",
    "parts_of",
    "patterns_of",
    "properties_of",
    "required_names",
    "seals",
    "struct_node",
    "unnamed",
]


def required_names(schema: Node) -> frozenset[str]:
    """The property names under ``required``."""
    found = schema.get("required")
    if found is None or not isinstance(found.value, list):
        return frozenset()
    return frozenset(name for name in found.value if isinstance(name, str))


def properties_of(schema: Node) -> Iterable[tuple[str, Node]]:
    """The properties the schema itself names; one whose schema is false may not be."""
    found = schema.get("properties")
    items = () if found is None else found.items()
    return [(name, node) for name, node in items if node.value is not False]


def seals(description: Description, schema: Node) -> bool:
    """Whether ``unevaluatedProperties`` forbids all that is not named.

    What patterns, alternatives or conditions evaluate depends on the value.
    """
    found = schema.get("unevaluatedProperties")
    if found is None or found.value is not False:
        return False
    pending, seen = [schema], set[tuple[str, tuple[str, ...]]]()
    while pending:
        node = pending.pop()
        if alternatives(node) or any(map(node.has, _EVALUATING)):
            return False
        target = description.follow(node) if node.ref is not None else None
        if target is not None and (target.file, target.pointer) not in seen:
            seen.add((target.file, target.pointer))
            pending.append(target)
        pending += parts_of(node)
    return True


_EVALUATING = ("patternProperties", "if", "then", "else", "dependentSchemas")


def unnamed(description: Description, schema: Node) -> list[Node]:
    """What one schema says of properties it does not name.

    Only where all others are forbidden or described too do ``patternProperties``
    say what an unnamed property holds.
    """
    more = schema.get("additionalProperties")
    if more is None:
        more = schema.get("unevaluatedProperties")
        if more is None or (more.value is False and not seals(description, schema)):
            return []
    patterns = patterns_of(schema)
    if more.value is False:
        return patterns or [more]
    return [more] if more.value is True else [*patterns, more]


def patterns_of(schema: Node) -> list[Node]:
    """The schemas of properties whose names match a pattern."""
    found = schema.get("patternProperties")
    return [] if found is None else [value for _, value in found.items()]


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
                wrapped = collapsed(description, current)
                if wrapped is None:
                    return current if is_object(description, current) else None
                current = wrapped
            case _:
                return None
    return None


def collapsed(description: Description, schema: Node) -> Node | None:
    """The single part of an ``allOf`` that stands for the whole, if one does.

    A component built on a base with a discriminator does not: it is one of the
    base's subtypes, be it of no properties of its own.
    """
    wrapped = is_wordless_wrapper(schema)
    if wrapped is None or not is_component(schema):
        return wrapped
    return None if discriminators(description, wrapped) else wrapped


def is_component(schema: Node) -> bool:
    """Whether the schema stands under a key of its own, for others to refer to."""
    pointer = schema.pointer
    return len(pointer) >= 2 and pointer[-2] in ("schemas", "$defs", "definitions")


def discriminators(description: Description, schema: Node) -> frozenset[str]:
    """The properties by which a schema, or one it is composed of, is told."""
    found: set[str] = set()
    pending, seen = [schema], set[tuple[str, tuple[str, ...]]]()
    while pending:
        node = description.follow(pending.pop())
        if node is None or (node.file, node.pointer) in seen:
            continue
        seen.add((node.file, node.pointer))
        discriminator = node.get("discriminator")
        if discriminator is not None and not alternatives(node):
            found.add(discriminator.text("propertyName"))
        pending += parts_of(node)
    return frozenset(found - {""})


def parts_of(schema: Node) -> list[Node]:
    """The schemas an ``allOf`` combines, its own siblings excepted."""
    parts = schema.get("allOf")
    return [] if parts is None else list(parts.elements())


def members_of(schema: Node) -> list[Node]:
    """The parts of an ``allOf``, a ``$ref`` beside it and its siblings.

    In that order; alternatives among the siblings are parts of their own.
    """
    reference = [] if schema.ref is None else [schema.only("$ref")]
    beside = schema.without("allOf", "$ref", "oneOf", "anyOf")
    choices = [
        schema.only(keyword, "discriminator")
        for keyword in ("oneOf", "anyOf")
        if schema.has(keyword)
    ]
    return [*reference, *parts_of(schema), beside, *choices]


def is_object(description: Description, schema: Node) -> bool:
    """Whether ``schema`` merges into one object without alternatives."""
    return _is_object(description, schema, _Above())


_At = tuple[str, tuple[str, ...], bool]


class _Above(Growing):
    """Schemas that wait for the answer for one they are composed of.

    ``bearing`` is how often that they do bore on an answer.
    """

    waiting: set[_At] = field(default_factory=set[_At])
    bearing: int = 0


def _is_object(description: Description, schema: Node, above: _Above) -> bool:
    at = (schema.file, schema.pointer, "allOf" in _keys(schema))
    if at in above.waiting:
        # A cycle adds nothing to what the schemas on it say for themselves.
        above.bearing += 1
        return True
    above.waiting.add(at)
    answer = _merges(description, schema, above)
    above.waiting.discard(at)
    return answer


def _merges(description: Description, schema: Node, above: _Above) -> bool:
    match shape_of(schema):
        case Shape.OBJECT | Shape.MAP:
            return True
        case Shape.REFERENCE:
            return _leads_to_object(description, schema, above)
        case Shape.ALL_OF:
            told = [part for part in parts_of(schema) if _tells(part)]
            if schema.ref and not _leads_to_object(description, schema, above):
                return False
            if not {"oneOf", "anyOf"}.isdisjoint(_keys(schema)):
                return False
            return all(_is_object(description, part, above) for part in told) and (
                bool(told) or "properties" in _keys(schema)
            )
        case Shape.UNION if schema.has("properties"):
            return _is_listed_by(description, schema, above)
        case _:
            return False


def _is_listed_by(description: Description, schema: Node, above: _Above) -> bool:
    """Whether a base lists what is built on it: there it is no union."""
    above.bearing += 1
    ends = [description.follow(member) for member in alternatives(schema)]
    return any(
        end is not None
        and end != schema
        and not above.waiting.isdisjoint(
            [(end.file, end.pointer, True), (end.file, end.pointer, False)]
        )
        for end in ends
    )


def _leads_to_object(description: Description, schema: Node, above: _Above) -> bool:
    """Whether what it refers to is an object, which is found out once for all."""
    target = description.follow(schema)
    if target is None:
        return False
    at = ("object", target.file, target.pointer)
    known = description.answers.get(at)
    if known is None:
        before = above.bearing
        known = _is_object(description, target, above)
        if above.bearing == before:
            description.answers[at] = known
    return known


def _keys(schema: Node) -> frozenset[str]:
    return frozenset(schema.value) if isinstance(schema.value, dict) else frozenset()


def _tells(schema: Node) -> bool:
    return says_type(schema) or "required" in _keys(schema)


class Merged(Growing):
    """Properties collected from several schemas, in order of first appearance.

    ``referred`` are the schemas they were collected from by reference.
    """

    properties: dict[str, list[Node]] = field(default_factory=dict[str, list[Node]])
    required: set[str] = field(default_factory=set[str])
    more: list[Node] = field(default_factory=list[Node])
    referred: list[Node] = field(default_factory=list[Node])


def merge(description: Description, schemas: Sequence[Node]) -> Merged:
    """All properties of ``schemas``, through references and nested ``allOf``.

    Those that only ``then``, ``else`` or ``dependentSchemas`` declare come last, and
    none of these is required.
    """
    certain, loose = Merged(), Merged()
    seen: dict[int, object] = {}
    under_condition: list[Node] = []

    def add(schema: Node, merged: Merged) -> None:
        if id(schema.value) in seen:
            return
        seen[id(schema.value)] = schema.value
        if schema.ref is not None:
            target = description.follow(schema)
            if target is not None:
                merged.referred.append(target)
                add(target, merged)
        for part in parts_of(schema):
            add(part, merged)
        for name, node in properties_of(schema):
            merged.properties.setdefault(name, []).append(node)
        merged.required.update(required_names(schema))
        merged.more.extend(unnamed(description, schema))
        under_condition.extend(conditional(schema))

    for schema in schemas:
        add(schema, certain)
    while under_condition:
        add(under_condition.pop(0), loose)
    for name, nodes in loose.properties.items():
        certain.properties.setdefault(name, nodes)
    return certain
