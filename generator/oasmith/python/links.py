"""What the documentation of an operation says of links."""

from __future__ import annotations

from ..ir.api import Link, Operation
from ..ir.names import OperationId
from .context import Context
from .values import shown

__all__ = ["called", "link_lines"]

_WHERE = {
    "$response.body#/": "Its",
    "$response.header.": "Its header",
    "$request.path.": "The given",
    "$request.query.": "The given",
    "$request.header.": "The given",
    "$request.body#/": "The given",
}
"""How the value that a runtime expression names is spoken of."""


def called(operation: OperationId, context: Context) -> str:
    """An operation as users write it: ``jobs.get``."""
    names = context.names
    return names.called(context.resource_of(operation), names.operations[operation])


def link_lines(operation: Operation, context: Context) -> list[str]:
    """One sentence for each parameter that a link fills, each said once."""
    told = {
        line: None
        for response in operation.responses
        for link in response.links
        for line in _sentences(link, context)
    }
    return list(told)


def _sentences(link: Link, context: Context) -> list[str]:
    if link.target is None:
        return []
    method = called(link.target, context)
    taken = {
        key.partition(":")[2]: argument
        for key, argument in context.parameters_of(link.target).items()
    }
    lines: list[str] = []
    for name, value in link.parameters:
        wire = name.partition(".")[2] if name not in taken and "." in name else name
        argument = taken.get(wire, wire)
        lines.append(f"{_subject(value)} is the ``{argument}`` of ``{method}``.")
    return lines or [f"See ``{method}``."]


def _subject(value: object) -> str:
    if isinstance(value, str):
        for start, words in _WHERE.items():
            if value.startswith(start):
                return f"{words} ``{value.removeprefix(start).replace('/', '.')}``"
        if value == "$response.body":
            return "It"
    return shown(value) or "A value"
