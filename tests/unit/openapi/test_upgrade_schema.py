"""Schemas of 3.0 as 3.1 writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from oasmith.source.document import JsonValue

from .reading import Reading, read_files, read_one


def schema(folder: Path, value: JsonValue, version: str = "3.0.3") -> Reading:
    return read_one(
        folder,
        {
            "openapi": version,
            "info": {"title": "T", "version": "1"},
            "paths": {},
            "components": {
                "schemas": {
                    "A": value,
                    "B": {"type": "string"},
                    "C": {"type": "string"},
                }
            },
        },
    )


B = "#/components/schemas/B"
NULL: JsonValue = {"type": "null"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            {"type": "string", "nullable": True},
            {"type": ["string", "null"]},
        ),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({"nullable": True, "description": "d"}, {"description": "d"}),
        (
            {"type": "string", "enum": ["a"], "nullable": True},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        (
            {"type": "string", "enum": ["a", None], "nullable": True},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        (
            {"$ref": B, "nullable": True, "description": "d"},
            {"description": "d", "anyOf": [{"$ref": B}, NULL]},
        ),
        (
            {"allOf": [{"$ref": B}], "nullable": True, "title": "t", "type": "object"},
            {"title": "t", "anyOf": [{"allOf": [{"$ref": B}], "type": "object"}, NULL]},
        ),
        (
            {"oneOf": [{"$ref": B}], "nullable": True},
            {"oneOf": [{"$ref": B}, NULL]},
        ),
        (
            {
                "anyOf": [{"$ref": B}, {"type": "string", "nullable": True}],
                "nullable": True,
            },
            {"anyOf": [{"$ref": B}, {"type": ["string", "null"]}]},
        ),
        (
            {"type": "integer", "minimum": 1, "exclusiveMinimum": True},
            {"type": "integer", "exclusiveMinimum": 1},
        ),
        (
            {"type": "integer", "maximum": 1, "exclusiveMaximum": False},
            {"type": "integer", "maximum": 1},
        ),
        (
            {"type": "string", "example": "x"},
            {"type": "string", "examples": ["x"]},
        ),
        ({"type": "string", "format": "byte"}, {"type": "string", "format": "byte"}),
        (
            {"$ref": B, "type": "object", "description": "d", "x-a": 1},
            {"$ref": B, "description": "d", "x-a": 1},
        ),
        (
            {"type": "array", "items": {"type": "string", "nullable": True}},
            {"type": "array", "items": {"type": ["string", "null"]}},
        ),
        (
            {"additionalProperties": {"type": "string", "nullable": True}},
            {"additionalProperties": {"type": ["string", "null"]}},
        ),
    ],
)
def test_a_schema_gets_the_shape_of_3_1(
    tmp_path: Path, before: JsonValue, after: JsonValue
) -> None:
    assert schema(tmp_path, before).value("/components/schemas/A") == after


@pytest.mark.parametrize(
    "value",
    [
        {"type": "object", "properties": {"nullable": {"type": "boolean"}}},
        {"type": "object", "properties": {"example": {"type": "string"}}},
        {"default": {"nullable": True, "type": "string"}},
        {"enum": [{"type": "string", "nullable": True}]},
        {"x-a": {"type": "string", "nullable": True}},
    ],
)
def test_what_only_looks_like_a_keyword_is_left_alone(
    tmp_path: Path, value: JsonValue
) -> None:
    assert schema(tmp_path, value).value("/components/schemas/A") == value


def test_the_content_of_an_example_is_left_alone(tmp_path: Path) -> None:
    reading = schema(tmp_path, {"example": {"type": "string", "nullable": True}})
    assert reading.value("/components/schemas/A/examples/0") == {
        "type": "string",
        "nullable": True,
    }


def test_what_3_1_knows_is_not_changed_in_it(tmp_path: Path) -> None:
    value: JsonValue = {"type": "string", "nullable": False, "example": 1}
    reading = schema(tmp_path, {**value, "exclusiveMinimum": 1}, "3.1.0")
    assert reading.value("/components/schemas/A") == {
        "type": "string",
        "example": 1,
        "exclusiveMinimum": 1,
    }
    assert reading.codes == []


def test_what_3_1_has_done_away_with_is_told_and_meant(tmp_path: Path) -> None:
    reading = schema(tmp_path, {"type": "string", "nullable": True}, "3.1.0")
    assert reading.value("/components/schemas/A") == {"type": ["string", "null"]}
    assert reading.codes == ["DOC003"]
    (found,) = reading.report.diagnostics
    assert found.place is not None
    assert found.place.pointer == ("components", "schemas", "A", "nullable")


def test_what_the_user_wrote_is_never_changed(tmp_path: Path) -> None:
    reading = schema(tmp_path, {"type": "string", "nullable": True})
    document = reading.description.files.root.value
    assert isinstance(document, dict)
    assert document["openapi"] == "3.0.3"
    assert "nullable" in str(document)


NESTED = """\
openapi: 3.0.0
info: {title: T, version: '1'}
paths: {}
components:
  schemas:
    A:
      nullable: true
      allOf:
      - properties:
          x:
            nullable: true
            allOf:
            - description: innermost
    B: {$ref: '#/components/schemas/A/allOf/0/properties/x/allOf/0'}
    E:
      example: e1
"""


def test_moved_parts_keep_the_place_the_user_wrote(tmp_path: Path) -> None:
    reading = read_one(tmp_path, NESTED)
    inner = "/components/schemas/A/anyOf/0/allOf/0/properties/x/anyOf/0/allOf/0"
    assert reading.line(f"{inner}/description") == "- description: innermost"
    assert reading.line("/components/schemas/E/examples/0") == "example: e1"


def test_references_reach_what_has_moved(tmp_path: Path) -> None:
    reading = read_one(tmp_path, NESTED)
    end = reading.description.follow(reading.at("/components/schemas/B"))
    assert end is not None
    assert end.value == {"description": "innermost"}


def test_parts_in_other_files_are_upgraded_too(tmp_path: Path) -> None:
    reading = read_files(
        tmp_path,
        {
            "spec.yaml": (
                "openapi: 3.0.0\ninfo: {title: T, version: '1'}\npaths: {}\n"
                "components: {schemas: {A: {$ref: 'a.yaml#/defs/A'},"
                " B: {$ref: 'a.yaml#/defs/A/properties/x'}}}\n"
            ),
            "a.yaml": (
                "other: {nullable: true, type: string}\n"
                "defs:\n  A:\n    properties:\n"
                "      x: {type: string, nullable: true}\n"
            ),
        },
    )
    end = reading.description.follow(reading.at("/components/schemas/B"))
    assert end is not None
    assert end.value == {"type": ["string", "null"]}
    assert end.place.pointer == ("defs", "A", "properties", "x")
    whole = reading.description.document_root("a.yaml")
    assert whole.child("other").value == {"nullable": True, "type": "string"}


@pytest.mark.parametrize("keyword", ["allOf", "anyOf", "oneOf"])
def test_an_added_null_stands_where_nullable_was_written(
    tmp_path: Path, keyword: str
) -> None:
    reading = schema(tmp_path, {keyword: [{"$ref": B}], "nullable": True})
    where = "oneOf" if keyword == "oneOf" else "anyOf"
    node = reading.at(f"/components/schemas/A/{where}/1")
    assert node.value == NULL
    assert node.place.pointer == ("components", "schemas", "A", "nullable")
