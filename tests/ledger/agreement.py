"""The ledger held against the walk, element by element."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tests.ledger.walk import Item, merged

__all__ = ["FORM_FIELD", "unbooked"]

FORM_FIELD = "form field"
KINDS = {FORM_FIELD: {"parameter", "property"}}
"""What the ledger may call a kind, where that is not the walk's word: the form
parameters of Swagger 2.0 are the properties of a body everywhere else."""


def unbooked(
    items: Iterable[Item], entries: Iterable[Mapping[str, Any]]
) -> Iterator[str]:
    """What the walk finds and the ledger, as JSON, has no entry for: kind and place.

    What has no name in the client was left out, and with it all that stands inside.
    """
    places: dict[str, set[str]] = {}
    left_out: list[str] = []
    for entry in entries:
        places.setdefault(entry["kind"], set()).add(entry["place"])
        if entry["status"] != "generated" and not entry["name"]:
            left_out.append(entry["place"] + "/")
    gone = tuple(left_out)
    for item in merged(items):
        kinds = KINDS.get(item.kind, {item.kind})
        if any(item.places & places.get(kind, set()) for kind in kinds):
            continue
        if not any(place.startswith(gone) for place in item.places):
            yield f"no {item.kind} {item.name!r} at {item.place}"
