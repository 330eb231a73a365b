"""Paths to operations (3.1, "Path Item Object")."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir.api import Operation, Server, Webhook
from ..ir.names import Hint, OperationId, Right
from ..ir.security import Scheme as SecurityScheme
from ..openapi.node import Node
from .contents import body_of, report_texts
from .docs import operation_doc
from .headers import with_headers
from .parameters import parameters
from .responses import responses_of
from .schemas import Lowering
from .security import Demand, demand_of, offered, servers_of
from .webhooks import callbacks_of, methods_of

__all__ = ["operations_of"]


def operations_of(
    lowering: Lowering, schemes: tuple[SecurityScheme, ...]
) -> tuple[tuple[Operation, ...], tuple[Webhook, ...]]:
    """Every operation under ``paths``, in the order of the description; callbacks."""
    root = lowering.description.root
    written = list(_written(lowering))
    silent = not any(node.has("security") for _, _, _, node in written)
    unless_written = Demand(offered(schemes) if silent else ())
    inherited = demand_of(lowering, root, schemes, unless_written)
    operations: list[Operation] = []
    webhooks: list[Webhook] = []
    for path, item, method, node in written:
        made = _operation(lowering, schemes, inherited, path, item, method, node)
        operations.append(with_headers(lowering, made, node))
        webhooks += callbacks_of(lowering, node, made.id)
    return tuple(operations), tuple(webhooks)


def _written(lowering: Lowering) -> Iterator[tuple[str, Node, str, Node]]:
    """Path, path item, method and operation of all that is under ``paths``."""
    found = lowering.description.root.get("paths")
    for path, entry in () if found is None else found.items():
        item = lowering.description.follow(entry) if entry.ref else entry
        if item is None or not path.startswith("/"):
            continue
        for method, written in methods_of(item):
            node = lowering.description.follow(written)
            if node is not None:
                yield path, item, method, node


def _operation(
    lowering: Lowering,
    schemes: tuple[SecurityScheme, ...],
    inherited: Demand,
    path: str,
    item: Node,
    method: str,
    node: Node,
) -> Operation:
    key = node.text("operationId")
    words = (key,) if key else (method.lower(), path)
    servers: tuple[Server, ...] = servers_of(lowering, node) or servers_of(
        lowering, item
    )
    demand = demand_of(lowering, node, schemes, inherited)
    body = body_of(lowering, node, words)
    responses = responses_of(lowering, node, words)
    report_texts(lowering, body, responses)
    return Operation(
        id=OperationId(method, path),
        key=key,
        hint=Hint((key,), Right.REQUIRED) if key else None,
        doc=operation_doc(node),
        at=node.place,
        method=method,
        path=path,
        params=parameters(lowering, item, node, path, words),
        body=body,
        responses=responses,
        security=demand.security,
        servers=servers,
        tags=_tags(node),
        scopes=demand.scopes,
    )


def _tags(node: Node) -> tuple[str, ...]:
    found = node.get("tags")
    if found is None:
        return ()
    return tuple(tag.value for tag in found.elements() if isinstance(tag.value, str))
