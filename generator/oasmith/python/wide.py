"""The statements of a module that are too wide, to be laid out on their own.

Black lays out a statement by itself and its indentation alone. So a module whose other
lines are laid out already need not go through it as a whole: its wide statements are
put into one module of their own, which is formatted, and put back.

Where each parameter of a definition has lines of its own, black lays it out by itself
too. So of a definition with parameters that are too wide only these are taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from ..source.values import Frozen
from .code import width
from .fit import LIMIT

__all__ = ["Statement", "in_one_module", "laid_out", "replaced", "wide_statements"]


class Statement(Frozen):
    """Lines of a module from ``start``, counted from 0, to before ``end``.

    A compound statement is its header alone. ``is_parameter``: it is no more than a
    parameter of a definition.
    """

    start: int
    end: int
    text: str
    is_parameter: bool = False

    @property
    def piece(self) -> str:
        """Tells it from all that black lays out otherwise."""
        return f"{self.text}{_CUT}{self.is_parameter}"

    @property
    def depth(self) -> int:
        """How many blocks it stands in."""
        return (len(self.text) - len(self.text.lstrip(" "))) // _INDENT

    @property
    def is_header(self) -> bool:
        """Whether a block has to follow."""
        return self.text.endswith(":") and not self.is_parameter

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
    found: list[Statement] = []
    for whole in _holding(wide, bare, range(len(bare))):
        there = wide[bisect_left(wide, whole.start) : bisect_left(wide, whole.stop)]
        parts = _parameters(there, bare, whole)
        for part in parts or [whole]:
            text = "\n".join(lines[part.start : part.stop])
            found.append(Statement(part.start, part.stop, text, bool(parts)))
    return tuple(found)


def _holding(
    wide: Sequence[int], bare: Sequence[str], within: range
) -> Iterator[range]:
    """The lines of the statements ``within`` that hold the lines ``wide``, in order.

    Of the parameters, where it is they that stand there.
    """
    waiting = iter(wide)
    awaited = next(waiting)
    start, depth = within.start, 0
    for number in within:
        line = bare[number]
        depth += sum(map(line.count, "([{")) - sum(map(line.count, ")]}"))
        if depth:
            continue
        if awaited <= number:
            yield range(start, number + 1)
            while awaited <= number:
                awaited = next(waiting, within.stop)
        start = number + 1
    if awaited < within.stop:  # brackets that are never closed
        yield range(start, within.stop)


def _parameters(wide: Sequence[int], bare: Sequence[str], whole: range) -> list[range]:
    """The lines of those parameters of a definition that hold the lines ``wide``.

    None where it is no definition, where not each of these has lines of its own, or
    where something else is too wide as well.
    """
    first, last = bare[whole.start], bare[whole.stop - 1]
    if _DEFINITION.fullmatch(first) is None or not last.lstrip().startswith(")"):
        return []
    inside = range(whole.start + 1, whole.stop - 1)
    if wide[0] not in inside or wide[-1] not in inside:
        return []
    found = list(_holding(wide, bare, inside))
    return found if all(bare[one.stop - 1].endswith(",") for one in found) else []


def in_one_module(statements: Iterable[Statement]) -> str:
    """A module of these statements, each in as many blocks as it stands in."""
    return "".join([f"{_in_blocks(one)}{_CUT}\n" for one in statements])


def _in_blocks(statement: Statement) -> str:
    depth = statement.depth
    spaces = [" " * _INDENT * level for level in range(depth + 2)]
    if statement.is_parameter:
        depth -= 1
        before = f"{spaces[depth]}def _(\n{spaces[depth + 1]}_,\n"
        after = f"{spaces[depth]}):\n{spaces[depth + 1]}pass\n"
    else:
        before = ""
        after = f"{spaces[depth + 1]}pass\n" if statement.is_header else ""
    blocks = "".join([f"{spaces[level]}{_BLOCK}\n" for level in range(depth)])
    return f"{blocks}{before}{statement.text}\n{after}"


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
    start, end = statement.depth, len(lines)
    if statement.is_parameter:
        # Black may leave a line empty before the definition.
        start, end = lines.index(" " * _INDENT * statement.depth + "_,") + 1, end - 2
    elif statement.is_header:
        end -= 1
    return "\n".join(lines[start:end]).strip("\n")


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
_DEFINITION = re.compile(r" *(?:async )?def \w+\(")
_BOUND = re.compile(r" *(?:@|elif\b|else\b|except\b|finally\b|case\b)")
_WIDE = re.compile(r"^.{89,}$", re.MULTILINE)
_TEXTS = re.compile(
    r'#[^\n]*|"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"' r"|'(?:\\.|[^'\\\n])*'",
    re.DOTALL,
)
_UNBREAKABLE = re.compile(
    # An entry of a dict.
    r' +"(?:\\.|[^"\\])*": (?:[\w.]+,|"(?:\\.|[^"\\])*",|[{([])'
    r"| +(?:\"(?:\\.|[^\"\\])*\": )?'(?:\\.|[^'\\])*',"
    r'| +(?:"(?:\\.|[^"\\])*",|(?:\| )?[\w.]+,?)'  # an item of a list, a name
    r"| +\w+ as \w+,"  # an imported name
    r'| +\w+="(?:\\.|[^"\\])*",'  # an argument
    r"| +\w+: [\w.]+,"  # a parameter
    r'| +\w+ = "(?:\\.|[^"\\]){80,}"'  # a text that is too wide by itself
    r"| *(?:class \w+|from [\w.]+ import )\("
)
