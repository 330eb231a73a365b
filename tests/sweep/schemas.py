"""Whether an example fits its own schema, by a validator the generator has no part in.

Schemas of every version are written as JSON Schema 2020-12, with all they refer to
under ``$defs``. Formats and patterns are left out: a value that does not fit them has
the right type all the same, and the client says so by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import jsonschema_rs

from tests.ledger.documents import Spot
from tests.sweep.examples import NOWHERE, Book, Kind

__all__ = ["Unusable", "Validators"]

SINGLE = ("not", "additionalProperties", "unevaluatedProperties", "propertyNames")
LISTED = ("allOf", "anyOf", "oneOf", "prefixItems")
BY_NAME = ("properties", "patternProperties")
COPIED = (
    "const",
    "enum",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "required",
    "uniqueItems",
)
TYPES = frozenset(
    ["array", "boolean", "integer", "null", "number", "object", "string"]
)
IMPLIED = {"items": "array", "additionalProperties": "object", "properties": "object"}
"""What a schema without a type is meant to be, though it says so of no value."""
ANSWERED = frozenset(["$ref", "allOf", "anyOf", "oneOf", "enum", "const"])
HIDDEN = {"request": "readOnly", "response": "writeOnly"}
"""Which properties do not travel in a direction, even if required."""


class Unusable(Exception):
    """A schema that is no schema: nothing can be held against it."""


@dataclass
class Validators:
    """The validators of one description, each made once."""

    book: Book
    made: dict[tuple[str, Kind], Callable[[Any], str]] = field(default_factory=dict)

    def fault(self, schema: Spot, kind: Kind, value: Any) -> str:
        """The keyword a value breaks; "" where it fits.

        Raises:
            Unusable: The schema is broken.
        """
        key = (str(schema), kind)
        if key not in self.made:
            self.made[key] = self._make(schema, kind)
        return self.made[key](value)

    def _make(self, schema: Spot, kind: Kind) -> Callable[[Any], str]:
        writer = Writer(self.book, kind)
        whole = {**writer.whole(schema), "$defs": writer.defs}
        try:
            validator = jsonschema_rs.Draft202012Validator(
                whole, validate_formats=False
            )
        except (jsonschema_rs.ValidationError, ValueError) as error:
            raise Unusable(str(error)[:200]) from error

        def fault(value: Any) -> str:
            try:
                found = next(iter(validator.iter_errors(value)), None)
            except ValueError:  # a number no validator can hold
                return "number"
            return "" if found is None else _keyword(found)

        return fault


def _keyword(error: jsonschema_rs.ValidationError) -> str:
    """The keyword that is broken; "several" where oneOf fits more than once."""
    kind = error.kind
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.OneOfMultipleValid):
        return "several"
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.AnyOf):
        first, *others = kind.context
        if others and first and str(others[-1][0].message).endswith('type "null"'):
            return _keyword(first[0])  # the nullable schema itself
    steps = [step for step in error.schema_path if isinstance(step, str)]
    return steps[-1] if steps else "false"


@dataclass
class Writer:
    """Writes one schema and all it refers to, for one direction of travel."""

    book: Book
    kind: Kind
    defs: dict[str, Any] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def whole(self, schema: Spot) -> dict[str, Any]:
        """The schema at the root of a document of its own."""
        return {"allOf": [self.written(schema)]}

    def written(self, schema: Spot) -> Any:
        """One schema in the words of 2020-12."""
        value = schema.value
        if not isinstance(value, dict):
            return value if isinstance(value, bool) else True
        made: dict[str, Any] = {}
        if isinstance(value.get("$ref"), str):
            made["$ref"] = self._reference(schema)
        if "$ref" not in made or self.book.version.startswith(("3.1", "3.2")):
            self._keywords(schema, made)
        nullable = value.get("nullable") is True or value.get("x-nullable") is True
        return {"anyOf": [made, {"type": "null"}]} if nullable else made

    def _keywords(self, schema: Spot, made: dict[str, Any]) -> None:
        value = schema.value
        made.update((key, value[key]) for key in COPIED if key in value)
        kinds = value.get("type")
        listed = kinds if isinstance(kinds, list) else [kinds]
        if TYPES.issuperset(str(one) for one in listed):
            made["type"] = kinds
        elif kinds is None and not ANSWERED.intersection(value):
            made.update({"type": told for key, told in IMPLIED.items() if key in value})
        for limit, exclusive in (
            ("minimum", "exclusiveMinimum"),
            ("maximum", "exclusiveMaximum"),
        ):
            told = value.get(exclusive)
            if told is True and limit in made:
                made[exclusive] = made.pop(limit)
            elif told is not None and not isinstance(told, bool):
                made[exclusive] = told
        self._repair(schema, made)
        for key in (*SINGLE, "items"):
            if schema.has(key) and not isinstance(value[key], list):
                made[key] = self.written(schema / key)
        for key in LISTED:
            if isinstance(value.get(key), list) and value[key]:
                made[key] = [self.written(one) for _, one in schema.members(key)]
        for key in BY_NAME:
            if isinstance(value.get(key), dict):
                made[key] = {
                    name: self.written(one) for name, one in schema.members(key)
                }

    def _repair(self, schema: Spot, made: dict[str, Any]) -> None:
        """Keywords in shapes that say nothing."""
        required = made.pop("required", None)
        if isinstance(required, list):
            hidden = set(self._hidden(schema))
            made["required"] = [
                name
                for name in dict.fromkeys(required)
                if isinstance(name, str) and name not in hidden
            ]
        if not isinstance(made.get("enum", []), list) or made.get("enum") == []:
            del made["enum"]

    def _hidden(self, schema: Spot) -> Iterator[str]:
        """The properties that do not travel this way."""
        keyword = HIDDEN.get(self.kind)
        for name, member in schema.members("properties"):
            try:
                found = self.book.documents.follow(member)
            except NOWHERE:
                continue
            if any(one.has(str(keyword)) for one in (member, found)) and (
                member.value.get(keyword) is True or found.value.get(keyword) is True
            ):
                yield name

    def _reference(self, schema: Spot) -> str:
        """A reference into ``$defs``, where the target is written when it is met."""
        try:
            target = self.book.documents.target(schema)
        except NOWHERE as error:
            raise Unusable(f"nothing at {schema.value['$ref']}") from error
        place = str(target)
        if place not in self.names:
            name = self.names[place] = f"s{len(self.names)}"
            self.defs[name] = True
            self.defs[name] = self.written(target)
        return f"#/$defs/{self.names[place]}"
