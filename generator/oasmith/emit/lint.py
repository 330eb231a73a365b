"""What a template may consist of: it loops, branches, includes and indents."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

__all__ = ["offences"]

_PLAIN = (
    nodes.And,
    nodes.Block,
    nodes.Break,
    nodes.Continue,
    nodes.If,
    nodes.Macro,
    nodes.Name,
    nodes.Not,
    nodes.Or,
    nodes.Output,
    nodes.Template,
    nodes.TemplateData,
)
"""Nodes that are fine whatever they hold; what they hold is looked at itself."""


def offences(template: nodes.Template) -> Iterator[tuple[int, str]]:
    """The line of everything a template must not hold, and what is wrong with it."""
    for node in _walk(template):
        problem = _problem(node)
        if problem:
            yield node.lineno, problem


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _problem(node: nodes.Node) -> str:
    """What is wrong with the node itself; "" for nothing."""
    if isinstance(node, _PLAIN):
        return ""
    match node:
        case nodes.For():
            return "a loop may not be recursive" if node.recursive else ""
        case nodes.Include() | nodes.Extends() | nodes.FromImport() | nodes.Import():
            return _unless(_is_text(node.template), "a template is named in quotes")
        case nodes.Const():
            return _unless(
                isinstance(node.value, str), "only template names are constants"
            )
        case nodes.Getattr():
            hidden = node.attr.startswith("_")
            return "an attribute may not begin with an underscore" if hidden else ""
        case nodes.Test():
            plain = node.name in ("none", "true", "false") and not node.args
            return _unless(plain, f"the test {node.name!r} is not available")
        case nodes.Call():
            return _call(node)
        case _:
            return f"{type(node).__name__} is not allowed in a template"


def _call(node: nodes.Call) -> str:
    """Macros are called by their names with plain arguments; nothing else is called."""
    if not isinstance(node.node, nodes.Name):
        return "only macros are called"
    spread = node.dyn_args is not None or node.dyn_kwargs is not None
    return "a macro's arguments are written out" if spread or node.kwargs else ""


def _is_text(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Const) and isinstance(node.value, str)


def _unless(fine: bool, problem: str) -> str:
    return "" if fine else problem
