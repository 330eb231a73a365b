"""From where a value stands after upgrading to where the user wrote it, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..source.pointer import Pointer

__all__ = ["Address", "Trace"]


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """A file by its key ("" for the root, else its relative path) and a pointer."""

    file: str
    pointer: Pointer = ()


@dataclass(slots=True)
class Trace:
    """How one rewriting moved things, noted object by object.

    ``moves`` is keyed by where an object stood before; it maps steps down from
    the new object to the steps that led there in the old one, or to an address
    elsewhere. What is not noted did not move. Moves inside moved objects need
    no care, because every object is keyed by its own old place.
    """

    moves: dict[Address, dict[Pointer, Pointer | Address]] = field(
        default_factory=dict[Address, dict[Pointer, "Pointer | Address"]]
    )

    def note(self, at: Address, new: Pointer, old: Pointer | Address) -> None:
        """Says that the steps ``new`` below ``at`` lead to what ``old`` led to."""
        if isinstance(old, Address) and old.file == at.file:
            depth = len(at.pointer)
            if old.pointer[:depth] == at.pointer:
                old = old.pointer[depth:]
        self.moves.setdefault(at, {})[new] = old

    def original(self, address: Address) -> Address:
        """Where the user wrote what stands at ``address`` now."""
        if not self.moves:
            return address
        file = address.file
        old: Pointer = ()
        rest = address.pointer
        while rest:
            taken = 1
            step: Pointer = rest[:1]
            rules = self.moves.get(Address(file, old), {})
            best = _longest(rules, rest)
            if best:
                target = rules[best]
                taken = len(best)
                if isinstance(target, Address):
                    file, old, step = target.file, target.pointer, ()
                else:
                    step = target
            old, rest = (*old, *step), rest[taken:]
        return Address(file, old)

    def current(self, address: Address) -> Address:
        """Where that stands now which the user wrote at ``address``."""
        if not self.moves:
            return address
        old: Pointer = ()
        new: Pointer = ()
        rest = address.pointer
        while rest:
            rules = self.moves.get(Address(address.file, old), {})
            back = {
                target: steps
                for steps, target in reversed(rules.items())
                if not isinstance(target, Address)
            }
            best = _longest(back, rest)
            if best is None:
                taken = 1
                # An object that was wrapped is found one wrapping further down.
                new = (*new, *back.get((), ()), *rest[:1])
            else:
                taken = len(best)
                new = (*new, *back[best])
            old, rest = (*old, *rest[:taken]), rest[taken:]
        return Address(address.file, new)


def _longest(rules: Mapping[Pointer, object], rest: Pointer) -> Pointer | None:
    """The longest non-empty beginning of ``rest`` that has a rule."""
    for length in range(len(rest), 0, -1):
        if rest[:length] in rules:
            return rest[:length]
    return None
