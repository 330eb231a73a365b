"""Constants: open enums, and literals where there is one value or no one base."""

from __future__ import annotations

from collections.abc import Sequence

from ..ir.decls import Decl, Enum, EnumMember
from ..ir.names import DeclId, Hint
from ..ir.types import ANY, Literal, LiteralValue, Scalar, ScalarKind, Type
from ..openapi.node import Node
from .combine import one_of
from .context import SchemaContext, Words
from .docs import doc_of

__all__ = ["constants", "declaration", "inline_type", "named_enum"]

_NAME_KEYWORDS = ("x-enum-varnames", "x-enumNames")
_DOC_KEYWORDS = ("x-enum-descriptions", "x-enumDescriptions")


def _values(schema: Node) -> list[object]:
    """The values of ``enum`` or ``const`` without null and doubles, in order."""
    if schema.has("const"):
        constant = schema.get("const")
        written: list[object] = [] if constant is None else [constant.value]
    else:
        found = schema.get("enum")
        written = (
            list(found.value)
            if found is not None and isinstance(found.value, list)
            else []
        )
    # By text, so that true and 1 stay two, and lists and objects can be told too.
    told = {repr(value): value for value in written if value is not None}
    return list(told.values())


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
    values = _values(schema)
    base = _base(values)
    if base is None or len(values) < 2:
        return None
    members = _members(schema, values)
    return Enum(identity, hint, doc_of(schema), schema.place, base, members)


def named_enum(
    identity: DeclId, schema: Node, hint: Hint, members: tuple[EnumMember, ...]
) -> Decl:
    """The enum that a union of constants of one kind amounts to."""
    base = int if isinstance(members[0].value, int) else str
    return Enum(identity, hint, doc_of(schema), schema.place, base, members)


def _members(schema: Node, values: list[object]) -> tuple[EnumMember, ...]:
    written = schema.get("enum")
    order = (
        list(written.value)
        if written is not None and isinstance(written.value, list)
        else []
    )
    names = _told_beside(schema, _NAME_KEYWORDS, order)
    docs = _told_beside(schema, _DOC_KEYWORDS, order)
    return tuple(
        EnumMember(value, names.get(repr(value), ""), docs.get(repr(value), ""))
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
            return {repr(value): told for value, told in pairs if isinstance(told, str)}
        if isinstance(found.value, dict):
            by_text = {str(value): value for value in order}
            return {
                repr(by_text[key]): told
                for key, told in found.value.items()
                if key in by_text and isinstance(told, str)
            }
    return {}


def inline_type(context: SchemaContext, schema: Node, words: Words) -> Type:
    """The type of an inline ``enum``."""
    values = _values(schema)
    if _base(values) is not None and len(values) > 1:
        return context.declare_inline(schema, words)
    return constants(context, schema)


def constants(context: SchemaContext, schema: Node) -> Type:
    """The type of constants that make no enum: literals, floats, nested values."""
    literals: list[LiteralValue] = []
    others: list[Type] = []
    for value in _values(schema):
        match value:
            case str() | bool() | int():
                literals.append(value)
            case float():
                others.append(Scalar(ScalarKind.FLOAT))
            case _:
                return context.degrade(
                    "SCH002",
                    schema,
                    "constants that are objects or arrays have no Python type",
                    "describe the value by its properties or items",
                )
    told = [Literal(tuple(literals))] if literals else []
    return one_of([*told, *others]) if told or others else ANY
