"""Giving names within one scope: by right, never first come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..source.values import Frozen, Growing

__all__ = ["Claim", "allot"]


class Claim(Frozen):
    """A thing's wish for a name.

    ``key`` is its identity in the record; ``candidates``, of which there is one at
    least, are tried in order and made no sooner than that;
    ``right`` decides who gets a name that several want, the lowest first.
    ``prefixes`` make the names that come with the name and must be free too.
    """

    key: str
    right: tuple[int, ...]
    candidates: Iterable[str]
    prefixes: tuple[str, ...] = ()

    def names(self, name: str) -> set[str]:
        """Everything that is called something when this is called ``name``."""
        return {name, *(prefix + name for prefix in self.prefixes)}


class _Waiting(Growing):
    """A claim that has no name yet: the one it is about, and what it falls back to."""

    claim: Claim
    name: str
    others: Iterator[str]
    tried: list[str]

    def falls_back(self) -> bool:
        """Go on to the next candidate; False where none is left."""
        for name in self.others:
            if name not in self.tried:
                self.tried.append(name)
                self.name = name
                return True
        return False


def _waiting(claim: Claim) -> _Waiting:
    others = iter(claim.candidates)
    first = next(others)
    return _Waiting(claim, first, others, [first])


def allot(
    claims: Sequence[Claim], taken: Iterable[str], recorded: Mapping[str, str]
) -> dict[str, str]:
    """A distinct name for every claim, by its key.

    Names in ``recorded`` stay; names in ``taken`` are never given. Claims of
    equal right to one name all fall back to their next candidate, and number
    themselves in the order of their keys where none is left.
    """
    used = set(taken)
    given = _kept([claim for claim in claims if claim.key in recorded], recorded, used)
    numbers: _Numbers = {}
    waiting = [_waiting(claim) for claim in claims if claim.key not in given]
    if _are_apart(waiting) and used.isdisjoint([one.name for one in waiting]):
        given.update((one.claim.key, one.name) for one in waiting)
        return given
    while waiting:
        waiting = _round(waiting, used, given, numbers)
    return given


def _kept(
    known: Sequence[Claim], recorded: Mapping[str, str], used: set[str]
) -> dict[str, str]:
    """The recorded names that can stay, which are used from now on."""
    wanted = {claim.key: recorded[claim.key] for claim in known}
    names = set(wanted.values())
    alone = not any(claim.prefixes for claim in known)
    if alone and len(names) == len(known) and used.isdisjoint(names):
        # Then it does not matter who has the better right; so it nearly always is.
        used |= names
        return wanted
    given: dict[str, str] = {}
    for claim in sorted(known, key=lambda one: (one.right, one.key)):
        needed = claim.names(wanted[claim.key])
        if used.isdisjoint(needed):
            given[claim.key] = wanted[claim.key]
            used |= needed
    return given


def _are_apart(waiting: Sequence[_Waiting]) -> bool:
    """Whether each wants one name, which no other wants: then rights do not matter."""
    names = {one.name for one in waiting}
    keys = {one.claim.key for one in waiting}
    alone = not any(one.claim.prefixes for one in waiting)
    return alone and len(names) == len(keys) == len(waiting)


_Numbers = dict[tuple[str, tuple[str, ...]], int]
"""How far numbers behind a name are used up, by it and the prefixes it comes with."""


def _round(
    waiting: Sequence[_Waiting],
    used: set[str],
    given: dict[str, str],
    numbers: _Numbers,
) -> list[_Waiting]:
    by_right: dict[tuple[int, ...], list[_Waiting]] = defaultdict(list)
    for one in waiting:
        by_right[one.claim.right].append(one)
    left: list[_Waiting] = []
    for right in sorted(by_right):
        wanted: dict[str, list[_Waiting]] = defaultdict(list)
        for one in by_right[right]:
            wanted[one.name].append(one)
        # Shortest first: a name comes before those it is the ending of.
        for name, rivals in sorted(
            wanted.items(), key=lambda one: (len(one[0]), one[0])
        ):
            left += _settle(name, rivals, used, given, numbers)
    return left


def _settle(
    name: str,
    rivals: list[_Waiting],
    used: set[str],
    given: dict[str, str],
    numbers: _Numbers,
) -> list[_Waiting]:
    """Give ``name`` away, or number the rivals that have no other candidate."""
    if len(rivals) == 1 and used.isdisjoint(rivals[0].claim.names(name)):
        given[rivals[0].claim.key] = name
        used |= rivals[0].claim.names(name)
        return []
    left: list[_Waiting] = []
    for one in sorted(rivals, key=lambda one: one.claim.key):
        if one.falls_back():
            left.append(one)
            continue
        claim = one.claim
        at = (name, claim.prefixes)
        number = numbers.get(at, 1)
        free = name if number == 1 else _numbered(name, number)
        # What is used stays so: no number is tried twice.
        while not used.isdisjoint(claim.names(free)):
            number += 1
            free = _numbered(name, number)
        numbers[at] = number
        given[claim.key] = free
        used |= claim.names(free)
    return left


def _numbered(name: str, number: int) -> str:
    """``Job2`` but ``job_2``, ``JOB_2`` and ``V1_2``."""
    apart = name.islower() or name.isupper() or name[-1:].isdigit()
    return f"{name}_{number}" if apart else f"{name}{number}"
