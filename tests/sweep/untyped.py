"""The properties of a description whose schemas say nothing of a type.

Only these may be typed ``Any``. Every mapping under a key ``properties`` counts,
wherever it stands, so that the answer errs on the generous side for examples only.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.ledger.documents import Documents, Spot

BEARING = (
    "type",
    "properties",
    "items",
    "prefixItems",
    "additionalProperties",
    "patternProperties",
    "required",
    "contentEncoding",
    "$dynamicRef",
    "$recursiveRef",
)
"""Keywords that say what a value is."""


def untyped_properties(path: Path) -> set[str]:
    """The names of properties of which some schema leaves the type open."""
    documents = Documents(path, path.as_posix())
    root = documents.spot(path.as_posix(), ())
    found: set[str] = set()
    # What other files hold is only reached by reference: they are loaded by then.
    for spot in _objects(root):
        for name, schema in spot.members("properties"):
            if name not in found and _is_untyped(documents, schema, ()):
                found.add(name)
        found |= _undescribed(spot)
    return found


def _undescribed(schema: Spot) -> set[str]:
    """What ``required`` names and ``properties`` does not."""
    listed, described = schema.value.get("required"), schema.value.get("properties")
    if not isinstance(listed, list):
        return set()
    known = described if isinstance(described, dict) else {}
    return {name for name in listed if isinstance(name, str) and name not in known}


def _objects(spot: Spot) -> Iterator[Spot]:
    """Every mapping in a document."""
    waiting = [spot]
    while waiting:
        spot = waiting.pop()
        value: Any = spot.value
        if isinstance(value, dict):
            yield spot
            steps = list(value.items())
        elif isinstance(value, list):
            steps = list(enumerate(value))
        else:
            continue
        waiting += [
            Spot(spot.file, (*spot.pointer, str(step)), below) for step, below in steps
        ]


def _is_untyped(documents: Documents, schema: Spot, above: tuple[str, ...]) -> bool:
    """Whether a value of any type fits, going by the keywords alone."""
    value = schema.value
    if not isinstance(value, dict):
        return True
    if str(schema) in above:
        return False
    within = (*above, str(schema))
    if schema.has("$ref"):
        try:
            return _is_untyped(documents, documents.target(schema), within)
        except (LookupError, ValueError, TypeError, OSError, StopIteration):
            return True  # the reference leads nowhere, which is reported
    if any(key in value for key in BEARING) or _has_plain_constants(value):
        return False
    parts = [part for _, part in schema.members("allOf")]
    if parts and not all(_is_untyped(documents, part, within) for part in parts):
        return False
    choices = [part for key in ("anyOf", "oneOf") for _, part in schema.members(key)]
    return not choices or any(_is_untyped(documents, one, within) for one in choices)


def _has_plain_constants(schema: dict[str, Any]) -> bool:
    constants = schema.get("enum", [schema["const"]] if "const" in schema else [])
    if not isinstance(constants, list) or not constants:
        return False
    return all(not isinstance(one, dict | list) for one in constants)
