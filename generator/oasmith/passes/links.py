"""Links: what of an answer another operation takes (3.1, "Link Object")."""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Effect, Report
from ..ir.api import Link, Operation
from ..ir.names import OperationId
from ..openapi.node import Node
from ..source.nearest import nearest
from ..source.pointer import parse_fragment
from ..source.values import replace
from .docs import doc_of
from .schemas import Lowering

__all__ = ["links_of", "resolved"]


_STEPS = 3
"""The steps of a pointer to an operation."""


def links_of(lowering: Lowering, response: Node) -> tuple[Link, ...]:
    """The links of a response; ``resolved`` finds the operations they lead to."""
    found = response.get("links")
    told: list[Link] = []
    for name, entry in () if found is None else found.items():
        node = lowering.description.follow(entry) if entry.ref else entry
        if node is None or name.startswith("x-"):
            continue
        parameters = node.get("parameters")
        given = () if parameters is None else parameters.items()
        told.append(
            Link(
                name=name,
                operation=node.text("operationId") or node.text("operationRef"),
                target=None,
                parameters=tuple((one, value.value) for one, value in given),
                doc=doc_of(node),
                at=node.place,
            )
        )
    return tuple(told)


def resolved(
    operations: tuple[Operation, ...], report: Report
) -> tuple[Operation, ...]:
    """The operations, each link with the operation it leads to.

    One that leads nowhere is reported, and stays in the ledger alone.
    """
    keys: dict[str, OperationId] = {}
    for one in operations:
        keys.setdefault(one.key, one.id)
        keys.setdefault(_reference(one.id), one.id)
    return tuple(_with_targets(one, keys, report) for one in operations)


def _reference(identity: OperationId) -> str:
    return f"#/paths{identity.path}/{identity.method}".lower()


def _with_targets(
    operation: Operation, keys: Mapping[str, OperationId], report: Report
) -> Operation:
    if not any(one.links for one in operation.responses):
        return operation
    responses = tuple(
        replace(
            one, links=tuple(_with_target(link, keys, report) for link in one.links)
        )
        for one in operation.responses
    )
    return replace(operation, responses=responses)


def _with_target(link: Link, keys: Mapping[str, OperationId], report: Report) -> Link:
    name = link.operation
    if name.startswith("#/paths/") and name.count("/") == _STEPS:
        _, path, method = parse_fragment(name[1:])
        name = _reference(OperationId(method, path))
    target = keys.get(name) if name else None
    if target is None:
        guess = nearest(link.operation, [one for one in keys if one])
        report.add(
            "LNK001",
            link.at,
            f"the link {link.name!r} leads to no operation of this description",
            hint=f"did you mean {guess!r}?" if guess else "give an operationId",
            effect=Effect.DEGRADED,
        )
    return replace(link, target=target)
