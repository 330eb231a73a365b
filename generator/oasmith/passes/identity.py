"""Identity: where a node stands, written so that it survives edits beside it."""

from __future__ import annotations

from ..ir.names import DeclId
from ..openapi.description import Description
from ..openapi.node import Node
from ..source.pointer import escape

__all__ = ["constant_property", "decl_id", "element_key", "file_stem", "stable_pointer"]


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


def _position_among_like(siblings: list[Node], index: int) -> int:
    like = element_key(siblings[index], 0)
    return sum(element_key(sibling, 0) == like for sibling in siblings[:index])


def stable_pointer(description: Description, node: Node) -> str:
    """The pointer of ``node`` with every list position replaced by a key."""
    root = description.document_root(node.file)
    value = root.value
    steps: list[str] = []
    for depth, token in enumerate(node.pointer):
        if isinstance(value, dict):
            steps.append(token)
            value = value[token]
            continue
        current = root.below(node.pointer[:depth], value)
        if isinstance(value, list) and token.isdecimal():
            siblings = list(current.elements())
            index = int(token)
            rank = _position_among_like(siblings, index)
            key = element_key(siblings[index], rank)
            steps.append(
                key if rank == 0 or key.endswith(f".{rank}") else f"{key}.{rank}"
            )
        else:
            steps.append(token)
        value = current.child(token).value
    return "".join("/" + escape(step) for step in steps)


def decl_id(description: Description, node: Node, variant: str = "") -> DeclId:
    """The identity of what ``node`` declares."""
    return DeclId(node.file, stable_pointer(description, node), variant)


def file_stem(file: str) -> str:
    """The name of a file without folders and endings."""
    return file.replace("\\", "/").rsplit("/", 1)[-1].split(".", 1)[0]
