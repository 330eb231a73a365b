"""Downloads in chunks and to files, and uploads that are never read whole."""

from __future__ import annotations

import gzip
import inspect
import threading
import tracemalloc
import typing
from collections.abc import AsyncIterator, Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from .conftest import Driver
from .server import Answer, Server

PDF = {"content-type": "application/pdf"}
CONTENT = bytes(range(256)) * 1000
LARGE = 200 * 1024 * 1024
BOUND = 8 * 1024 * 1024


def _names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def downloading(
    api: Driver, use: Callable[[typing.Any], typing.Any], **settings: typing.Any
) -> typing.Any:
    """Make the call of ``label`` as ``client.streaming`` does, and use the answer."""

    def call(client: typing.Any) -> typing.Any:
        parcels = __import__(
            f"{api.package.__name__}.resources.parcels", fromlist=["x"]
        )
        return use(client.parcels._download(parcels._LABEL))

    return api.run(call, **settings)


def chunks_of(download: typing.Any) -> typing.Any:
    if not hasattr(download, "__anext__"):
        with download:
            return list(download)

    async def read() -> list[bytes]:
        async with download:
            return [chunk async for chunk in download]

    return read()


def test_chunks_are_the_bytes(api: Driver, server: Server) -> None:
    server.say(Answer(body=CONTENT, headers=PDF))
    chunks = downloading(api, chunks_of)
    assert b"".join(chunks) == CONTENT and len(chunks) > 1
    assert server.requests[0].headers["accept-encoding"] == "identity"
    assert server.requests[0].headers["accept"] == "application/pdf, text/plain"
    assert downloading(api, lambda one: one.read()) == CONTENT


def test_a_file_is_written_with_progress(
    api: Driver, server: Server, tmp_path: Path
) -> None:
    server.say(Answer(body=CONTENT, headers=PDF))
    target = tmp_path / "label.pdf"
    target.write_bytes(b"old")
    told: list[tuple[int, int | None]] = []
    path = downloading(
        api, lambda one: one.to_file(target, on_progress=lambda *so: told.append(so))
    )
    assert path == target and target.read_bytes() == CONTENT
    assert told[-1] == (len(CONTENT), len(CONTENT)) and len(told) > 1
    assert [so for so, _ in told] == sorted(so for so, _ in told)
    assert _names(tmp_path) == ["label.pdf"]
    server.say(Answer(body=b"", headers=PDF))
    downloading(api, lambda one: one.to_file(str(target)))
    assert target.read_bytes() == b""


def test_what_is_compressed_all_the_same_is_unpacked(
    api: Driver, server: Server, tmp_path: Path
) -> None:
    packed = {**PDF, "content-encoding": "gzip"}
    server.say(Answer(body=gzip.compress(CONTENT), headers=packed))
    told: list[tuple[int, int | None]] = []
    target = tmp_path / "label.pdf"
    downloading(
        api, lambda one: one.to_file(target, on_progress=lambda *so: told.append(so))
    )
    assert target.read_bytes() == CONTENT and told[-1] == (len(CONTENT), None)


@pytest.mark.parametrize("fault", ["short", "gzip", "disk"])
def test_a_broken_download_leaves_no_file(
    api: Driver, server: Server, tmp_path: Path, rt: typing.Any, fault: str
) -> None:
    target = tmp_path / "label.pdf"
    target.write_bytes(b"old")
    headers = {**PDF, "content-length": str(len(CONTENT))}
    error: type[Exception] = rt.TransportError
    match fault:
        case "short":
            server.say(Answer(headers=headers, chunks=lambda: iter([CONTENT[:999]])))
        case "gzip":
            torn = gzip.compress(CONTENT)[:50] + b"torn" * 20
            server.say(Answer(body=torn, headers={**PDF, "content-encoding": "gzip"}))
        case _:
            server.say(Answer(body=CONTENT, headers=PDF))
            error = ZeroDivisionError

    def progress(so: int, of: int | None) -> None:
        if fault == "disk":
            raise ZeroDivisionError

    with pytest.raises(error) as caught:
        downloading(api, lambda one: one.to_file(target, on_progress=progress))
    if fault == "short":
        assert "broke off after 999 bytes" in str(caught.value)
    assert target.read_bytes() == b"old" and _names(tmp_path) == ["label.pdf"]


def test_a_directory_is_no_file(api: Driver, server: Server, tmp_path: Path) -> None:
    server.say(Answer(body=CONTENT, headers=PDF))
    with pytest.raises(IsADirectoryError):
        downloading(api, lambda one: one.to_file(tmp_path))
    assert _names(tmp_path) == []


def test_errors_and_retries_are_those_of_other_calls(
    api: Driver, server: Server, rt: typing.Any, tmp_path: Path
) -> None:
    server.say(Answer(404, body=b"no label", headers={"content-type": "text/plain"}))
    target = tmp_path / "label.pdf"
    with pytest.raises(rt.NotFoundError, match="no label"):
        downloading(api, lambda one: one.to_file(target))
    assert not target.exists()
    server.say(Answer(503), Answer(drop=True), Answer(body=CONTENT, headers=PDF))
    assert downloading(api, lambda one: one.read()) == CONTENT


