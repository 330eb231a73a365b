"""Schemas that are made of themselves come to an end, and say so."""

from __future__ import annotations

import pytest

from oasmith.ir.decls import Alias, Decl, Struct, Union
from oasmith.ir.types import ANY, ListOf, Ref, Scalar, ScalarKind
from tests.unit.passes.lowering import component, lowered, schemas

STR, INT = Scalar(ScalarKind.STR), Scalar(ScalarKind.INT)


def _target(decl: Decl) -> object:
    assert isinstance(decl, Alias)
    return decl.target


@pytest.mark.parametrize(
    "schema",
    [
        "anyOf: [{type: 'null'}, {$ref: '#/components/schemas/A'}]",
        "oneOf: [{$ref: '#/components/schemas/A'}]",
        "allOf: [{$ref: '#/components/schemas/A'}]",
    ],
)
def test_nothing_is_left_of_a_schema_that_only_refers_to_itself(schema: str) -> None:
    assert _target(schemas(f"A: {{{schema}}}")["A"]) == ANY


def test_what_else_it_may_be_is_left() -> None:
    found = schemas("A: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}]}")
    assert _target(found["A"]) == STR


def test_each_of_a_ring_is_all_that_the_ring_may_be() -> None:
    found = schemas("""
        A: {oneOf: [{type: string}, {$ref: '#/components/schemas/B'}]}
        B: {oneOf: [{type: integer}, {$ref: '#/components/schemas/A'}]}
        """)
    assert isinstance(found["A"], Union)
    assert set(found["A"].members) == {STR, INT}
    assert isinstance(found["B"], Union)
    assert set(found["B"].members) == {STR, INT}


def test_what_holds_itself_in_items_or_a_property_is_no_ring() -> None:
    found = schemas("""
        List: {type: array, items: {$ref: '#/components/schemas/List'}}
        Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}
        """)
    assert _target(found["List"]) == ListOf(Ref(component("List")))
    assert isinstance(found["Node"], Struct)


def test_it_is_reported_where_it_stands() -> None:
    _, report = lowered("""
        components:
          schemas:
            A: {anyOf: [{type: string}, {$ref: '#/components/schemas/A'}]}
            List: {type: array, items: {$ref: '#/components/schemas/List'}}
        """)
    said = [(one.code, one.place.pointer) for one in report.diagnostics if one.place]
    assert said == [("SCH007", ("components", "schemas", "A"))]
