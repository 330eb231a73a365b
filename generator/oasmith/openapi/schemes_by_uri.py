"""Security requirements that name their scheme by its URI.

OpenAPI 3.2, "Security Requirement Object": what is no component's name may be the URI
of a Security Scheme Object.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..source.document import JsonValue
from ..source.errors import SourceError
from ..source.values import replace
from .files import BadReference, Files, Found, RemoteReference, lookup
from .rewrite import JsonObject
from .upgrade import Upgraded

__all__ = ["schemes_by_uri", "with_schemes"]


def schemes_by_uri(files: Files) -> tuple[str, ...]:
    """The URIs that requirements name schemes by, their files opened."""
    root = files.root.value
    if not isinstance(root, dict):
        return ()
    named = (name for name in _requirements(root) if "#" in name)
    return tuple(name for name in dict.fromkeys(named) if _is_there(files, name))


def with_schemes(upgraded: Upgraded, names: tuple[str, ...]) -> Upgraded:
    """The description with these schemes declared, each under its URI."""
    root = upgraded.trees.get("")
    if not names or not isinstance(root, dict):
        return upgraded
    components = root.get("components")
    parts = components if isinstance(components, dict) else {}
    written = parts.get("securitySchemes")
    schemes: JsonObject = {name: {"$ref": name} for name in names}
    if isinstance(written, dict):
        schemes = {**schemes, **written}
    whole: JsonObject = {**parts, "securitySchemes": schemes}
    trees = {**upgraded.trees, "": {**root, "components": whole}}
    return replace(upgraded, trees=trees)


def _requirements(root: JsonObject) -> Iterator[str]:
    """The names under ``security``, of the description and of its operations."""
    owners: list[JsonValue] = [root]
    paths = root.get("paths")
    for item in paths.values() if isinstance(paths, dict) else ():
        owners += item.values() if isinstance(item, dict) else ()
    for owner in owners:
        listed = owner.get("security") if isinstance(owner, dict) else None
        for requirement in listed if isinstance(listed, list) else ():
            if isinstance(requirement, dict):
                yield from requirement


def _is_there(files: Files, reference: str) -> bool:
    try:
        found = lookup(files, files.address("", reference))
    except (BadReference, RemoteReference, SourceError):
        return False
    return isinstance(found, Found) and isinstance(found.value, dict)
