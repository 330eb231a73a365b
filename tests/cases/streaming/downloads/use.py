"""Bytes come whole from the method, and in chunks or to a file from its twin."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from case_streaming_downloads import AsyncClient, Client, File, NotFoundError

from tests.servers.scripted import Scripted

CONTENT = b"0123456789" * 100_000
OCTETS = "application/octet-stream"


def use(server: Scripted) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _synchronous(server, Path(folder))
        asyncio.run(_asynchronous(server, Path(folder)))


def _synchronous(server: Scripted, folder: Path) -> None:
    target = folder / "file"
    told: list[tuple[int, int | None]] = []
    with Client(base_url=server.url, strict=True) as client:
        server.will(CONTENT, content_type=OCTETS)
        assert client.get_file_content("a") == CONTENT
        server.will(CONTENT, content_type=OCTETS)
        with client.streaming.get_file_content("a") as download:
            assert download.size == len(CONTENT)
            assert b"".join(download) == CONTENT
        server.will(CONTENT, content_type=OCTETS)
        download = client.streaming.get_file_content("a")
        assert (
            download.to_file(target, on_progress=lambda *so: told.append(so)) == target
        )
        assert target.read_bytes() == CONTENT
        assert told[-1] == (len(CONTENT), len(CONTENT))
        server.will({"message": "gone"}, 404)
        try:
            client.streaming.get_file_content("b").to_file(folder / "b")
            raise AssertionError("an error was written to a file")
        except NotFoundError as error:
            assert error.body.message == "gone"
        assert [one.name for one in folder.iterdir()] == ["file"]
        server.will(b"png", content_type="image/png")
        assert client.streaming.logo().read() == b"png"
        server.will(status=302, location="/logo")
        server.will(b"zip", content_type="application/zip")
        assert client.streaming.archive().read() == b"zip"


async def _asynchronous(server: Scripted, folder: Path) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield b"one"
        yield b"two"

    async with AsyncClient(base_url=server.url) as client:
        server.will(CONTENT, content_type=OCTETS)
        async with client.streaming.get_file_content("a") as download:
            assert b"".join([chunk async for chunk in download]) == CONTENT
        server.will(CONTENT, content_type=OCTETS)
        path = await client.streaming.get_file_content("a").to_file(folder / "file")
        assert path.read_bytes() == CONTENT
        server.will(b"png", content_type="image/png")
        assert await client.streaming.logo().read() == b"png"
        server.will(status=204)
        await client.put_file_content("a", File(chunks()))
        assert server.last.body == b"onetwo"
