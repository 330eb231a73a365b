"""The method keeps its type; ``client.streaming`` has the stream, and asks for it."""

from __future__ import annotations

import asyncio
from inspect import signature

from case_streaming_chat import AsyncClient, Client, DecodeError
from case_streaming_chat.models import Answer, Piece, Question

from tests.servers.scripted import Scripted

PIECES = 'data: {"delta": "Fo"}\n\ndata: {"delta": "rty"}\n\ndata: [DONE]\n\n'


def use(server: Scripted) -> None:
    with Client(base_url=server.url, strict=True) as client:
        server.will({"text": "Forty"})
        assert client.completions.create(text="How many?") == Answer(text="Forty")
        assert server.last.headers["accept"] == "application/json"
        server.will(PIECES, content_type="text/event-stream")
        with client.streaming.completions.create(text="How many?") as pieces:
            assert list(pieces) == [Piece(delta="Fo"), Piece(delta="rty")]
        assert server.last.json() == {"text": "How many?", "stream": True}
        assert server.last.headers["accept"] == "text/event-stream"
        assert "stream" not in signature(client.streaming.completions.create).parameters
        server.will(PIECES, content_type="text/event-stream")
        question = Question(text="How many?", stream=False)
        assert len(list(client.streaming.completions.create(question))) == 2
        assert server.last.json()["stream"] is True
        server.will({"text": "Forty"})
        try:
            client.streaming.completions.create(text="How many?").__next__()
            raise AssertionError("an answer that is no stream was taken for one")
        except DecodeError as error:
            assert "text/event-stream" in str(error)
        server.will("a,b\n", content_type="text/csv")
        assert client.completions.export() == "a,b\n"
        assert server.last.headers["accept"] == "text/csv"
        server.will('{"a": 1}\n', content_type="application/x-ndjson")
        assert list(client.streaming.completions.export()) == [{"a": 1}]
        assert server.last.headers["accept"] == "application/x-ndjson"
    asyncio.run(_asynchronous(server))


async def _asynchronous(server: Scripted) -> None:
    async with AsyncClient(base_url=server.url) as client:
        server.will({"text": "Forty"})
        assert await client.completions.create(text="How many?") == Answer(text="Forty")
        server.will(PIECES, content_type="text/event-stream")
        async with client.streaming.completions.create(text="How many?") as pieces:
            assert [one.delta async for one in pieces] == ["Fo", "rty"]
        server.will('{"a": 1}\n', content_type="application/x-ndjson")
        rows = client.streaming.completions.export()
        assert [one async for one in rows] == [{"a": 1}]
