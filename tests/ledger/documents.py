"""The files of a description as written, and the references between them."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

EXTENSIBLE = {"paths", "responses"}
"""Mappings in which a key that begins with ``x-`` is an extension."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A value and where it stands."""

    file: str
    pointer: tuple[str, ...]
    value: Any

    def __str__(self) -> str:
        steps = (step.replace("~", "~0").replace("/", "~1") for step in self.pointer)
        return f"{self.file}#{''.join('/' + step for step in steps)}"

    def __truediv__(self, step: str | int) -> Spot:
        below = self.value[step]
        return Spot(self.file, (*self.pointer, str(step)), below)

    def has(self, key: str) -> bool:
        return isinstance(self.value, dict) and key in self.value

    def members(self, key: str) -> Iterator[tuple[str, Spot]]:
        """The members of the mapping or list under ``key``, with their keys."""
        if not self.has(key):
            return
        under = self / key
        if isinstance(under.value, dict):
            for name, value in under.value.items():
                if key not in EXTENSIBLE or not str(name).startswith("x-"):
                    step = Spot(under.file, (*under.pointer, str(name)), value)
                    yield str(name), step
        elif isinstance(under.value, list):
            for index in range(len(under.value)):
                yield str(index), under / index


class Loader(yaml.CSafeLoader):
    """YAML 1.2, in which ``on`` is no boolean and a date is text."""


Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if not tag.endswith(":timestamp")
        and (first in "tTfF" or not tag.endswith(":bool"))
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass
class Documents:
    """The files of one description, read when they are first referred to."""

    root: Path
    shown: str
    loaded: dict[str, Any] = field(default_factory=dict)

    def spot(self, shown: str, pointer: tuple[str, ...]) -> Spot:
        value = self._load(shown)
        for step in pointer:
            value = value[int(step)] if isinstance(value, list) else _get(value, step)
        return Spot(shown, pointer, value)

    def target(self, spot: Spot) -> Spot:
        """What the ``$ref`` of ``spot`` leads to, one step."""
        address, _, fragment = str(spot.value["$ref"]).partition("#")
        shown = spot.file
        if address:
            shown = posixpath.normpath(
                posixpath.join(posixpath.dirname(spot.file), unquote(address))
            )
        return self.spot(shown, steps_of(unquote(fragment)))

    def follow(self, spot: Spot) -> Spot:
        """What stands at the end of a chain of references."""
        for _ in range(16):
            if not spot.has("$ref"):
                return spot
            spot = self.target(spot)
        raise ValueError(f"references without end at {spot}")

    def _load(self, shown: str) -> Any:
        if shown not in self.loaded:
            base = posixpath.dirname(self.shown) or "."
            path = self.root.parent / posixpath.relpath(shown, base)
            text = path.read_text(encoding="utf-8")
            is_json = path.suffix == ".json"
            self.loaded[shown] = (
                json.loads(text) if is_json else yaml.load(text, Loader)
            )
        return self.loaded[shown]


def _get(value: Any, step: str) -> Any:
    """A member by its key as text: YAML has numbers for keys such as ``200``."""
    if step in value:
        return value[step]
    return next(value[key] for key in value if str(key) == step)


def steps_of(pointer: str) -> tuple[str, ...]:
    """The steps of a JSON Pointer."""
    steps = pointer.split("/")[1:]
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in steps)
