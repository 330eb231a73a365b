"""What leads back to itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar, assert_never

from .decls import Alias, Decl, Enum, Struct, Union
from .names import DeclId
from .types import Type
from .walk import references

__all__ = ["alias_rings", "rings_of"]

T = TypeVar("T")


def rings_of(ahead: Mapping[T, Iterable[T]]) -> dict[T, frozenset[T]]:
    """For each that leads back to itself, all that it leads to and that lead to it.

    The strongly connected components of a graph, by Tarjan's algorithm without
    recursion, so that a long way through many takes no more than a step for each.
    """
    found: dict[T, frozenset[T]] = {}
    order: dict[T, int] = {}
    lowest: dict[T, int] = {}
    open_: dict[T, None] = {}
    for root in ahead:
        if root in order:
            continue
        order[root] = lowest[root] = len(order)
        open_[root] = None
        way = [(root, iter(ahead[root]))]
        while way:
            one, others = way[-1]
            following = next((other for other in others if other not in order), None)
            if following is not None:
                order[following] = lowest[following] = len(order)
                open_[following] = None
                way.append((following, iter(ahead.get(following, ()))))
                continue
            way.pop()
            told = [lowest[other] for other in ahead.get(one, ()) if other in open_]
            lowest[one] = min([lowest[one], *told])
            if lowest[one] == order[one]:
                ring = _closed(open_, one)
                if len(ring) > 1 or one in ahead.get(one, ()):
                    found.update(dict.fromkeys(ring, ring))
    return found


def _closed(open_: dict[T, None], first: T) -> frozenset[T]:
    """What was opened since ``first``, it too, taken out of what is open."""
    ring: list[T] = []
    while not ring or ring[-1] != first:
        ring.append(open_.popitem()[0])
    return frozenset(ring)


def alias_rings(decls: Mapping[DeclId, Decl]) -> dict[DeclId, frozenset[DeclId]]:
    """For each alias and union that leads back to itself, all of its ring.

    A class ends a ring: it has a name before its fields have types.
    """
    return rings_of(
        {
            identity: list(
                dict.fromkeys(one for kind in told for one in references(kind))
            )
            for identity, decl in decls.items()
            if (told := _stands_for(decl))
        }
    )


def _stands_for(decl: Decl) -> tuple[Type, ...]:
    match decl:
        case Struct() | Enum():
            return ()
        case Union(members=members):
            return members
        case Alias(target=target):
            return (target,)
        case _:
            assert_never(decl)
