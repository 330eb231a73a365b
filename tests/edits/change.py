"""One random edit of a description, of the kinds that people make."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

__all__ = ["edit"]

_TRIES = 200
_TYPES = ("string", "integer", "boolean", "number")


class _Node(NamedTuple):
    """A value of the description, what holds it, and under which key."""

    parent: Any
    key: Any
    value: Any
    depth: int


def edit(document: dict[str, Any], rng: random.Random) -> str:
    """Change one thing in the document, in place; gives what was done, "" for nothing.

    Any node but the version of the specification may go, be doubled or be altered:
    what comes of it may be no valid description.
    """
    nodes = [
        one for one in _nodes(document, 0) if one.key not in ("openapi", "swagger")
    ]
    for _ in range(_TRIES):
        name = rng.choice(tuple(_EDITS))
        node = rng.choice(nodes)
        if _EDITS[name](node, rng):
            return f"{name} {node.key}"
    return ""


def _nodes(value: Any, depth: int) -> Iterator[_Node]:
    match value:
        case dict():
            pairs: list[tuple[Any, Any]] = list(value.items())
        case list():
            pairs = list(enumerate(value))
        case _:
            pairs = []
    for key, inner in pairs:
        yield _Node(value, key, inner, depth)
        yield from _nodes(inner, depth + 1)


def _reword(node: _Node, _: random.Random) -> bool:
    fits = node.key in ("description", "summary", "title") and _is_text(node.value)
    if fits:
        node.parent[node.key] = f"{node.value} Indeed so."
    return fits


def _rename(node: _Node, _: random.Random) -> bool:
    fits = node.key == "operationId" and _is_text(node.value)
    if fits:
        node.parent[node.key] = f"{node.value}Other"
    return fits


def _drop(node: _Node, _: random.Random) -> bool:
    fits = node.depth > 1
    if fits:
        del node.parent[node.key]
    return fits


def _double(node: _Node, _: random.Random) -> bool:
    fits = isinstance(node.parent, dict) and isinstance(node.value, dict)
    if fits:
        node.parent[f"{node.key}Two"] = copy.deepcopy(node.value)
    return fits


def _retype(node: _Node, rng: random.Random) -> bool:
    fits = node.key == "type" and _is_text(node.value)
    if fits:
        node.parent[node.key] = rng.choice(_TYPES)
    return fits


def _require(node: _Node, rng: random.Random) -> bool:
    fits = node.key == "properties" and isinstance(node.value, dict)
    if fits:
        names = sorted(node.value)
        node.parent["required"] = rng.sample(names, min(2, len(names)))
    return fits


def _extend(node: _Node, _: random.Random) -> bool:
    fits = node.key == "properties" and isinstance(node.value, dict)
    if fits:
        node.value["brand_new"] = {"type": "string", "enum": ["a", "b"]}
    return fits


def _is_text(value: object) -> bool:
    return isinstance(value, str)


_EDITS: Mapping[str, Callable[[_Node, random.Random], bool]] = {
    "reword": _reword,
    "rename": _rename,
    "drop": _drop,
    "double": _double,
    "retype": _retype,
    "require": _require,
    "extend": _extend,
}
