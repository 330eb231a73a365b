"""Giving names within one scope: by right, never first come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..source.values import Frozen

__all__ = ["Claim", "allot"]


class Claim(Frozen):
    """A thing's wish for a name.

    ``key`` is its identity in the record; ``candidates`` are tried in order;
    ``right`` decides who gets a name that several want, the lowest first.
    ``prefixes`` make the names that come with the name and must be free too.
    """

    key: str
    right: tuple[int, ...]
    candidates: tuple[str, ...]
    prefixes: tuple[str, ...] = ()

    def names(self, name: str) -> set[str]:
        """Everything that is called something when this is called ``name``."""
        return {name, *(prefix + name for prefix in self.prefixes)}


def allot(
    claims: Sequence[Claim], taken: Iterable[str], recorded: Mapping[str, str]
) -> dict[str, str]:
    """A distinct name for every claim, by its key.

    Names in ``recorded`` stay; names in ``taken`` are never given. Claims of
    equal right to one name all fall back to their next candidate, and number
    themselves in the order of their keys where none is left.
    """
    used = set(taken)
    given: dict[str, str] = {}
    for claim in sorted(claims, key=lambda one: (one.right, one.key)):
        name = recorded.get(claim.key)
        if name is not None and used.isdisjoint(claim.names(name)):
            given[claim.key] = name
            used |= claim.names(name)
    waiting = [claim for claim in claims if claim.key not in given]
    rank = 0
    while waiting:
        waiting, rank = _round(waiting, rank, used, given), rank + 1
    return given


def _round(
    waiting: Sequence[Claim], rank: int, used: set[str], given: dict[str, str]
) -> list[Claim]:
    by_right: dict[tuple[int, ...], list[Claim]] = defaultdict(list)
    for claim in waiting:
        by_right[claim.right].append(claim)
    left: list[Claim] = []
    for right in sorted(by_right):
        wanted: dict[str, list[Claim]] = defaultdict(list)
        for claim in by_right[right]:
            wanted[claim.candidates[min(rank, len(claim.candidates) - 1)]].append(claim)
        # Shortest first: a name comes before those it is the ending of.
        for name, rivals in sorted(
            wanted.items(), key=lambda one: (len(one[0]), one[0])
        ):
            left += _settle(name, rivals, rank, used, given)
    return left


def _settle(
    name: str, rivals: list[Claim], rank: int, used: set[str], given: dict[str, str]
) -> list[Claim]:
    """Give ``name`` away, or number the rivals that have no other candidate."""
    if len(rivals) == 1 and used.isdisjoint(rivals[0].names(name)):
        given[rivals[0].key] = name
        used |= rivals[0].names(name)
        return []
    left: list[Claim] = []
    for claim in sorted(rivals, key=lambda one: one.key):
        if rank < len(claim.candidates) - 1:
            left.append(claim)
            continue
        number, free = 2, name
        while not used.isdisjoint(claim.names(free)):
            free = _numbered(name, number)
            number += 1
        given[claim.key] = free
        used |= claim.names(free)
    return left


def _numbered(name: str, number: int) -> str:
    """``Job2`` but ``job_2``, ``JOB_2`` and ``V1_2``."""
    apart = name.islower() or name.isupper() or name[-1:].isdigit()
    return f"{name}_{number}" if apart else f"{name}{number}"
