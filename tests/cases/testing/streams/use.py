"""A fake client streams what it is told, and gives the bytes of downloads."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

import case_testing_streams.models as m
import pytest
from case_testing_streams import Event, NotFoundError, TransportError
from case_testing_streams.testing import (
    FakeAsyncClient,
    FakeClient,
    call,
    calls,
    when,
)

from tests.servers.scripted import Scripted

FOR, TY = m.Piece(delta="For"), m.Piece(delta="ty")


def use(server: Scripted) -> None:
    what_nobody_told_is_one_item()
    items_are_those_that_were_told()
    events_have_their_fields()
    a_stream_and_the_whole_are_told_apart()
    streams_fail_as_they_are_told()
    downloads_bring_bytes()
    the_same_without_blocking()
    assert server.requests == []


def what_nobody_told_is_one_item() -> None:
    client = FakeClient(strict=True)
    assert list(client.streaming.answers.create(text="?")) == [FOR]
    assert client.answers.create(text="?") == m.Answer(text="Forty")
    assert [one.data for one in client.log.follow()] == [FOR]
    assert [one.data for one in client.log.ticks()] == ["data"]
    assert list(client.log.rows()) == [FOR]


def items_are_those_that_were_told() -> None:
    client = FakeClient(strict=True)
    when(client.streaming.answers.create).returns([FOR, TY], [])
    with client.streaming.answers.create(text="?") as pieces:
        assert list(pieces) == [FOR, TY]
    assert list(client.streaming.answers.create(m.Question(text="?"))) == []
    assert calls(client) == [
        call(client.streaming.answers.create, text="?"),
        call(client.streaming.answers.create, m.Question(text="?")),
    ]
    assert calls(client)[0].json() == {"text": "?", "stream": True}
    assert repr(calls(client)[0]) == "call(client.streaming.answers.create, text='?')"
    when(client.log.rows).returns([FOR], [7, 8])
    assert list(client.log.rows()) == [FOR]
    raw = client.raw.log.rows()
    assert (raw.headers["content-type"], [*raw.data]) == ("application/jsonl", [7, 8])
    with pytest.raises(TypeError, match=r"gives no such item: \['7'\]"):
        when(client.log.rows).returns(["7"])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="gives no such item"):
        when(client.log.follow).returns([FOR])  # type: ignore[list-item]


def events_have_their_fields() -> None:
    client = FakeClient(strict=True)
    told = Event(data=FOR, event="more", id="7", retry=5, text='{"delta":"For"}')
    when(client.log.follow).returns([told, told])
    assert list(client.log.follow()) == [told, told]
    text = Event(data="a\n\n b: c", text="a\n\n b: c")
    when(client.log.ticks).returns([text])
    assert list(client.log.ticks()) == [text]


def a_stream_and_the_whole_are_told_apart() -> None:
    client = FakeClient()
    when(client.answers.create).returns(m.Answer(text="4"))
    when(client.streaming.answers.create).does(
        lambda told: [m.Piece(delta=told.arguments["text"])]
    )
    other = client.with_options(retries=0)
    assert list(other.streaming.answers.create(text="a")) == [m.Piece(delta="a")]
    assert other.answers.create(text="a").text == "4"
    assert calls(client.streaming.answers.create) == calls(client)[:1]
    assert calls(client.answers.create) == calls(client)[1:]


def streams_fail_as_they_are_told() -> None:
    client = FakeClient(retries=1)
    when(client.streaming.answers.create).raises(NotFoundError, FOR)
    with pytest.raises(NotFoundError) as missing:
        client.streaming.answers.create(text="?")
    assert missing.value.body == FOR
    when(client.log.follow).raises(TransportError).replies(200, b"data: {\n\n")
    with pytest.raises(TransportError) as broken:
        client.log.follow()
    assert broken.value.attempts == 2
    with pytest.raises(Exception, match="item 0 of the stream"):
        list(client.log.follow())
    when(client.streaming.answers.create).replies(200, [FOR], {"X-Left": "3"})
    stream = client.streaming.answers.create(text="?")
    assert (stream.response.headers["x-left"], [*stream]) == ("3", [FOR])


def downloads_bring_bytes() -> None:
    client = FakeClient()
    assert client.streaming.files.get("7").read() == b"content"
    when(client.streaming.files.get).returns([b"%P", b"DF"])
    download = client.streaming.files.get("7")
    assert (download.size, b"".join(download)) == (4, b"%PDF")
    with tempfile.TemporaryDirectory() as folder:
        path = client.streaming.files.get("7").to_file(Path(folder, "a.pdf"))
        assert path.read_bytes() == b"%PDF"
    assert client.files.get("7") == b"content", "it was not told of"
    assert len(calls(client.streaming.files.get)) == 3
    assert calls(client)[-1] == call(client.files.get, "7")


def the_same_without_blocking() -> None:
    async def run() -> None:
        async with FakeAsyncClient(strict=True) as client:
            when(client.streaming.answers.create).returns([FOR, TY])
            async with client.streaming.answers.create(text="?") as pieces:
                assert [one async for one in pieces] == [FOR, TY]
            when(client.streaming.files.get).returns([b"%PDF"])
            assert await client.streaming.files.get("7").read() == b"%PDF"
            assert calls(client) == [
                call(client.streaming.answers.create, text="?"),
                call(client.streaming.files.get, "7"),
            ]

    asyncio.run(run())
