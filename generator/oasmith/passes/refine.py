"""Whether one schema says the same as another, or more, as far as types go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..openapi.description import Description
from ..openapi.node import Node
from ..source.document import JsonValue
from ..source.pointer import Place
from .compose import is_object, merge, parts_of, properties_of
from .docs import access_of
from .shape import (
    Shape,
    alternatives,
    is_nullable,
    is_only_null,
    says_type,
    shape_of,
    types_of,
)
from .values import written_values
from .vocabulary import TYPE_KEYWORDS, scalar_of

__all__ = ["composed_of", "exclude", "kinds_of", "refines", "restated", "same_use"]

_DEPTH = 4
"""How deep types are compared; what differs further down counts as different."""

_OBJECT = frozenset({"object"})
_KINDS = frozenset({"string", "integer", "number", "boolean", "array", "object"})


def composed_of(description: Description, schema: Node, goal: Node) -> bool:
    """Whether ``schema`` is ``goal``, or built on it through ``allOf``."""
    # What stands beside a reference makes another schema of it.
    end = description.follow(goal) if shape_of(goal) is Shape.REFERENCE else goal
    pending, seen = [schema], set[tuple[str, tuple[str, ...]]]()
    while pending:
        node = description.follow(pending.pop())
        if node is None or (node.file, node.pointer) in seen:
            continue
        if node == end:
            return True
        seen.add((node.file, node.pointer))
        pending += parts_of(node)
    return False


def same_use(description: Description, one: Node, other: Node) -> bool:
    """Whether two definitions of a property come to one type that needs no name."""
    return (
        access_of(description, one) is access_of(description, other)
        and _plain(one, _DEPTH)
        and _types(one.value) == _types(other.value)
    )


def _plain(schema: Node, depth: int) -> bool:
    """Whether nothing in the type is declared where it stands."""
    if depth == 0:
        return False
    match shape_of(schema):
        case Shape.SCALAR | Shape.REFERENCE | Shape.ANY | Shape.CONST | Shape.NULL:
            return True
        case Shape.ARRAY:
            items = schema.get("items")
            prefixed = schema.has("prefixItems")
            return not prefixed and (items is None or _plain(items, depth - 1))
        case Shape.MAP:
            more = schema.get("additionalProperties")
            patterned = schema.has("patternProperties")
            return not patterned and (more is None or _plain(more, depth - 1))
        case _:
            return False


def _types(value: JsonValue) -> JsonValue:
    """What of a schema bears on types, and on what has to be there."""
    if not isinstance(value, dict):
        return value
    return {
        key: _types_under(key, one)
        for key, one in value.items()
        if key in TYPE_KEYWORDS or key == "required"
    }


def _types_under(keyword: str, value: JsonValue) -> JsonValue:
    match keyword, value:
        case ("properties" | "patternProperties"), dict():
            return {name: _types(one) for name, one in value.items()}
        case ("allOf" | "anyOf" | "oneOf" | "prefixItems"), list():
            return [_types(one) for one in value]
        case ("items" | "additionalProperties"), _:
            return _types(value)
        case _:
            return value


def refines(description: Description, one: Node, other: Node) -> bool:
    """Whether every value of ``one`` is, as far as can be told, one of ``other``."""
    return _refines(description, one, other, _DEPTH)


def _refines(description: Description, one: Node, other: Node, depth: int) -> bool:
    if depth == 0:
        return False
    general = description.follow(other)
    if general is None or not says_type(general):
        return True
    special = description.follow(one)
    if special is None or not says_type(special):
        return False
    if special == general or _types(special.value) == _types(general.value):
        return True
    if is_nullable(description, one) and not is_nullable(description, other):
        return False
    return _refines_shape(description, special, general, depth - 1)


def _refines_shape(
    description: Description, special: Node, general: Node, depth: int
) -> bool:
    def below(one: Node, other: Node) -> bool:
        return _refines(description, one, other, depth)

    match shape_of(special), shape_of(general):
        case _, Shape.UNION if not general.has("properties"):
            return any(below(special, member) for member in alternatives(general))
        case Shape.UNION, _ if not special.has("properties"):
            told = [m for m in alternatives(special) if not is_only_null(m)]
            return all(below(member, general) for member in told)
        case (Shape.CONST | Shape.ENUM), (Shape.CONST | Shape.ENUM):
            return _values(special) <= _values(general)
        case Shape.CONST | Shape.ENUM, _:
            return _kinds_of_values(special) <= kinds_of(description, general)
        case Shape.SCALAR, Shape.SCALAR:
            return _refines_scalar(special, general)
        case Shape.ARRAY, Shape.ARRAY:
            items, wanted = special.get("items"), general.get("items")
            return wanted is None or (items is not None and below(items, wanted))
        case _, Shape.MAP if is_object(description, special):
            return not isinstance(general.value, dict) or not (
                shape_of(special) is Shape.MAP
                and isinstance(general.value.get("additionalProperties"), dict)
            )
        case _ if is_object(description, special) and is_object(description, general):
            return _refines_object(description, special, general, depth)
        case _:
            return False


def _refines_scalar(special: Node, general: Node) -> bool:
    wide, narrow = types_of(general), types_of(special)
    if not wide:
        return True
    if not set(narrow) <= {*wide, *(("integer",) if "number" in wide else ())}:
        return False
    wanted = scalar_of(wide[0], general.text("format"))
    told = scalar_of((narrow or wide)[0], special.text("format"))
    return wanted is None or wanted is told


def _refines_object(
    description: Description, special: Node, general: Node, depth: int
) -> bool:
    if composed_of(description, special, general):
        return True
    own, wanted = merge(description, [special]), merge(description, [general])
    return wanted.required <= own.required and all(
        name in own.properties
        and _refines(description, own.properties[name][-1], nodes[-1], depth)
        for name, nodes in wanted.properties.items()
    )


def restated(
    description: Description, special: Node, general: Node
) -> Iterator[tuple[Place, Place]]:
    """The properties written in ``general``, each with the one of ``special``.

    For a ``special`` that refines ``general``, so that nothing is made of the latter.
    """
    own = merge(description, [special])
    for name, node in properties_of(general):
        nodes = own.properties.get(name, [])
        if nodes:
            yield node.place, nodes[-1].place
            yield from restated(description, nodes[-1], node)
    for part in parts_of(general):
        yield from restated(description, special, part)
    end, items = description.follow(special), general.get("items")
    found = None if end is None else end.get("items")
    if found is not None and items is not None:
        yield from restated(description, found, items)


def _values(schema: Node) -> frozenset[str]:
    """The constants by text, null left out."""
    return frozenset(repr(one) for one in written_values(schema) if one is not None)


_KIND_OF: Mapping[type, str] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
}


def _kinds_of_values(schema: Node) -> frozenset[str]:
    told = (one for one in written_values(schema) if one is not None)
    return frozenset(_KIND_OF[type(one)] for one in told)


def kinds_of(description: Description, schema: Node) -> frozenset[str]:
    """The JSON types a schema's values may have, null set aside."""
    return _kinds_of(description, schema, _DEPTH)


def _kinds_of(description: Description, schema: Node, depth: int) -> frozenset[str]:
    target = description.follow(schema)
    if target is None or depth == 0:
        return _KINDS
    match shape_of(target):
        case Shape.CONST | Shape.ENUM:
            return _kinds_of_values(target)
        case Shape.OBJECT | Shape.MAP:
            return _OBJECT
        case Shape.ARRAY:
            return frozenset({"array"})
        case Shape.SCALAR | Shape.SEVERAL:
            named = frozenset(types_of(target) or ("string",))
            return named | {"integer"} if "number" in named else named
        case Shape.UNION if not target.has("properties"):
            told = [_kinds_of(description, m, depth - 1) for m in alternatives(target)]
            return frozenset[str]().union(*told)
        case Shape.UNION:
            return _OBJECT
        case Shape.ALL_OF:
            parts = [part for part in parts_of(target) if says_type(part)]
            found = _KINDS
            for part in parts:
                found &= _kinds_of(description, part, depth - 1)
            return found
        case _:
            return _KINDS


def exclude(description: Description, one: Node, other: Node) -> bool:
    """Whether no JSON type goes with both schemas."""
    return not kinds_of(description, one) & kinds_of(description, other)
