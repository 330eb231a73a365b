"""A reader of ``multipart/form-data`` (RFC 7578) that takes nothing amiss silently."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email.message import Message
from typing import Any


@dataclass(frozen=True, slots=True)
class Part:
    """One part; ``filename`` and ``content_type`` are None where the part has none."""

    name: str
    filename: str | None
    content_type: str | None
    content: bytes

    def as_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "filename": self.filename,
            "content_type": self.content_type,
            "size": len(self.content),
            "sha256": hashlib.sha256(self.content).hexdigest(),
            "text": self.content.decode() if self.filename is None else None,
        }


def parse_multipart(content_type: str, body: bytes) -> list[Part]:
    """The parts of a body, in order; raises ValueError for what is not well formed."""
    holder = Message()
    holder["content-type"] = content_type
    boundary = holder.get_param("boundary")
    if holder.get_content_type() != "multipart/form-data" or not boundary:
        raise ValueError(f"not multipart/form-data with a boundary: {content_type!r}")
    delimiter = b"--" + str(boundary).encode()
    sections = (b"\r\n" + body).split(b"\r\n" + delimiter)
    if sections[0] or sections[-1].rstrip(b"\r\n") != b"--":
        raise ValueError("the body does not begin and end with its boundary")
    return [_part(section.removeprefix(b"\r\n")) for section in sections[1:-1]]


def _part(section: bytes) -> Part:
    head, found, content = section.partition(b"\r\n\r\n")
    if not found:
        raise ValueError(f"a part without an end of its headers: {section[:60]!r}")
    headers = Message()
    for line in head.decode().split("\r\n"):
        key, _, value = line.partition(":")
        headers[key] = value.strip()
    name = headers.get_param("name", header="content-disposition")
    if not isinstance(name, str):
        raise ValueError(f"a part without a name: {head!r}")
    return Part(name, headers.get_filename(), headers["content-type"], content)
