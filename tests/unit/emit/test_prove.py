"""The proof: text that gets out of its place is found."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oasmith.diagnostics import Report
from oasmith.emit.env import Environments
from oasmith.emit.prove import prove, prove_layout, same_shape, skeleton
from oasmith.emit.record import FileHashes, digest
from oasmith.emit.render import render
from oasmith.ir.names import Place
from oasmith.python.code import Code
from oasmith.python.files import FileView, Maker

from ..python.wasabi import WASABI
from .left import left


def proven(
    tmp_path: Path, template: str, value: Code, report: Report, path: str = "a.py"
) -> bool:
    """Whether a file printed by ``template`` from one value is sound."""
    (tmp_path / "t.jinja").write_text(template, encoding="utf-8")
    templates = Environments([tmp_path])
    view = FileView(path, Maker("t.jinja", Place("spec.yaml", ("info",))), value)
    return prove(templates.render("t.jinja", value), view, report)


def test_code_that_is_like_its_twin_is_sound(tmp_path: Path) -> None:
    assert proven(tmp_path, "x = {{ view }}\n", Code('"a"', '"x"'), Report())


def test_text_that_became_code_is_reported_with_template_and_place(
    tmp_path: Path,
) -> None:
    report = Report()
    assert not proven(tmp_path, "x = {{ view }}\n", Code("a.b", "x"), report)
    (found,) = report.diagnostics
    assert found.code == "OUT001"
    assert found.place == Place("spec.yaml", ("info",))
    assert "a.py holds text of the description as code" in found.message
    assert "t.jinja" in found.hint


def test_a_file_that_does_not_parse_is_reported(tmp_path: Path) -> None:
    report = Report()
    assert not proven(tmp_path, "x = (\n", Code("", ""), report)
    assert "does not parse" in report.diagnostics[0].message


def test_toml_is_proven_too(tmp_path: Path) -> None:
    value = Code("1\nb = 2", "1")
    assert not proven(tmp_path, "a = {{ view }}\n", value, Report(), "a.toml")


def test_a_file_of_the_last_run_is_not_proven_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = render(WASABI, Environments(), left(), Report())
    assert found is not None
    monkeypatch.setattr("oasmith.emit.render.prove", None)
    known = {one.path: FileHashes(digest(one.text), "") for one in found}
    assert render(WASABI, Environments(), left(known), Report()) == found


@pytest.mark.parametrize(
    ("text", "came"), [("x = (1)\n", "x = 2\n"), ("x = (\n", "x = 1\n")]
)
def test_what_formatting_made_something_else_of_is_reported(
    text: str, came: str
) -> None:
    assert not prove_layout("a.py", text, ("x = 1\n", came), None, Report())
    assert prove_layout("a.py", "x = 1\n", ("x = (1)\n", "x = 1\n"), None, Report())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ('x = "a"', 'x = "b"', True),
        ('x = "a" "b"', 'x = "ab"', True),
        ("x = 1", "x = 2", False),
        ("x = a", "x = b", False),
        ("x = 'a'  # one", 'x = "b"  # other', True),
        ('x = f"{a}"', 'x = f"{b}"', False),
        ('x = """a\n"""', 'x = """b"""', True),
        ("x = b'a'", "x = 'a'", False),
        ("import a", "import b", False),
        ("'a'; b", "'a'; b()", False),
    ],
)
def test_shapes_differ_in_all_but_text(one: str, other: str, same: bool) -> None:
    assert same_shape(one, other) is same


PIECES = st.sampled_from(
    [
        "a",
        "'",
        '"',
        "'''",
        '"""',
        "\\",
        "#",
        "\n",
        " ",
        "b'",
        'r"',
        "x = ",
        "(",
        ")",
        "u'",
    ]
)


@given(
    st.lists(PIECES, max_size=12).map("".join),
    st.lists(PIECES, max_size=12).map("".join),
)
def test_one_skeleton_means_one_tree(one: str, other: str) -> None:
    try:
        trees = [ast.parse(one), ast.parse(other)]
    except (SyntaxError, ValueError):
        return
    if skeleton(one) == skeleton(other) is not None:
        assert blank(trees[0]) == blank(trees[1])


def blank(tree: ast.Module) -> str:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
            node.value, node.kind = "", None
    return ast.dump(tree)
