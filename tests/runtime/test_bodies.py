"""Which media type a body is sent as, and what is taken for a file."""

from __future__ import annotations

import io
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Driver
from .server import Answer, Server

MODEL = "application/json", "m.Search"
FILE = "application/octet-stream", "rt.FileInput"
BYTES = "application/pdf", "bytes"
XML = "application/xml", "str"
STRING = "application/json", "str"


def send(
    api: Driver,
    server: Server,
    rt: typing.Any,
    contents: typing.Iterable[tuple[str, str]],
    body: object,
    **options: typing.Any,
) -> tuple[str, bytes]:
    """The content type and the bytes that come to the server."""
    server.say(Answer(204))
    about = rt.Body(dict(contents), required=True)
    operation = rt.Operation("POST", "/x", body=about, responses={"204": None})
    given = rt.Options(**options)
    api.run(lambda c: c._call(operation, body=body, options=given))
    (request,) = server.requests
    return request.headers["content-type"], request.body


def chunks() -> Iterator[bytes]:
    yield b"a"
    yield b"b"


@pytest.mark.parametrize(
    ("body", "sent"),
    [
        (b"ab", b"ab"),
        (bytearray(b"ab"), b"ab"),
        (io.BytesIO(b"ab"), b"ab"),
        (chunks(), b"ab"),
        ([1], b"[1]"),
        ({"text": "x"}, b'{"text":"x"}'),
        ("<a/>", b"<a/>"),
    ],
)
def test_the_value_decides_the_media_type(
    package: typing.Any, server: Server, rt: typing.Any, body: object, sent: bytes
) -> None:
    api = Driver(package, server.url, asynchronous=False)
    media, came = send(api, server, rt, [MODEL, XML, BYTES, FILE], body)
    wanted = {b"a": "application/pdf", b"<": "application/xml"}
    assert (media, came) == (wanted.get(sent[:1], "application/json"), sent)


def test_paths_models_and_files_decide_the_media_type(
    api: Driver, server: Server, rt: typing.Any, m: typing.Any, tmp_path: Path
) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"ab")
    assert send(api, server, rt, [MODEL, FILE], path) == (FILE[0], b"ab")
    found = send(api, server, rt, [FILE, XML, MODEL], m.Search(text="x"))
    assert found == (MODEL[0], b'{"text":"x"}')
    named = rt.File(b"ab", content_type="application/pdf")
    assert send(api, server, rt, [MODEL, FILE, BYTES], named) == (BYTES[0], b"ab")
    form = ("multipart/form-data", "m.Upload")
    media, _ = send(api, server, rt, [MODEL, form], m.Upload(file=b"x"))
    assert media.startswith("multipart/form-data")


def test_a_text_is_a_json_string_where_json_takes_one(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    assert send(api, server, rt, [STRING, XML], "x") == (STRING[0], b'"x"')


def test_bytes_may_be_what_a_text_type_is_sent_from(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    assert send(api, server, rt, [MODEL, XML], b"<a/>") == (XML[0], b"<a/>")


def test_options_override_the_media_type(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    found = send(api, server, rt, [MODEL, BYTES, FILE], b"ab", content_type=FILE[0])
    assert found == (FILE[0], b"ab")


WHAT = r"a file is bytes, a path object \(pathlib.Path\), an open binary file or File"


@pytest.mark.parametrize("contents", [[FILE], [BYTES], [MODEL, FILE]])
def test_a_text_is_no_binary_body(
    api: Driver,
    server: Server,
    rt: typing.Any,
    contents: list[tuple[str, str]],
) -> None:
    with pytest.raises(TypeError, match=WHAT):
        send(api, server, rt, contents, "report.pdf")
    assert not server.requests


def test_a_text_is_no_part_that_is_a_file(
    api: Driver, server: Server, rt: typing.Any, m: typing.Any
) -> None:
    form = [("multipart/form-data", "m.Upload")]
    for body in (
        m.Upload(file="label.pdf"),
        {"file": "label.pdf"},
        {"file": ["label.pdf"]},
        m.Upload(file=rt.File("label.pdf")),
    ):
        with pytest.raises(TypeError, match=WHAT):
            send(api, server, rt, form, body)
    with pytest.raises(TypeError, match="open it in 'rb'"):
        send(api, server, rt, form, m.Upload(file=io.StringIO("x")))
    assert not server.requests


def test_undescribed_calls_and_text_types_take_texts(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    yaml = ("application/yaml", "str")
    assert send(api, server, rt, [MODEL, yaml, FILE], "a: 1") == (yaml[0], b"a: 1")
    api.run(lambda c: c.request("POST", "/x", content="text"))
    assert server.requests[-1].body == b"text"
