"""Bodies, and the media types of bodies and responses (3.1, "Media Type Object")."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import Enum

from ..diagnostics import Effect
from ..ir.api import Body, Codec, Content, Part, Response
from ..ir.types import Nullable, OneOf, Scalar, ScalarKind, Type
from ..ir.where import Where
from ..openapi.node import Node
from ..source.values import Frozen, replace
from .docs import doc_of, examples_of
from .media import codec_of, holds_json, is_media_type
from .parameters import style_of
from .schemas import Lowering
from .shape import Shape, shape_of
from .streams import with_items

__all__ = ["Way", "body_of", "contents_of", "report_texts"]


class Way(Enum):
    """Which way a content travels."""

    SENT = "sent"
    RECEIVED = "received"


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
_TEXT = Scalar(ScalarKind.STR)
_FILE = Scalar(ScalarKind.FILE)
_TEXT_OR_FILE = OneOf((_TEXT, _FILE))
_BLOBS = (_FILE, Scalar(ScalarKind.BYTES))
_SINGLE = frozenset({Shape.SCALAR, Shape.ENUM, Shape.CONST})


def contents_of(
    lowering: Lowering, node: Node, words: tuple[str, ...], way: Way
) -> tuple[Content, ...]:
    """The media types of a body or response, the preferred one first.

    Several that have the same schema, written twice, have the same type.
    """
    found = node.get("content")
    known: list[_Typed] = []
    contents: list[Content] = []
    for media, entry in () if found is None else found.items():
        target = lowering.description.follow(entry) if entry.ref else entry
        if target is None:
            continue
        _check(lowering, media, target, way)
        contents.append(_content(lowering, media, target, words, way, known))
    contents.sort(key=lambda content: _PREFERENCE.index(content.codec))
    return tuple(contents)


def _check(lowering: Lowering, media: str, entry: Node, way: Way) -> None:
    if not is_media_type(media):
        lowering.report.add(
            "BOD003" if way is Way.SENT else "RSP003",
            entry.place.key(),
            f"{media!r} is no media type",
            hint="write application/json, or what it is",
        )
    for key in ("prefixEncoding", "itemEncoding"):
        if entry.has(key):
            lowering.report.add(
                "BOD004",
                entry.place / key,
                f"parts are told apart by name; {key} is not heeded",
                hint="describe a multipart/form-data body with named parts",
                effect=Effect.DEGRADED,
            )


def _content(
    lowering: Lowering,
    media: str,
    entry: Node,
    words: tuple[str, ...],
    way: Way,
    known: list[_Typed],
) -> Content:
    codec = codec_of(media)
    content = Content(
        media,
        codec,
        None,
        entry.place,
        _parts(lowering, entry),
        examples=examples_of(entry),
    )
    schema = entry.get("schema") or entry.get("itemSchema")
    if codec in (Codec.EVENTS, Codec.LINES):
        return _stream(lowering, entry, content, words, way)
    if schema is None:
        return content
    same = _typed(lowering, schema, words, known)
    kind = same.type
    if same.schema is not schema:
        content = replace(content, same_as=(schema.place, same.schema.place))
    match codec:
        case Codec.TEXT if holds_json(lowering.description, media, schema):
            return replace(content, codec=Codec.JSON, type=kind)
        case Codec.TEXT:
            return _textual(lowering, content, schema, kind, way)
        case Codec.XML:
            text_type = _TEXT_OR_FILE if way is Way.SENT else _TEXT
            return replace(content, type=text_type, described=_structured(kind))
        case Codec.BYTES:
            return replace(content, type=_FILE, described=_structured(kind))
        case Codec.JSON if kind == _FILE:
            return replace(content, codec=Codec.BYTES, type=kind)
        case Codec.JSON | Codec.FORM | Codec.MULTIPART:
            return replace(content, type=kind)


class _Typed(Frozen):
    """A schema, and the type it has wherever it is written again."""

    schema: Node
    type: Type


def _typed(
    lowering: Lowering, schema: Node, words: tuple[str, ...], known: list[_Typed]
) -> _Typed:
    """The schema's type, that of one among ``known`` which says the same."""
    for one in known:
        # Python takes 1, 1.0 and true for equal, which JSON does not.
        same = one.schema.value == schema.value
        if same and _text(one.schema) == _text(schema):
            return one
    known.append(_Typed(schema, lowering.type_of(schema, words)))
    return known[-1]


def _text(schema: Node) -> str:
    return json.dumps(schema.value, sort_keys=True, default=str)


def _textual(
    lowering: Lowering, content: Content, schema: Node, kind: Type, way: Way
) -> Content:
    """A text is what its schema says where that is a value texts can be read as."""
    found = lowering.description.follow(schema) if schema.ref else schema
    bare = kind.inner if isinstance(kind, Nullable) else kind
    single = found is not None and shape_of(found) in _SINGLE
    described = None if single else _structured(bare)
    if not single or bare in _BLOBS:
        bare = _TEXT
    if way is Way.SENT and bare == _TEXT and not content.media.startswith("text/plain"):
        bare = _TEXT_OR_FILE
    return replace(content, type=bare, described=described)


def _structured(kind: Type) -> Type | None:
    """The type, where a text or bytes say less than it does."""
    match kind:
        case Scalar(kind=of) if of is not ScalarKind.NONE:
            return None
        case _:
            return kind


def _stream(
    lowering: Lowering,
    entry: Node,
    content: Content,
    words: tuple[str, ...],
    way: Way,
) -> Content:
    if way is Way.RECEIVED:
        return with_items(lowering, entry, content, words)
    if content.codec is Codec.LINES:
        sent = with_items(lowering, entry, content, words)
        return replace(sent, type=_TEXT_OR_FILE)
    schema = entry.get("schema") or entry.get("itemSchema")
    if schema is None:
        return content
    described = _structured(lowering.type_of(schema, words))
    return replace(content, type=_TEXT_OR_FILE, described=described)


def _parts(lowering: Lowering, entry: Node) -> tuple[Part, ...]:
    found = entry.get("encoding")
    if found is None:
        return ()
    parts: list[Part] = []
    for name, encoding in found.items():
        styled = any(encoding.has(key) for key in ("style", "explode", "allowReserved"))
        style = style_of(encoding, Where.QUERY) if styled else None
        parts.append(Part(name, encoding.text("contentType"), style))
        headers = encoding.get("headers")
        named = [one for one, _ in (() if headers is None else headers.items())]
        if headers is not None and {one.lower() for one in named} - {"content-type"}:
            lowering.report.add(
                "BOD002",
                headers.place,
                f"no argument sets {', '.join(named)} of the part {name!r}",
                hint="send a File(…, headers={…}) where the server needs them",
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
    contents = contents_of(lowering, node, (*words, "Request"), Way.SENT)
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


def report_texts(
    lowering: Lowering, body: Body | None, responses: Iterable[Response]
) -> None:
    """Say once for an operation that a text or bytes stand for what is described."""
    sent = () if body is None else (body.contents,)
    for contents in (*sent, *(one.contents for one in responses)):
        if any(one.codec is Codec.JSON for one in contents):
            continue
        for content in contents:
            streamed = content.codec in (Codec.EVENTS, Codec.LINES)
            if content.described is None or streamed:
                continue
            lowering.report.add(
                "BOD005",
                content.at,
                f"{content.media} is not read or written; it is handed over whole",
                hint="offer the content as JSON too",
                effect=Effect.DEGRADED,
            )
            return
