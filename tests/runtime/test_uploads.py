"""What is uploaded is never sent empty in silence, and is checked before it is sent."""

from __future__ import annotations

import io
import os
import typing
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from .conftest import Driver
from .server import Answer, Server

BYTES = "application/octet-stream"
FORM = "multipart/form-data"


def put(api: Driver, rt: typing.Any, value: object, media: str = BYTES) -> None:
    """Send a body."""
    body = rt.Body({media: None})
    made = rt.Operation("PUT", "/up", body=body, responses={"204": None})
    api.run(lambda client: client._call(made, body=value))


def blocks() -> Iterator[bytes]:
    yield b"one"
    yield b"two"


async def async_blocks() -> AsyncIterator[bytes]:
    yield b"onetwo"


class Pipe(io.RawIOBase):
    """A file that cannot seek."""

    def __init__(self) -> None:
        self.left = [b"one", b"two"]

    def read(self, size: int = -1) -> bytes:
        return self.left.pop(0) if self.left else b""


ONCE: list[Callable[[typing.Any], object]] = [
    lambda rt: rt.File(blocks()),
    lambda rt: rt.File(iter([b"one", b"two"])),
    lambda rt: rt.File(Pipe()),
    lambda rt: blocks(),
]


@pytest.mark.parametrize("make", ONCE)
@pytest.mark.parametrize("media", [BYTES, FORM])
def test_what_was_read_is_not_sent_again_as_nothing(
    api: Driver,
    server: Server,
    rt: typing.Any,
    make: Callable[[typing.Any], object],
    media: str,
) -> None:
    server.say(Answer(204))
    value = make(rt)
    if media == FORM and not isinstance(value, rt.File):
        value = rt.File(value)
    body = {"file": value} if media == FORM else value
    put(api, rt, body, media)
    with pytest.raises(ValueError, match="was read already"):
        put(api, rt, body, media)
    (request,) = server.requests
    assert b"onetwo" in request.body


def test_an_async_iterator_that_was_read_is_refused(
    package: typing.Any, server: Server, rt: typing.Any
) -> None:
    api = Driver(package, server.url, asynchronous=True)
    server.say(Answer(204))
    for value in (rt.File(async_blocks()), async_blocks()):
        put(api, rt, value)
        with pytest.raises(ValueError, match="was read already"):
            put(api, rt, value)
    assert [one.body for one in server.requests] == [b"onetwo", b"onetwo"]


def test_items_that_were_read_are_refused(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(204))
    rows = (row for row in [{"n": 1}])
    put(api, rt, rows, "application/jsonl")
    with pytest.raises(ValueError, match="was read already"):
        put(api, rt, rows, "application/jsonl")
    assert [one.body for one in server.requests] == [b'{"n":1}\n']


def test_what_can_be_read_again_is_sent_again(
    api: Driver, server: Server, rt: typing.Any, tmp_path: Path
) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"..onetwo")
    server.say(Answer(204))
    with path.open("rb") as opened:
        opened.seek(2)
        for value in (opened, rt.File(opened), rt.File([b"one", b"two"])):
            put(api, rt, value)
            put(api, rt, value)
        assert opened.tell() == 2
    assert [one.body for one in server.requests] == [b"onetwo"] * 6


def test_a_file_is_left_where_it_stood_whatever_the_answer(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    opened = io.BytesIO(b"onetwo")
    server.say(Answer(500))
    with pytest.raises(rt.InternalServerError):
        put(api, rt, opened)
    assert opened.tell() == 0 and len(server.requests) > 1
    server.say(Answer(204))
    put(api, rt, opened)
    assert {one.body for one in server.requests} == {b"onetwo"}


def test_a_file_at_its_end_is_not_sent_as_nothing(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(204))
    written = io.BytesIO()
    put(api, rt, written)
    written.write(b"onetwo")
    with pytest.raises(ValueError, match="stands at its end"):
        put(api, rt, written)
    assert [one.body for one in server.requests] == [b""]


def test_what_cannot_be_opened_is_refused_before_the_request(
    api: Driver, server: Server, rt: typing.Any, tmp_path: Path
) -> None:
    server.say(Answer(204))
    for media in (BYTES, FORM):
        for path, kind in (
            (tmp_path, IsADirectoryError),
            (tmp_path / "none", FileNotFoundError),
        ):
            with pytest.raises(kind):
                put(api, rt, {"file": path} if media == FORM else path, media)
    assert not server.requests


def test_a_device_has_no_length(api: Driver, server: Server, rt: typing.Any) -> None:
    server.say(Answer(204))
    put(api, rt, Path(os.devnull))
    assert server.requests[0].headers["transfer-encoding"] == "chunked"


def head_of(
    api: Driver, server: Server, rt: typing.Any, **given: typing.Any
) -> list[bytes]:
    """The headers of the one part that is sent."""
    server.say(Answer(204))
    put(api, rt, {"file": rt.File(b"x", **given)}, FORM)
    head = server.requests[-1].body.partition(b"\r\n\r\n")[0]
    return head.split(b"\r\n")[1:]


def test_headers_of_a_part_replace_its_own(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    headers = {"content-type": "q/q", "CONTENT-DISPOSITION": "form-data; name=z"}
    assert head_of(api, server, rt, name="a.png", headers=headers) == [
        b"CONTENT-DISPOSITION: form-data; name=z",
        b"content-type: q/q",
    ]


@pytest.mark.parametrize("name", ["a b", "", "a:b", "a\r\nb", "é", "a\x00"])
def test_names_of_headers_are_checked(
    api: Driver, server: Server, rt: typing.Any, name: str
) -> None:
    with pytest.raises(ValueError, match="no name of a header"):
        head_of(api, server, rt, headers={name: "x"})
    assert not server.requests


@pytest.mark.parametrize("value", ["a\x00b", "a\r\nb"])
def test_values_of_headers_are_checked(
    api: Driver, server: Server, rt: typing.Any, value: str
) -> None:
    for given in ({"headers": {"X-A": value}}, {"content_type": value}):
        with pytest.raises(ValueError, match="control characters"):
            head_of(api, server, rt, **given)
    assert not server.requests


def test_control_characters_in_names_are_escaped(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    disposition, _ = head_of(api, server, rt, name='a\x00"\r\x7f\té.txt')
    escaped = "a%00%22%0D%7F\té.txt".encode()
    assert disposition.endswith(b'; filename="' + escaped + b'"')
