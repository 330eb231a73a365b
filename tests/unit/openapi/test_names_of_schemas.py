"""References by ``$id``, ``$anchor`` and their kin, and in place of whole sections."""

from __future__ import annotations

from pathlib import Path

import pytest

from oasmith.source.document import JsonValue

from .reading import Reading, read_files

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"


def schemas(folder: Path, text: str, **others: str) -> Reading:
    """Component schemas, and other files beside them by their names without suffix."""
    lines = "".join(f"    {line}\n" for line in text.strip().splitlines())
    files = {f"{name}.yaml": said for name, said in others.items()}
    root = f"{HEAD}components:\n  schemas:\n{lines}"
    return read_files(folder, {**files, "root.yaml": root}, "root.yaml")


def meant(reading: Reading, pointer: str) -> JsonValue:
    """What the reference at a pointer of the root leads to in the end."""
    found = reading.description.follow(reading.at(f"/components/schemas/{pointer}"))
    assert found is not None, reading.said
    return found.value


@pytest.mark.parametrize(
    "reference",
    ["#here", "whole.yaml#here", "https://x.dev/b#here", "https://x.dev/b#/$defs/In"],
)
def test_an_anchor_is_found_by_every_name_of_its_schema(
    tmp_path: Path, reference: str
) -> None:
    whole = "$id: https://x.dev/b\n$defs: {In: {$anchor: here, type: string}}\n"
    within = f"properties: {{a: {{$ref: '{reference}'}}}}\n"
    reading = schemas(tmp_path, "B: {$ref: whole.yaml}", whole=whole + within)
    assert reading.codes == []
    found = reading.description.document_root("whole.yaml")
    target = reading.description.follow(found.child("properties").child("a"))
    assert target is not None
    assert target.value == {"$anchor": "here", "type": "string"}


def test_a_url_is_found_when_a_file_opened_later_has_it(tmp_path: Path) -> None:
    text = "A: {$ref: 'https://x.dev/late'}\nB: {$ref: late.yaml}"
    reading = schemas(tmp_path, text, late="{$id: 'https://x.dev/late', type: integer}")
    assert reading.codes == []
    assert meant(reading, "A") == meant(reading, "B")


def test_a_pointer_counts_from_a_schema_that_a_urn_names(tmp_path: Path) -> None:
    named = "$id: 'urn:uuid:1-2', $defs: {In: {type: integer}}, $ref: '#/$defs/In'"
    reading = schemas(tmp_path, f"A: {{{named}}}\nB: {{$ref: 'urn:uuid:1-2'}}")
    assert reading.codes == []
    assert meant(reading, "A") == meant(reading, "B") == {"type": "integer"}


def test_what_no_schema_is_called_is_a_url(tmp_path: Path) -> None:
    reading = schemas(tmp_path, "A: {$ref: 'https://x.dev/never'}")
    assert reading.codes == ["REF005"]


def test_before_3_1_no_name_counts(tmp_path: Path) -> None:
    text = (
        "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n"
        "components: {schemas: {A: {$ref: 'a.json'}}}\n"
    )
    a = '{"$id": "https://x.dev/a", "properties": {"b": {"$ref": "b.json"}}}'
    files = {"root.yaml": text, "a.json": a, "b.json": '{"type": "string"}'}
    reading = read_files(tmp_path, files, "root.yaml")
    assert "REF005" not in reading.codes
    found = reading.description.document_root("a.json")
    target = reading.description.follow(found.child("properties").child("b"))
    assert target is not None
    assert target.value == {"type": "string"}


def test_files_are_found_by_path_where_the_id_leads_nowhere(tmp_path: Path) -> None:
    a = "{$id: 'https://x.dev/a', properties: {b: {$ref: b.yaml}, c: {$ref: '#/x'}}}"
    reading = schemas(tmp_path, "A: {$ref: a.yaml}", a=a, b="type: string")
    assert reading.codes == ["REF001"]
    found = reading.description.document_root("a.yaml")
    target = reading.description.follow(found.child("properties").child("b"))
    assert target is not None
    assert target.value == {"type": "string"}


