"""Words and limits of a node, as the intermediate model keeps them."""

from __future__ import annotations

from ..ir.decls import Access, Doc, Limits
from ..openapi.description import Description
from ..openapi.node import Node
from ..source.document import JsonValue
from .shape import types_of
from .vocabulary import LIMIT_KEYWORDS

__all__ = ["access_of", "default_of", "doc_of", "limits_of", "operation_doc"]


def _examples(node: Node) -> tuple[object, ...]:
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
    """The words of a schema, parameter, tag or response."""
    link = node.get("externalDocs")
    return Doc(
        summary=node.text("title"),
        text=node.text("description"),
        deprecated=node.flag("deprecated"),
        link=link.text("url") if link is not None else "",
        examples=_examples(node),
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
    own, and constants that no Python type has.
    """
    value = schema.value
    if not isinstance(value, dict):
        return Limits()
    told: list[tuple[str, object]] = [
        (key, value[key]) for key in LIMIT_KEYWORDS if key in value
    ]
    if schema.text("format"):
        kind = next(iter(types_of(schema)), "string")
        told.append(("format", f"{kind}/{schema.text('format')}"))
    kinds = {name: value[name] for name in ("const", "enum") if name in value}
    told += [(key, one) for key, one in kinds.items() if not _is_typed(one)]
    told += [(key, part) for key in _PARTS if (part := _limits_of_part(schema, key))]
    return Limits(tuple(told))


_PARTS = ("propertyNames", "additionalProperties", "items")


def _limits_of_part(schema: Node, keyword: str) -> Limits | None:
    """What is asked of the keys, values or items of a value, where it is told here."""
    part = schema.get(keyword)
    if part is None or part.ref is not None:
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
    """The documented default, None when there is none."""
    found = schema.get("default")
    return None if found is None else found.value


def access_of(description: Description, schema: Node) -> Access:
    """In which direction a property travels (3.1, "Schema Object").

    What a reference leads to and the parts of an ``allOf`` may say so as well.
    """
    return _access(description, schema, frozenset())


def _access(description: Description, schema: Node, above: frozenset[Node]) -> Access:
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
