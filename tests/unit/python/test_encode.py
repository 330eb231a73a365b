"""The encoders: whatever the text, what comes out is what it should be, and no more."""

from __future__ import annotations

import ast
import tomllib

import black
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oasmith.python.code import Code, build, fixed, join
from oasmith.python.encode import (
    comment,
    constant,
    dotted,
    identifier,
    literal,
    markdown,
    markdown_cell,
    markdown_code,
    path_component,
    toml_key,
    toml_string,
)

ANY_TEXT = st.text(st.characters(), max_size=30)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | ANY_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner),
    max_leaves=8,
)


@given(ANY_TEXT)
def test_a_constant_evaluates_to_its_text(text: str) -> None:
    assert ast.literal_eval(constant(text).text) == text


@given(ANY_TEXT)
def test_a_constant_is_printable(text: str) -> None:
    assert constant(text).text.isprintable()


@given(st.text(st.sampled_from("ab'\"\\\n\x00é\u202e{"), max_size=12))
def test_black_would_write_a_constant_so(text: str) -> None:
    source = f"x = {constant(text).text}\n"
    assert black.format_str(source, mode=black.Mode()) == source


@given(JSON)
def test_a_literal_evaluates_to_its_value(value: object) -> None:
    assert eval(literal(value).text, {"float": float, "__builtins__": {}}) == value


def test_numbers_python_cannot_write_are_called() -> None:
    assert literal(float("inf")).text == 'float("inf")'


def test_a_literal_of_something_else_is_refused() -> None:
    with pytest.raises(TypeError, match="not a JSON value"):
        literal({1, 2})


@pytest.mark.parametrize("name", ["a b", "1a", "class", "", "a.b", "ﬁ", "a\n"])
def test_an_identifier_is_checked(name: str) -> None:
    with pytest.raises(ValueError, match="not an identifier"):
        identifier(name)


def test_a_dotted_name_is_checked_part_by_part() -> None:
    assert dotted("os.path").text == "os.path"
    with pytest.raises(ValueError, match="not an identifier"):
        dotted("os.import")


@given(ANY_TEXT)
def test_a_comment_is_one_comment(text: str) -> None:
    source = comment(text).text
    assert source.startswith("#")
    assert len(source.splitlines()) == 1
    assert ast.parse(source).body == []


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_toml_reads_a_string_back(text: str) -> None:
    source = f"{toml_key(text).text} = {toml_string(text).text}\n"
    assert tomllib.loads(source) == {text: text}


def test_markdown_shows_text_as_it_is() -> None:
    assert markdown("a_b _x_ *c* <d> [e](f) [g] `h` A&B &lt;").text == (
        r"a_b \_x\_ \*c\* \<d> [e\](f) [g] \`h\` A&B \<"
    )
    assert markdown("# no heading\n- no item\n1. none").text == (
        "\\# no heading\n\\- no item\n1\\. none"
    )


@given(ANY_TEXT)
def test_a_table_cell_stays_in_its_cell(text: str) -> None:
    cell = markdown_cell(text).text
    assert "\n" not in cell
    assert "|" not in cell.replace("\\\\", "").replace("\\|", "")


@given(ANY_TEXT)
def test_a_code_span_is_closed(text: str) -> None:
    span = markdown_code(text).text
    fence = span[: len(span) - len(span.lstrip("`"))]
    assert "|" not in span
    assert span.endswith(fence)
    assert fence not in span[len(fence) : -len(fence)] or not span.strip("` ")


@pytest.mark.parametrize(
    "name", ["", "..", "a/b", ".hidden", "con", "nul.py", "a\\b", "a\x00", "a.", " a"]
)
def test_a_path_component_is_checked(name: str) -> None:
    with pytest.raises(ValueError, match="not a file name"):
        path_component(name)


def test_the_twin_is_as_wide_as_the_text() -> None:
    made = build("x = ", constant("a \u202e\n日本"), ", ", literal(["b"]))
    assert len(made.twin) >= len(made.text)
    assert "日" not in made.twin
    assert "b" not in made.twin


def test_code_is_not_turned_into_a_string() -> None:
    with pytest.raises(TypeError):
        str(fixed("x"))


def test_joining_keeps_both() -> None:
    assert join(", ", [Code("a", "x"), fixed("b")]) == Code("a, b", "x, b")
