"""Operations to resources: by first tag, else by the first telling path segment.

A tag that is but a version tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..ir.api import Operation, Resource
from ..ir.decls import Doc
from ..ir.names import Hint, Right
from ..openapi.node import Node
from .docs import doc_of
from .headings import is_version
from .routes import is_place

__all__ = ["resources_of"]

_SMALL = 12
"""Up to this many operations without tags stand on the client itself."""


def resources_of(root: Node, operations: tuple[Operation, ...]) -> tuple[Resource, ...]:
    """The resources in order of first appearance; every operation is in exactly one."""
    tagged = any(_telling(operation) for operation in operations)
    grouped: dict[str, list[Operation]] = {}
    for operation in operations:
        grouped.setdefault(_key(operation, tagged, len(operations)), []).append(
            operation
        )
    docs = _tag_docs(root)
    return tuple(
        Resource(
            key, Hint((key,), Right.REQUIRED), docs.get(key, Doc()), tuple(members)
        )
        for key, members in grouped.items()
    )


def _key(operation: Operation, tagged: bool, count: int) -> str:
    for tag in _telling(operation):
        return tag
    if (not tagged and count <= _SMALL) or _is_of_the_api(operation):
        return ""
    # Neither a query nor a fragment, which tells operations apart, is a place.
    for segment in re.split("[?#]", operation.path)[0].split("/"):
        if segment and not segment.startswith("{") and not is_place(segment):
            return segment.split("{", 1)[0]
    return ""


def _telling(operation: Operation) -> tuple[str, ...]:
    """The first tag, none where it is a version."""
    return tuple(tag for tag in operation.tags[:1] if not is_version(tag))


def _is_of_the_api(operation: Operation) -> bool:
    """``sts.token`` under a version: the operationId has the API alone around it."""
    return bool(operation.tags) and operation.key.count(".") == 1


def _tag_docs(root: Node) -> Mapping[str, Doc]:
    found = root.get("tags")
    if found is None:
        return {}
    return {tag.text("name"): doc_of(tag) for tag in found.elements() if tag.is_mapping}
