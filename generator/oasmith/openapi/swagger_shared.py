"""Shared bodies and responses of Swagger 2.0 where an operation has media of its own.

What is shared names no media types: an operation's ``consumes`` and ``produces`` hold
for it too. Newer versions write them into what is shared, for all operations alike.
"""

from __future__ import annotations

from collections.abc import Callable

from ..source.document import JsonValue
from ..source.pointer import escape
from .files import Found
from .rewrite import JsonObject
from .swagger_operation import JSON
from .swagger_parts import content_of

__all__ = ["body_with", "response_with"]

Renamed = Callable[[JsonObject], JsonObject]
"""A reference to a section of the root, by that section's new name."""


def body_with(
    found: Found, types: list[str], common: list[str], renamed: Renamed
) -> JsonObject | None:
    """A shared body as one of ``types``; None where it is as ``common`` has it."""
    shared = _shared(found, "parameters")
    if shared is None or (types or [JSON]) == (common or [JSON]):
        return None
    name, body = shared
    section = f"requestBodies/{name}"
    schema = _schema(body, section, (common or [JSON])[0], renamed)
    rest: JsonObject = {
        key: part for key, part in body.items() if key in ("description", "required")
    }
    return {**rest, "content": content_of(types or [JSON], {"schema": schema})}


def response_with(
    found: Found, types: list[str], common: list[str], renamed: Renamed
) -> JsonObject | None:
    """A shared response as one of ``types``; None where it is as ``common`` has it."""
    shared = _shared(found, "responses")
    if shared is None or (types or [JSON]) == (common or [JSON]):
        return None
    name, response = shared
    if "schema" not in response:
        return None
    section = f"responses/{name}"
    schema = _schema(response, section, (common or [JSON])[0], renamed)
    result: JsonObject = {"description": response.get("description", "")}
    headers = response.get("headers")
    if isinstance(headers, dict):
        result["headers"] = {
            header: {"$ref": f"#/components/{section}/headers/{escape(header)}"}
            for header in headers
        }
    return {**result, "content": content_of(types or [JSON], {"schema": schema})}


def _shared(found: Found, section: str) -> tuple[str, JsonObject] | None:
    """Name and value of a definition in a section of the root."""
    at, value = found.address, found.value
    is_shared = not at.file and len(at.pointer) == 2 and at.pointer[0] == section
    if not is_shared or not isinstance(value, dict) or "$ref" in value:
        return None
    return escape(at.pointer[1]), value


def _schema(value: JsonObject, section: str, media: str, renamed: Renamed) -> JsonValue:
    """The schema of what is shared, by reference."""
    written = value.get("schema")
    if isinstance(written, dict) and "$ref" in written:
        return renamed(written)
    return {"$ref": f"#/components/{section}/content/{escape(media)}/schema"}
