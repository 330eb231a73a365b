"""Properties that are one scalar and its limits: in a large description most of them.

What such a schema comes to hangs on nothing but a few keywords, which of hundreds of
properties are the same; it is found out once.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable

from ..ir.decls import Access, Limits
from ..ir.types import Type
from ..openapi.node import Node
from ..source.values import Frozen

__all__ = ["Meaning", "PlainSchemas"]


class Meaning(Frozen):
    """What a schema says of a property apart from its words."""

    type: Type
    default: object
    access: Access
    limits: Limits


class PlainSchemas:
    """What the schemas met so far mean, as far as their keywords alone say it."""

    def __init__(self) -> None:
        self._known: dict[bytes, Meaning] = {}

    def meaning(self, schema: Node, find: Callable[[], Meaning]) -> Meaning:
        """What ``schema`` means: as ``find`` has it, unless one like it was met."""
        key = _key(schema)
        if key is None:
            return find()
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = find()
        return known


def _key(schema: Node) -> bytes | None:
    """The keywords that tell, as bytes; None where other things bear on the schema."""
    value = schema.value
    if not isinstance(value, dict) or not _KEYWORDS.issuperset(value):
        return None
    written = value.get("type")
    types = written if isinstance(written, list) else [written]
    if not all(isinstance(name, str) and name in _TYPES for name in types):
        return None
    try:
        # Unlike equal values these bytes tell 1 from true and from 1.0.
        return marshal.dumps([(key, value[key]) for key in value if key in _TELLING], 2)
    except ValueError:
        return None


_TYPES = frozenset({"string", "integer", "number", "boolean", "null"})
_TELLING = frozenset(
    {
        *("type", "format", "default", "readOnly", "writeOnly", "pattern"),
        *("minLength", "maxLength", "minimum", "maximum", "multipleOf"),
        *("exclusiveMinimum", "exclusiveMaximum"),
    }
)
_KEYWORDS = _TELLING | {"title", "description", "example", "examples", "deprecated"}
