"""Paths to operations (3.1, "Path Item Object")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..diagnostics import Effect
from ..ir.api import Operation, Response, Security, Server, Where
from ..ir.api import Scheme as SecurityScheme
from ..ir.decls import Doc
from ..ir.names import Hint, OperationId, Right
from ..openapi.node import Node
from .contents import body_of, responses_of
from .docs import operation_doc
from .parameters import parameters
from .paths import sent_path, without_repeated
from .schemas import Lowering
from .security import security_of
from .servers import own_servers

__all__ = ["METHODS", "operations_of"]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


def operations_of(
    lowering: Lowering,
    schemes: tuple[SecurityScheme, ...],
    servers: tuple[Server, ...],
) -> tuple[Operation, ...]:
    """Every operation under ``paths``, in the order of the description.

    ``servers`` are those of the whole API.
    """
    root = lowering.description.root
    inherited = security_of(lowering, root, schemes, ())
    found = root.get("paths")
    entries = {} if found is None else dict(found.items())
    told: list[Operation] = []
    for written, entry in entries.items():
        item = lowering.description.follow(entry) if entry.ref else entry
        if item is None or not item.is_mapping or written.startswith("x-"):
            continue
        path = sent_path(lowering, entry, written, entries)
        if path is None:
            continue
        for method, given in _methods(lowering, item):
            node = lowering.description.follow(given)
            if node is None:
                continue
            security = security_of(lowering, node, schemes, inherited)
            told.append(
                replace(
                    _operation(lowering, schemes, security, path, item, method, node),
                    servers=own_servers(lowering, item, node, servers),
                )
            )
    return tuple(told)


def _methods(lowering: Lowering, item: Node) -> Iterator[tuple[str, Node]]:
    for name, node in item.items():
        if name in METHODS and node.is_mapping:
            yield name.upper(), node
    more = item.get("additionalOperations")
    for name, node in () if more is None else more.items():
        if name.lower() in METHODS:
            lowering.report.add(
                "OPS002",
                node.place,
                f'{name!r} stands under additionalOperations, which "MUST NOT contain'
                ' any entry for the methods that can be defined by other fixed fields"',
                hint=f"move it to {name.lower()!r} of the path item",
                effect=Effect.REFUSED,
            )
        elif node.is_mapping:
            yield name, node


def _operation(
    lowering: Lowering,
    schemes: tuple[SecurityScheme, ...],
    security: Security,
    path: str,
    item: Node,
    method: str,
    node: Node,
) -> Operation:
    key = node.text("operationId")
    words = (key,) if key else (method.lower(), path)
    params = parameters(lowering, item, node, path, words, _sent(schemes, security))
    queries = {param.wire for param in params if param.where is Where.QUERY}
    return Operation(
        id=OperationId(method, path),
        key=key,
        hint=Hint((key,), Right.REQUIRED) if key else None,
        doc=_doc(item, node),
        at=node.place,
        method=method,
        path=without_repeated(path, queries),
        params=params,
        body=body_of(lowering, node, words),
        responses=_answers(method, responses_of(lowering, node, words)),
        security=security,
        servers=(),
        tags=_tags(node),
    )


def _doc(item: Node, node: Node) -> Doc:
    """The words of the operation, else those of its path, meant for all of them."""
    own, shared = operation_doc(node), operation_doc(item)
    if own.summary or own.text:
        return own
    return replace(own, summary=shared.summary, text=shared.text)


def _sent(
    schemes: tuple[SecurityScheme, ...], security: Security
) -> tuple[SecurityScheme, ...]:
    """The schemes that the client sends with the operation."""
    used = {key for alternative in security for key in alternative}
    return tuple(scheme for scheme in schemes if scheme.key in used)


def _answers(method: str, responses: tuple[Response, ...]) -> tuple[Response, ...]:
    """The responses; those to HEAD never have content (RFC 9110 section 9.3.2)."""
    if method != "HEAD":
        return responses
    return tuple(replace(response, contents=()) for response in responses)


def _tags(node: Node) -> tuple[str, ...]:
    found = node.get("tags")
    if found is None:
        return ()
    return tuple(tag.value for tag in found.elements() if isinstance(tag.value, str))
