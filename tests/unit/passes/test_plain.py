"""Scalars that say the same mean the same; what looks equal need not be it."""

from __future__ import annotations

import pytest

from oasmith.ir.decls import Access, Limits
from oasmith.ir.types import Nullable, Scalar, ScalarKind
from oasmith.openapi.node import Node
from oasmith.passes.plain import Meaning, PlainSchemas
from oasmith.source.document import JsonValue
from oasmith.source.pointer import Place, Pointer

from .lowering import schemas, struct


class Anywhere:
    """Where nodes of these tests stand."""

    def place(self, pointer: Pointer) -> Place:
        return Place("x", pointer)


def met(*schemas: JsonValue) -> int:
    """How many of the schemas had to be found out."""
    plain, found = PlainSchemas(), 0

    def find() -> Meaning:
        nonlocal found
        found += 1
        return Meaning(Scalar(ScalarKind.STR), None, Access.BOTH, Limits())

    for schema in schemas:
        plain.meaning(Node(schema, "", (), Anywhere()), find)
    return found


def test_words_make_no_difference() -> None:
    one: JsonValue = {"type": "string", "maxLength": 3, "description": "One."}
    other: JsonValue = {"type": "string", "maxLength": 3, "title": "Other"}
    assert met(one, other, one) == 1


@pytest.mark.parametrize("defaults", [(1, True), (1, 1.0), (0, False), ("1", 1)])
def test_values_that_python_takes_for_equal_are_apart(
    defaults: tuple[JsonValue, JsonValue],
) -> None:
    assert met(*({"type": "integer", "default": one} for one in defaults)) == 2


@pytest.mark.parametrize(
    "schema",
    [
        True,
        {},
        {"type": "object"},
        {"type": "strnig"},
        {"type": ["string", "array"]},
        {"type": "string", "enum": ["a"]},
        {"type": "string", "x-more": 1},
        {"type": "string", "allOf": []},
        {"$ref": "#/a"},
    ],
)
def test_what_more_may_bear_on_is_found_out_each_time(schema: JsonValue) -> None:
    assert met(schema, schema) == 2


def test_each_property_keeps_its_own_words_and_whether_it_is_required() -> None:
    fields = struct(
        schemas("""
        S:
          required: [b]
          properties:
            a: {type: [string, "null"], format: uuid, description: One.}
            b: {type: [string, "null"], format: uuid, description: Two.}
        """),
        "S",
    ).fields
    told = [(one.wire, one.type, one.doc.text, one.required) for one in fields]
    kind = Nullable(Scalar(ScalarKind.UUID))
    assert told == [("a", kind, "One.", False), ("b", kind, "Two.", True)]
    assert [one.at.pointer[-1] for one in fields] == ["a", "b"]


def test_each_default_stays_of_its_type() -> None:
    fields = struct(
        schemas("""
        S:
          properties:
            a: {type: number, default: 1}
            b: {type: number, default: 1.0}
            c: {type: number, default: true}
        """),
        "S",
    ).fields
    assert [repr(one.default) for one in fields] == ["1", "1.0", "True"]
