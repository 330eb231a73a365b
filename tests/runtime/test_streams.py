"""Answers that are read as they come: events, lines, sequences; over the wire."""

from __future__ import annotations

import contextlib
import gc
import gzip
import inspect
import json
import threading
import typing
from collections.abc import Iterable, Iterator

import pytest

from .conftest import Driver
from .server import Answer, Server

EVENTS = {"content-type": "text/event-stream"}
LINES = {"content-type": "application/jsonl"}
NOTES = [{"Id": str(number), "note": f"ü{number}"} for number in range(5)]


def operation(
    rt: typing.Any, media: str, expression: str, method: str = "GET"
) -> typing.Any:
    responses = {"200": {media: expression}, "404": "m.Error"}
    return rt.Operation(method, "/stream", responses=responses)


def collect(
    api: Driver, made: typing.Any, limit: int | None = None, **settings: typing.Any
) -> list[typing.Any]:
    """What a stream gives, in either client; after ``limit`` it is left."""
    into: list[typing.Any] = []

    def use(client: typing.Any) -> typing.Any:
        stream = client._stream(made)
        if not api.asynchronous:
            with stream:
                for item in stream:
                    into.append(item)
                    if len(into) == limit:
                        break
            return into

        async def read() -> list[typing.Any]:
            async with stream:
                async for item in stream:
                    into.append(item)
                    if len(into) == limit:
                        break
            return into

        return read()

    try:
        api.run(use, **settings)
    except Exception as error:
        error.came = into  # type: ignore[attr-defined]
        raise
    return into


