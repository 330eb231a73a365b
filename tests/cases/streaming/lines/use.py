"""Lines and sequences of JSON are read item by item, however they are described."""

from __future__ import annotations

import datetime

from case_streaming_lines import Client, DecodeError
from case_streaming_lines.models import Row

from tests.servers.scripted import Scripted

LINES = '{"id": 1}\n{"id": 2, "next": {"id": 3}}'
SEQUENCE = '\x1e{"id": 1}\n\x1e{"id": 2, "next": {"id": 3}}\n'


def use(server: Scripted) -> None:
    rows = [Row(id=1), Row(id=2, next=Row(id=3))]
    with Client(base_url=server.url, strict=True) as client:
        server.will(LINES, content_type="application/jsonl")
        assert list(client.jsonl()) == rows
        assert server.last.headers["accept"] == "application/jsonl"
        server.will(LINES, content_type="application/x-ndjson; charset=utf-8")
        assert list(client.ndjson()) == rows
        server.will(SEQUENCE, content_type="application/json-seq")
        assert list(client.sequence()) == rows
        server.will("1\n[2]\n\n", content_type="application/stream+json")
        assert list(client.stream()) == [1, [2]]
        server.will('{"at": "2024-01-02"}', content_type="application/jsonl")
        assert [one.at for one in client.inline()] == [datetime.date(2024, 1, 2)]
        server.will(SEQUENCE, content_type="application/json-seq")
        assert list(client.several()) == rows
        server.will(status=204)
        assert list(client.several()) == []
        another_name_is_drift(server)
        server.will('{"id": 1}\n{"id": "x"}\n', content_type="application/jsonl")
        items = client.jsonl()
        assert next(items) == Row(id=1)
        try:
            next(items)
            raise AssertionError("an item that does not fit was given")
        except DecodeError as error:
            assert error.path == "$[1].id"


def another_name_is_drift(server: Scripted) -> None:
    told: list[str] = []
    rows = [Row(id=1), Row(id=2, next=Row(id=3))]
    with Client(
        base_url=server.url, on_drift=lambda one: told.append(one.found)
    ) as client:
        for media in ("application/x-ndjson", "application/x-jsonlines"):
            server.will(LINES, content_type=media)
            assert list(client.jsonl()) == rows
        server.will(LINES, content_type="application/jsonl")
        assert list(client.sequence()) == rows
        server.will(SEQUENCE, content_type="application/json-seq")
        assert list(client.ndjson()) == rows
        assert told == [
            "application/x-ndjson",
            "application/x-jsonlines",
            "application/jsonl",
            "application/json-seq",
        ]
        server.will(LINES, content_type="application/x-ndjson")
        try:
            list(client.with_options(strict=True).jsonl())
            raise AssertionError("another media type was taken")
        except DecodeError as error:
            assert error.found == "application/x-ndjson"
        server.will("<html>", content_type="text/html")
        try:
            list(client.jsonl())
            raise AssertionError("a page was taken for rows")
        except DecodeError as error:
            assert error.found == "text/html"
