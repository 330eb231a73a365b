"""Which references never reach a definition: their chain comes back on itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..source.pointer import Pointer, format_pointer
from .files import Found
from .trace import Address

__all__ = ["Key", "Loop", "loops_of"]

Key = tuple[str, str]
"""The file a reference stands in, and its text."""

_LISTED = 16


class Loop(NamedTuple):
    """Places that refer to each other in a ring, and which of them is met first."""

    ring: list[Pointer]
    first: int

    def __str__(self) -> str:
        """The names along it, back to the first; of a long one the first few."""
        size = len(self.ring)
        shown = range(size) if size <= _LISTED else range(_LISTED - 1)
        around = [self.ring[(self.first + step) % size] for step in shown]
        names = [f"#{format_pointer(one)}" for one in around]
        more = [] if size <= _LISTED else [f"{size - len(names)} more"]
        return " → ".join([*names, *more, names[0]])


def loops_of(
    starts: Iterable[Key], targets: Mapping[Key, Found]
) -> dict[Key, Loop | None]:
    """The loop that each reference runs into, None for a sound one.

    No part of a chain is passed twice, whoever starts on it.
    """
    ends: dict[Key, Loop | None] = {}
    for start in starts:
        if start not in ends:
            _find_end(targets, start, ends)
    return ends


def _find_end(
    targets: Mapping[Key, Found], start: Key, ends: dict[Key, Loop | None]
) -> None:
    """Note where a chain of references ends, for each of them on the way."""
    keys: list[Key] = []
    places: dict[Address, int] = {}
    key: Key | None = start
    while key is not None and key not in ends:
        keys.append(key)
        found = targets.get(key)
        if found is None:
            key = None
        elif found.address in places:
            entry = places[found.address]
            ring = [address.pointer for address in places][entry:]
            # Each on the way leads to where the ring begins, or is met in it.
            loops = [Loop(ring, max(0, at - entry)) for at in range(len(places))]
            ends.update(zip(keys, [*loops, loops[entry]], strict=True))
            return
        else:
            places[found.address] = len(places)
            text = found.value.get("$ref") if isinstance(found.value, dict) else None
            key = (found.address.file, text) if isinstance(text, str) else None
    known = None if key is None else ends[key]
    ends.update(dict.fromkeys(keys, known))
