"""JSON is read strictly, and as YAML where it is only nearly JSON."""

from __future__ import annotations

import json

import pytest

from oasmith.source.errors import SourceError
from oasmith.source.load import load_text


def test_json_is_read_as_json() -> None:
    document = load_text('{"a": [1, 2.5, null, true, "x"]}', "spec.json")
    assert document.syntax == "json"
    assert document.value == {"a": [1, 2.5, None, True, "x"]}


def test_comments_and_trailing_commas_make_it_yaml() -> None:
    document = load_text('{"a": 1, # one\n "b": [2,],\n}', "spec.json")
    assert document.syntax == "yaml"
    assert document.value == {"a": 1, "b": [2]}


def test_json_in_a_yaml_file_is_read_as_json() -> None:
    assert load_text(' \n{"a": 1}', "spec.yaml").syntax == "json"


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_numbers_json_does_not_have_are_no_numbers(number: str) -> None:
    document = load_text(f'{{"a": {number}}}', "spec.json")
    assert document.syntax == "yaml"
    assert document.value == {"a": number}


def test_a_syntax_error_has_its_position() -> None:
    with pytest.raises(SourceError) as caught:
        load_text('{\n  "a": 1\n  "b": 2\n}', "spec.json")
    error = caught.value
    assert (error.code, error.file, error.line, error.column) == (
        "SRC006",
        "spec.json",
        3,
        3,
    )


def test_of_two_errors_the_one_further_in_is_told() -> None:
    with pytest.raises(SourceError, match="not YAML") as caught:
        load_text("{a: 1,\n b: [}\n", "spec.yaml")
    assert caught.value.line == 2


def test_a_duplicate_key_names_both_lines() -> None:
    text = '{\n  "a": {"x": 1,\n    "y": 2,\n    "x": 3}\n}'
    document = load_text(text, "spec.json")
    (problem,) = document.problems
    assert document.value == {"a": {"x": 3, "y": 2}}
    assert (problem.code, problem.line, problem.column) == ("SRC013", 4, 5)
    assert problem.pointer == ("a", "x")
    assert "first on line 2" in problem.message


@pytest.mark.parametrize("levels", [300, 100_000])
def test_deep_nesting_is_refused(levels: int) -> None:
    with pytest.raises(SourceError) as caught:
        load_text('{"a": ' + "[" * levels + "]" * levels + "}", "spec.json")
    assert caught.value.code == "SRC009"
    assert "components" in caught.value.hint


def test_a_big_integer_is_kept() -> None:
    document = load_text(f'{{"a": {10**40}}}', "spec.json")
    assert document.value == {"a": 10**40}


def test_an_integer_of_absurd_length_is_text_and_no_crash() -> None:
    document = load_text('{"a": ' + "9" * 10_000 + "}", "spec.json")
    assert document.value == {"a": "9" * 10_000}


def test_half_a_character_becomes_a_replacement_and_a_problem() -> None:
    document = load_text(r'{"a": "x\ud800y", "b": "\ud83d\ude00"}', "spec.json")
    assert document.value == {"a": "x\ufffdy", "b": "😀"}
    assert [problem.code for problem in document.problems] == ["SRC016"]


def test_whole_pairs_are_no_problem() -> None:
    assert load_text(json.dumps({"a": "😀"}), "spec.json").problems == ()
