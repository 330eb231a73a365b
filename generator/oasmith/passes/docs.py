"""Words and limits of a node, as the intermediate model keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..ir.decls import NO_LIMITS, Access, Doc, Limits
from ..openapi.description import Description
from ..openapi.node import Node
from ..source.document import JsonValue
from ..source.values import replace
from .shape import Shape, alternatives, shape_of, types_of
from .vocabulary import LIMIT_KEYWORDS

__all__ = [
    "access_of",
    "default_of",
    "doc_of",
    "examples_of",
    "limits_of",
    "limits_of_all",
    "limits_of_object",
    "operation_doc",
]


def _own_parts(node: Node) -> list[Node]:
    """The parts of an ``allOf`` written here: what they say is of the whole."""
    parts = node.get("allOf")
    if parts is None:
        return []
    return [part for part in parts.elements() if part.is_mapping and part.ref is None]


def examples_of(node: Node) -> tuple[object, ...]:
    """The examples beside a schema or in it, as JSON values."""
    single = node.get("example")
    if single is not None:
        return (single.value,)
    found = node.get("examples")
    if found is None:
        return ()
    if isinstance(found.value, list):
        return tuple(found.value)
    told: list[object] = []
    for _, example in found.items():
        value = example.get("value")
        if value is not None:
            told.append(value.value)
    return tuple(told)


def doc_of(node: Node) -> Doc:
    """The words of a schema, parameter, tag or response.

    What a schema does not say itself its ``allOf`` may say in a part: words cannot
    stand beside a ``$ref`` before OpenAPI 3.1.
    """
    value = node.value
    if not isinstance(value, dict) or _WORDED.isdisjoint(value):
        return _NO_WORDS
    link = node.get("externalDocs")
    doc = Doc(
        summary=node.text("title"),
        text=node.text("description"),
        deprecated=node.flag("deprecated"),
        link=link.text("url") if link is not None else "",
        examples=() if _EXAMPLES.isdisjoint(value) else examples_of(node),
    )
    for part in _own_parts(node):
        told = doc_of(part)
        doc = _completed(doc, told if part.get("properties") is None else _less(told))
    return doc


_NO_WORDS = Doc()
_EXAMPLES = frozenset({"example", "examples"})
_WORDED = _EXAMPLES | {
    *("title", "description", "deprecated", "externalDocs", "allOf"),
}
"""Keywords without any of which nothing is said in words."""


def _less(doc: Doc) -> Doc:
    """``doc`` of some fields of an object: its examples are none of the whole."""
    return replace(doc, examples=())


def _completed(doc: Doc, other: Doc) -> Doc:
    """``doc``, and of ``other`` what it does not tell."""
    worded = bool(doc.summary or doc.text)
    return Doc(
        summary=doc.summary if worded else other.summary,
        text=doc.text if worded else other.text,
        deprecated=doc.deprecated or other.deprecated,
        link=doc.link or other.link,
        examples=doc.examples or other.examples,
    )


def operation_doc(node: Node) -> Doc:
    """The words of an operation, whose first line is its ``summary``."""
    link = node.get("externalDocs")
    return Doc(
        summary=node.text("summary"),
        text=node.text("description"),
        deprecated=node.flag("deprecated"),
        link=link.text("url") if link is not None else "",
    )


def limits_of(schema: Node) -> Limits:
    """What a schema says of its values that their type does not.

    The validation keywords in one fixed order, formats with a meaning of their
    own, and constants that no Python type has. The parts of an ``allOf`` are meant
    too, and the one alternative there is beside null; what they refer to is not.
    """
    value = schema.value
    if not isinstance(value, dict) or _LIMITING.isdisjoint(value):
        return NO_LIMITS
    own = _own_limits(schema, value)
    parts = schema.get("allOf")
    others = [] if parts is None else list(parts.elements())
    choices = [one for one in alternatives(schema) if shape_of(one) is not Shape.NULL]
    others += choices if len(choices) == 1 else []
    return _all_of([own, *map(limits_of, others)]) if others else own


def limits_of_all(schemas: Sequence[Node]) -> Limits:
    """What is asked of values that satisfy all of ``schemas``."""
    return _all_of([limits_of(schema) for schema in schemas])


def limits_of_object(schemas: Sequence[Node]) -> Limits:
    """What all of ``schemas`` ask of an object with properties as a whole."""
    told = [limits_of(schema).items for schema in schemas]
    kept = [[pair for pair in one if pair[0] in _OF_OBJECTS] for one in told]
    return _all_of([Limits(tuple(one)) for one in kept])


_OF_OBJECTS = frozenset(
    {
        *("minProperties", "maxProperties", "propertyNames", "additionalProperties"),
        "allOf",
    }
)


def _all_of(told: Sequence[Limits]) -> Limits:
    """All limits in one; what a keyword says a second time stands apart."""
    items: dict[str, object] = {}
    again: list[Limits] = []
    for keyword, value in [pair for one in told for pair in one.items]:
        if isinstance(value, Limits) and keyword == "allOf":
            again.append(value)
        elif items.setdefault(keyword, value) != value:
            again.append(Limits(((keyword, value),)))
    rest = (("allOf", _all_of(again)),) if again else ()
    return Limits((*items.items(), *rest))


def _own_limits(schema: Node, value: Mapping[str, JsonValue]) -> Limits:
    names = types_of(schema)
    told: list[tuple[str, object]] = [
        (key, value[key])
        for key in LIMIT_KEYWORDS
        if key in value and _bears_on(key, names)
    ]
    if "format" in value and schema.text("format"):
        kind = next(iter(names), "string")
        told.append(("format", f"{kind}/{schema.text('format')}"))
    kinds = {name: value[name] for name in ("const", "enum") if name in value}
    told += [(key, one) for key, one in kinds.items() if not _is_typed(one)]
    told += [
        (key, part)
        for key in _PARTS
        if key in value and (part := _limits_of_part(schema, key))
    ]
    return Limits(tuple(told)) if told else NO_LIMITS


def _bears_on(keyword: str, names: tuple[str, ...]) -> bool:
    """Whether a keyword says anything of values of the types (validation, section 6).

    Bounds of text are told: servers write numbers as text.
    """
    return not names or _MEASURED.get(keyword, names[0]) in names


_MEASURED = {
    "minLength": "string",
    "maxLength": "string",
    "pattern": "string",
    "minItems": "array",
    "maxItems": "array",
    "uniqueItems": "array",
    "minProperties": "object",
    "maxProperties": "object",
}

_PARTS = ("propertyNames", "additionalProperties", "items")

_LIMITING = frozenset(
    {
        *LIMIT_KEYWORDS,
        *_PARTS,
        *("format", "const", "enum", "allOf", "oneOf", "anyOf"),
    }
)
"""Keywords without any of which a schema limits nothing."""


def _limits_of_part(schema: Node, keyword: str) -> Limits | None:
    """What is asked of the keys, values or items of a value, where it is told here."""
    part = schema.get(keyword)
    if part is None:
        return None
    limits = limits_of(part)
    keys = part.get("enum") if keyword == "propertyNames" else None
    if keys is not None:
        limits = Limits((*limits.items, ("enum", keys.value)))
    return limits if limits.items else None


def _is_typed(constants: JsonValue) -> bool:
    """Whether literal types or an enum tell the constants."""
    listed = constants if isinstance(constants, list) else [constants]
    return not any(isinstance(one, float | list | dict) for one in listed)


def default_of(schema: Node) -> object:
    """The documented default, None when there is none.

    Nor is there one where frameworks write "" for whatever type.
    """
    if not schema.has("default") and not schema.has("allOf"):
        return None
    for node in (schema, *_own_parts(schema)):
        found = node.get("default")
        if found is not None:
            names = types_of(node)
            blank = found.value == "" and names and "string" not in names
            return None if blank else found.value
    return None


def access_of(description: Description, schema: Node) -> Access:
    """In which direction a property travels (3.1, "Schema Object").

    What a reference leads to and the parts of an ``allOf`` may say so as well.
    """
    return _access(description, schema, frozenset())


_DIRECTING = frozenset({"readOnly", "writeOnly", "$ref", "allOf"})
"""Keywords without any of which a property travels both ways."""


def _access(description: Description, schema: Node, above: frozenset[Node]) -> Access:
    value = schema.value
    if not isinstance(value, dict) or _DIRECTING.isdisjoint(value):
        return Access.BOTH
    if schema.flag("readOnly"):
        return Access.READ
    if schema.flag("writeOnly"):
        return Access.WRITE
    if schema in above:
        return Access.BOTH
    target = description.follow(schema) if schema.ref is not None else None
    parts = schema.get("allOf")
    others = [] if parts is None else list(parts.elements())
    for other in others if target is None else [target, *others]:
        told = _access(description, other, above | {schema})
        if told is not Access.BOTH:
            return told
    return Access.BOTH
