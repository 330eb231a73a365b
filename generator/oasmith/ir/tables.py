"""Side tables made by the naming and layout passes."""

from __future__ import annotations

from collections.abc import Mapping

from ..source.values import Frozen, field
from .names import DeclId, OperationId

__all__ = ["Layout", "Names"]


class Names(Frozen):
    """Every identifier of the output, by identity.

    ``fields`` is keyed by (struct, wire name), ``members`` by (enum, position),
    ``params`` by (operation, "query:status"), ``arguments`` maps a credential
    ("WasabiAuth", or "Login/username") or a server's variable ("variable region")
    to a client argument, ``webhooks`` the key of a webhook to its constant, ``waits``
    an operation to the method that waits on it, ``starts`` the beginning operation and
    the one that is waited on to the method that does both.
    """

    package: str
    decls: Mapping[DeclId, str]
    fields: Mapping[tuple[DeclId, str], str]
    members: Mapping[tuple[DeclId, int], str]
    resources: Mapping[str, str]
    resource_classes: Mapping[str, str]
    operations: Mapping[OperationId, str]
    params: Mapping[tuple[OperationId, str], str]
    arguments: Mapping[str, str]
    webhooks: Mapping[str, str] = field(default_factory=dict[str, str])
    waits: Mapping[OperationId, str] = field(default_factory=dict[OperationId, str])
    starts: Mapping[tuple[OperationId, OperationId], str] = field(
        default_factory=dict[tuple[OperationId, OperationId], str]
    )

    def called(self, resource: str, method: str) -> str:
        """A method as users write it; of the client itself where ``resource`` is ""."""
        return f"{self.resources[resource]}.{method}" if resource else method


class Layout(Frozen):
    """The module each declaration stands in.

    ``modules`` maps a module name ("job"; "models" where there is a single
    file) to its declarations in order; ``single`` says which of the two it is.
    ``rings`` are the aliases that lead back to themselves, each with all of its ring,
    which stands in one module.
    """

    single: bool
    modules: Mapping[str, tuple[DeclId, ...]]
    rings: Mapping[DeclId, frozenset[DeclId]] = field(
        default_factory=dict[DeclId, frozenset[DeclId]]
    )

    def module_of(self) -> Mapping[DeclId, str]:
        """The module name of every declaration."""
        return {
            decl: module for module, decls in self.modules.items() for decl in decls
        }