def test_a_template_of_another_file_is_filled_in(tmp_path: Path) -> None:
    page = (
        "properties:\n  items: {type: array, items: {$dynamicRef: '#item'}}\n"
        "  more: {$ref: more.yaml}\n"
        "$defs: {item: {$dynamicAnchor: item}}\n"
    )
    users = "{$ref: page.yaml, $defs: {item: {$dynamicAnchor: item, type: integer}}}"
    reading = schemas(
        tmp_path,
        "Users: {$ref: users.yaml}\nPage: {$ref: page.yaml}",
        page=page,
        users=users,
        more="type: boolean",
    )
    assert reading.codes == []
    users_now = reading.description.document_root("users.yaml")
    items = users_now.child("properties").child("items").child("items")
    target = reading.description.follow(items)
    assert target is not None
    assert target.value == {"$dynamicAnchor": "item", "type": "integer"}
    more = reading.description.follow(users_now.child("properties").child("more"))
    assert more is not None
    assert more.value == {"type": "boolean"}
    page_now = reading.description.document_root("page.yaml")
    own = page_now.child("properties").child("items").child("items")
    unbound = reading.description.follow(own)
    assert unbound is not None
    assert unbound.value == {"$dynamicAnchor": "item"}


def test_examples_and_properties_called_like_keywords_are_left_alone(
    tmp_path: Path,
) -> None:
    text = (
        "A: {example: {$id: 'https://x.dev/no', $ref: '#b'},"
        " properties: {$id: {type: string}, $anchor: {type: string},"
        " links: {$ref: '#/components/schemas/B'}}}\n"
        "B: {$anchor: b, type: object, properties: {headers: {type: string}}}"
    )
    reading = schemas(tmp_path, text)
    assert reading.codes == []
    assert reading.value("/components/schemas/A/example") == {
        "$id": "https://x.dev/no",
        "$ref": "#b",
    }
    assert reading.value("/components/schemas/A/properties/links") == {
        "$ref": "#/components/schemas/B"
    }


def test_files_outside_of_the_folder_have_one_key_in_every_spelling(
    tmp_path: Path,
) -> None:
    root = (
        f"{HEAD}components:\n  schemas:\n    A: {{$ref: '../out/a.yaml'}}\n"
        "    B: {$ref: '../api/../out/./a.yaml'}\n    C: {$ref: '../out/%61.yaml'}\n"
    )
    files = {"api/root.yaml": root, "out/a.yaml": "type: string\n"}
    reading = read_files(tmp_path, files, "api/root.yaml")
    assert reading.codes == []
    assert sorted(reading.description.documents) == ["api/root.yaml", "out/a.yaml"]


def test_a_section_that_is_a_reference_is_one_of_each_member(tmp_path: Path) -> None:
    parts = "schemas: {A: {type: string}, 'B/~c': {type: integer}}\n"
    root = f"{HEAD}components: {{schemas: {{$ref: 'parts.yaml#/schemas'}}}}\n"
    reading = read_files(
        tmp_path, {"root.yaml": root, "parts.yaml": parts}, "root.yaml"
    )
    assert reading.codes == []
    assert meant(reading, "A") == {"type": "string"}
    assert meant(reading, "B~1~0c") == {"type": "integer"}


def test_what_is_named_like_a_section_is_none(tmp_path: Path) -> None:
    text = (
        f"{HEAD}components:\n  responses:\n"
        "    content: {$ref: '#/components/responses/b'}\n"
        "    b: {description: B, headers: {links: {$ref: '#/components/headers/h'}}}\n"
        "  headers: {h: {schema: {type: string}}}\n"
    )
    reading = read_files(tmp_path, {"root.yaml": text}, "root.yaml")
    assert reading.codes == []
    assert reading.value("/components/responses/content") == {
        "$ref": "#/components/responses/b"
    }


def test_fields_beside_the_reference_of_a_path_item_count(tmp_path: Path) -> None:
    item = (
        "parameters: [{name: a, in: query, schema: {type: string}}]\n"
        "get: {operationId: far, responses: {'204': {description: d}}}\n"
        "put: {operationId: gone, responses: {'204': {description: d}}}\n"
    )
    text = (
        f"{HEAD}paths:\n  /a:\n    $ref: item.yaml\n"
        "    parameters: [{name: b, in: query, schema: {type: string}}]\n"
        "    put: {operationId: near, responses: {'204': {description: d}}}\n"
    )
    reading = read_files(tmp_path, {"root.yaml": text, "item.yaml": item}, "root.yaml")
    assert reading.codes == []
    got = reading.description.follow(reading.at("/paths/~1a/get"))
    assert got is not None
    assert got.text("operationId") == "far"
    assert reading.at("/paths/~1a/put").text("operationId") == "near"
    named = [
        target.text("name")
        for one in reading.at("/paths/~1a/parameters").elements()
        if (target := reading.description.follow(one)) is not None
    ]
    assert named == ["b", "a"]
