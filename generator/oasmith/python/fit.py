"""Laying code out in 88 columns, the way black leaves it alone."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from functools import lru_cache
from typing import LiteralString, TypeAlias, assert_never

from ..source.values import Frozen, replace
from .breaks import alternatives_of, items_of, subscript_of
from .code import NOTHING, Code, build, fixed, join, width

__all__ = [
    "LIMIT",
    "Assignment",
    "Brackets",
    "Group",
    "Node",
    "Parameter",
    "Returns",
    "annotated",
    "assigned",
    "call",
    "class_header",
    "dict_display",
    "entry",
    "lay_out",
    "list_display",
    "named",
    "subscript",
    "tuple_display",
]

LIMIT = 88


class Brackets(Enum):
    """What a pair of brackets is; black splits each kind in its own way."""

    CALL = "call"
    DEFINITION = "definition"
    DISPLAY = "display"
    ONE_TUPLE = "one tuple"
    SUBSCRIPT = "subscript"


class Group(Frozen):
    """Items in brackets; ``head`` ends with the one, ``tail`` begins with the other."""

    kind: Brackets
    head: Code
    items: tuple[Node, ...]
    tail: Code | Returns


class Returns(Frozen):
    """The end of a signature: its closing parenthesis, the type it returns, ``end``."""

    type: Code
    end: Code


class Parameter(Frozen):
    """A parameter or field: its name, the alternatives of its type, its default."""

    name: Code
    alternatives: tuple[Code, ...]
    default: Code | None


class Assignment(Frozen):
    """An assignment; ``target`` is a name, or one with a type."""

    target: Code | Parameter
    value: Code | Group


Node: TypeAlias = Code | Group | Parameter | Assignment


def call(callee: Code, *arguments: Node) -> Group:
    """A call."""
    return Group(Brackets.CALL, build(callee, "("), arguments, fixed(")"))


def named(name: Code, value: Code | Group) -> Code | Group:
    """A keyword argument of a call."""
    return _after_key(name, "=", value)


def entry(key: Code, value: Code | Group) -> Code | Group:
    """An entry of a dict display."""
    return _after_key(key, ": ", value)


def assigned(target: Code, value: Code | Group) -> Assignment:
    """An assignment."""
    return Assignment(target, value)


def annotated(
    name: Code, alternatives: tuple[Code, ...], value: Code | Group | None = None
) -> Node:
    """An annotated name, and what it is given, as a statement."""
    target = Parameter(name, alternatives, None)
    return target if value is None else Assignment(target, value)


def class_header(name: Code, bases: Iterable[Code]) -> Group:
    """The first line of a class."""
    head = build("class ", name, "(")
    return Group(Brackets.CALL, head, tuple(bases), fixed("):"))


def list_display(items: Iterable[Node]) -> Group:
    """A list display."""
    return Group(Brackets.DISPLAY, fixed("["), tuple(items), fixed("]"))


def dict_display(entries: Iterable[Node]) -> Group:
    """A dict display of ``entry`` nodes."""
    return Group(Brackets.DISPLAY, fixed("{"), tuple(entries), fixed("}"))


def tuple_display(items: Iterable[Node]) -> Group:
    """A tuple in parentheses, the comma of a tuple of one included."""
    nodes = tuple(items)
    kind = Brackets.ONE_TUPLE if len(nodes) == 1 else Brackets.DISPLAY
    return Group(kind, fixed("("), nodes, fixed(")"))


def subscript(target: Code, items: Iterable[Node]) -> Group:
    """A subscription such as ``typing.Union[...]``."""
    return Group(Brackets.SUBSCRIPT, build(target, "["), tuple(items), fixed("]"))


def _after_key(key: Code, sign: LiteralString, node: Code | Group) -> Code | Group:
    if isinstance(node, Code):
        return build(key, sign, node)
    return replace(node, head=build(key, sign, node.head))


def lay_out(node: Node, indent: int, after: int = 0) -> Code:
    """The node at ``indent`` columns: on one line, on three, or one item a line.

    ``after`` columns must stay free behind it. The first line carries no
    indentation, as the template prints it. What cannot be broken
    stays as wide as it is (see ``wide``).
    """
    if isinstance(node, Group):
        items = [_flat(item) for item in node.items]
        line = _on_one_line(node, items)
        is_whole = not items or _fits(line, indent, after)
        return line if is_whole else _lay_group(node, items, indent)
    line = _flat(node)
    if _fits(line, indent, after):
        return line
    match node:
        case Code():
            return line
        case Parameter():
            return _lay_parameter(node, indent)
        case Assignment():
            return _lay_assignment(node, indent)
        case _:
            assert_never(node)


def _fits(line: Code, indent: int, after: int = 0) -> bool:
    return indent + width(line.text) + after <= LIMIT


def _lay_group(node: Group, items: list[Code], indent: int) -> Code:
    """A group that does not fit on a line; ``items`` are its own, each on one."""
    inner = indent + 4
    if _may_share_a_line(node):
        body = join(", ", items)
        if _fits(body, inner):
            return _in_lines(node.head, body, _lay_tail(node.tail, indent), indent)
    lines = [
        item if _fits(item, inner, 1) else lay_out(one, inner, 1)
        for one, item in zip(node.items, items, strict=True)
    ]
    body = join(f",{_indented(inner)}", lines)
    comma, tail = _last_comma(node), _lay_tail(node.tail, indent)
    return build(node.head, _indented(inner), body, comma, _indented(indent), tail)


def _in_lines(head: Code, body: Code, tail: Code, indent: int) -> Code:
    """What opens, what stands between, a step further in, and what closes."""
    return build(head, _indented(indent + 4), body, _indented(indent), tail)


def _lay_tail(tail: Code | Returns, indent: int) -> Code:
    line = _flat_tail(tail)
    if isinstance(tail, Code) or _fits(line, indent):
        return line
    end = tail.end
    return _lay_broken(fixed(") -> "), tail.type, end, indent) or line


def _lay_broken(before: Code, type_: Code, after: Code, indent: int) -> Code | None:
    """A type that does not fit between these two; None where it cannot be broken."""
    if len(alternatives_of(type_)) > 1:
        body = _lay_type(type_, indent + 4)
        return _in_lines(build(before, "("), body, build(")", after), indent)
    broken = subscript_of(type_)
    if broken is None:
        return None
    body = _lay_items(broken.inner, indent + 4)
    return _in_lines(build(before, broken.head), body, build("]", after), indent)


def _lay_type(type_: Code, indent: int, after: int = 0, before: Code = NOTHING) -> Code:
    """A type in brackets at ``indent``: what it cannot be broken into stays as wide."""
    line = build(before, type_)
    if _fits(line, indent, after):
        return line
    first, *others = alternatives_of(type_)
    if others:
        lines = [_lay_type(one, indent, before=fixed("| ")) for one in others]
        return _one_a_line([_lay_type(first, indent), *lines], indent)
    return _lay_broken(before, type_, NOTHING, indent) or line


def _one_a_line(lines: list[Code], indent: int) -> Code:
    first, *others = lines
    return build(first, *(build(_indented(indent), line) for line in others))


def _lay_items(inner: Code, indent: int) -> Code:
    """What stands in the brackets of a type."""
    if _fits(inner, indent):
        return inner
    items = items_of(inner)
    if len(items) == 1:
        return _lay_type(inner, indent)
    lines = [build(_lay_type(item, indent, 1), ",") for item in items]
    return _one_a_line(lines, indent)


def _lay_parameter(node: Parameter, indent: int) -> Code:
    """The type broken in its brackets, or in parentheses around its alternatives."""
    after = NOTHING if node.default is None else build(" = ", node.default)
    type_ = join(" | ", node.alternatives)
    broken = _lay_broken(build(node.name, ": "), type_, after, indent)
    return broken or _flat(node)


def _lay_assignment(node: Assignment, indent: int) -> Code:
    value, target = node.value, _flat(node.target)
    start = build(target, " = ")
    head = start if isinstance(value, Code) else build(start, value.head)
    fits = _fits(head, indent)
    if isinstance(value, Group) and (fits or not value.items):
        return lay_out(replace(value, head=head), indent)
    if isinstance(node.target, Parameter) and indent + width(start.text) + 1 > LIMIT:
        split = _lay_parameter(node.target, indent)
        return _after(build(split, " = "), value, indent, len(") = "))
    inner = indent + 4
    if isinstance(value, Code) and (
        inner + width(value.text) > LIMIT or value.text.endswith(("]", ")"))
    ):
        # Too wide anyway, or with brackets of its own: it is left to black.
        return _flat(node)
    laid = lay_out(value, inner)
    return _in_lines(build(start, "("), laid, fixed(")"), indent)


def _after(start: Code, value: Code | Group, indent: int, used: int) -> Code:
    """A value behind what was laid out, whose last line takes ``used`` columns."""
    line = _flat(value)
    if isinstance(value, Code) or indent + used + width(line.text) <= LIMIT:
        return build(start, line)
    group = replace(value, head=build(start, value.head))
    return _lay_group(group, [_flat(item) for item in value.items], indent)


@lru_cache
def _indented(columns: int) -> LiteralString:
    """A new line that begins in this column, however deep that is."""
    return "\n" + " " * columns


def _flat(node: Node) -> Code:
    match node:
        case Code():
            return node
        case Parameter(name, alternatives, default):
            after = NOTHING if default is None else build(" = ", default)
            return build(name, ": ", join(" | ", alternatives), after)
        case Assignment(target, value):
            return build(_flat(target), " = ", _flat(value))
        case Group():
            return _on_one_line(node, [_flat(item) for item in node.items])
        case _:
            assert_never(node)


def _on_one_line(node: Group, items: list[Code]) -> Code:
    comma: LiteralString = "," if node.kind is Brackets.ONE_TUPLE else ""
    return build(node.head, join(", ", items), comma, _flat_tail(node.tail))


def _flat_tail(tail: Code | Returns) -> Code:
    return tail if isinstance(tail, Code) else build(") -> ", tail.type, tail.end)


def _may_share_a_line(node: Group) -> bool:
    """Whether black puts all items on the one line between the brackets if they fit."""
    match node.kind:
        case Brackets.CALL | Brackets.SUBSCRIPT:
            return True
        case Brackets.DEFINITION:
            return len(node.items) > 1
        case Brackets.DISPLAY | Brackets.ONE_TUPLE:
            return False
        case _:
            assert_never(node.kind)


def _last_comma(node: Group) -> LiteralString:
    alone = node.kind is Brackets.SUBSCRIPT and len(node.items) == 1
    return "" if alone else ","
