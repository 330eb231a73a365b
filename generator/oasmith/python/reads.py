"""What is read of an API while a file is made, so that it need not be made again."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from typing import Literal, TypeAlias, TypeVar

from ..ir.names import DeclId, OperationId

__all__ = ["Kind", "Node", "Reads", "Subject", "Watched", "itself", "owner"]

Kind: TypeAlias = Literal["decl", "name", "module", "operation", "resource", "webhook"]
Subject: TypeAlias = DeclId | OperationId | str
Node: TypeAlias = tuple[Kind, Subject | None]
"""A piece of the API; of the subject None: every piece of the kind, and which are."""

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
S = TypeVar("S", bound=Subject)


class Reads:
    """The nodes that were read since it was made."""

    def __init__(self) -> None:
        self._noted: set[Node] = set()

    def note(self, kind: Kind, subject: Subject | None) -> None:
        """Keep that a node was read."""
        self._noted.add((kind, subject))

    def note_all(self, nodes: frozenset[Node]) -> None:
        """Keep that they were read when something was made that is used again."""
        self._noted |= nodes

    def of(self, make: Callable[[], T]) -> tuple[T, frozenset[Node]]:
        """What ``make`` gives, and the nodes it has read for that."""
        outer, self._noted = self._noted, set()
        try:
            value = make()
            return value, frozenset(self._noted)
        finally:
            outer |= self._noted
            self._noted = outer


class Watched(Mapping[K, V]):
    """A table each of whose reads is noted; that a key is not in it is read too."""

    def __init__(
        self,
        table: Mapping[K, V],
        reads: Reads,
        kind: Kind,
        subject: Callable[[K], Subject],
    ) -> None:
        self._table = table
        self._reads = reads
        self._kind: Kind = kind
        self._subject = subject

    def __getitem__(self, key: K) -> V:
        self._reads.note(self._kind, self._subject(key))
        return self._table[key]

    def __iter__(self) -> Iterator[K]:
        self._reads.note(self._kind, None)
        return iter(self._table)

    def __len__(self) -> int:
        self._reads.note(self._kind, None)
        return len(self._table)

    def items(self) -> ItemsView[K, V]:
        """All of it, noted once."""
        self._reads.note(self._kind, None)
        return self._table.items()

    def values(self) -> ValuesView[V]:
        """All values, noted once."""
        self._reads.note(self._kind, None)
        return self._table.values()


def itself(key: S) -> S:
    """The subject of an entry whose key it is."""
    return key


def owner(key: tuple[S, object]) -> S:
    """The subject of an entry that is one of several of it."""
    return key[0]
