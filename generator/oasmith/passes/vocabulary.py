"""Which keywords of a schema bear on types, and what the formats mean."""

from __future__ import annotations

from ..ir.types import ScalarKind

__all__ = [
    "FORMATS",
    "LIMIT_KEYWORDS",
    "OBJECT_KEYWORDS",
    "TYPE_KEYWORDS",
    "WORD_KEYWORDS",
]

OBJECT_KEYWORDS = frozenset(
    {
        "properties",
        "additionalProperties",
        "patternProperties",
        "propertyNames",
        "unevaluatedProperties",
        "minProperties",
        "maxProperties",
        "required",
    }
)
"""Keywords that only objects have; they make an object of a schema without a type."""

TYPE_KEYWORDS = frozenset(
    {
        "$ref",
        "$dynamicRef",
        "type",
        "enum",
        "const",
        "allOf",
        "anyOf",
        "oneOf",
        "items",
        "prefixItems",
        "properties",
        "additionalProperties",
        "patternProperties",
        "format",
        "contentEncoding",
        "contentMediaType",
    }
)
"""Keywords that say what a value is; the others limit or describe it."""

WORD_KEYWORDS = frozenset(
    {
        "$comment",
        "$id",
        "$schema",
        "default",
        "deprecated",
        "description",
        "discriminator",
        "example",
        "examples",
        "externalDocs",
        "readOnly",
        "title",
        "writeOnly",
        "xml",
    }
)
"""Keywords that only annotate (JSON Schema 2020-12 validation, section 9)."""

LIMIT_KEYWORDS = (
    "minimum",
    "exclusiveMinimum",
    "maximum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
)
"""Validation keywords worth telling a reader, in the order they are told."""

FORMATS: dict[tuple[str, str], ScalarKind] = {
    ("string", "date-time"): ScalarKind.DATETIME,
    ("string", "date"): ScalarKind.DATE,
    ("string", "time"): ScalarKind.TIME,
    ("string", "duration"): ScalarKind.DURATION,
    ("string", "uuid"): ScalarKind.UUID,
    ("string", "byte"): ScalarKind.BYTES,
    ("string", "base64"): ScalarKind.BYTES,
    ("string", "binary"): ScalarKind.FILE,
    ("string", "decimal"): ScalarKind.DECIMAL,
    ("number", "decimal"): ScalarKind.DECIMAL,
}
"""Formats that change the Python type; all others are words for the reader."""
