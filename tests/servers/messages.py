"""Requests as the servers saw them, and the answers they give."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.servers.multipart import Part, parse_multipart


@dataclass(frozen=True, slots=True)
class Request:
    """One request. Header names are in lower case; ``connection`` is its socket.

    ``target`` is what was asked for, byte for byte.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]
    body: bytes
    connection: int
    target: str = ""

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def json(self) -> Any:
        """The body as JSON; raises ValueError where it is none."""
        return json.loads(self.body)

    def parts(self) -> list[Part]:
        """The parts of a multipart body; raises ValueError where it is none."""
        return parse_multipart(self.headers.get("content-type", ""), self.body)

    def as_json(self) -> dict[str, Any]:
        """The request as JSON values, for tests that run in another process."""
        seen: dict[str, Any] = {
            "method": self.method,
            "path": self.path,
            "query": [list(pair) for pair in self.query],
            "headers": dict(self.headers),
            "connection": self.connection,
            "body": None,
            "parts": None,
        }
        if self.media_type == "application/json":
            seen["body"] = self.json()
        elif self.media_type == "multipart/form-data":
            seen["parts"] = [part.as_json() for part in self.parts()]
        return seen


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: JSON unless ``content`` has the bytes to send."""

    status: int
    value: Any = None
    content: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def encoded(self) -> tuple[bytes, str]:
        """The body and its media type."""
        if self.content is not None:
            return self.content, self.headers.get("content-type", "application/json")
        if self.status == 204:
            return b"", ""
        return json.dumps(self.value).encode(), "application/json"
