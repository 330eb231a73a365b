"""Constants: open enums, and literals where there is one value or no one base."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ..ir.decls import Decl, Enum, EnumMember
from ..ir.names import DeclId, Hint
from ..ir.types import ANY, Literal, Scalar, ScalarKind, Type
from ..openapi.node import Node
from .combine import one_of
from .context import SchemaContext, Words
from .docs import doc_of
from .shape import types_of
from .values import listed_values, misfits, type_of_values, written_values

__all__ = [
    "constants",
    "declaration",
    "inline_type",
    "named_enum",
    "of_items",
    "told_name",
]

_NAME_KEYWORDS = ("x-enum-varnames", "x-enumNames")
_DOC_KEYWORDS = ("x-enum-descriptions", "x-enumDescriptions")
_OF_MICROSOFT = "x-ms-enum"


def _base(values: list[object]) -> type[str] | type[int] | None:
    if values and all(isinstance(value, str) for value in values):
        return str
    if values and all(
        isinstance(value, int) and not isinstance(value, bool) for value in values
    ):
        return int
    return None


def declaration(
    context: SchemaContext, identity: DeclId, schema: Node, hint: Hint
) -> Decl | None:
    """The enum of two and more constants of one base; None for anything else."""
    values = listed_values(schema)
    base = _base(values)
    _report_misfits(context, schema)
    if base is None or len(values) < 2:
        return None
    members = _members(schema, values)
    return Enum(identity, hint, doc_of(schema), schema.place, base, members)


def told_name(schema: Node) -> str:
    """The name that Microsoft's extension gives to an enum; "" without one."""
    extension = schema.get(_OF_MICROSOFT)
    return "" if extension is None else extension.text("name")


def of_items(context: SchemaContext, schema: Node) -> Node | None:
    """The items of an array whose own ``enum`` is meant for them, else None."""
    values = [value for value in written_values(schema) if value is not None]
    if not values or any(isinstance(value, dict | list) for value in values):
        return None
    _report_misfits(context, schema)
    items = schema.get("items")
    own = {} if items is None else items.value
    if items is None or not isinstance(own, dict) or {"enum", "$ref"} & own.keys():
        return None
    told = schema.get("enum")
    return None if told is None else items.below((), {**own, "enum": told.value})


def _report_misfits(context: SchemaContext, schema: Node) -> None:
    for value in misfits(schema)[:1]:
        names = " or ".join(types_of(schema))
        context.report.add(
            "SCH021",
            schema.place,
            f"the value {json.dumps(value)} is not of the type {names}",
            hint="write the values as the type has them, or correct the type",
        )


def named_enum(
    identity: DeclId, schema: Node, hint: Hint, members: tuple[EnumMember, ...]
) -> Decl:
    """The enum that a union of constants of one kind amounts to."""
    base = int if isinstance(members[0].value, int) else str
    return Enum(identity, hint, doc_of(schema), schema.place, base, members)


def _members(schema: Node, values: list[object]) -> tuple[EnumMember, ...]:
    order = written_values(schema)
    names = _told_beside(schema, _NAME_KEYWORDS, order) or _told(schema, "name")
    docs = _told_beside(schema, _DOC_KEYWORDS, order) or _told(schema, "description")
    return tuple(
        EnumMember(value, names.get(str(value), ""), docs.get(str(value), ""))
        for value in values
        if isinstance(value, str | int)
    )


def _told_beside(
    schema: Node, keywords: tuple[str, ...], order: Sequence[object]
) -> dict[str, str]:
    """What an extension says of each value.

    As a list beside ``enum`` or a map by value.
    """
    for keyword in keywords:
        found = schema.get(keyword)
        if found is None:
            continue
        if isinstance(found.value, list) and len(found.value) == len(order):
            pairs = zip(order, found.value, strict=True)
            return {str(value): told for value, told in pairs if isinstance(told, str)}
        if isinstance(found.value, dict):
            return {
                key: told for key, told in found.value.items() if isinstance(told, str)
            }
    return {}


def _told(schema: Node, word: str) -> dict[str, str]:
    """What Microsoft's extension says of each value: its name or description."""
    extension = schema.get(_OF_MICROSOFT)
    values = None if extension is None else extension.get("values")
    told: dict[str, str] = {}
    for entry in () if values is None else values.elements():
        value = entry.get("value")
        if value is not None and entry.text(word):
            told[str(value.value)] = entry.text(word)
    return told


def inline_type(context: SchemaContext, schema: Node, words: Words) -> Type:
    """The type of an inline ``enum``."""
    values = listed_values(schema)
    if _base(values) is not None and len(values) > 1:
        return context.declare_inline(schema, words)
    _report_misfits(context, schema)
    return constants(schema)


def constants(schema: Node) -> Type:
    """The type of constants that make no enum: literals, numbers with fractions."""
    values = listed_values(schema)
    kind = type_of_values(values)
    if kind == Scalar(ScalarKind.BOOL) and len(values) > 1:
        return kind
    fractions = any(isinstance(value, float) for value in values)
    kept = [value for value in values if _is_literal(value, fractions)]
    literals = [value for value in kept if isinstance(value, str | int)]
    told: list[Type] = [Literal(tuple(literals))] if literals else []
    if fractions:
        return one_of([*told, Scalar(ScalarKind.FLOAT)])
    if any(_is_huge(value) for value in values):
        told.append(Scalar(ScalarKind.INT))
    return one_of(told or [ANY])


def _is_literal(value: object, fractions: bool) -> bool:
    """Whether Python has a literal type of the value; beside fractions no number is."""
    if isinstance(value, str | bool):
        return True
    return isinstance(value, int) and not fractions and not _is_huge(value)


def _is_huge(value: object) -> bool:
    """Whether the value is an integer that type checkers read in no literal type."""
    return isinstance(value, int) and not -(2**63) < value < 2**63
