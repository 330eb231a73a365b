"""What a schema is at a glance, followed no further than its own references."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

from ..openapi.description import Description
from ..openapi.node import Node
from ..source.document import JsonValue
from ..source.values import Growing, field
from .vocabulary import OBJECT_KEYWORDS, TYPE_KEYWORDS, meant_type, type_of_format

__all__ = [
    "Shape",
    "alternatives",
    "conditional",
    "is_nullable",
    "is_only_null",
    "is_wordless_wrapper",
    "says_type",
    "shape_of",
    "types_of",
    "written_types",
]


class Shape(Enum):
    """The closed set of shapes a schema can have once null is set aside."""

    NEVER = "never"
    ANY = "any"
    NULL = "null"
    CONST = "const"
    ENUM = "enum"
    REFERENCE = "reference"
    ALL_OF = "allOf"
    UNION = "union"
    SEVERAL = "several"
    OBJECT = "object"
    MAP = "map"
    ARRAY = "array"
    SCALAR = "scalar"


def types_of(schema: Node) -> tuple[str, ...]:
    """The types under ``type`` without "null", in order; () when absent.

    Names that other languages have for them are read as what they mean; what
    means nothing is there as it is written.
    """
    value = schema.value
    return _types_in(value) if isinstance(value, dict) else ()


def _types_in(schema: Mapping[str, JsonValue]) -> tuple[str, ...]:
    """The same of a schema's value."""
    written = schema.get("type")
    if isinstance(written, str):
        return _meant((written,))
    if isinstance(written, list):
        return _meant(_names_in(written))
    return ()


@lru_cache(maxsize=1024)
def _meant(written: tuple[str, ...]) -> tuple[str, ...]:
    named = [meant_type(name) for name in written]
    return tuple(dict.fromkeys([name for name in named if name != "null"]))


def written_types(schema: Node) -> tuple[str, ...]:
    """The names under ``type`` as they are written; () when absent."""
    value = schema.value
    written = value.get("type") if isinstance(value, dict) else None
    if isinstance(written, str):
        return (written,)
    if isinstance(written, list):
        return _names_in(written)
    return ()


def _names_in(written: list[JsonValue]) -> tuple[str, ...]:
    return tuple([name for name in written if isinstance(name, str)])


def _says_null(schema: Node) -> bool:
    value = schema.value
    if not isinstance(value, dict):
        return False
    written = value.get("type")
    if written == "null" or (isinstance(written, list) and "null" in written):
        return True
    if "const" in value and value["const"] is None:
        return True
    enum = value.get("enum")
    return isinstance(enum, list) and None in enum


def says_type(schema: Node) -> bool:
    """Whether any keyword here says what the value is, rather than describing it."""
    value = schema.value
    return isinstance(value, dict) and not TYPE_KEYWORDS.isdisjoint(value)


def alternatives(schema: Node) -> tuple[Node, ...]:
    """The members of ``oneOf`` and ``anyOf``, in that order."""
    value = schema.value
    if not isinstance(value, dict) or _CHOICES.isdisjoint(value):
        return ()
    members: list[Node] = []
    for keyword in ("oneOf", "anyOf"):
        found = schema.get(keyword)
        if found is not None:
            members.extend(found.elements())
    return tuple(members)


_CHOICES = frozenset({"oneOf", "anyOf"})


def conditional(schema: Node) -> tuple[Node, ...]:
    """The schemas that hold under a condition: they may name further properties.

    JSON Schema 2020-12, sections 10.2.2 (``then``, ``else``, ``dependentSchemas``).
    """
    told = [schema.get("then"), schema.get("else")]
    dependent = schema.get("dependentSchemas")
    if dependent is not None:
        told += [one for _, one in dependent.items()]
    return tuple(one for one in told if one is not None and one.is_mapping)


def _names_properties(schema: Mapping[str, JsonValue]) -> bool:
    """Whether an object is more than a map: it has properties, or a kind of its own."""
    if schema.get("properties") or schema.get("discriminator"):
        return True
    dependent = schema.get("dependentSchemas")
    told = [schema.get("then"), schema.get("else")]
    told += dependent.values() if isinstance(dependent, dict) else ()
    return any(isinstance(one, dict) and one.get("properties") for one in told)


def _is_null_only(schema: Node) -> bool:
    value = schema.value
    return isinstance(value, dict) and (
        value.get("type") in ("null", ["null"])
        or ("const" in value and value["const"] is None)
        or value.get("enum") == [None]
    )


def is_only_null(schema: Node) -> bool:
    """Whether null is the only legal value."""
    match shape_of(schema):
        case Shape.NULL:
            return True
        case Shape.UNION:
            return all(is_only_null(member) for member in alternatives(schema))
        case Shape.ALL_OF:
            wrapped = is_wordless_wrapper(schema)
            return wrapped is not None and is_only_null(wrapped)
        case _:
            return False


def is_nullable(description: Description, schema: Node) -> bool:
    """Whether null is a legal value, in any of the spellings of 3.1.

    Who lists null in an ``enum`` means it, even where ``type`` forbids it, and
    who names it under ``type`` means it even where ``enum`` does.
    """
    value = schema.value
    if isinstance(value, dict) and _COMPOSED.isdisjoint(value):
        return _says_null(schema)
    return _is_nullable(description, schema, _Asked())


