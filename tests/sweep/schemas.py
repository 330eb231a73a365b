"""Whether an example fits its own schema, by a validator the generator has no part in.

Schemas of every version are written as JSON Schema 2020-12, with all they refer to
under ``$defs``. Formats and patterns are left out: a value that does not fit them has
the right type all the same, and the client says so by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import jsonschema_rs

from tests.ledger.documents import Spot
from tests.sweep.examples import NOWHERE, Book, Kind

__all__ = ["LIMITS", "Unusable", "Validators"]

LIMITS = frozenset(
    {
        "exclusiveMaximum",
        "exclusiveMinimum",
        "maxItems",
        "maxLength",
        "maxProperties",
        "maximum",
        "minItems",
        "minLength",
        "minProperties",
        "minimum",
        "multipleOf",
        "not",
        "number",
        "several",
        "then",
        "uniqueItems",
    }
)
"""What a value can break without being of another type.

``several`` is a value that more than one member of a oneOf allows, ``number`` one that
no validator can hold, ``then`` a required property that is described nowhere.
"""

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
TYPES = frozenset(["array", "boolean", "integer", "null", "number", "object", "string"])
IMPLIED = {"items": "array", "additionalProperties": "object", "properties": "object"}
"""What a schema without a type is meant to be, though it says so of no value."""
ANSWERED = frozenset(["$ref", "allOf", "anyOf", "oneOf", "enum", "const"])
COMPOSED = frozenset(["allOf", "anyOf", "oneOf"])
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
                return _most_telling(validator.iter_errors(value))
            except ValueError:  # a number no validator can hold
                return "number"

        return fault


def _most_telling(errors: Iterable[jsonschema_rs.ValidationError]) -> str:
    """The first keyword broken that bears on types, else the first one; "" for none."""
    keywords = [_keyword(error) for error in errors]
    return next((one for one in keywords if one not in LIMITS), [*keywords, ""][0])


def _keyword(error: jsonschema_rs.ValidationError) -> str:
    """The keyword that is broken.

    Where no alternative allows a value, it is what the best of them says: one whose
    limits alone are broken, else the schema that was made nullable.
    """
    kind = error.kind
    kinds = jsonschema_rs.ValidationErrorKind
    if isinstance(kind, kinds.OneOfMultipleValid):
        return "several"
    if isinstance(kind, (kinds.AnyOf, kinds.OneOfNotValid)):
        told = [_most_telling(branch) for branch in kind.context]
        limits = [one for one in told if one in LIMITS]
        if limits:
            return limits[0]
        last = kind.context[-1][0] if kind.context and kind.context[-1] else None
        if last is not None and last.message.endswith('is not of type "null"'):
            return told[0]
    steps = [step for step in error.schema_path if isinstance(step, str)]
    return steps[-1] if steps else "false"


@dataclass
class Writer:
    """Writes one schema and all it refers to, for one direction of travel."""

    book: Book
    kind: Kind
    defs: dict[str, Any] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    parts: set[str] = field(default_factory=set)

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
            made.update(("type", told) for key, told in IMPLIED.items() if key in value)
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
        if "additionalProperties" in made and not COMPOSED.isdisjoint(value):
            # Meant is what none of the alternatives and parts describes either.
            made["unevaluatedProperties"] = made.pop("additionalProperties")
        for key in LISTED:
            if isinstance(value.get(key), list) and value[key]:
                if key == "allOf":
                    self.parts |= set(self._parts(schema))
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
            described = {name for name, _ in schema.members("properties")}
            names = [one for one in dict.fromkeys(required) if isinstance(one, str)]
            made["required"] = [
                one for one in names if one in described and one not in hidden
            ]
            undescribed = [one for one in names if one not in described]
            if schema.has("allOf") or str(schema) in self.parts:
                made["required"] += undescribed  # another part may describe them
            elif undescribed:
                made["if"] = {"not": {"required": undescribed}}
                made["then"] = False
        if not isinstance(made.get("enum", []), list) or made.get("enum") == []:
            del made["enum"]

    def _parts(self, schema: Spot) -> Iterator[str]:
        """Where the members of an ``allOf`` are written."""
        for _, part in schema.members("allOf"):
            try:
                yield str(self.book.documents.follow(part))
            except NOWHERE:
                yield str(part)

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
