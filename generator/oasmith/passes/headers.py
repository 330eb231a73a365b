"""The names of headers, and those an operation's answers have as one declaration."""

from __future__ import annotations

import re

from ..ir.api import Header, Operation
from ..ir.decls import Doc, Field, Struct
from ..ir.names import DeclId, Hint, Right
from ..openapi.node import Node
from ..source.pointer import format_pointer
from ..source.values import replace
from .schemas import Lowering

__all__ = ["is_token", "with_headers"]

_SHARED = (("components", "responses"), ("components", "headers"), ("responses",))
"""Where headers stand that several operations share; the last is that of 2.0."""

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def is_token(name: str) -> bool:
    """Whether a header can be called that (RFC 9110, section 5.6.2)."""
    return _TOKEN.fullmatch(name) is not None


def with_headers(lowering: Lowering, operation: Operation, node: Node) -> Operation:
    """The operation with what its headers are declared as, where it has any."""
    found: dict[str, Header] = {}
    for response in operation.responses:
        for header in response.headers:
            found.setdefault(header.wire.lower(), header)
    if not found:
        return operation
    headers = tuple(found.values())
    identity = lowering.identities.of(node, "headers")
    words: tuple[str, ...] = (operation.method, operation.path)
    words = (operation.key,) if operation.key else words
    shared = {_shared(one, node) for one in headers}
    if len(shared) == 1 and (only := shared.pop()):
        identity = DeclId("", format_pointer(only), "headers")
        words = only[-1:]
    if identity not in lowering.decls:
        hint = Hint((*words, "Headers"), Right.DERIVED)
        lowering.declare_variant(_struct(identity, hint, headers))
    return replace(operation, headers=identity)


def _shared(header: Header, node: Node) -> tuple[str, ...]:
    """The component a header belongs to; nothing where it is the operation's own."""
    pointer = header.at.pointer
    if header.at.file != node.place.file:
        return ()
    for start in _SHARED:
        if pointer[: len(start)] == start:
            return pointer[: len(start) + 1]
    return ()


def _struct(identity: DeclId, hint: Hint, headers: tuple[Header, ...]) -> Struct:
    return Struct(
        id=identity,
        hint=hint,
        doc=Doc(text="Headers of an answer, read by ``response.headers.read``."),
        at=headers[0].at,
        bases=(),
        fields=tuple(
            Field(one.wire, one.type, False, one.doc, one.at) for one in headers
        ),
        extra=None,
    )
