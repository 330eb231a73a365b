"""Operations as users write them: ``jobs.get``, or ``get`` on the client."""

from __future__ import annotations

from collections.abc import Iterator

from .api import Api, Operation, Resource
from .tables import Names

__all__ = ["calls_of", "calls_on"]


def calls_of(api: Api, names: Names) -> Iterator[tuple[str, Operation]]:
    """Every operation with what users write to call it, in the order of the client."""
    for resource in api.resources:
        yield from calls_on(resource, names)


def calls_on(resource: Resource, names: Names) -> Iterator[tuple[str, Operation]]:
    """The operations of a resource, as ``calls_of`` has them."""
    for operation in resource.operations:
        yield names.called(resource.key, names.operations[operation.id]), operation
