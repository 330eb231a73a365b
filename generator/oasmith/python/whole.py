"""The API as it stands behind a context, with what its parts are found by."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from ..ir.api import Api, Operation, Resource, Start
from ..ir.names import DeclId, OperationId
from ..ir.tables import Layout, Names
from ..source.values import Frozen

__all__ = ["Whole"]


class Whole(Frozen, dict=True):
    """The API after all passes, its names and layout; what is read of it is not noted.

    For what is beside the views: they ask the context.
    """

    api: Api
    names: Names
    layout: Layout

    @cached_property
    def resources(self) -> Mapping[str, Resource]:
        """The resources by their keys."""
        return {one.key: one for one in self.api.resources}

    @cached_property
    def resource_of(self) -> Mapping[OperationId, str]:
        """The key of the resource that each operation belongs to."""
        return {
            operation.id: resource.key
            for resource in self.api.resources
            for operation in resource.operations
        }

    @cached_property
    def begun(self) -> Mapping[OperationId, tuple[tuple[Operation, Start], ...]]:
        """What each operation begins: the operations that wait for it."""
        found: dict[OperationId, tuple[tuple[Operation, Start], ...]] = {}
        for resource in self.api.resources:
            for operation in resource.operations:
                starts = () if operation.waiter is None else operation.waiter.starts
                for one in starts:
                    known = found.get(one.operation, ())
                    found[one.operation] = (*known, (operation, one))
        return found

    @cached_property
    def parameters(self) -> Mapping[OperationId, Mapping[str, str]]:
        """The arguments of each operation, by "query:status"."""
        found: dict[OperationId, dict[str, str]] = {}
        for (operation, key), argument in self.names.params.items():
            found.setdefault(operation, {})[key] = argument
        return found

    @cached_property
    def modules(self) -> Mapping[DeclId, str]:
        """The module of every declaration."""
        return self.layout.module_of()
