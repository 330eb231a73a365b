"""Paths to operations (3.1, "Path Item Object")."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir.api import Operation, Server, Webhook
from ..ir.decls import Doc
from ..ir.names import Hint, OperationId, Right
from ..ir.security import Scheme as SecurityScheme
from ..ir.security import Security
from ..ir.where import Where
from ..openapi.node import Node
from ..source.values import replace
from .contents import body_of, report_texts
from .docs import operation_doc
from .headers import with_headers
from .idempotency import idempotency_header, with_optional_key
from .parameters import parameters
from .paths import sent_path, without_repeated
from .responses import responses_of
from .schemas import Lowering
from .security import Demand, asks, demand_of, offered, with_lent
from .servers import own_servers
from .webhooks import callbacks_of, methods_of

__all__ = ["operations_of"]


def operations_of(
    lowering: Lowering,
    schemes: tuple[SecurityScheme, ...],
    servers: tuple[Server, ...],
) -> tuple[tuple[Operation, ...], tuple[Webhook, ...], tuple[SecurityScheme, ...]]:
    """Every operation under ``paths``, in the order of the description; callbacks;
    and the schemes as they serve all operations.

    ``servers`` are those of the whole API.
    """
    root = lowering.description.root
    written = list(_written(lowering))
    silent = not any(map(asks, (root, *(node for _, _, _, node in written))))
    freely = Demand(offered(schemes)) if silent else None
    inherited = freely or demand_of(lowering, root, schemes, Demand(()))
    operations: list[Operation] = []
    webhooks: list[Webhook] = []
    lent: dict[tuple[str, str], None] = {}
    for path, item, method, node in written:
        demand = freely or demand_of(lowering, node, schemes, inherited)
        lent.update(dict.fromkeys(demand.lent))
        made = _operation(lowering, schemes, demand, path, item, method, node)
        made = replace(made, servers=own_servers(lowering, item, node, servers))
        operations.append(with_headers(lowering, made, node))
        webhooks += callbacks_of(lowering, node, made.id)
    return tuple(operations), tuple(webhooks), with_lent(schemes, lent)


def _written(lowering: Lowering) -> Iterator[tuple[str, Node, str, Node]]:
    """Path, path item, method and operation of all that is under ``paths``."""
    found = lowering.description.root.get("paths")
    entries = {} if found is None else dict(found.items())
    for written, entry in entries.items():
        item = lowering.description.follow(entry) if entry.ref else entry
        if item is None or not item.is_mapping or written.startswith("x-"):
            continue
        path = sent_path(lowering, entry, written, entries)
        if path is None:
            continue
        for method, given in methods_of(lowering, item):
            node = lowering.description.follow(given)
            if node is not None:
                yield path, item, method, node


def _operation(
    lowering: Lowering,
    schemes: tuple[SecurityScheme, ...],
    demand: Demand,
    path: str,
    item: Node,
    method: str,
    node: Node,
) -> Operation:
    key = node.text("operationId")
    words = (key,) if key else (method.lower(), path)
    sent = _sent(schemes, demand.security)
    params = parameters(lowering, item, node, path, words, sent)
    queries = {param.wire for param in params if param.where is Where.QUERY}
    body = body_of(lowering, node, words)
    responses = responses_of(lowering, node, method, words)
    report_texts(lowering, body, responses)
    return Operation(
        id=OperationId(method, path),
        key=key,
        hint=Hint((key,), Right.REQUIRED) if key else None,
        doc=_doc(item, node),
        at=node.place,
        method=method,
        path=without_repeated(path, queries),
        params=with_optional_key(params),
        body=body,
        responses=responses,
        security=demand.security,
        servers=(),
        tags=_tags(node),
        scopes=demand.scopes,
        idempotency=idempotency_header(params),
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


def _tags(node: Node) -> tuple[str, ...]:
    found = node.get("tags")
    if found is None:
        return ()
    return tuple(tag.value for tag in found.elements() if isinstance(tag.value, str))
