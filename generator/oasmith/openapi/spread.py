"""A ``$ref`` in place of a whole section, as one reference for each of its members.

The specification has references to objects only, but tools that bundle files follow
them anywhere, so that people write ``schemas: {$ref: schemas/index.yaml}``. A path
item whose ``$ref`` has fields beside it is spread too, so that both count.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..source.document import JsonValue
from ..source.pointer import Pointer, escape
from ..source.values import Frozen
from .identifiers import inner

__all__ = ["Spread", "Target", "spread"]

Target = Callable[[str], JsonValue]
"""What a reference's text leads to; None where that cannot be had."""

_MAPS = frozenset(
    [
        "callbacks",
        "components",
        "content",
        "definitions",
        "headers",
        "links",
        "parameters",
        "pathItems",
        "paths",
        "properties",
        "requestBodies",
        "responses",
        "schemas",
        "securityDefinitions",
        "securitySchemes",
        "webhooks",
    ]
)
"""Sections whose members may be references themselves, or sections again."""

_WHOLE = frozenset(["info", "tags", "servers", "security"])
"""Sections of a description that hold no references; they are read in as they are."""

_HINT = re.compile(
    rf"(?:{'|'.join(sorted(_MAPS | _WHOLE))})[\"']?\s*:\s*\{{?\s*[\"']?\$ref"
)


class Spread(Frozen):
    """A file's value, and which sections of it were references."""

    value: JsonValue
    sections: tuple[Pointer, ...] = ()


def spread(text: str, value: JsonValue, target: Target) -> Spread:
    """The value of a file that says ``text``; itself where there is nothing to do."""
    sections: list[Pointer] = []
    if _HINT.search(text) is not None:
        value = _Spreading(target, sections).whole(value, (), named=False)
    if isinstance(value, dict):
        value = _with_path_items(value, target, sections)
    return Spread(value, tuple(sections))


class _Spreading(Frozen):
    target: Target
    sections: list[Pointer]

    def whole(self, value: JsonValue, at: Pointer, *, named: bool) -> JsonValue:
        """A value and all that is in it."""
        changed: dict[str, JsonValue] = {}
        for key, member, free in inner(value, named=named):
            below = (*at, key)
            new = member
            if not named and isinstance(member, dict) and isinstance(value, dict):
                new = _section(key, member, self.target, top=not at)
                if new is not member:
                    self.sections.append(below)
            new = self.whole(new, below, named=free)
            if new is not member:
                changed[key] = new
        if not changed:
            return value
        if isinstance(value, list):
            return [changed.get(str(n), item) for n, item in enumerate(value)]
        return {**value, **changed} if isinstance(value, dict) else value


def _with_path_items(
    root: dict[str, JsonValue], target: Target, sections: list[Pointer]
) -> JsonValue:
    """A description whose path items are references or stand there, never both."""
    changed: dict[str, JsonValue] = {}
    for key in ("paths", "webhooks"):
        items = root.get(key)
        for path, item in items.items() if isinstance(items, dict) else ():
            whole = _path_item(item, target)
            if whole is not item and isinstance(items, dict):
                items = {**items, path: whole}
                sections.append((key, path))
                changed[key] = items
    return {**root, **changed} if changed else root


def _path_item(item: JsonValue, target: Target) -> JsonValue:
    """The item, each field of what it refers to a reference (3.1, "Path Item Object").

    Fields beside the ``$ref`` outweigh those; parameters come after them.
    """
    text = item.get("$ref") if isinstance(item, dict) else None
    if not isinstance(item, dict) or not isinstance(text, str):
        return item
    found = target(text) if item.keys() - {"$ref", "summary", "description"} else None
    if not isinstance(found, dict) or "$ref" in found:
        return item
    start = text if "#" in text else f"{text}#"
    own, shared = item.get("parameters"), found.get("parameters")
    parameters: list[JsonValue] = [*own] if isinstance(own, list) else []
    for number in range(len(shared) if isinstance(shared, list) else 0):
        parameters.append({"$ref": f"{start}/parameters/{number}"})
    whole: dict[str, JsonValue] = {
        key: {"$ref": f"{start}/{_fragment(key)}"} if isinstance(part, dict) else part
        for key, part in found.items()
    }
    return {
        **whole,
        **_beside(item),
        **({"parameters": parameters} if parameters else {}),
    }


def _section(
    key: str, member: dict[str, JsonValue], target: Target, *, top: bool
) -> JsonValue:
    text = member.get("$ref")
    if not isinstance(text, str) or not (key in _MAPS or (top and key in _WHOLE)):
        return member
    found = target(text)
    if found is None or key in _WHOLE:
        return member if found is None else found
    rest = _beside(member)
    met = {text}
    while isinstance(found, dict) and isinstance(further := found.get("$ref"), str):
        # Sections of other files are spread by now: one that is not leads back here.
        if further in met or not text.startswith("#"):
            return member
        rest = {**_beside(found), **rest}
        met.add(further)
        text, found = further, target(further)
    start = text if "#" in text else f"{text}#"
    if isinstance(found, list):
        return [{"$ref": f"{start}/{n}"} for n in range(len(found))]
    if not isinstance(found, dict):
        return member
    spread: dict[str, JsonValue] = {
        name: {"$ref": f"{start}/{_fragment(name)}"} for name in found
    }
    return {**spread, **rest}


def _beside(value: dict[str, JsonValue]) -> dict[str, JsonValue]:
    return {name: part for name, part in value.items() if name != "$ref"}


def _fragment(name: str) -> str:
    return escape(name).replace("%", "%25").replace("#", "%23")
