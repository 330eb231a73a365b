"""Decodes JSON with a package's models and encodes it back.

    python round_trips.py wasabi_air "[…]"

The cases are ``[{"model": "Job", "value": {…}}, …]``; for each the answer says what
came back, the places of drift, and which declared properties landed in ``extra``.
"""

from __future__ import annotations

import dataclasses
import importlib
import json
import sys
from collections.abc import Iterator
from typing import Any


def misplaced(value: object) -> Iterator[str]:
    """Declared properties that are kept in ``extra``, anywhere in a decoded value."""
    if dataclasses.is_dataclass(value):
        names = {
            field.metadata.get("wire", field.name): field.name
            for field in dataclasses.fields(value)
            if "extra" not in field.metadata
        }
        extra: dict[str, Any] = getattr(value, "extra", {})
        yield from (f"{type(value).__name__}.{name}" for name in names if name in extra)
        for name in names.values():
            yield from misplaced(getattr(value, name))
        yield from misplaced(extra)
    elif isinstance(value, dict):
        for member in value.values():
            yield from misplaced(member)
    elif isinstance(value, list):
        for member in value:
            yield from misplaced(member)


def round_trip(models: Any, case: dict[str, Any]) -> dict[str, Any]:
    """Decode and encode one value."""
    drift: list[str] = []
    model = getattr(models, case["model"])
    decoded = model.from_dict(
        case["value"], on_drift=lambda one: drift.append(f"{one.kind} {one.path}")
    )
    again = model.from_json(decoded.to_json())
    assert again == decoded, (again, decoded)
    return {
        "value": decoded.to_dict(),
        "drift": drift,
        "misplaced": list(misplaced(decoded)),
        "shown": repr(decoded),
    }


if __name__ == "__main__":
    models = importlib.import_module(f"{sys.argv[1]}.models")
    cases = json.loads(sys.argv[2])
    print(json.dumps([round_trip(models, case) for case in cases]))