_COMPOSED = _CHOICES | {"$ref", "allOf"}
"""Keywords whose schemas bear on what stands beside them as well."""


class _Asked(Growing):
    """Answers by the value asked of: the schema, and None while that is pending.

    ``rings`` is how often one was needed that was still pending.
    """

    known: dict[int, tuple[Node, bool | None]] = field(
        default_factory=dict[int, tuple[Node, bool | None]]
    )
    rings: int = 0


def _is_nullable(description: Description, schema: Node, asked: _Asked) -> bool:
    """The same; what is still pending says no."""
    at = id(schema.value)
    if at not in asked.known:
        asked.known[at] = (schema, None)
        answer = _admits_null(description, schema, asked)
        asked.known[at] = (schema, answer)
        return answer
    _, known = asked.known[at]
    asked.rings += known is None
    return known is True


def _admits_null(description: Description, schema: Node, asked: _Asked) -> bool:
    if not isinstance(schema.value, dict):
        return False
    if _says_null(schema):
        return True
    if any(
        _is_null_only(member) or _is_nullable(description, member, asked)
        for member in alternatives(schema)
    ):
        return True
    if schema.ref is not None:
        return _leads_to_nullable(description, schema, asked)
    parts = schema.get("allOf")
    if parts is None or types_of(schema):
        return False
    told = [part for part in parts.elements() if says_type(part)]
    return bool(told) and all(_is_nullable(description, part, asked) for part in told)


def _leads_to_nullable(description: Description, schema: Node, asked: _Asked) -> bool:
    """Whether what it refers to admits null, which is found out once for all."""
    target = description.follow(schema)
    if target is None:
        return False
    at = ("null", target.file, target.pointer)
    known = description.answers.get(at)
    if known is None:
        before = asked.rings
        known = _is_nullable(description, target, asked)
        # No may be yes once what was pending is known; yes stays so.
        if known or asked.rings == before:
            description.answers[at] = known
    return known


def is_wordless_wrapper(schema: Node) -> Node | None:
    """The single member of an ``allOf`` that adds only words to it, else None."""
    parts = schema.get("allOf")
    if parts is None or not isinstance(schema.value, dict):
        return None
    if not (TYPE_KEYWORDS - {"allOf"}).isdisjoint(schema.value):
        return None
    if "required" in schema.value:
        return None
    told = [
        part
        for part in parts.elements()
        if says_type(part)
        or (isinstance(part.value, dict) and "required" in part.value)
    ]
    return told[0] if len(told) == 1 else None


def shape_of(schema: Node) -> Shape:
    """The shape of ``schema``, null set aside."""
    value = schema.value
    if value is False:
        return Shape.NEVER
    if not isinstance(value, dict):
        return Shape.ANY
    if not _BEFORE_TYPE.isdisjoint(value):
        shape = _shape_beside_type(value)
        if shape is not None:
            return shape
    names = _types_in(value)
    if len(names) > 1:
        return Shape.SEVERAL
    if not names:
        return _shape_without_type(value)
    return _shape_of_type(names[0], value)


_BEFORE_TYPE = _COMPOSED | {"const", "enum"}
"""Keywords that say what a value is before its type does."""


def _shape_beside_type(value: Mapping[str, JsonValue]) -> Shape | None:
    """The shape that no type need be known for."""
    if "$ref" in value:
        rest = TYPE_KEYWORDS.intersection(value) - {"$ref"}
        return Shape.ALL_OF if rest else Shape.REFERENCE
    if "const" in value and not _is_nested(value["const"]):
        return Shape.NULL if value["const"] is None else Shape.CONST
    if _lists_scalars(value):
        return Shape.NULL if value["enum"] == [None] else Shape.ENUM
    if isinstance(value.get("allOf"), list) and value["allOf"]:
        return Shape.ALL_OF
    if any(
        isinstance(value.get(key), list) and value[key] for key in ("oneOf", "anyOf")
    ):
        return Shape.UNION
    return None


def _is_nested(value: JsonValue) -> bool:
    return isinstance(value, dict | list)


def _lists_scalars(schema: Mapping[str, JsonValue]) -> bool:
    """Whether ``enum`` lists what the value may be.

    One that holds objects and arrays does not say more than their types. One of
    scalars on an array is meant for its items.
    """
    found = schema.get("enum")
    if not isinstance(found, list) or not found:
        return False
    return _types_in(schema) != ("array",) and not any(map(_is_nested, found))


def _shape_of_type(name: str, value: Mapping[str, JsonValue]) -> Shape:
    match name:
        case "object":
            return Shape.OBJECT if _names_properties(value) else Shape.MAP
        case "array":
            return Shape.ARRAY
        case "string" | "integer" | "number" | "boolean":
            return Shape.SCALAR
        case _:
            return Shape.ANY


def _shape_without_type(value: Mapping[str, JsonValue]) -> Shape:
    written = value.get("type")
    if written in ("null", ["null"]):
        return Shape.NULL
    if value.get("properties"):
        return Shape.OBJECT
    if not OBJECT_KEYWORDS.isdisjoint(value):
        return Shape.MAP
    if "items" in value or "prefixItems" in value:
        return Shape.ARRAY
    if "contentEncoding" in value or "contentMediaType" in value:
        return Shape.SCALAR
    told = value.get("format")
    if isinstance(told, str) and type_of_format(told):
        return Shape.SCALAR
    return Shape.ANY
