"""Identity: where a node stands, written so that it survives edits beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..ir.names import DeclId
from ..openapi.description import Description
from ..openapi.node import Node
from ..source.pointer import Pointer, escape

__all__ = ["Identities", "constant_property", "element_key", "file_stem"]


def element_key(element: Node, position: int) -> str:
    """What a member of a list is, rather than which one it is.

    A reference's target, a parameter's location and name, a title or a
    constant, its own or the first of its properties; where none is given, the
    type and the position among its like.
    """
    value = element.value
    if isinstance(value, dict):
        reference = value.get("$ref")
        if isinstance(reference, str):
            return f"ref={reference.rsplit('/', 1)[-1]}"
        name, where = value.get("name"), value.get("in")
        if isinstance(name, str) and isinstance(where, str):
            return f"{where}:{name}"
        for keyword in ("title", "const", "operationId", "url"):
            told = value.get(keyword)
            if (
                isinstance(told, str | int)
                and not isinstance(told, bool)
                and told != ""
            ):
                return f"{keyword}={told}"
        constant = constant_property(element)
        if constant is not None:
            return f"{constant[0]}={constant[1]}"
        kind = value.get("type")
        if isinstance(kind, str):
            return f"{kind}.{position}"
    return f"any.{position}"


def constant_property(schema: Node) -> tuple[str, str] | None:
    """The first property that can only be one text, and that text."""
    properties = schema.get("properties")
    for name, node in () if properties is None else properties.items():
        value = node.value
        if not isinstance(value, dict):
            continue
        told = value.get("const")
        values = value.get("enum") if told is None else [told]
        if isinstance(values, list) and len(values) == 1 and isinstance(values[0], str):
            return name, values[0]
    return None


class Identities:
    """The identities of what a description declares.

    What the members of a list are called is found out once for all of them.
    """

    def __init__(self, description: Description) -> None:
        self._description = description
        self._keys: dict[tuple[str, Pointer], list[str]] = {}

    def of(self, node: Node, variant: str = "") -> DeclId:
        """The identity of what ``node`` declares."""
        return DeclId(node.file, self._stable_pointer(node), variant)

    def _stable_pointer(self, node: Node) -> str:
        """The pointer of ``node`` with every list position replaced by a key."""
        root = self._description.document_root(node.file)
        value = root.value
        steps: list[str] = []
        for depth, token in enumerate(node.pointer):
            if isinstance(value, dict):
                steps.append(token)
                value = value[token]
                continue
            current = root.below(node.pointer[:depth], value)
            if isinstance(value, list) and token.isdecimal():
                steps.append(self._element_keys(current)[int(token)])
            else:
                steps.append(token)
            value = current.child(token).value
        return "".join("/" + escape(step) for step in steps)

    def _element_keys(self, elements: Node) -> list[str]:
        at = (elements.file, elements.pointer)
        known = self._keys.get(at)
        if known is None:
            known = self._keys[at] = _distinct_keys(elements.elements())
        return known


def _distinct_keys(elements: Iterable[Node]) -> list[str]:
    """The keys of a list's members, those of one key numbered among each other."""
    keys: list[str] = []
    ranks: Counter[str] = Counter()
    for element in elements:
        like = element_key(element, 0)
        rank = ranks[like]
        ranks[like] += 1
        key = like if rank == 0 else element_key(element, rank)
        is_apart = rank == 0 or key.endswith(f".{rank}")
        keys.append(key if is_apart else f"{key}.{rank}")
    return keys


def file_stem(file: str) -> str:
    """The name of a file without folders and endings."""
    return file.replace("\\", "/").rsplit("/", 1)[-1].split(".", 1)[0]
