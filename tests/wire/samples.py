"""Arguments for every operation, made from a description's examples and schemas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.ledger.documents import Documents, Spot
from tests.ledger.walk import METHODS

FORMATS: Mapping[str, Any] = {
    "uuid": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    "date-time": "2026-01-01T00:00:00Z",
    "date": "2026-01-01",
    "email": "reader@example.com",
    "duration": "PT2M30S",
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

    def value(self, schema: Spot) -> Any:
        """A value for a schema."""
        spot = self.documents.follow(schema)
        about: dict[str, Any] = spot.value
        if "const" in about:
            return about["const"]
        if "enum" in about:
            return self._chosen(about["enum"])
        for key in ("anyOf", "oneOf"):
            if key in about:
                members = [one for _, one in spot.members(key)]
                return self.value(self._chosen([m for m in members if not _null(m)]))
        if "allOf" in about:
            parts = [self.value(one) for _, one in spot.members("allOf")]
            return {key: value for part in parts for key, value in part.items()}
        kinds = about.get("type", [])
        kind = kinds if isinstance(kinds, str) else next(iter(kinds), "any")
        match kind:
            case "object":
                return self._object(spot)
            case "array":
                least = about.get("minItems", 1 if self.everything else 0)
                return [self.value(spot / "items") for _ in range(least)]
            case "string":
                return _text(spot)
            case "integer" | "number":
                return about.get("minimum", about.get("default") or 1)
            case "boolean":
                return True
            case _:
                return {"any": "thing"}

    def _chosen(self, members: list[Any]) -> Any:
        self.alternatives = max(self.alternatives, len(members))
        return members[self.choice % len(members)]

    def _object(self, spot: Spot) -> dict[str, Any]:
        required = spot.value.get("required", [])
        made = {
            name: self.value(member)
            for name, member in spot.members("properties")
            if self.everything or name in required
        }
        needs_more = len(made) < spot.value.get("minProperties", 0)
        if (self.everything or needs_more) and spot.has("additionalProperties"):
            further = spot / "additionalProperties"
            is_schema = isinstance(further.value, dict)
            made["sample"] = self.value(further) if is_schema else "value"
        return made


def _null(spot: Spot) -> bool:
    return bool(spot.value.get("type") == "null")


def _text(spot: Spot) -> Any:
    about: dict[str, Any] = spot.value
    if about.get("format") in FORMATS:
        return FORMATS[about["format"]]
    examples = [*about.get("examples", []), about.get("default")]
    for text in [one for one in examples if isinstance(one, str)] + list(TEXTS):
        fits = re.search(about.get("pattern", ""), text)
        if fits and about.get("minLength", 0) <= len(text) <= about.get(
            "maxLength", 99999
        ):
            return text
    raise ValueError(f"no sample text fits {spot}")


def plan(path: Path) -> list[dict[str, Any]]:
    """For every operation what to send: only what is required, and everything set.

    As JSON values: ``call`` is ``GET /jobs``; ``required`` and ``all`` map
    ``query:pageSize`` to a value; ``bodies`` has the body with what is required, then
    bodies with everything, one for each alternative. A file is ``{"$file": name}``.
    """
    documents = Documents(path, path.as_posix())
    return list(_plans(documents, documents.spot(path.as_posix(), ())))


def _plans(documents: Documents, root: Spot) -> Iterator[dict[str, Any]]:
    for template, item in root.members("paths"):
        for method in METHODS:
            if item.has(method):
                operation = item / method
                yield {
                    "call": f"{method.upper()} {template}",
                    **_parameters(documents, item, operation),
                    "bodies": list(_bodies(documents, operation)),
                    "body_required": _body(documents, operation).get("required", False),
                }


def _parameters(
    documents: Documents, item: Spot, operation: Spot
) -> dict[str, dict[str, Any]]:
    sampler = Sampler(documents, everything=True)
    everything: dict[str, Any] = {}
    required: dict[str, Any] = {}
    for holder in (item, operation):
        for _, use in holder.members("parameters"):
            parameter = documents.follow(use)
            about = parameter.value
            key = f"{about['in']}:{about['name']}"
            has_example = "example" in about
            value = (
                about["example"] if has_example else sampler.value(parameter / "schema")
            )
            everything[key] = value
            if about.get("required"):
                required[key] = value
    return {"all": everything, "required": required}


def _body(documents: Documents, operation: Spot) -> dict[str, Any]:
    if not operation.has("requestBody"):
        return {}
    found: dict[str, Any] = documents.follow(operation / "requestBody").value
    return found


def _bodies(documents: Documents, operation: Spot) -> Iterator[Any]:
    if not operation.has("requestBody"):
        return
    body = documents.follow(operation / "requestBody")
    media = next(one for _, one in body.members("content"))
    yield Sampler(documents, everything=False).value(media / "schema")
    choice = alternatives = 0
    while choice <= alternatives:
        sampler = Sampler(documents, everything=True, choice=choice)
        yield sampler.value(media / "schema")
        alternatives = sampler.alternatives - 1
        choice += 1
