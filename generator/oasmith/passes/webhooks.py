"""Webhooks and callbacks: requests that the API makes (3.1, "Callback Object")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..diagnostics import Effect
from ..ir.api import Operation, Response, Status, Webhook
from ..ir.decls import Doc
from ..ir.names import OperationId
from ..openapi.node import Node
from ..openapi.structure import METHODS
from .contents import body_of, report_texts
from .docs import operation_doc
from .parameters import parameters
from .responses import responses_of
from .schemas import Lowering

__all__ = ["callbacks_of", "methods_of", "received", "webhooks_of"]


_FIXED = frozenset(method.upper() for method in METHODS)
"""What the fields of a path item send; ``Get`` is another method than GET, for "the
method token is case-sensitive" (RFC 9110 section 9.1)."""


def methods_of(lowering: Lowering, item: Node) -> Iterator[tuple[str, Node]]:
    """The operations of a path item by their methods."""
    for name, node in item.items():
        if name in METHODS and node.is_mapping:
            yield name.upper(), node
    more = item.get("additionalOperations")
    for name, node in () if more is None else more.items():
        if name in _FIXED:
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


def webhooks_of(lowering: Lowering) -> tuple[Webhook, ...]:
    """The webhooks of the description, ``x-webhooks`` of older versions included."""
    told: list[Webhook] = []
    for key in ("webhooks", "x-webhooks"):
        found = lowering.description.root.get(key)
        for name, entry in () if found is None else found.items():
            told += _events(lowering, name, entry, name, None)
    return tuple(told)


def callbacks_of(
    lowering: Lowering, operation: Node, source: OperationId
) -> tuple[Webhook, ...]:
    """The callbacks that an operation asks for."""
    found = operation.get("callbacks")
    told: list[Webhook] = []
    for name, entry in () if found is None else found.items():
        callback = lowering.description.follow(entry) if entry.ref else entry
        for expression, item in () if callback is None else callback.items():
            if not expression.startswith("x-"):
                told += _events(lowering, name, item, expression, source)
    return tuple(told)


def _events(
    lowering: Lowering, name: str, entry: Node, url: str, source: OperationId | None
) -> Iterator[Webhook]:
    item = lowering.description.follow(entry) if entry.ref else entry
    several = [] if item is None else list(methods_of(lowering, item))
    for method, written in several:
        node = lowering.description.follow(written)
        if node is None:
            continue
        words = (name,) if len(several) == 1 else (name, method.lower())
        body = body_of(lowering, node, words)
        responses = responses_of(lowering, node, method, words)
        report_texts(lowering, body, ())
        whose = "" if source is None else f"{source.method} {source.path} "
        yield Webhook(
            key=f"{whose}{name} {url if source else ''} {method}",
            words=words,
            doc=operation_doc(node),
            at=node.place,
            method=method,
            url=url,
            params=parameters(lowering, item or node, node, "", words, ()),
            body=body,
            responses=responses,
            source=source,
        )


def received(webhooks: Sequence[Webhook]) -> tuple[Operation, ...]:
    """Operations that bring back what the webhooks bring, to tell what comes in."""
    return tuple(
        Operation(
            id=OperationId(one.method, one.key),
            key="",
            hint=None,
            doc=Doc(),
            at=one.at,
            method=one.method,
            path=one.key,
            params=(),
            body=None,
            responses=(
                Response(Status(200, 200), one.body.contents, (), Doc(), one.body.at),
            ),
            security=(),
            servers=(),
            tags=(),
        )
        for one in webhooks
        if one.body is not None
    )
