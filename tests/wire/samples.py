"""Values that fit schemas, to be sent."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import HypothesisException
from hypothesis.strategies import characters, from_regex

from tests.ledger.documents import Documents, Spot

FORMATS: Mapping[str, Any] = {
    "uuid": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    "date-time": "2026-01-01T00:00:00Z",
    "datetime": "2026-01-01T00:00:00Z",
    "google-datetime": "2026-01-01T00:00:00Z",
    "date": "2026-01-01",
    "time": "12:30:00Z",
    "email": "reader@example.com",
    "duration": "PT2M30S",
    "byte": "c2FtcGxl",
    "uri": "https://example.com/path",
    "url": "https://example.com/path",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "binary": {"$file": "sample.pdf"},
}
SCHEMES = ("https", "s3", "az", "gs", "box", "dropbox", "onedrive", "mongodb")
TEXTS = (
    "sample",
    "a",
    "123456",
    "A" * 24,
    *(f"{scheme}://example.com/path" for scheme in SCHEMES),
    "https://example.sharepoint.com/sites/team",
)
"""Texts to try where a pattern or a length is asked for."""

IMPLIED = {
    "properties": "object",
    "additionalProperties": "object",
    "items": "array",
    "pattern": "string",
    "format": "string",
    "minLength": "string",
    "maxLength": "string",
    "minimum": "number",
    "maximum": "number",
}
"""What a schema without a type is meant to be."""

DEEP = 8
"""Below so many objects only what is required is set: schemas may be circular."""

DEEPEST = 40


class Unsuited(ValueError):
    """No value is known that fits a schema."""


@dataclass
class Sampler:
    """Makes values that fit schemas.

    ``everything`` sets all properties, else only those required. Where there are
    alternatives the one numbered ``choice`` is taken; ``alternatives`` counts them.
    """

    documents: Documents
    everything: bool
    choice: int = 0
    alternatives: int = 1
    depth: int = 0

    def value(self, schema: Spot) -> Any:
        """A value for a schema.

        Raises:
            Unsuited: There is none to be found.
        """
        spot = self.documents.follow(schema)
        if not isinstance(spot.value, dict):
            return {"any": "thing"}
        if self.depth > DEEPEST:
            raise Unsuited(f"{spot} requires itself")
        made = self._part(spot)
        if isinstance(made, dict):
            for name in self._undescribed(spot):
                made.setdefault(name, "sample")
        return made

    def _part(self, spot: Spot) -> Any:
        """A value for a schema, of which other parts may describe more."""
        self.depth += 1
        try:
            return self._value(self.documents.follow(spot))
        finally:
            self.depth -= 1

    def _undescribed(self, spot: Spot) -> list[str]:
        """The properties that are required, and described by no part."""
        parts = [spot]
        for part in parts:
            parts += [self.documents.follow(one) for _, one in part.members("allOf")]
        described = {name for part in parts for name, _ in part.members("properties")}
        required = (name for part in parts for name in part.value.get("required", []))
        return [name for name in required if name not in described]

    def _value(self, spot: Spot) -> Any:
        about: dict[str, Any] = spot.value
        if "const" in about:
            return about["const"]
        if "enum" in about:
            return self._chosen([one for one in about["enum"] if one is not None])
        parts = [self._part(one) for _, one in spot.members("allOf")]
        for key in ("anyOf", "oneOf"):
            members = [one for _, one in spot.members(key) if not _null(one)]
            if members:
                chosen = self._chosen(members)
                is_part = spot.has("properties")
                parts.append(self._part(chosen) if is_part else self.value(chosen))
        if not parts:
            return self._plain(spot)
        if _kind(about) == "object":
            parts.append(self._object(spot))
        if all(isinstance(one, dict) for one in parts):
            return {key: value for part in parts for key, value in part.items()}
        return next((one for one in parts if one != {"any": "thing"}), parts[0])

    def _plain(self, spot: Spot) -> Any:
        """A value for a schema that has no parts and no alternatives."""
        about: dict[str, Any] = spot.value
        match _kind(about):
            case "object":
                return self._object(spot)
            case "array":
                return self._list(spot)
            case "string":
                return _text(spot)
            case "integer" | "number" as kind:
                return _number(about, kind)
            case "boolean":
                return True
            case _:
                return {"any": "thing"}

    def _chosen(self, members: list[Any]) -> Any:
        self.alternatives = max(self.alternatives, len(members))
        return members[self.choice % len(members)]

    def _list(self, spot: Spot) -> list[Any]:
        wants_one = self.everything and self.depth < DEEP
        least = spot.value.get("minItems", 1 if wants_one else 0)
        if not spot.has("items"):
            return ["sample"] * least
        return [self.value(spot / "items") for _ in range(least)]

    def _object(self, spot: Spot) -> dict[str, Any]:
        required = spot.value.get("required", [])
        everything = self.everything and self.depth < DEEP
        made = {
            name: self.value(member)
            for name, member in spot.members("properties")
            if (everything or name in required) and not self._read_only(member)
        }
        needs_more = len(made) < spot.value.get("minProperties", 0)
        if (everything or needs_more) and spot.value.get("additionalProperties"):
            further = spot / "additionalProperties"
            is_schema = isinstance(further.value, dict)
            made["sample"] = self.value(further) if is_schema else "value"
        return made

    def _read_only(self, member: Spot) -> bool:
        """Whether a property does not travel in requests."""
        found = self.documents.follow(member)
        return any(
            one.has("readOnly") and one.value["readOnly"] for one in (member, found)
        )


def _null(spot: Spot) -> bool:
    return spot.has("type") and bool(spot.value["type"] == "null")


def _kind(about: Mapping[str, Any]) -> str:
    """The type of a schema, as said or as meant; "any" where neither tells."""
    told = about.get("type")
    kinds = [told] if isinstance(told, str) else list(told or ())
    implied = (kind for key, kind in IMPLIED.items() if key in about)
    return next((one for one in kinds if one != "null"), next(implied, "any"))


def _number(about: Mapping[str, Any], kind: str) -> int | float:
    """The least number that is allowed, from 1 upwards if that is."""
    step = about.get("multipleOf") or (1 if kind == "integer" else 0.5)
    least, most = about.get("minimum"), about.get("maximum")
    above, below = about.get("exclusiveMinimum"), about.get("exclusiveMaximum")
    if above is not None and above is not False:
        least = (least if above is True else above) + step
    if below is not None and below is not False:
        most = (most if below is True else below) - step
    number = about.get("default")
    if not isinstance(number, int | float) or isinstance(number, bool):
        number = 1
    if least is not None and number < least:
        number = math.ceil(least / step) * step
    if most is not None and number > most:
        number = math.floor(most / step) * step
    return int(number) if kind == "integer" else number


def _text(spot: Spot) -> Any:
    about: dict[str, Any] = spot.value
    least, most = about.get("minLength", 0), about.get("maxLength", 99999)
    pattern = about.get("pattern", "")
    by_format = FORMATS.get(about.get("format", ""))
    if isinstance(by_format, dict):
        return by_format
    told = [about.get("example"), *about.get("examples", []), about.get("default")]
    known = [by_format, *((*told,) if by_format is None else ()), *TEXTS, "a" * least]
    for text in known:
        if (
            isinstance(text, str)
            and least <= len(text) <= most
            and re.search(pattern, text)
        ):
            return text
    found = _matching(pattern, least, most) if pattern else "a" * least
    if found is None:
        raise Unsuited(f"no sample text fits {spot}")
    return found


@functools.cache
def _matching(pattern: str, least: int, most: int) -> str | None:
    """A text that a pattern allows, of ASCII where that is enough."""
    found: str | None = None
    quiet = settings(
        database=None,
        derandomize=True,
        max_examples=40,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    @quiet
    @given(
        from_regex(pattern, alphabet=characters(min_codepoint=33, max_codepoint=126))
    )
    def look(text: str) -> None:
        nonlocal found
        text = text.strip()
        if least <= len(text) <= most and re.search(pattern, text):
            found = text if found is None else min(found, text, key=len)

    try:
        look()
    except (HypothesisException, re.error):
        return None
    return found
