"""Responses and their headers (3.1, "Responses Object")."""

from __future__ import annotations

import re

from ..diagnostics import Effect
from ..ir.api import Content, Header, Response, Status
from ..ir.types import ANY, Scalar, ScalarKind, Type
from ..openapi.node import Node
from .contents import Way, contents_of
from .docs import doc_of
from .links import links_of
from .schemas import Lowering
from .words import response_word

__all__ = ["responses_of"]

_ERRORS = 400
_STATUS = re.compile(r"[1-5](\d\d|XX)", re.IGNORECASE)


def responses_of(
    lowering: Lowering, operation: Node, method: str, words: tuple[str, ...]
) -> tuple[Response, ...]:
    """The responses: exact statuses first, then ranges, then ``default``.

    Those to HEAD have no contents (RFC 9110 section 9.3.2).
    """
    found = operation.get("responses")
    if found is None:
        return ()
    told: list[Response] = []
    described: list[str] = []
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
        around = (*words, response_word(code))
        if method != "HEAD":
            contents = contents_of(lowering, node, around, Way.RECEIVED)
            if status.low >= _ERRORS:
                _report_streams(lowering, contents)
        else:
            contents = ()
            described += [code] if node.has("content") else []
        told.append(_response(lowering, node, status, contents, around))
    if described:
        lowering.report.add(
            "RSP004",
            found.place.key(),
            f"contents are described for {', '.join(described)}; in an answer to HEAD"
            ' "the server MUST NOT send content"',
            hint="describe the headers only",
        )
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
    lowering: Lowering,
    node: Node,
    status: Status,
    contents: tuple[Content, ...],
    words: tuple[str, ...],
) -> Response:
    headers: list[Header] = []
    found = node.get("headers")
    for name, entry in () if found is None else found.items():
        header = lowering.description.follow(entry) if entry.ref else entry
        if header is None or name.lower() == "content-type":
            continue
        kind = _header_type(lowering, header, (*words, name))
        doc = doc_of(header)
        headers.append(Header(name, kind, header.flag("required"), doc, header.place))
    return Response(
        status,
        contents,
        tuple(headers),
        doc_of(node),
        node.place,
        links_of(lowering, node),
    )


def _report_streams(lowering: Lowering, contents: tuple[Content, ...]) -> None:
    """Say that the body of an error is read whole."""
    for content in contents:
        if content.items is not None:
            lowering.report.add(
                "RSP002",
                content.at,
                "the stream of an error is read to its end and given as one text",
                hint="describe the body of the error as JSON",
                effect=Effect.DEGRADED,
            )


def _header_type(lowering: Lowering, header: Node, words: tuple[str, ...]) -> Type:
    schema = header.get("schema")
    if schema is not None:
        return lowering.type_of(schema, words)
    content = header.get("content")
    for _, entry in () if content is None else content.items():
        inner = entry.get("schema")
        return ANY if inner is None else lowering.type_of(inner, words)
    return Scalar(ScalarKind.STR)
