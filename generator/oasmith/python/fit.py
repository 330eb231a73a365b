"""Laying code out in 88 columns, the way black leaves it alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TypeAlias, assert_never

from ..source.values import Frozen, replace
from .code import NOTHING, Code, build, fixed, join, width

__all__ = [
    "LIMIT",
    "Assignment",
    "Brackets",
    "Group",
    "Node",
    "Parameter",
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
    tail: Code


class Parameter(Frozen):
    """A parameter or field: its name, the alternatives of its type, its default."""

    name: Code
    alternatives: tuple[Code, ...]
    default: Code | None


class Assignment(Frozen):
    """An assignment; ``target`` includes an annotation, a group if it may be split."""

    target: Code | Group
    value: Code | Group


Node: TypeAlias = Code | Group | Parameter | Assignment


def call(callee: Code, *arguments: Node) -> Group:
    """A call."""
    return Group(Brackets.CALL, build(callee, "("), arguments, fixed(")"))


def named(name: Code, value: Code | Group) -> Code | Group:
    """A keyword argument of a call."""
    return _prefixed(build(name, "="), value)


def entry(key: Code, value: Code | Group) -> Code | Group:
    """An entry of a dict display."""
    return _prefixed(build(key, ": "), value)


def assigned(target: Code | Group, value: Code | Group) -> Assignment:
    """An assignment."""
    return Assignment(target, value)


def annotated(name: Code, alternatives: tuple[Code, ...], default: Code | None) -> Node:
    """An annotated name at the level of a class, with its default."""
    target = build(name, ": ", join(" | ", alternatives))
    if default is not None and _CLASS_LEVEL + width(target.text) + 4 <= LIMIT:
        # Where " = (" fits, black may break the default instead: it is left to it.
        return build(target, " = ", default)
    return Parameter(name, alternatives, default)


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


def _prefixed(prefix: Code, node: Code | Group) -> Code | Group:
    if isinstance(node, Code):
        return build(prefix, node)
    return replace(node, head=build(prefix, node.head))


def lay_out(node: Node, indent: int, after: int = 0) -> Code:
    """The node at ``indent`` columns: on one line, on three, or one item a line.

    ``after`` columns must stay free behind it. The first line carries no
    indentation, as the template prints it. What cannot be broken
    stays as wide as it is (see ``wide``).
    """
    line = _flat(node)
    if indent + width(line.text) + after <= LIMIT:
        return line
    match node:
        case Code():
            return line
        case Group():
            return _lay_group(node, indent) if node.items else line
        case Parameter():
            return _lay_parameter(node, indent) if len(node.alternatives) > 1 else line
        case Assignment():
            return _lay_assignment(node, indent)
        case _:
            assert_never(node)


def _lay_group(node: Group, indent: int) -> Code:
    inner = indent + 4
    if _may_share_a_line(node):
        body = join(", ", [_flat(item) for item in node.items])
        if inner + width(body.text) <= LIMIT:
            return build(node.head, _line(inner), body, _line(indent), node.tail)
    lines = [build(_line(inner), lay_out(item, inner, 1)) for item in node.items]
    body = build(join(",", lines), _last_comma(node))
    return build(node.head, body, _line(indent), node.tail)


def _lay_parameter(node: Parameter, indent: int) -> Code:
    """Parentheses around the type, the alternatives in one line or one a line."""
    inner = indent + 4
    body = join(" | ", node.alternatives)
    if inner + width(body.text) > LIMIT:
        body = join("", _each_on_a_line(node.alternatives, inner))
    after = NOTHING if node.default is None else build(" = ", node.default)
    return build(node.name, ": (", _line(inner), body, _line(indent), ")", after)


def _each_on_a_line(alternatives: tuple[Code, ...], indent: int) -> Iterator[Code]:
    yield alternatives[0]
    for one in alternatives[1:]:
        yield build(_line(indent), "| ", one)


def _lay_assignment(node: Assignment, indent: int) -> Code:
    value, target = node.value, _flat(node.target)
    start = build(target, " = ")
    if isinstance(value, Code):
        inner = indent + 4
        if inner + width(value.text) > LIMIT or value.text.endswith(("]", ")")):
            # Too wide anyway, or with brackets of its own: it is left to black.
            return _flat(node)
        return build(start, "(", _line(inner), value, _line(indent), ")")
    if indent + width(start.text) + width(value.head.text) <= LIMIT or not value.items:
        return lay_out(_prefixed(start, value), indent)
    fits = indent + width(start.text) + len("(") <= LIMIT
    if isinstance(node.target, Group) and not fits:
        split = build(_lay_group(node.target, indent), " = ")
        line = _flat(value)
        if indent + len("] = ") + width(line.text) <= LIMIT:
            return build(split, line)
        return _lay_group(replace(value, head=build(split, value.head)), indent)
    if " | " in target.text:
        # Black would rather split such a type; it is left to it.
        return lay_out(_prefixed(start, value), indent)
    inner = indent + 4
    laid = lay_out(value, inner)
    return build(start, "(", _line(inner), laid, _line(indent), ")")


_CLASS_LEVEL = 4
_INDENTS = tuple("\n" + " " * columns for columns in range(80))


def _line(indent: int) -> Code:
    text = _INDENTS[indent]
    return Code(text, text)


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
            return _flat_group(node)
        case _:
            assert_never(node)


def _flat_group(node: Group) -> Code:
    items = join(", ", [_flat(item) for item in node.items])
    comma = fixed(",") if node.kind is Brackets.ONE_TUPLE else NOTHING
    return build(node.head, items, comma, node.tail)


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


def _last_comma(node: Group) -> Code:
    alone = node.kind is Brackets.SUBSCRIPT and len(node.items) == 1
    return NOTHING if alone else fixed(",")
