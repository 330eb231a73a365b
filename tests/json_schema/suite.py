"""The groups of the suite, and the dialects of OpenAPI in which they can be written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["DIALECTS", "LISTED", "NAMED", "Dialect", "Group", "groups"]

NAMED = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")
LISTED = ("allOf", "anyOf", "oneOf", "prefixItems")
SINGLE = (
    *("items", "additionalItems", "additionalProperties", "contains", "propertyNames"),
    *("unevaluatedItems", "unevaluatedProperties", "not", "if", "then", "else"),
)

OF_3_0 = frozenset(
    {"$ref", "additionalProperties", "allOf", "anyOf", "default", "description"}
    | {"enum", "exclusiveMaximum", "exclusiveMinimum", "format", "items", "maxItems"}
    | {"maxLength", "maxProperties", "maximum", "minItems", "minLength"}
    | {"minProperties", "minimum", "multipleOf", "not", "oneOf", "pattern"}
    | {"properties", "required", "title", "type", "uniqueItems"}
)
"""The keywords of JSON Schema that the Schema Object of 3.0 takes over."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """A version of OpenAPI, the draft it builds on, and the keywords it knows of it.

    ``keywords`` is None where it knows all.
    """

    name: str
    draft: str
    keywords: frozenset[str] | None

    def knows(self, schema: Any) -> bool:
        """Whether the dialect has every keyword of a schema, in the form it has."""
        if self.keywords is None:
            return True
        if not isinstance(schema, dict) or not schema.keys() <= self.keywords:
            return False
        if not isinstance(schema.get("type", ""), str) or schema.get("type") == "null":
            return False
        return all(
            self.knows(one) or (key == "additionalProperties" and one in (True, False))
            for key, one in _subschemas(schema)
        )


DIALECTS = {
    dialect.name: dialect
    for dialect in (
        Dialect("3.1.0", "draft2020-12", None),
        Dialect("3.0.3", "draft4", OF_3_0),
        Dialect("2.0", "draft4", OF_3_0 - {"anyOf", "not", "oneOf"}),
    )
}


@dataclass(frozen=True, slots=True)
class Group:
    """One schema of the suite with its instances.

    ``key`` is the file and the position in it; instances are as the suite has them.
    """

    key: str
    description: str
    schema: Any
    instances: tuple[dict[str, Any], ...]

    @property
    def file(self) -> str:
        """The file's stem, which is a keyword as a rule."""
        return self.key.rpartition("-")[0]

    @property
    def refers(self) -> bool:
        """Whether its references or names count from the schema's own root."""
        return any(
            key.startswith("$") and key not in ("$schema", "$comment", "$vocabulary")
            for schema in _all(self.schema)
            for key in schema
        )


def groups(tests: Path, dialect: Dialect) -> list[Group]:
    """Every group of a dialect's draft that the dialect can be asked."""
    found: list[Group] = []
    folder = tests / dialect.draft
    for path in sorted(
        [*folder.glob("*.json"), *folder.glob("optional/format/*.json")]
    ):
        stem = "format-" * (path.parent.name == "format") + path.stem
        for position, group in enumerate(json.loads(path.read_text("utf-8"))):
            if dialect.knows(group["schema"]):
                key = f"{stem}-{position}"
                instances = tuple(group["tests"])
                found.append(
                    Group(key, group["description"], group["schema"], instances)
                )
    return found


def _subschemas(schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The schemas directly in a schema, each with the keyword it stands under."""
    for key, value in schema.items():
        if key in SINGLE:
            yield key, value
        elif key in LISTED and isinstance(value, list):
            yield from ((key, one) for one in value)
        elif key in NAMED and isinstance(value, dict):
            yield from ((key, one) for one in value.values())


def _all(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for _, inner in _subschemas(schema):
            yield from _all(inner)
