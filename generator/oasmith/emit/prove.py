"""Proof before writing: spec text stands in constants, docstrings and comments only."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from symtable import symtable
from typing import cast

from ..diagnostics import Report
from ..python.files import FileView, Maker
from .env import Printed

__all__ = ["prove", "prove_layout", "same_shape", "skeleton"]


def prove(printed: Printed, view: FileView, report: Report) -> bool:
    """Whether a file as it was rendered is sound; what is not is reported (OUT001).

    A Python file parses, and its syntax tree, text constants set aside, is
    that of the same view printed with harmless texts. A TOML file parses to
    the same shape as that one.
    """
    if not view.path.endswith((".py", ".toml")):
        return True
    same = _same_outline if view.path.endswith(".toml") else same_shape
    return _compare(printed.text, printed.twin, same, view.path, view.maker, report)


def prove_layout(
    path: str, text: str, changed: tuple[str, str], maker: Maker | None, report: Report
) -> bool:
    """Whether formatting left the syntax tree of the file as it was (OUT001).

    ``changed`` is the part of it that was formatted, and what that became.
    """

    def same(before: str, after: str) -> bool:
        check_syntax(text)
        return same_shape(before, after)

    return _compare(*changed, same, path, maker, report)


def _compare(
    one: str,
    other: str,
    same: Callable[[str, str], bool],
    path: str,
    maker: Maker | None,
    report: Report,
) -> bool:
    try:
        if same(one, other):
            return True
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return _report(path, maker, f"does not parse: {error}", report)
    return _report(path, maker, "holds text of the description as code", report)


def _report(path: str, maker: Maker | None, problem: str, report: Report) -> bool:
    report.add(
        "OUT001",
        None if maker is None else maker.place,
        f"{path} {problem}",
        hint="" if maker is None else f"it is made by the template {maker.template}",
    )
    return False


def skeleton(source: str) -> list[str] | None:
    """Python source in pieces: "#" for each comment, "" for each text, and the rest.

    Python reads text constants from left to right as this does, so two modules
    that parse and have one skeleton have one syntax tree but for such texts.
    None where a formatted text hides code from this.
    """
    pieces = _TOKENS.split(source)
    # Every other piece is "" for a comment and None for a text, the prefix before it.
    marks = ["" if one is None else "#" for one in pieces[1::2]]
    for before, mark in zip(pieces[::2], marks, strict=False):
        # Next to no piece ends as the search wants it, which reads it from the start.
        if before[-1:] in _PREFIXES and not mark and _FORMATTED.search(before):
            return None
    pieces[1::2] = marks
    return pieces


def same_shape(one: str, other: str) -> bool:
    """Whether two modules have one syntax tree, text constants set aside.

    Raises SyntaxError or ValueError when one of them is no Python.
    """
    bones = skeleton(one)
    if bones is not None and bones == skeleton(other):
        check_syntax(one)
        return True
    return _shape(ast.parse(one)) == _shape(ast.parse(other))


def check_syntax(source: str) -> None:
    """Raises SyntaxError or ValueError for what is no Python.

    As ``ast.parse``, without making Python objects of the tree.
    """
    symtable(source, "<generated>", "exec")


# Of each alternative the first letter is known, with no group around it, and runs of
# letters are taken whole: so the search is six times as fast.
_TOKENS = re.compile(
    r"""#()[^\r\n]*"""
    r"""|\"\"\"[^\\"]*(?:(?:\\.|"(?!""))[^\\"]*)*\"\"\""""
    r"""|\'\'\'[^\\']*(?:(?:\\.|'(?!''))[^\\']*)*\'\'\'"""
    r"""|"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*\""""
    r"""|'[^'\\\r\n]*(?:\\.[^'\\\r\n]*)*'""",
    re.DOTALL,
)
_PREFIXES = frozenset("fFtTrR")
_FORMATTED = re.compile("(?<![A-Za-z0-9_])(?:[fFtT][rR]?|[rR][fFtT])$")


def _shape(tree: ast.AST) -> list[object]:
    return list(_flat(tree))


def _flat(tree: ast.AST) -> Iterator[object]:
    """Every node and value of a tree in order, positions and texts left out."""
    pending: list[object] = [tree]
    while pending:
        value = pending.pop()
        if isinstance(value, ast.Constant):
            constant: object = value.value
            yield type(constant).__name__
            yield None if isinstance(constant, str | bytes) else constant
        elif isinstance(value, ast.AST):
            yield type(value).__name__
            pending.extend(getattr(value, name, None) for name in value._fields)
        elif isinstance(value, list):
            items = cast("list[object]", value)
            yield len(items)
            pending.extend(items)
        else:
            yield value


def _same_outline(one: str, other: str) -> bool:
    """Whether two TOML documents have one shape. Raises ValueError for what is none."""
    return _outline(one) == _outline(other)


def _outline(text: str) -> object:
    """A TOML document with its texts, and keys that are texts, left out."""
    return _outlined(tomllib.loads(text))


def _outlined(value: object) -> object:
    match value:
        case dict():
            entries = cast("dict[str, object]", value).values()
            return sorted(repr(_outlined(entry)) for entry in entries)
        case list():
            return [_outlined(entry) for entry in cast("list[object]", value)]
        case str():
            return "text"
        case _:
            return repr(value)
