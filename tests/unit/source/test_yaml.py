"""YAML is read by the 1.2 core schema, within bounds."""

from __future__ import annotations

import gc
import math

import pytest

from oasmith.source.document import Document, JsonValue
from oasmith.source.errors import SourceError
from oasmith.source.load import load_text


def read(text: str) -> Document:
    return load_text(text, "spec.yaml")


def value_of(scalar: str) -> JsonValue:
    value = read(f"key: {scalar}\n").value
    assert isinstance(value, dict)
    return value["key"]


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "on",
        "off",
        "y",
        "N",
        "12:30",
        "1:20:30",
        "2024-01-31",
        "1_000",
        "2024-01-31T10:00:00Z",
        "0b11",
        "1e",
        ".",
        "+",
        "truE",
        "nUll",
        "0o8",
        "0xg",
        "<<x",
        "=",
        "1.2.3",
        "--1",
        "infinity",
        "NaN",
    ],
)
def test_what_yaml_1_1_took_for_something_else_stays_text(text: str) -> None:
    assert value_of(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-17", -17),
        ("+3", 3),
        ("010", 10),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("-.inf", -math.inf),
        ("+.INF", math.inf),
        ("123456789012345678901234567890", 123456789012345678901234567890),
        ("'no'", "no"),
        ('"12"', "12"),
        ("!!str 12", "12"),
        ('!!int "12"', 12),
        ('!!float "1"', 1.0),
        ('!!bool "true"', True),
        ('!!null ""', None),
        ("! 12", "12"),
    ],
)
def test_a_scalar_has_the_value_of_the_core_schema(text: str, value: JsonValue) -> None:
    found = value_of(text)
    assert found == value
    assert type(found) is type(value)


def test_not_a_number_is_a_number() -> None:
    found = value_of(".NaN")
    assert isinstance(found, float)
    assert math.isnan(found)


def test_keys_keep_their_written_text() -> None:
    document = read(
        "200: a\n0x10: b\ntrue: c\nnull: d\nno: e\n1.10: f\n2024-01-01: g\n"
    )
    assert isinstance(document.value, dict)
    assert list(document.value) == [
        "200",
        "0x10",
        "true",
        "null",
        "no",
        "1.10",
        "2024-01-01",
    ]


def test_a_merge_key_brings_in_what_is_not_there() -> None:
    document = read("a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\n")
    assert document.value == {"a": {"x": 1, "y": 2}, "b": {"y": 3, "x": 1}}


def test_of_several_merged_mappings_the_first_one_wins() -> None:
    document = read("a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc:\n  <<: [*a, *b]\n")
    assert isinstance(document.value, dict)
    assert document.value["c"] == {"x": 1, "y": 2}


def test_a_quoted_merge_key_is_a_name() -> None:
    assert read("a: {'<<': 1}\n").value == {"a": {"<<": 1}}


def test_a_merge_of_something_else_is_a_problem() -> None:
    document = read("a:\n  <<: 5\n  b: 1\n")
    assert document.value == {"a": {"b": 1}}
    assert [problem.code for problem in document.problems] == ["SRC015"]


def test_an_alias_stands_for_its_anchor() -> None:
    assert read("a: &x [1, 2]\nb: *x\nc: &y z\nd: *y\n").value == {
        "a": [1, 2],
        "b": [1, 2],
        "c": "z",
        "d": "z",
    }


def test_a_bomb_of_aliases_is_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in range(1, 12):
        inner = ", ".join([f"*a{level - 1}"] * 10)
        lines.append(f"a{level}: &a{level} [{inner}]")
    with pytest.raises(SourceError, match="more than 2,000,000 values") as caught:
        read("\n".join(lines))
    assert caught.value.code == "SRC010"
    assert caught.value.line is not None


def test_an_alias_inside_its_own_anchor_is_refused() -> None:
    with pytest.raises(SourceError, match="inside its own anchor") as caught:
        read("a: &a\n  b: *a\n")
    assert (caught.value.code, caught.value.line, caught.value.column) == (
        "SRC010",
        2,
        6,
    )


def test_an_alias_without_anchor_is_refused() -> None:
    with pytest.raises(SourceError, match="no anchor '&x'"):
        read("a: *x\n")


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_deep_nesting_is_refused(opening: str) -> None:
    with pytest.raises(SourceError, match="200 levels") as caught:
        read(f"a: {opening * 500}")
    assert caught.value.code == "SRC009"
    assert "components" in caught.value.hint


def test_a_second_document_is_refused_where_it_begins() -> None:
    with pytest.raises(SourceError) as caught:
        read("a: 1\n---\nb: 2\n")
    assert (caught.value.code, caught.value.line) == ("SRC011", 2)


def test_one_document_may_be_marked_as_such() -> None:
    assert read("%YAML 1.2\n---\na: 1\n...\n").value == {"a": 1}


def test_an_unknown_tag_is_passed_over_and_said() -> None:
    document = read("a: !include other.yaml\nb: !thing {x: 1}\nc: !!int no\n")
    assert document.value == {"a": "other.yaml", "b": {"x": 1}, "c": "no"}
    assert [(p.code, p.line) for p in document.problems] == [
        ("SRC014", 1),
        ("SRC014", 2),
        ("SRC014", 3),
    ]


def test_a_key_that_is_a_collection_is_left_out_and_said() -> None:
    document = read("a: 1\n? [b]\n: 2\nc: {{x}}\n")
    assert isinstance(document.value, dict)
    assert list(document.value) == ["a", "c"]
    assert {problem.code for problem in document.problems} == {"SRC015"}


def test_a_duplicate_key_is_a_problem_that_names_both_lines() -> None:
    document = read("a:\n  x: 1\n  y: 2\n  x: 3\n")
    (problem,) = document.problems
    assert document.value == {"a": {"x": 3, "y": 2}}
    assert (problem.code, problem.line, problem.column) == ("SRC013", 4, 3)
    assert problem.pointer == ("a", "x")
    assert "first on line 2" in problem.message


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read(end: str) -> None:
    assert read(end.join(["a:", "  b: 1", "c: |", "  x", "  y", ""])).value == {
        "a": {"b": 1},
        "c": "x\ny\n",
    }


def test_tabs_for_indentation_are_an_error_with_a_place() -> None:
    with pytest.raises(SourceError) as caught:
        read("a:\n\tb: 1\n")
    assert (caught.value.code, caught.value.line) == ("SRC006", 2)
    assert "tabs" in caught.value.hint


@pytest.mark.parametrize("text", ["a: [1, 2", "a: 'x", "a: b: c", "a: @x", "a: \x01"])
def test_what_is_no_yaml_is_an_error_with_words(text: str) -> None:
    with pytest.raises(SourceError, match="not YAML") as caught:
        read(text)
    assert caught.value.code == "SRC006"


@pytest.mark.parametrize("text", ["", "  \n\n", "# nothing\n", "---\n"])
def test_an_empty_document_is_no_description(text: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(text)
    assert caught.value.code in ("SRC004", "SRC007")


def test_the_garbage_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    read("a: 1\n")
    assert gc.isenabled()
    gc.disable()
    try:
        with pytest.raises(SourceError):
            read("a: [")
        assert not gc.isenabled()
    finally:
        gc.enable()
