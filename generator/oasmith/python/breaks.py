"""Where black breaks a type: between alternatives, in brackets, between their items.

The brackets and commas of a type are found in its twin, where those of texts from the
description are harmless letters at the same columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import LiteralString

from ..source.values import Frozen
from .code import Code

__all__ = ["Subscript", "alternatives_of", "items_of", "subscript_of"]


class Subscript(Frozen):
    """A subscription: ``head`` to its opening bracket, and what stands in it."""

    head: Code
    inner: Code


def alternatives_of(type_: Code) -> tuple[Code, ...]:
    """What stands between ``|`` outside all brackets."""
    return tuple(_split(type_, " | "))


def items_of(inner: Code) -> tuple[Code, ...]:
    """What stands between commas outside all brackets."""
    return tuple(_split(inner, ", "))


def subscript_of(type_: Code) -> Subscript | None:
    """The brackets that a type ends with; None where there are none."""
    at = type_.twin.find("[")
    if at < 0 or not type_.twin.endswith("]") or not _is_aligned(type_):
        return None
    return Subscript(_cut(type_, 0, at + 1), _cut(type_, at + 1, len(type_.twin) - 1))


def _split(code: Code, separator: LiteralString) -> Iterator[Code]:
    twin = code.twin
    if separator not in twin or not _is_aligned(code):
        yield code
        return
    start = depth = 0
    for at, letter in enumerate(twin):
        if letter in "[(":
            depth += 1
        elif letter in "])":
            depth -= 1
        elif not depth and at >= start and twin.startswith(separator, at):
            yield _cut(code, start, at)
            start = at + len(separator)
    yield _cut(code, start, len(twin))


def _is_aligned(code: Code) -> bool:
    """Whether columns of the twin are those of the text: no letter is a wide one."""
    return len(code.text) == len(code.twin)


def _cut(code: Code, start: int, end: int) -> Code:
    return Code(code.text[start:end], code.twin[start:end])
