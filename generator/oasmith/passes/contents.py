"""Bodies and responses: media types and what they hold (3.1, "Media Type Object")."""

from __future__ import annotations

import re

from ..diagnostics import Effect
from ..ir.api import Body, Codec, Content, Header, Part, Response, Status, Where
from ..ir.types import Scalar, ScalarKind, Type
from ..openapi.node import Node
from .docs import doc_of
from .parameters import style_of
from .schemas import Lowering
from .words import response_word

__all__ = ["body_of", "codec_of", "responses_of"]

_PREFERENCE = (
    Codec.JSON,
    Codec.MULTIPART,
    Codec.FORM,
    Codec.TEXT,
    Codec.BYTES,
    Codec.LINES,
    Codec.EVENTS,
    Codec.XML,
)
_LINES = frozenset(
    {
        "application/jsonl",
        "application/x-ndjson",
        "application/ndjson",
        "application/json-seq",
    }
)
_TEXTUAL = frozenset(
    {
        "application/yaml",
        "application/x-yaml",
        "application/javascript",
        "application/graphql",
    }
)
_STATUS = re.compile(r"[1-5](\d\d|XX)", re.IGNORECASE)


def codec_of(media: str) -> Codec:
    """How a media type is read and written, parameters set aside (RFC 6838)."""
    essence = media.split(";", 1)[0].strip().lower()
    if essence.endswith(("/json", "+json")) or essence in ("*/*", "*"):
        return Codec.JSON
    if essence == "application/x-www-form-urlencoded":
        return Codec.FORM
    if essence == "multipart/form-data" or essence.startswith("multipart/"):
        return Codec.MULTIPART
    if essence == "text/event-stream":
        return Codec.EVENTS
    if essence in _LINES:
        return Codec.LINES
    if essence in ("application/xml", "text/xml") or essence.endswith("+xml"):
        return Codec.XML
    if essence.startswith("text/") or essence in _TEXTUAL:
        return Codec.TEXT
    return Codec.BYTES


def _contents(
    lowering: Lowering, node: Node, words: tuple[str, ...]
) -> tuple[Content, ...]:
    found = node.get("content")
    if found is None:
        return ()
    contents = [
        _content(lowering, media, target, words)
        for media, entry in found.items()
        if (target := lowering.description.follow(entry)) is not None
    ]
    return tuple(sorted(contents, key=lambda content: _PREFERENCE.index(content.codec)))


def _content(
    lowering: Lowering, media: str, entry: Node, words: tuple[str, ...]
) -> Content:
    schema = entry.get("schema") or entry.get("itemSchema")
    codec = codec_of(media)
    kind = None if schema is None else _content_type(lowering, codec, schema, words)
    return Content(media, codec, kind, entry.place, _parts(lowering, entry))


def _content_type(
    lowering: Lowering, codec: Codec, schema: Node, words: tuple[str, ...]
) -> Type:
    match codec:
        case Codec.EVENTS | Codec.LINES:
            lowering.report.add(
                "RSP002",
                schema.place,
                "a stream is read to its end and handed over as one text",
                hint="for a stream without an end use an http_client of your own",
                effect=Effect.DEGRADED,
            )
            lowering.type_of(schema, words)
            return Scalar(ScalarKind.STR)
        case Codec.TEXT | Codec.XML:
            # The schema says what the text means; the client hands the text over.
            lowering.type_of(schema, words)
            return Scalar(ScalarKind.STR)
        case Codec.BYTES:
            lowering.type_of(schema, words)
            return Scalar(ScalarKind.FILE)
        case Codec.JSON | Codec.FORM | Codec.MULTIPART:
            return lowering.type_of(schema, words)


def _parts(lowering: Lowering, entry: Node) -> tuple[Part, ...]:
    found = entry.get("encoding")
    if found is None:
        return ()
    parts: list[Part] = []
    for name, encoding in found.items():
        styled = any(encoding.has(key) for key in ("style", "explode", "allowReserved"))
        style = style_of(encoding, Where.QUERY) if styled else None
        parts.append(Part(name, encoding.text("contentType"), style))
        if encoding.has("headers"):
            lowering.report.add(
                "BOD002",
                encoding.place / "headers",
                f"the headers of the part {name!r} are not sent",
                hint="only Content-Disposition and Content-Type are",
                effect=Effect.DEGRADED,
            )
    return tuple(parts)


def body_of(lowering: Lowering, operation: Node, words: tuple[str, ...]) -> Body | None:
    """The request body of an operation, None where there is none."""
    found = operation.get("requestBody")
    node = (
        lowering.description.follow(found) if found is not None and found.ref else found
    )
    if node is None:
        return None
    contents = _contents(lowering, node, (*words, "Request"))
    if not contents:
        lowering.report.add(
            "BOD001",
            node.place,
            "a request body without a media type cannot be sent",
            hint="add an entry to content",
            effect=Effect.REFUSED,
        )
        return None
    return Body(node.flag("required"), contents, doc_of(node), node.place)


def responses_of(
    lowering: Lowering, operation: Node, words: tuple[str, ...]
) -> tuple[Response, ...]:
    """The responses: exact statuses first, then ranges, then ``default``."""
    found = operation.get("responses")
    if found is None:
        return ()
    told: list[Response] = []
    for code, entry in found.items():
        if code.startswith("x-"):
            continue
        status = _status(code)
        node = lowering.description.follow(entry) if entry.ref else entry
        if node is None:
            continue
        if status is None:
            lowering.report.add(
                "RSP001",
                entry.place.key(),
                f"{code!r} is no status code",
                hint="use 100 to 599, a range such as 4XX, or default",
                effect=Effect.REFUSED,
            )
            continue
        told.append(_response(lowering, node, status, (*words, response_word(code))))
    return tuple(
        sorted(told, key=lambda one: (one.status.high - one.status.low, one.status.low))
    )


def _status(code: str) -> Status | None:
    if code == "default":
        return Status(0, 999)
    if not _STATUS.fullmatch(code):
        return None
    if code[1:].upper() == "XX":
        low = int(code[0]) * 100
        return Status(low, low + 99)
    return Status(int(code), int(code))


def _response(
    lowering: Lowering, node: Node, status: Status, words: tuple[str, ...]
) -> Response:
    contents = _contents(lowering, node, words)
    headers: list[Header] = []
    found = node.get("headers")
    for name, entry in () if found is None else found.items():
        header = lowering.description.follow(entry) if entry.ref else entry
        if header is None or name.lower() == "content-type":
            continue
        schema = header.get("schema")
        kind: Type = Scalar(ScalarKind.STR)
        if schema is not None:
            kind = lowering.type_of(schema, (*words, name))
        doc = doc_of(header)
        headers.append(Header(name, kind, header.flag("required"), doc, header.place))
    return Response(status, contents, tuple(headers), doc_of(node), node.place)
