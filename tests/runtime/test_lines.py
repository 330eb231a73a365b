"""Items as request bodies: written one by one, and sent again where they can be."""

from __future__ import annotations

import json
import tracemalloc
import typing
from collections.abc import AsyncIterator, Callable, Iterator

import pytest

from .conftest import Driver
from .server import Answer, Server
from .test_downloads import BOUND, Counter
from .test_downloads import counting as counting

COUNT = 4_000
ITEM = {"text": "x" * 5_000}
LINE = len(json.dumps(ITEM, separators=(",", ":"))) + 1


def operation(
    rt: typing.Any, method: str = "PUT", media: str = "application/jsonl"
) -> typing.Any:
    return rt.Operation(method, "/up", body=rt.Body({media: None}), responses={})


def many() -> Iterator[dict[str, str]]:
    for _ in range(COUNT):
        yield ITEM


async def many_later() -> AsyncIterator[dict[str, str]]:
    for _ in range(COUNT):
        yield ITEM


class Again:
    """Items that can be had twice, made anew each time."""

    def __iter__(self) -> Iterator[dict[str, str]]:
        return many()


@pytest.mark.parametrize("make", [many, many_later, Again])
def test_items_are_not_held_in_memory(
    api: Driver,
    counting: Counter,
    rt: typing.Any,
    make: Callable[[], typing.Any],
) -> None:
    if make is many_later and not api.asynchronous:
        pytest.skip("only async clients read async iterables")
    made = operation(rt)
    tracemalloc.start()
    api.run(lambda c: c._call(made, body=make()), base_url=counting.url)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    ((length, headers),) = counting.bodies
    assert length == COUNT * LINE and peak < BOUND
    assert headers["transfer-encoding"] == "chunked"
    assert headers["content-type"] == "application/jsonl"


@pytest.mark.parametrize(
    ("media", "sent"),
    [
        ("application/x-ndjson", b'{"a":1}\n"\xc3\xa9"\n'),
        ("application/json-seq", b'\x1e{"a":1}\n\x1e"\xc3\xa9"\n'),
    ],
)
def test_items_that_can_be_had_again_are_sent_again(
    api: Driver, server: Server, rt: typing.Any, media: str, sent: bytes
) -> None:
    items = [{"a": 1}, "é"]
    server.say(Answer(503), Answer(drop=True), Answer())
    api.run(lambda c: c._call(operation(rt, media=media), body=items))
    assert [one.body for one in server.requests] == [sent] * 3
    server.say(Answer(503), Answer())
    with pytest.raises(rt.InternalServerError, match="cannot be read twice"):
        api.run(lambda c: c._call(operation(rt, media=media), body=iter(items)))
    assert [one.body for one in server.requests] == [sent]


def test_each_item_goes_as_it_comes(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    """Lines are written while the next item is not made yet."""
    lines = __import__(f"{api.package.__name__}._runtime.lines", fromlist=["x"])
    made: list[int] = []

    def items() -> Iterator[int]:
        for number in range(3):
            made.append(number)
            yield number

    chunks = lines.Lines("application/jsonl", items()).chunks()
    assert [(next(chunks), len(made)) for _ in range(3)] == [
        (b"0\n", 1),
        (b"1\n", 2),
        (b"2\n", 3),
    ]
    held = lines.Lines("application/jsonl", [0, 1, 2]).chunks()
    assert list(held) == [b"0\n1\n2\n"]


def test_what_goes_wrong_with_an_item_is_raised(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    def items() -> Iterator[object]:
        yield 1
        raise ZeroDivisionError

    made = operation(rt, "POST")
    with pytest.raises(ZeroDivisionError):
        api.run(lambda c: c._call(made, body=items()))
    with pytest.raises(TypeError, match="has no JSON"):
        api.run(lambda c: c._call(made, body=[1, object()]))
    wrongs: list[typing.Any] = [1, {"a": 1}]
    for wrong in wrongs:

        def call(client: typing.Any, wrong: typing.Any = wrong) -> typing.Any:
            return client._call(made, body=wrong)

        with pytest.raises(TypeError, match="give the items, a text, bytes or a file"):
            api.run(call)
    server.say(Answer(json=1))
    assert api.run(lambda c: c.request("GET", "/", returns=int)) == 1
