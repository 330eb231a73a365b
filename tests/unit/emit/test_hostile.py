"""Hostile text in every leaf comes out in constants, docstrings and comments only."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Mapping
from functools import cache

import black
import pytest

from oasmith.diagnostics import Report
from oasmith.emit.env import Environments
from oasmith.emit.project import project
from oasmith.emit.standing import Standing

from ..python.wasabi import WASABI
from .hostile import HOSTILE, hostile_context

TEMPLATES = Environments()


@cache
def made(text: str) -> Mapping[str, str]:
    report = Report()
    context = hostile_context(text)
    found = project(context, TEMPLATES, Standing.nothing(context), 1, report)
    assert report.diagnostics == ()
    assert found is not None
    return {
        file.path: file.text for file in found.files if "/_runtime/" not in file.path
    }


class Words(ast.NodeTransformer):
    """Takes out what text of a description may decide: constants and docstrings."""

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        blank = isinstance(node.value, str | int) and not isinstance(node.value, bool)
        return ast.Constant("") if blank else node

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        if isinstance(node.value, ast.Constant):
            return None
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """Which examples there are depends on which texts can be examples."""
        if isinstance(node.target, ast.Name) and node.target.id == "_EXAMPLES":
            assert node.value is not None
            assert isinstance(ast.literal_eval(node.value), dict)
            node.value = None
        return self.generic_visit(node)

    def visit_Pass(self, node: ast.Pass) -> None:
        """A class without words and fields has a ``pass``."""
        return


def bones(source: str) -> str:
    return ast.dump(Words().visit(ast.parse(source)))


PLAIN = made("plain")


@pytest.mark.parametrize("text", HOSTILE)
def test_the_code_is_that_of_a_harmless_description(text: str) -> None:
    for path, source in made(text).items():
        if path.endswith(".py"):
            assert bones(source) == bones(PLAIN[path]), path


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_written_is_readable(text: str) -> None:
    for path, source in made(text).items():
        assert source.replace("\n", "").isprintable(), path
        source.encode("utf-8")


MIXED = ("".join(HOSTILE), "\n\n".join(HOSTILE), *HOSTILE[-3:])


@pytest.mark.parametrize("text", MIXED)
def test_what_is_written_is_black_clean(text: str) -> None:
    for path, source in made(text).items():
        if path.endswith(".py"):
            assert black.format_str(source, mode=black.Mode()) == source, path


@pytest.mark.parametrize("text", HOSTILE)
def test_metadata_is_read_back(text: str) -> None:
    if any(0xD800 <= ord(letter) < 0xE000 for letter in text):
        pytest.skip("TOML has no lone surrogates")
    read = tomllib.loads(made(text)["pyproject.toml"])
    assert read["project"]["authors"] == [{"name": text}]
    assert read["project"]["urls"] == {text: text}
    assert read["project"]["name"] == WASABI.settings.distribution
