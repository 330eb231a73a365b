"""The name someone probably meant."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["nearest"]


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The one of ``known`` that looks most like ``name``, None if none comes near.

    A difference of case alone is the nearest there is. Ties go to the first in
    alphabetical order, so that the answer does not depend on the order given.
    """
    candidates = sorted(set(known) - {name})
    folded = name.casefold()
    for candidate in candidates:
        if candidate.casefold() == folded:
            return candidate
    # Imported here: most runs have nothing to suggest.
    import difflib  # noqa: PLC0415

    found = difflib.get_close_matches(name, candidates, n=1, cutoff=0.6)
    return found[0] if found else None