def body(content: bytes, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(body=content, headers={**EVENTS, **named})


def chunked(chunks: Iterable[bytes], end: bool = True, **headers: str) -> Answer:
    """Chunks as they are; without their end, as of a connection that breaks."""

    def sent() -> Iterator[bytes]:
        for chunk in chunks:
            yield b"%x\r\n%s\r\n" % (len(chunk), chunk)
        if end:
            yield b"0\r\n\r\n"

    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(
        headers={**EVENTS, "transfer-encoding": "chunked", **named}, chunks=sent
    )


def test_events_are_given_as_they_are(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    text = (
        "\ufeff: a comment\n"
        "data: first\ndata: line\ndata\n\n"
        'event: add\rid: 7\rretry: 250\rdata:{"a": 1}\r\r'
        "id\r\nevent: empty\r\n\r\n"
        "retry: soon\r\nunknown: x\r\ndata:  two spaces\r\n\r\n"
        "data: never ended\n"
    )
    server.say(body(text.encode()))
    events = collect(api, operation(rt, "text/event-stream", "rt.Event[str]"))
    first, second, third = events
    assert (first.data, first.event, first.id, first.retry) == (
        "first\nline\n",
        "message",
        "",
        None,
    )
    assert (second.event, second.id, second.retry) == ("add", "7", 250)
    assert second.json() == {"a": 1} and second.text == '{"a": 1}'
    assert (third.data, third.id, third.event) == (" two spaces", "", "message")
    assert server.requests[0].headers["accept"] == "text/event-stream"


def test_chunks_may_end_anywhere(package: typing.Any, rt: typing.Any) -> None:
    """Every border, also within a character, a line end and the byte order mark."""
    events = __import__(f"{package.__name__}._runtime.events", fromlist=["x"])
    text = "\ufeffid: 1\r\ndata: grün\r\ndata: €\r\rdata: 😀\n\n:c\n\ndata: x\r\n\r\n"
    whole = text.encode()
    wanted = [("grün\n€", "1"), ("😀", "1"), ("x", "1")]

    def parsed(*chunks: bytes) -> list[tuple[str, str]]:
        parser = events.EventParser(None)
        return [(e.data, e.id) for chunk in chunks for e, _ in parser.feed(chunk)]

    for border in range(len(whole) + 1):
        assert parsed(whole[:border], whole[border:]) == wanted
    assert parsed(*(whole[i : i + 1] for i in range(len(whole)))) == wanted


def test_an_event_is_given_before_more_comes(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    """Also one whose last line ends in a carriage return."""
    went_on = threading.Event()

    def chunks() -> Iterator[bytes]:
        yield b"data: 1\r\r"
        assert went_on.wait(10)
        yield b"\ndata: 2\n\n"

    server.say(chunked(chunks()))
    made = operation(rt, "text/event-stream", "int")
    seen: list[typing.Any] = []

    def use(client: typing.Any) -> typing.Any:
        if not api.asynchronous:
            for item in client._stream(made):
                seen.append(item)
                went_on.set()
            return None

        async def read() -> None:
            async for item in client._stream(made):
                seen.append(item)
                went_on.set()

        return read()

    api.run(use)
    assert seen == [1, 2]


def test_data_is_decoded_as_described(
    api: Driver, server: Server, rt: typing.Any, m: typing.Any
) -> None:
    content = b'data: {"City": "Bern"}\n\ndata: [DONE]\n\ndata: {"City": "Genf"}\n\n'
    server.say(body(content))
    (place,) = collect(api, operation(rt, "text/event-stream", "m.Address"))
    assert place == m.Address(city="Bern")
    server.say(body(content))
    (event,) = collect(api, operation(rt, "text/event-stream", "rt.Event[m.Address]"))
    assert event.data == place and event.json() == {"City": "Bern"}


def test_data_that_may_be_a_text_is_one_where_it_is_no_json(
    api: Driver, server: Server, rt: typing.Any, m: typing.Any
) -> None:
    server.say(body(b'data: hello\n\ndata: {"City": "Bern"}\n\n'))
    made = operation(rt, "text/event-stream", "rt.Event[m.Address | str]")
    assert [one.data for one in collect(api, made)] == ["hello", m.Address(city="Bern")]


@pytest.mark.parametrize(
    ("media", "content"),
    [
        ("application/jsonl", b'\xef\xbb\xbf{"City": "Bern"}\r\n\n {"City": "Genf"}'),
        ("application/x-ndjson", b'{"City":"Bern"}\n{"City":"Genf"}\n'),
        ("application/json-seq", b'\x1e{"City":\n"Bern"}\n\x1e{"City":"Genf"}\n'),
        ("application/json-seq", b'\x1e{"City":"Bern"}\x1e\x1e{"City":"Genf"}'),
    ],
)
def test_lines_and_sequences(
    api: Driver,
    server: Server,
    rt: typing.Any,
    m: typing.Any,
    media: str,
    content: bytes,
) -> None:
    wanted = [m.Address(city="Bern"), m.Address(city="Genf")]
    server.say(Answer(body=content, headers={"content-type": media}))
    assert collect(api, operation(rt, media, "m.Address")) == wanted
    server.say(
        Answer(
            body=gzip.compress(content),
            headers={"content-type": media, "content-encoding": "gzip"},
        )
    )
    assert collect(api, operation(rt, media, "m.Address")) == wanted


def test_a_number_cut_off_in_a_sequence_is_an_error(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(
        Answer(
            body=b"\x1e12\n\x1e345", headers={"content-type": "application/json-seq"}
        )
    )
    with pytest.raises(rt.DecodeError, match="a whole JSON text") as caught:
        collect(api, operation(rt, "application/json-seq", "int"))
    assert caught.value.came == [12]


def test_lines_sent_as_json_are_lines_all_the_same(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(body=b"1\n2\n", headers={"content-type": "application/json"}))
    drifts: list[typing.Any] = []
    made = operation(rt, "application/x-ndjson", "int")
    assert collect(api, made, on_drift=drifts.append) == [1, 2]
    assert [one.kind for one in drifts] == ["media"]


def test_another_media_type_is_no_stream(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(json={"City": "Bern"}))
    with pytest.raises(rt.DecodeError, match="found application/json") as caught:
        collect(api, operation(rt, "text/event-stream", "m.Address"))
    assert caught.value.status == 200


def test_an_item_that_does_not_fit_is_named(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    content = b'{"City": "Bern"}\n{"City": ["top-secret-token"]}\n{"City": "Genf"}\n'
    server.say(Answer(body=content, headers=LINES))
    with pytest.raises(rt.DecodeError, match="item 1 of the stream") as caught:
        collect(api, operation(rt, "application/jsonl", "m.Address"))
    error = caught.value
    assert error.path == "$[1].City" and len(error.came) == 1
    assert error.status == 200 and "City" in error.text
    server.say(Answer(body=b'{"City": "Bern"}\n{"City": \n', headers=LINES))
    with pytest.raises(rt.DecodeError, match="item 1 of the stream: expected JSON"):
        collect(api, operation(rt, "application/jsonl", "m.Address"))


def test_no_content_is_an_empty_stream(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(204))
    assert collect(api, operation(rt, "text/event-stream", "m.Address")) == []


def test_an_error_status_is_what_it_is_elsewhere(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(404, json={"Message": "gone"}))
    with pytest.raises(rt.NotFoundError) as caught:
        collect(api, operation(rt, "text/event-stream", "m.Address"))
    assert caught.value.body.message == "gone"
    server.say(Answer(503), Answer(drop=True), body(b"data: 1\n\n"))
    assert collect(api, operation(rt, "text/event-stream", "int")) == [1]
    assert len(server.requests) == 3
    server.say(
        Answer(302, headers={"location": "/elsewhere"}), body(b"data: 1\n\ndata: 2\n\n")
    )
    assert collect(api, operation(rt, "text/event-stream", "int")) == [1, 2]


def test_a_drop_says_how_much_came(api: Driver, server: Server, rt: typing.Any) -> None:
    server.say(chunked([b"data: 1\n\ndata: 2\n\nda"], end=False))
    errors: list[Exception] = []
    hooks = rt.Hooks(on_error=errors.append)
    with pytest.raises(rt.TransportError, match="broke off after 2 items") as caught:
        collect(api, operation(rt, "text/event-stream", "int"), hooks=hooks)
    assert caught.value.came == [1, 2] and len(server.requests) == 1
    assert errors == [caught.value]


def test_a_length_that_is_not_kept_is_an_error(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    short = Answer(
        headers={**LINES, "content-length": "100"}, chunks=lambda: iter([b"1\n"])
    )
    server.say(short)
    with pytest.raises(rt.TransportError, match="after 1 item") as caught:
        collect(api, operation(rt, "application/jsonl", "int"))
    assert caught.value.came == [1]


def test_bad_gzip_is_an_error(api: Driver, server: Server, rt: typing.Any) -> None:
    torn = gzip.compress(b"1\n" * 1000)[:20] + b"torn" * 20
    server.say(Answer(body=torn, headers={**LINES, "content-encoding": "gzip"}))
    with pytest.raises(rt.TransportError, match="broke off"):
        collect(api, operation(rt, "application/jsonl", "int"))


def test_events_go_on_after_the_last_one(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(
        chunked([b"retry: 1500\n\nid: 1\ndata: 1\n\nid: 2\ndata: 2\n\n"], end=False),
        Answer(503),
        chunked([b"id: 2\ndata: 2\n\nid: 1\ndata: 1\n\nid: 3\ndata: 3\n\n"], end=False),
        chunked([b"id: 3\ndata: 3\n\nid: 4\ndata: 4\n\ndata: 4\n\n"]),
    )
    retries: list[float] = []
    hooks = rt.Hooks(on_retry=lambda info, seconds, error: retries.append(seconds))
    made = operation(rt, "text/event-stream", "int")
    assert collect(api, made, hooks=hooks) == [1, 2, 3, 4, 4]
    asked = [one.headers.get("last-event-id") for one in server.requests]
    assert asked == [None, "2", "2", "3"]
    assert retries == [1.5, 0.5, 1.5] == api.time.waits


def test_each_connection_is_a_call_to_what_is_around_it(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(chunked([b"id: 1\ndata: 1\n\n"], end=False), body(b"id: 2\ndata: 2\n\n"))
    told: list[str] = []

    @contextlib.contextmanager
    def around(info: typing.Any) -> Iterator[None]:
        told.append(f"in {info.operation}")
        yield
        told.append("out")

    hooks = rt.Hooks(around=around, headers=lambda: {"x-trace": str(len(told))})
    made = operation(rt, "text/event-stream", "int")
    assert collect(api, made, hooks=hooks) == [1, 2]
    assert told == ["in GET /stream", "out"] * 2
    assert [one.headers["x-trace"] for one in server.requests] == ["1", "3"]


@pytest.mark.parametrize("named", [{"patience": 1.0}, {"budget": 1.0}])
def test_a_server_that_asks_too_much_is_not_asked_again(
    api: Driver, server: Server, rt: typing.Any, named: dict[str, float]
) -> None:
    server.say(chunked([b"retry: 1500\n\nid: 1\ndata: 1\n\n"], end=False))
    with pytest.raises(rt.TransportError, match="after 1 item") as caught:
        retries = rt.Retries(**named)
        collect(api, operation(rt, "text/event-stream", "int"), retries=retries)
    assert caught.value.attempts == 1
    assert api.time.waits == []


def test_events_end_where_the_server_says_so(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(chunked([b"id: 1\ndata: 1\n\n"], end=False), Answer(204))
    assert collect(api, operation(rt, "text/event-stream", "int")) == [1]


def test_reconnections_without_an_event_are_bounded(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(chunked([b"id: 1\ndata: 1\n\n"], end=False))
    with pytest.raises(rt.TransportError, match="after 1 item"):
        collect(api, operation(rt, "text/event-stream", "int"), retries=2)
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("method", "content"),
    [("POST", b"id: 1\ndata: 1\n\n"), ("GET", b"data: 1\n\n")],
)
def test_nothing_is_asked_twice_that_may_act_or_come_twice(
    api: Driver, server: Server, rt: typing.Any, method: str, content: bytes
) -> None:
    server.say(chunked([content], end=False))
    with pytest.raises(rt.TransportError, match="after 1 item"):
        collect(api, operation(rt, "text/event-stream", "int", method))
    assert len(server.requests) == 1


def test_slow_bytes_are_no_error_and_silence_is(
    api: Driver, server: Server, rt: typing.Any, package: typing.Any
) -> None:
    released = threading.Event()

    def drip() -> Iterator[bytes]:
        for byte in b"1\n2\n":
            released.wait(0.15)
            yield bytes([byte])

    server.say(Answer(headers=LINES, chunks=drip))
    made = operation(rt, "application/jsonl", "int")
    assert collect(api, made, timeout=0.4) == [1, 2]

    def silent() -> Iterator[bytes]:
        yield b"1\n"
        released.wait(10)

    server.say(Answer(headers=LINES, chunks=silent))
    with pytest.raises(rt.RequestTimeoutError, match=r"for 0\.2 seconds after 1 item"):
        collect(api, made, timeout=0.2)
    released.set()


def test_a_stream_left_early_frees_its_connection(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b"1\n" * 1000

    server.say(Answer(headers=LINES, chunks=endless))
    made = operation(rt, "application/jsonl", "int")
    counts: list[int] = []

    def connections(client: typing.Any) -> int:
        return len(client._pool.client()._transport._pool.connections)

    def use(client: typing.Any) -> typing.Any:
        if not api.asynchronous:
            stream = client._stream(made)
            next(stream)
            counts.append(connections(client))
            del stream
            gc.collect()
            counts.append(connections(client))
            for _ in client._stream(made):
                break
            counts.append(connections(client))
            with client._stream(made) as stream:
                next(stream)
            counts.append(connections(client))
            assert list(stream) == [] and "closed" in repr(stream)
            return None

        async def read() -> None:
            import asyncio

            stream = await client._stream(made)
            await anext(stream)
            counts.append(connections(client))
            del stream
            gc.collect()
            await asyncio.sleep(0.05)
            counts.append(connections(client))
            async for _ in client._stream(made):
                break
            gc.collect()
            await asyncio.sleep(0.05)
            counts.append(connections(client))
            async with client._stream(made) as stream:
                await anext(stream)
            counts.append(connections(client))
            assert [one async for one in stream] == [] and "closed" in repr(stream)

        return read()

    api.run(use)
    assert counts == [1, 0, 0, 0]


def test_an_async_stream_makes_one_call_when_asked(
    package: typing.Any, server: Server, rt: typing.Any
) -> None:
    api = Driver(package, server.url, True)
    server.say(Answer(body=b"1\n2\n", headers=LINES))
    made = operation(rt, "application/jsonl", "int")

    async def use(client: typing.Any) -> list[int]:
        stream = client._stream(made)
        with pytest.raises(RuntimeError, match="not made yet"):
            _ = stream.response
        assert server.requests == [] and "not opened" in repr(stream)
        opened = await stream
        assert opened is stream and (await stream).response.status == 200
        found = [one async for one in stream]
        await client._stream(made).close()
        assert len(server.requests) == 1
        return found

    assert api.run(use) == [1, 2]


def test_raw_has_the_answer_with_the_stream(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(body=b"1\n2\n", headers={**LINES, "x-limit": "9"}))
    made = operation(rt, "application/jsonl", "int")
    wrap = rt.async_raw if api.asynchronous else rt.raw

    def use(client: typing.Any) -> typing.Any:
        whole = wrap(lambda: client._stream(made))()
        if not inspect.isawaitable(whole):
            return whole, list(whole.data)

        async def read() -> typing.Any:
            answer = await whole
            return answer, [one async for one in answer.data]

        return read()

    answer, items = api.run(use)
    assert items == [1, 2]
    assert answer.status == 200 and answer.headers["x-limit"] == "9"
    assert answer.data.response.headers["x-limit"] == "9"


def test_memory_is_bounded(api: Driver, server: Server, rt: typing.Any) -> None:
    import tracemalloc

    line = json.dumps({"City": "x" * 1000}).encode() + b"\n"
    block = line * 64

    def chunks() -> Iterator[bytes]:
        for _ in range(125):
            yield block

    server.say(Answer(headers=LINES, chunks=chunks))
    made = operation(rt, "application/jsonl", "m.Address")
    count = 0
    peak = 0

    def use(client: typing.Any) -> typing.Any:
        def tell() -> None:
            nonlocal count, peak
            count += 1
            if count == 1_000:
                tracemalloc.start()

        if not api.asynchronous:
            for _ in client._stream(made):
                tell()
            return None

        async def read() -> None:
            async for _ in client._stream(made):
                tell()

        return read()

    api.run(use)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 8_000 and peak < 3_000_000


def test_an_item_shows_no_credential_of_a_function(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    content = b'1\n"given-token-1"\n'
    server.say(Answer(body=content, headers=LINES))
    responses = {"200": {"application/jsonl": "int"}}
    made = rt.Operation("GET", "/", responses=responses, security=(("Token",),))

    async def give_later() -> str:
        return "given-token-1"

    give = give_later if api.asynchronous else lambda: "given-token-1"
    with pytest.raises(rt.DecodeError, match="item 1 of the stream") as caught:
        collect(api, made, token=give)
    assert server.requests[-1].headers["authorization"] == "Bearer given-token-1"
    assert "given-token-1" not in str(caught.value) + caught.value.found
