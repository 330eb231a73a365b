"""From where a value stands after upgrading to where the user wrote it, and back."""

from __future__ import annotations

from collections.abc import Mapping

from ..source.pointer import Pointer
from ..source.values import Frozen, Growing, field

__all__ = ["Address", "Trace"]


class Address(Frozen, order=True):
    """A file by its key ("" for the root, else its relative path) and a pointer."""

    file: str
    pointer: Pointer = ()


class _Branch(Growing):
    """What moved in one object, by the steps down from the new one to it.

    ``firsts`` are the first steps of all of them; ``below`` leads on to the objects
    inside, by their old steps.
    """

    moves: dict[Pointer, Pointer | Address] = field(
        default_factory=dict[Pointer, "Pointer | Address"]
    )
    firsts: set[str] = field(default_factory=set[str])
    below: dict[str, _Branch] = field(default_factory=dict[str, "_Branch"])


class Trace(Growing):
    """How one rewriting moved things, noted object by object.

    Every object is known by its file and by where it stood before. Noted are steps
    down from the new object, with the steps that led there in the old one, or an
    address elsewhere. What is not noted did not move. Moves inside moved objects
    need no care, because every object is keyed by its own old place.
    """

    _roots: dict[str, _Branch] = field(default_factory=dict[str, _Branch])

    def note(self, at: Address, new: Pointer, old: Pointer | Address) -> None:
        """Says that the steps ``new`` below ``at`` lead to what ``old`` led to."""
        if isinstance(old, Address) and old.file == at.file:
            depth = len(at.pointer)
            if old.pointer[:depth] == at.pointer:
                old = old.pointer[depth:]
        branch = self._roots.get(at.file)
        if branch is None:
            branch = self._roots[at.file] = _Branch()
        for token in at.pointer:
            inner = branch.below.get(token)
            if inner is None:
                inner = branch.below[token] = _Branch()
            branch = inner
        branch.moves[new] = old
        branch.firsts.add(new[0])

    def original(self, address: Address) -> Address:
        """Where the user wrote what stands at ``address`` now."""
        file, rest = address.file, address.pointer
        branch = self._roots.get(file)
        old: list[str] = []
        at = behind = 0
        while branch is not None and at < len(rest):
            token = rest[at]
            known = token in branch.firsts
            best = _longest(branch.moves, rest[at:]) if known else None
            if best is None:
                branch = branch.below.get(token)
                at += 1
                continue
            target = branch.moves[best]
            old += rest[behind:at]
            at = behind = at + len(best)
            if isinstance(target, Address):
                file, old = target.file, list(target.pointer)
                branch = _further(self._roots.get(file), target.pointer)
            else:
                old += target
                branch = _further(branch, target)
        return Address(file, (*old, *rest[behind:])) if behind else address

    def current(self, address: Address) -> Address:
        """Where that stands now which the user wrote at ``address``."""
        rest = address.pointer
        branch = self._roots.get(address.file)
        new: list[str] = []
        while branch is not None and rest:
            back = _inverse(branch.moves)
            best = _longest(back, rest)
            taken = 1
            if best is None:
                # An object that was wrapped is found one wrapping further down.
                new += (*back.get((), ()), rest[0])
            else:
                taken = len(best)
                new += back[best]
            branch = _further(branch, rest[:taken])
            rest = rest[taken:]
        return Address(address.file, (*new, *rest))


def _further(branch: _Branch | None, steps: Pointer) -> _Branch | None:
    """What is known of the object that ``steps`` lead to from another."""
    for token in steps:
        if branch is None:
            return None
        branch = branch.below.get(token)
    return branch


def _inverse(moves: Mapping[Pointer, Pointer | Address]) -> dict[Pointer, Pointer]:
    """From old steps to new ones; of several that lead to one, the deepest stays.

    What was written in one place is found where it is whole, not in what was put
    around it.
    """
    back: dict[Pointer, Pointer] = {}
    for new, old in moves.items():
        if not isinstance(old, Address) and len(new) > len(back.get(old, ())):
            back[old] = new
    return back


def _longest(moves: Mapping[Pointer, object], rest: Pointer) -> Pointer | None:
    """The longest non-empty beginning of ``rest`` that has moved."""
    for length in range(len(rest), 0, -1):
        if rest[:length] in moves:
            return rest[:length]
    return None
