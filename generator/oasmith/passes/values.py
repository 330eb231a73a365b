"""The values that ``enum`` and ``const`` list, and what they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from ..ir.types import ANY, ListOf, MapOf, Scalar, ScalarKind, Type
from ..openapi.node import Node
from .combine import one_of
from .shape import types_of

__all__ = ["listed_values", "misfits", "type_of_values", "written_values"]


def written_values(schema: Node) -> list[object]:
    """The values of ``const`` or ``enum``, as they are written."""
    constant = schema.get("const")
    if constant is not None:
        return [constant.value]
    found = schema.get("enum")
    return list(found.value) if found and isinstance(found.value, list) else []


def listed_values(schema: Node) -> list[object]:
    """The values without null and doubles, in order, as the type means them.

    YAML takes ``1`` and ``true`` for what they look like where the type is
    string, and generators write numbers in quotes: where all values can be read
    as the type says, they are.
    """
    values = [value for value in written_values(schema) if value is not None]
    meant = _as_typed(values, types_of(schema))
    # By text, so that true and 1 stay two, and lists and objects can be told too.
    return list({repr(value): value for value in meant}.values())


def misfits(schema: Node) -> list[object]:
    """The values that the type forbids as they are written."""
    names = types_of(schema)
    if len(names) != 1:
        return []
    values = [value for value in written_values(schema) if value is not None]
    return [value for value in values if not _is_of(_whole(value), names[0])]


def _as_typed(values: list[object], names: tuple[str, ...]) -> list[object]:
    plain = [_whole(value) if names != ("number",) else value for value in values]
    if len(names) != 1:
        return plain
    read = [_read(value, names[0]) for value in plain]
    return plain if any(value is None for value in read) else read


def _whole(value: object) -> object:
    """``1.0`` is the integer 1 (JSON Schema, section 4.2.3)."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _read(value: object, name: str) -> object:
    """The value as one of the type; None where it cannot be read so."""
    if _is_of(value, name):
        return value
    match name, value:
        case "string", bool():
            return "true" if value else "false"
        case "string", int() | float():
            return str(value)
        case ("integer" | "number"), str():
            return _number(value)
        case "boolean", "true" | "false":
            return value == "true"
        case _:
            return None


def _number(text: str) -> object:
    digits = text.removeprefix("-")
    plain = digits.isascii() and digits.isdecimal()
    return int(text) if plain and str(int(text)) == text else None


def _is_of(value: object, name: str) -> bool:
    match name:
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "array":
            return isinstance(value, list)
        case "object":
            return isinstance(value, dict)
        case _:
            return True


def type_of_values(values: Sequence[object]) -> Type:
    """What all the values are; Any for none."""
    return one_of([_type_of(value) for value in values]) if values else ANY


def _type_of(value: object) -> Type:
    match value:
        case bool():
            return Scalar(ScalarKind.BOOL)
        case int():
            return Scalar(ScalarKind.INT)
        case float():
            return Scalar(ScalarKind.FLOAT)
        case str():
            return Scalar(ScalarKind.STR)
        case list():
            return ListOf(type_of_values(cast("list[object]", value)))
        case dict():
            return MapOf(ANY)
        case _:
            return ANY
