"""An event object keeps its fields, and has its data as ``contentSchema`` says."""

from __future__ import annotations

import asyncio

from case_streaming_events import AsyncClient, Client
from case_streaming_events.models import Entry

from tests.servers.scripted import Scripted

LOG = (
    'id: 7\nevent: line\ndata: {"line": "on"}\n\n: still here\n\n'
    'data: {"line": "off"}\n\n'
)


def use(server: Scripted) -> None:
    with Client(base_url=server.url, strict=True) as client:
        server.will(LOG, content_type="text/event-stream")
        with client.logs.follow(level="info") as events:
            first, second = events
        assert first.data == Entry(line="on")
        assert (first.id, first.event, second.event) == ("7", "line", "message")
        assert dict(server.last.query) == {"level": "info"}
        server.will(LOG, content_type="text/event-stream", x_limit="9")
        answer = client.raw.logs.follow()
        assert (answer.status, answer.headers["x-limit"]) == (200, "9")
        assert [one.data.line for one in answer.data] == ["on", "off"]
        server.will("data: 1\n\ndata: two\n\n", content_type="text/event-stream")
        one, two = client.logs.ticks()
        assert (one.json(), two.data) == (1, "two")
    asyncio.run(_asynchronous(server))


async def _asynchronous(server: Scripted) -> None:
    async with AsyncClient(base_url=server.url) as client:
        server.will(LOG, content_type="text/event-stream")
        async with client.logs.follow() as events:
            assert [one.data.line async for one in events] == ["on", "off"]
        server.will(LOG, content_type="text/event-stream")
        answer = await client.raw.logs.follow()
        assert [one.id async for one in answer.data] == ["7", "7"]
