"""From pointers to lines and columns."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oasmith.source.document import JsonValue
from oasmith.source.load import load_text
from oasmith.source.pointer import Pointer, parse_pointer
from oasmith.source.positions import Lines, Position, locate

YAML = """\
openapi: 3.1.0
paths:
  /a/b:
    get: {tags: [x, 'y z'],
      "operationId":   getIt}
shared: &shared
  one: 1
merged:
  <<: *shared
  two: é2
alias: *shared
"""
JSON = """\
{ "openapi": "3.1.0",
  "paths": {"/a/b": {
    "get": {"tags": ["x", "y z"],
      "operationId" :   "getIt"}}}
}
"""


def where(text: str, pointer: str, *, on_key: bool = False) -> tuple[int, int, int]:
    document = load_text(text, "spec")
    found = locate(document, parse_pointer(pointer), on_key=on_key)
    return found.line, found.column, found.end_column


@pytest.mark.parametrize(
    ("pointer", "on_key", "expected"),
    [
        ("/openapi", False, (1, 10, 15)),
        ("/openapi", True, (1, 1, 8)),
        ("/paths/~1a~1b", True, (3, 3, 7)),
        ("/paths/~1a~1b/get", False, (4, 10, 11)),
        ("/paths/~1a~1b/get/tags/1", False, (4, 21, 26)),
        ("/paths/~1a~1b/get/operationId", False, (5, 24, 29)),
        ("/paths/~1a~1b/get/operationId", True, (5, 7, 20)),
        ("/merged/one", False, (7, 8, 9)),
        ("/merged/two", False, (10, 8, 10)),
        ("/alias/one", True, (7, 3, 6)),
        ("/alias", False, (11, 8, 15)),
    ],
)
def test_yaml(pointer: str, on_key: bool, expected: tuple[int, int, int]) -> None:
    assert where(YAML, pointer, on_key=on_key) == expected


@pytest.mark.parametrize(
    ("pointer", "on_key", "expected"),
    [
        ("/openapi", False, (1, 14, 21)),
        ("/openapi", True, (1, 3, 12)),
        ("/paths/~1a~1b/get/tags/1", False, (3, 27, 32)),
        ("/paths/~1a~1b/get/operationId", True, (4, 7, 20)),
        ("/paths/~1a~1b/get/operationId", False, (4, 25, 32)),
    ],
)
def test_json(pointer: str, on_key: bool, expected: tuple[int, int, int]) -> None:
    assert where(JSON, pointer, on_key=on_key) == expected


@pytest.mark.parametrize("text", [YAML, JSON])
def test_what_is_missing_has_the_position_of_its_nearest_ancestor(text: str) -> None:
    expected = where(text, "/paths/~1a~1b/get", on_key=True)
    assert where(text, "/paths/~1a~1b/get/responses/200") == expected


def test_the_root_begins_where_the_text_does() -> None:
    assert where("\n\na: 1\n", "")[:2] == (3, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_do(end: str) -> None:
    assert where(end.join(["a: 1", "b:", "  c: 2", ""]), "/b/c") == (3, 6, 7)


def test_rare_line_separators_end_no_line() -> None:
    assert where('a: "x\u2028y"\nb: 2\n', "/b") == (2, 4, 5)


def test_a_merged_list_of_mappings_with_a_numeric_key() -> None:
    text = "a: &a\n  '200': {x: 1}\nb:\n  <<: [*a]\n  y: 2\n"
    assert where(text, "/b/200", on_key=True) == (2, 3, 8)


def test_the_index_is_made_once() -> None:
    document = load_text(YAML, "spec")
    assert document.index is document.index


json_values: st.SearchStrategy[JsonValue] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)


def every_part(
    value: JsonValue, pointer: Pointer
) -> Iterator[tuple[Pointer, JsonValue]]:
    yield pointer, value
    if isinstance(value, dict):
        for key, member in value.items():
            yield from every_part(member, (*pointer, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from every_part(item, (*pointer, str(number)))


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(st.text(max_size=4), json_values, min_size=1),
    st.sampled_from([None, 2]),
)
def test_every_value_of_any_json_is_found_where_it_stands(
    value: dict[str, JsonValue], indent: int | None
) -> None:
    text = json.dumps(value, indent=indent)
    document = load_text(text, "spec.json")
    lines = text.split("\n")
    for pointer, part in every_part(value, ()):
        found = locate(document, pointer)
        assert lines[found.line - 1][found.column - 1] == json.dumps(part)[0]


@pytest.mark.parametrize("text", ["", "a", "a\nb", "a\n\nb\n", "\n", "a\u2028b\x0bc\n"])
def test_lines_are_the_same_whatever_ends_them(text: str) -> None:
    numbers = range(1, text.count("\n") + 3)
    plain = [Lines(text).line(number) for number in numbers]
    for end in ("\r\n", "\r"):
        ended = Lines(text.replace("\n", end))
        assert [ended.line(number) for number in numbers] == plain


def test_of_a_key_that_stands_twice_the_last_is_found() -> None:
    document = load_text('{"a": {"b": 1, "c": 2},\n "a": {"b": 3}}', "x.json")
    assert document.find(("a", "b")) == Position(2, 13, 14)
    assert document.find(("a", "c"), on_key=True) == Position(2, 2, 5)


def test_a_part_is_found_whatever_was_asked_for_before() -> None:
    text = '{"a": [1, {"b": 2}], "c": {"d": 3}}'
    pointers = [("c", "d"), ("a", "1", "b"), ("a", "0"), ("c",), ("e",), ("a",), ()]
    fresh = [load_text(text, "x.json").find(one) for one in pointers]
    one = load_text(text, "x.json")
    assert [one.find(pointer) for pointer in pointers] == fresh
    assert fresh[0] == Position(1, 33, 34)
    assert fresh[-1] == Position(1, 1, len(text) + 1)
