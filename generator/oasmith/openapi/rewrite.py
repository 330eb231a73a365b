"""Rewrites the objects of files by kind, leaving all else as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from ..source.document import JsonValue
from ..source.pointer import Pointer
from ..source.values import Growing, field
from .structure import Grammar, Kind, children
from .trace import Address, Trace

__all__ = ["Handler", "JsonObject", "Rewriting", "rewrite_tree"]

JsonObject: TypeAlias = dict[str, JsonValue]

Handler: TypeAlias = Callable[[JsonObject, Address], JsonObject]
"""Gets an object whose inner objects are done and its address before; gives the new
one, or the same when there is nothing to do. Never changes what it gets."""


class Rewriting(Growing):
    """One rewriting of all files: what to do with each kind, and what has moved."""

    grammar: Grammar
    handlers: Mapping[Kind, Handler]
    trace: Trace = field(default_factory=Trace)


def rewrite_tree(
    rewriting: Rewriting, file: str, tree: JsonValue, entries: Mapping[Pointer, Kind]
) -> JsonValue:
    """One file's tree, rewritten at every entry and what the grammar leads to there."""
    visitor = _Visitor(rewriting, file)
    result = tree
    # Outer entries first: what they contain is done with them.
    for pointer in sorted(entries, key=len):
        if pointer in visitor.done:
            continue
        value = _at(tree, pointer)
        new = visitor.visit(value, entries[pointer], pointer)
        if new is not value:
            moved = rewriting.trace.current(Address(file, pointer))
            result = _replaced(result, moved.pointer, new)
    return result


class _Visitor:
    def __init__(self, rewriting: Rewriting, file: str) -> None:
        self.grammar = rewriting.grammar
        self.handlers = rewriting.handlers
        self.file = file
        self.done: set[Pointer] = set()

    def visit(self, value: JsonValue, kind: Kind, pointer: Pointer) -> JsonValue:
        """The value, inner objects first; itself when nothing in it changes."""
        if not isinstance(value, dict):
            return value
        self.done.add(pointer)
        result = value
        for steps, child, child_kind in children(self.grammar, kind, value):
            new = self.visit(child, child_kind, (*pointer, *steps))
            if new is not child:
                if result is value:
                    result = dict(value)
                _put(result, value, steps, new)
        handler = self.handlers.get(kind)
        return (
            result if handler is None else handler(result, Address(self.file, pointer))
        )


def _put(result: JsonObject, old: JsonObject, steps: Pointer, new: JsonValue) -> None:
    """Sets what is one or two steps down, copying the container between once."""
    key = steps[0]
    if len(steps) == 1:
        result[key] = new
        return
    between = result[key]
    if isinstance(between, dict):
        if between is old[key]:
            between = result[key] = dict(between)
        between[steps[1]] = new
    elif isinstance(between, list):
        if between is old[key]:
            between = result[key] = list(between)
        between[int(steps[1])] = new


def _at(tree: JsonValue, pointer: Pointer) -> JsonValue:
    for token in pointer:
        if isinstance(tree, dict):
            tree = tree.get(token)
        elif isinstance(tree, list):
            tree = tree[int(token)]
    return tree


def _replaced(tree: JsonValue, pointer: Pointer, new: JsonValue) -> JsonValue:
    """A copy of the tree with ``new`` at ``pointer``; what is beside it is shared."""
    if not pointer:
        return new
    token, rest = pointer[0], pointer[1:]
    if isinstance(tree, dict) and token in tree:
        return {**tree, token: _replaced(tree[token], rest, new)}
    if isinstance(tree, list) and token.isdecimal() and int(token) < len(tree):
        position = int(token)
        inside = _replaced(tree[position], rest, new)
        return [*tree[:position], inside, *tree[position + 1 :]]
    return tree
