"""How large an answer may be that is kept in memory."""

from __future__ import annotations

import gzip
import pickle
import tracemalloc
import typing
import zlib
from collections.abc import Iterator

import pytest

from .conftest import PARCEL, Driver
from .server import Answer, Server
from .test_downloads import downloading
from .test_streams import collect

LIMIT = 100_000
TEXT = {"content-type": "text/plain"}


def chunked(*pieces: bytes) -> Iterator[bytes]:
    """The pieces as a chunked body."""
    for piece in pieces:
        yield b"%x\r\n%s\r\n" % (len(piece), piece)
    yield b"0\r\n\r\n"


def ping(api: Driver, **settings: typing.Any) -> typing.Any:
    return api.run(lambda c: c.parcels.ping(), **settings)


def bomb(size: int) -> bytes:
    """So many zeros, packed."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    block = b"0" * 2**20
    packed = [packer.compress(block) for _ in range(size // len(block))]
    return b"".join(packed) + packer.flush()


@pytest.mark.parametrize("way", ["announced", "chunked", "packed"])
def test_an_answer_may_be_as_large_as_allowed_and_no_larger(
    api: Driver, server: Server, rt: typing.Any, way: str
) -> None:
    def answer(content: bytes) -> Answer:
        match way:
            case "announced":
                return Answer(body=content, headers=TEXT)
            case "chunked":
                pieces = content[:999], content[999:]
                headers = {**TEXT, "transfer-encoding": "chunked"}
                return Answer(headers=headers, chunks=lambda: chunked(*pieces))
            case _:
                packed = {**TEXT, "content-encoding": "gzip"}
                return Answer(body=gzip.compress(content), headers=packed)

    server.say(answer(b"x" * LIMIT))
    assert ping(api, max_response_size=LIMIT) == "x" * LIMIT
    server.say(answer(b"x" * (LIMIT + 1)))
    assert len(ping(api)) == len(ping(api, max_response_size=None)) == LIMIT + 1
    server.say(answer(b"x" * (LIMIT + 1)))
    told: list[Exception] = []
    hooks = rt.Hooks(on_error=told.append)
    with pytest.raises(rt.ResponseTooLargeError) as caught:
        ping(api, max_response_size=LIMIT, hooks=hooks)
    error = caught.value
    assert told == [error] and len(server.requests) == 1, "it was asked for again"
    assert (error.limit, error.status, error.attempts) == (LIMIT, 200, 1)
    assert "200: the answer is larger than 100,000 bytes; give" in str(error)
    assert error.headers["content-type"] == "text/plain"
    assert pickle.loads(pickle.dumps(error)).request.url.endswith("/ping")


def test_what_is_announced_as_too_large_is_not_waited_for(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    taken: list[int] = []

    def chunks() -> Iterator[bytes]:
        for count in range(1_000):
            taken.append(count)
            yield b"x" * 65_536

    headers = {**TEXT, "content-length": str(65_536_000)}
    server.say(Answer(headers=headers, chunks=chunks))
    with pytest.raises(rt.ResponseTooLargeError):
        ping(api, max_response_size=65_535_999)
    assert len(taken) < 900


def test_what_is_packed_is_unpacked_only_as_far_as_allowed(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    packed = bomb(256 * 2**20)
    assert len(packed) < 300_000
    headers = {**TEXT, "content-encoding": "gzip"}
    server.say(Answer(body=packed, headers=headers))
    tracemalloc.start()
    with pytest.raises(rt.ResponseTooLargeError):
        ping(api, max_response_size=2**20)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 * 2**20


def test_errors_of_a_status_have_the_limit_too(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    large = Answer(500, body=b"x" * (LIMIT + 1), headers=TEXT)
    server.say(large)
    with pytest.raises(rt.ResponseTooLargeError, match=": 500: the answer is larger"):
        ping(api, max_response_size=LIMIT)
    with pytest.raises(rt.ResponseTooLargeError, match=": 500: the answer is larger"):
        downloading(api, lambda one: one.read(), max_response_size=LIMIT)


def test_downloads_are_as_large_as_they_are(api: Driver, server: Server) -> None:
    content = b"x" * (3 * LIMIT)
    server.say(Answer(body=content, headers={"content-type": "application/pdf"}))
    found = downloading(api, lambda one: one.read(), max_response_size=LIMIT)
    assert found == content


@pytest.mark.parametrize(
    ("media", "frame"),
    [
        ("application/jsonl", b"%s\n"),
        ("application/json-seq", b"\x1e%s\n"),
        ("text/event-stream", b"data: %s\n\n"),
    ],
)
@pytest.mark.parametrize("ended", [True, False])
def test_each_item_of_a_stream_has_the_limit(
    api: Driver,
    server: Server,
    rt: typing.Any,
    media: str,
    frame: bytes,
    ended: bool,
) -> None:
    small, large = (b'"%s"' % (b"x" * size) for size in (70, 1_100))
    late = frame % large if ended else (frame % large).rstrip()
    content = frame % small * 100 + late + frame % small * ended
    server.say(Answer(body=content, headers={"content-type": media}))
    made = rt.Operation("GET", "/", responses={"200": {media: "str"}})
    with pytest.raises(
        rt.ResponseTooLargeError, match="item 100 of the stream is"
    ) as caught:
        collect(api, made, max_response_size=1_000)
    came: list[str] = getattr(caught.value, "came", [])
    assert came == ["x" * 70] * 100
    assert len(collect(api, made, max_response_size=1_110)) >= 100


def test_a_client_with_other_options_has_its_own_limit(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(json=PARCEL))

    def use(client: typing.Any) -> typing.Any:
        return client.with_options(max_response_size=10).parcels.get("x")

    with pytest.raises(rt.ResponseTooLargeError, match="larger than 10 bytes"):
        api.run(use)
    for wrong in (0, -1):
        with pytest.raises(rt.ConfigurationError, match="max_response_size"):
            api.client(max_response_size=wrong)
