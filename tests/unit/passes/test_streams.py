"""Which items a stream is described to have."""

from __future__ import annotations

import json

import pytest

from oasmith.ir.api import Framing, Items
from oasmith.ir.types import ANY, OneOf, Ref, Scalar, ScalarKind, Type

from .lowering import lowered

TEXT = Scalar(ScalarKind.STR)
INTEGER = Scalar(ScalarKind.INT)
DATA = {"type": "object", "properties": {"data": {"type": "string"}}}
WITH_EVENT = {"properties": {"event": {}, "data": {"type": "integer"}}}
IN_JSON = {
    "properties": {
        "data": {
            "contentMediaType": "application/json",
            "contentSchema": {"type": "integer"},
        }
    }
}


def items(media: str, **entry: object) -> Items:
    content = json.dumps({media: entry})
    api, report = lowered(f"""
        paths:
          /stream:
            get:
              operationId: watch
              responses: {{'200': {{description: x, content: {content}}}}}
        """)
    assert list(report.diagnostics) == []
    ((operation,),) = [one.operations for one in api.resources]
    (found,) = operation.responses[0].contents
    assert found.items is not None
    return found.items


@pytest.mark.parametrize(
    ("entry", "framing", "kind"),
    [
        ({}, Framing.EVENTS, TEXT),
        ({"schema": {"type": "string"}}, Framing.EVENTS, TEXT),
        ({"schema": {"type": "integer"}}, Framing.VALUES, INTEGER),
        (
            {"schema": {"type": "array", "items": {"type": "integer"}}},
            "values",
            INTEGER,
        ),
        ({"itemSchema": DATA}, Framing.EVENTS, TEXT),
        ({"itemSchema": IN_JSON}, Framing.EVENTS, INTEGER),
        ({"schema": WITH_EVENT}, Framing.EVENTS, INTEGER),
        ({"schema": {"oneOf": [WITH_EVENT, WITH_EVENT]}}, Framing.EVENTS, INTEGER),
        ({"schema": {"allOf": [WITH_EVENT]}}, Framing.EVENTS, INTEGER),
        (
            {"itemSchema": {"anyOf": [DATA, IN_JSON]}},
            Framing.EVENTS,
            OneOf((INTEGER, TEXT)),
        ),
        (
            {"itemSchema": {"properties": {"data": {"contentMediaType": "text/json"}}}},
            Framing.EVENTS,
            ANY,
        ),
    ],
)
def test_items_of_events(
    entry: dict[str, object], framing: Framing | str, kind: Type
) -> None:
    found = items("text/event-stream", **entry)
    assert found.framing is Framing(framing)
    assert found.type == kind


def test_an_object_with_data_among_others_is_no_event() -> None:
    """An envelope such as ``{"data": …, "error": …}`` is what the events bring."""
    envelope = {"properties": {"data": {"type": "string"}, "error": {}}}
    for key in ("schema", "itemSchema"):
        found = items("text/event-stream", **{key: envelope})
        assert found.framing is Framing.VALUES
        assert isinstance(found.type, Ref)
    # Where nothing says that it describes an item, only an ``event`` does.
    assert items("text/event-stream", schema=DATA).framing is Framing.VALUES


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ({}, ANY),
        ({"schema": {"type": "string"}}, ANY),
        ({"schema": {"type": "integer"}}, INTEGER),
        ({"itemSchema": {"type": "integer"}, "schema": {"type": "array"}}, INTEGER),
        ({"schema": {"type": "array", "items": {"type": "integer"}}}, INTEGER),
    ],
)
@pytest.mark.parametrize("media", ["application/jsonl", "application/json-seq"])
def test_items_of_lines(media: str, entry: dict[str, object], kind: Type) -> None:
    found = items(media, **entry)
    assert (found.type, found.framing) == (kind, Framing.VALUES)
