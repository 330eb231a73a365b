"""The statements of a module that are too wide, to be laid out on their own.

Black lays out a statement by itself and its indentation alone. So a module whose other
lines are laid out already need not go through it as a whole: its wide statements are
put into one module of their own, which is formatted, and put back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..source.values import Frozen
from .code import width
from .fit import LIMIT

__all__ = ["Statement", "in_one_module", "laid_out", "replaced", "wide_statements"]


class Statement(Frozen):
    """Lines of a module from ``start``, counted from 0, to before ``end``.

    A compound statement is its header alone.
    """

    start: int
    end: int
    text: str

    @property
    def depth(self) -> int:
        """How many blocks it stands in."""
        return (len(self.text) - len(self.text.lstrip(" "))) // _INDENT

    @property
    def is_header(self) -> bool:
        """Whether a block has to follow."""
        return self.text.endswith(":")

    @property
    def stands_alone(self) -> bool:
        """Whether it means something without what is before it and after it."""
        return _BOUND.match(self.text) is None


def wide_statements(source: str) -> tuple[Statement, ...]:
    """The statements of ``source`` with a line of code that is too wide.

    Lines inside docstrings do not count, nor those that cannot be broken. What is in
    no statement here black would surely leave alone.
    """
    if _WIDE.search(source) is None and source.isascii():
        return ()
    code = _TEXTS.sub(_without_docstring, source).split("\n")
    wide = [
        number
        for number, line in enumerate(code)
        if width(line) > LIMIT and _UNBREAKABLE.fullmatch(line) is None
    ]
    if not wide:
        return ()
    lines = source.split("\n")
    bare = _TEXTS.sub(_blank, source).split("\n")
    return tuple(
        Statement(start, end, "\n".join(lines[start:end]))
        for start, end in _holding(wide, bare)
    )


def _holding(wide: Sequence[int], bare: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From where to where the statements go that hold the lines ``wide``, in order."""
    waiting = iter(wide)
    awaited = next(waiting)
    start = depth = 0
    for number, line in enumerate(bare):
        depth += sum(map(line.count, "([{")) - sum(map(line.count, ")]}"))
        if depth:
            continue
        if awaited <= number:
            yield start, number + 1
            while awaited <= number:
                awaited = next(waiting, len(bare))
        start = number + 1
    if awaited < len(bare):  # brackets that are never closed
        yield start, len(bare)


def in_one_module(statements: Iterable[Statement]) -> str:
    """A module of these statements, each in as many blocks as it stands in."""
    return "".join([f"{_in_blocks(one)}{_CUT}\n" for one in statements])


def _in_blocks(statement: Statement) -> str:
    depth = statement.depth
    blocks = "".join([" " * _INDENT * level + f"{_BLOCK}\n" for level in range(depth)])
    body = " " * _INDENT * (depth + 1) + "pass\n" if statement.is_header else ""
    return f"{blocks}{statement.text}\n{body}"


def laid_out(module: str, statements: Sequence[Statement]) -> list[str] | None:
    """The statements as the module of them has them after it was formatted.

    None where they cannot be told apart.
    """
    pieces = module.split(f"{_CUT}\n")
    if len(pieces) != len(statements) + 1:
        return None
    return [_of_blocks(*pair) for pair in zip(pieces, statements, strict=False)]


def _of_blocks(piece: str, statement: Statement) -> str:
    lines = piece.strip("\n").split("\n")
    end = len(lines) - 1 if statement.is_header else len(lines)
    return "\n".join(lines[statement.depth : end]).strip("\n")


def replaced(source: str, statements: Sequence[Statement], texts: Sequence[str]) -> str:
    """The module with other texts for these of its statements."""
    lines = source.split("\n")
    for statement, text in zip(reversed(statements), reversed(texts), strict=True):
        lines[statement.start : statement.end] = [text]
    return "\n".join(lines)


def _without_docstring(text: re.Match[str]) -> str:
    return '""' + "\n" * text[0].count("\n") if text[0].startswith('"""') else text[0]


def _blank(text: re.Match[str]) -> str:
    """A text without what may look like a bracket."""
    return "\n" * text[0].count("\n")


_INDENT = 4
_CUT = "_cut_here_"
_BLOCK = "if _:"
_BOUND = re.compile(r" *(?:@|elif\b|else\b|except\b|finally\b|case\b)")
_WIDE = re.compile(r"^.{89,}$", re.MULTILINE)
_TEXTS = re.compile(
    r'#[^\n]*|"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"' r"|'(?:\\.|[^'\\\n])*'",
    re.DOTALL,
)
_UNBREAKABLE = re.compile(
    r' +"(?:\\.|[^"\\])*": (?:[\w.]+,|"(?:\\.|[^"\\])*",|[{([])'  # an entry of a dict
    r'| +(?:"(?:\\.|[^"\\])*",|(?:\| )?[\w.]+,?)'  # an item of a list, a name
    r'| +\w+="(?:\\.|[^"\\])*",'  # an argument
    r"| +\w+: [\w.]+,"  # a parameter
    r'| +\w+ = "(?:\\.|[^"\\]){80,}"'  # a text that is too wide by itself
    r"| *(?:class \w+|from [\w.]+ import )\("
)
