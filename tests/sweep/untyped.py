"""The properties of a description whose schemas say nothing of a type.

Only these may be typed ``Any``. Every mapping under a key ``properties`` or ``headers``
counts, wherever it stands in the description's files, so that the answer errs on the
generous side for examples only.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from yaml import YAMLError

from tests.ledger.documents import Documents, Spot

NOWHERE = (LookupError, ValueError, TypeError, OSError, StopIteration, YAMLError)
"""What following a reference raises that leads nowhere."""

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
    """The names of properties and headers of which some schema leaves the type open."""
    documents = Documents(path, path.as_posix())
    found: set[str] = set()
    for spot in _everywhere(documents):
        for name, schema in spot.members("properties"):
            if name not in found and _is_untyped(documents, schema, ()):
                found.add(name)
        for name, header in spot.members("headers"):
            if name not in found and _is_untyped_header(documents, header):
                found.add(name)
        found |= _undescribed(spot)
    return found


def _everywhere(documents: Documents) -> Iterator[Spot]:
    """Every mapping of the description, in all files that references lead to."""
    waiting, walked = {documents.shown}, set[str]()
    while waiting:
        for file in sorted(waiting):
            for spot in _objects(documents.spot(file, ())):
                yield spot
                reference = spot.value.get("$ref")
                if isinstance(reference, str) and not reference.startswith("#"):
                    with suppress(*NOWHERE):
                        documents.target(spot)  # which loads its file
        walked |= waiting
        waiting = documents.loaded.keys() - walked


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
        except NOWHERE:
            return True  # the reference leads nowhere, which is reported
    if any(key in value for key in BEARING) or _has_plain_constants(value):
        return False
    parts = [part for _, part in schema.members("allOf")]
    if parts and not all(_is_untyped(documents, part, within) for part in parts):
        return False
    choices = [part for key in ("anyOf", "oneOf") for _, part in schema.members(key)]
    return not choices or any(_is_untyped(documents, one, within) for one in choices)


def _is_untyped_header(documents: Documents, use: Spot) -> bool:
    """Whether its schema leaves the type open; in Swagger 2.0 the header is one."""
    try:
        header = documents.follow(use)
    except NOWHERE:
        return True
    if header.has("schema"):
        return _is_untyped(documents, header / "schema", ())
    contents = [content for _, content in header.members("content")]
    if contents:
        return not all(
            one.has("schema") and not _is_untyped(documents, one / "schema", ())
            for one in contents
        )
    return _is_untyped(documents, header, ())


def _has_plain_constants(schema: dict[str, Any]) -> bool:
    constants = schema.get("enum", [schema["const"]] if "const" in schema else [])
    if not isinstance(constants, list) or not constants:
        return False
    return all(not isinstance(one, dict | list) for one in constants)
