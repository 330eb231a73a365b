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


class Trace(Growing):
    """How one rewriting moved things, noted object by object.

    ``moves`` is keyed by file and by where an object stood before; it maps steps
    down from the new object to the steps that led there in the old one, or to an
    address elsewhere. What is not noted did not move. Moves inside moved objects
    need no care, because every object is keyed by its own old place.
    """

    moves: dict[str, dict[Pointer, dict[Pointer, Pointer | Address]]] = field(
        default_factory=dict[str, dict[Pointer, "dict[Pointer, Pointer | Address]"]]
    )

    def note(self, at: Address, new: Pointer, old: Pointer | Address) -> None:
        """Says that the steps ``new`` below ``at`` lead to what ``old`` led to."""
        if isinstance(old, Address) and old.file == at.file:
            depth = len(at.pointer)
            if old.pointer[:depth] == at.pointer:
                old = old.pointer[depth:]
        self.moves.setdefault(at.file, {}).setdefault(at.pointer, {})[new] = old

    def original(self, address: Address) -> Address:
        """Where the user wrote what stands at ``address`` now."""
        file = address.file
        moves = self.moves.get(file)
        if moves is None:
            return address
        old: Pointer = ()
        rest = address.pointer
        while rest:
            rules = moves.get(old)
            best = None if rules is None else _longest(rules, rest)
            if rules is None or best is None:
                old, rest = (*old, rest[0]), rest[1:]
                continue
            target = rules[best]
            rest = rest[len(best) :]
            if isinstance(target, Address):
                file, old = target.file, target.pointer
                moves = self.moves.get(file, {})
            else:
                old = (*old, *target)
        return Address(file, old)

    def current(self, address: Address) -> Address:
        """Where that stands now which the user wrote at ``address``."""
        moves = self.moves.get(address.file)
        if moves is None:
            return address
        old: Pointer = ()
        new: Pointer = ()
        rest = address.pointer
        while rest:
            back = _inverse(moves.get(old, {}))
            best = _longest(back, rest)
            taken = 1
            if best is None:
                # An object that was wrapped is found one wrapping further down.
                new = (*new, *back.get((), ()), rest[0])
            else:
                taken = len(best)
                new = (*new, *back[best])
            old, rest = (*old, *rest[:taken]), rest[taken:]
        return Address(address.file, new)


def _inverse(rules: Mapping[Pointer, Pointer | Address]) -> dict[Pointer, Pointer]:
    """From old steps to new ones; of several that lead to one, the deepest stays.

    What was written in one place is found where it is whole, not in what was put
    around it.
    """
    back: dict[Pointer, Pointer] = {}
    for new, old in rules.items():
        if not isinstance(old, Address) and len(new) > len(back.get(old, ())):
            back[old] = new
    return back


def _longest(rules: Mapping[Pointer, object], rest: Pointer) -> Pointer | None:
    """The longest non-empty beginning of ``rest`` that has a rule."""
    for length in range(len(rest), 0, -1):
        if rest[:length] in rules:
            return rest[:length]
    return None