def test_the_answer_can_be_looked_at(api: Driver, server: Server) -> None:
    server.say(Answer(body=CONTENT, headers={**PDF, "etag": "7"}))

    def look(download: typing.Any) -> typing.Any:
        if not api.asynchronous:
            with download:
                return download.size, download.response.headers["etag"]

        async def enter() -> typing.Any:
            async with download:
                return download.size, download.response.headers["etag"]

        return enter()

    assert downloading(api, look) == (len(CONTENT), "7")


def test_a_large_download_takes_little_memory(
    api: Driver, server: Server, tmp_path: Path
) -> None:
    block = b"\0" * 65_536

    def chunks() -> Iterator[bytes]:
        for _ in range(LARGE // len(block)):
            yield block

    headers = {**PDF, "content-length": str(LARGE)}
    server.say(Answer(headers=headers, chunks=chunks))
    target = tmp_path / "label.pdf"
    tracemalloc.start()
    downloading(api, lambda one: one.to_file(target))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert target.stat().st_size == LARGE and peak < BOUND


class Counting(BaseHTTPRequestHandler):
    """Reads bodies and forgets all but how long they were."""

    protocol_version = "HTTP/1.1"

    def do_PUT(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        count = 0
        if headers.get("transfer-encoding") == "chunked":
            while size := int(self.rfile.readline(), 16):
                count += self._skip(size)
                self.rfile.readline()
            self.rfile.readline()
        else:
            count = self._skip(int(headers["content-length"]))
        typing.cast(Counter, self.server).bodies.append((count, headers))
        self.send_response(204)
        self.end_headers()

    def _skip(self, size: int) -> int:
        left = size
        while left:
            left -= len(self.rfile.read(min(left, 65_536)))
        return size

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent."""


class Counter(ThreadingHTTPServer):
    """A server that only counts."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Counting)
        self.bodies: list[tuple[int, dict[str, str]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


@pytest.fixture
def counting() -> Iterator[Counter]:
    """A server that counts what it is sent."""
    server = Counter()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("way", ["path", "file", "iterator", "async", "multipart"])
def test_a_large_upload_takes_little_memory(
    api: Driver, counting: Counter, rt: typing.Any, tmp_path: Path, way: str
) -> None:
    sparse = tmp_path / "large.bin"
    with sparse.open("wb") as made_of_nothing:
        made_of_nothing.truncate(LARGE)

    def blocks() -> Iterator[bytes]:
        with sparse.open("rb") as file:
            while block := file.read(65_536):
                yield block

    async def async_blocks() -> AsyncIterator[bytes]:
        for block in blocks():
            yield block

    media = "multipart/form-data" if way == "multipart" else "application/octet-stream"
    made = rt.Operation(
        "PUT", "/up", body=rt.Body({media: None}), responses={"204": None}
    )
    if way == "async" and not api.asynchronous:
        with pytest.raises(TypeError, match="async client"):
            api.run(
                lambda c: c._call(made, body=rt.File(async_blocks())),
                base_url=counting.url,
            )
        return
    opened = sparse.open("rb")
    bodies: dict[str, typing.Any] = {
        "path": sparse,
        "file": opened,
        "iterator": blocks(),
        "async": rt.File(async_blocks(), content_type="video/mp4"),
        "multipart": {"file": sparse, "name": "x"},
    }
    tracemalloc.start()
    api.run(lambda c: c._call(made, body=bodies[way]), base_url=counting.url)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    opened.close()
    ((length, headers),) = counting.bodies
    assert peak < BOUND and length >= LARGE
    if way in ("path", "file", "multipart"):
        assert int(headers["content-length"]) == length
    else:
        assert headers["transfer-encoding"] == "chunked"
    if way == "multipart":
        assert "boundary=" in headers["content-type"]
        assert length < LARGE + 1_000
    else:
        assert length == LARGE and headers["content-type"] == media


def test_boundaries_are_random(api: Driver, server: Server, rt: typing.Any) -> None:
    made = rt.Operation(
        "PUT", "/up", body=rt.Body({"multipart/form-data": None}), responses={}
    )

    def use(client: typing.Any) -> typing.Any:
        first, second = (client._call(made, body={"file": b"x"}) for _ in range(2))
        if not inspect.isawaitable(first):
            return None

        async def both() -> None:
            await first
            await second

        return both()

    api.run(use)
    types = {one.headers["content-type"] for one in server.requests}
    assert len(types) == len(server.requests) == 2


def test_an_async_iterator_is_sent_once(
    package: typing.Any, server: Server, rt: typing.Any
) -> None:
    api = Driver(package, server.url, True)

    async def blocks() -> AsyncIterator[bytes]:
        yield b"one"
        yield b"two"

    made = rt.Operation(
        "PUT", "/up", body=rt.Body({"image/*": None}), responses={"204": None}
    )
    server.say(Answer(503), Answer(204))
    with pytest.raises(rt.InternalServerError, match="cannot be read twice"):
        api.run(lambda c: c._call(made, body=rt.File(blocks(), name="a.png")))
    (request,) = server.requests
    assert request.body == b"onetwo" and request.headers["content-type"] == "image/png"
