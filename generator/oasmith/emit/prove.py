"""Proof before writing: spec text stands in constants, docstrings and comments only."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from typing import cast

from ..diagnostics import Report
from .env import Environments
from .faults import TemplateFault
from .format import Formatted

__all__ = ["prove", "same_shape", "skeleton"]


def prove(files: Iterable[Formatted], templates: Environments, report: Report) -> bool:
    """Whether every new file is sound; what is not is reported (OUT001).

    A Python file parses, and its syntax tree, text constants set aside, is
    that of the same view printed with harmless texts. A TOML file parses to
    the same shape as that one.
    """
    sound = True
    for file in files:
        problem = _problem(file, templates) if file.is_new else ""
        if problem:
            sound = False
            view = file.view
            report.add(
                "OUT001",
                view.places[0] if view is not None and view.places else None,
                f"{file.path} {problem}",
                hint=(
                    ""
                    if view is None
                    else f"it is made by the template {view.template}"
                ),
            )
    return sound


def skeleton(source: str) -> list[str | None] | None:
    """Python source without what its texts and comments say: what is between them.

    Python reads text constants from left to right as this does, so two modules
    that parse and have one skeleton have one syntax tree but for such texts.
    None where a formatted text hides code from this.
    """
    pieces: list[str | None] = _TOKENS.split(source)
    return None if any(map(_hides_code, pieces[::2])) else pieces


def _hides_code(piece: str | None) -> bool:
    """Whether what stands before a text ends with the prefix of a formatted one."""
    prefix = (piece or "")[-2:]
    return prefix[-1:].isalpha() and not _FORMATTED.isdisjoint(prefix)


def same_shape(one: str, other: str) -> bool:
    """Whether two modules have one syntax tree, text constants set aside.

    Raises SyntaxError or ValueError when one of them is no Python.
    """
    bones = skeleton(one)
    if bones is not None and bones == skeleton(other):
        _compiles(one)
        return True
    return _shape(ast.parse(one)) == _shape(ast.parse(other))


def _compiles(source: str) -> None:
    """Raise SyntaxError or ValueError where it is no Python.

    The code is thrown away: it costs half of a tree of Python objects.
    """
    compile(source, "<generated>", "exec", dont_inherit=True)


_TOKENS = re.compile(
    r"""(#)[^\r\n]*"""
    r"""|\'\'\'(?:\\.|[^\\])*?\'\'\'|\"\"\"(?:\\.|[^\\])*?\"\"\""""
    r"""|'(?:\\.|[^'\\\r\n])*'|"(?:\\.|[^"\\\r\n])*\"""",
    re.DOTALL,
)
"""Texts, their prefixes aside, and comments; what begins comments is told apart."""

_FORMATTED = frozenset("fFtT")


def _problem(file: Formatted, templates: Environments) -> str:
    """What is wrong with a file; "" for nothing."""
    view = file.view
    if view is None or not file.path.endswith((".py", ".toml")):
        return ""
    try:
        twin = templates.render_twin(view.template, view.view)
    except TemplateFault as fault:
        return f"cannot be proven: {fault}"
    try:
        if file.path.endswith(".toml"):
            proven = _outline(file.text) == _outline(twin)
        else:
            proven = same_shape(file.raw, twin) and _still_parses(file)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return f"does not parse: {error}"
    return "" if proven else "holds text of the description as code"


def _still_parses(file: Formatted) -> bool:
    """Whether formatting left the syntax tree as it was."""
    if file.raw == file.text:
        return True
    _compiles(file.text)
    return same_shape(*file.changed)


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
