"""Items are sent one by one as lines, typed, and never all in memory."""

from __future__ import annotations

import asyncio
import datetime
import inspect
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from case_bodies_lines import AsyncClient, Client, File
from case_bodies_lines import models as m

from tests.servers.scripted import Scripted

ROWS = [m.RowRequest(id=1), m.RowRequest(id=2, note="a\nb")]
LINES = b'{"id":1}\n{"id":2,"note":"a\\nb"}\n'


def rows() -> Iterator[m.RowRequest]:
    yield from ROWS


async def later() -> AsyncIterator[m.RowRequest]:
    for row in ROWS:
        await asyncio.sleep(0)
        yield row


def use(server: Scripted) -> None:
    annotation = inspect.signature(Client.add).parameters["body"].annotation
    assert annotation == "rt.ItemsInput[m.RowRequest] | str | rt.FileInput"
    with Client(base_url=server.url) as client:
        for body in (ROWS, rows(), LINES, LINES.decode(), File(LINES)):
            client.add(body)
            assert server.last.body == LINES
            assert server.last.headers["content-type"].startswith("application/jsonl")
        with TemporaryDirectory() as folder:
            path = Path(folder, "rows.jsonl")
            path.write_bytes(LINES)
            client.add(path)
        assert server.last.body == LINES
        client.replace([])
        assert server.last.body == b""
        client.replace()
        assert "content-type" not in server.last.headers
        day = m.FollowItem(at=datetime.date(2024, 1, 2))
        client.follow(iter([day]))
        assert server.last.body == b'\x1e{"at":"2024-01-02"}\n'
        client.either(ROWS)
        assert server.last.body[:1] == b"["
        client.either(rows())
        assert server.last.body == LINES
        client.any([1, "x", None])
        assert server.last.body == b'1\n"x"\nnull\n'
        client.any(b"1\n")
        assert server.last.headers["content-type"] == "application/octet-stream"
        with pytest.raises(TypeError, match="not one RowRequest"):
            client.add(ROWS[0])  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="async client"):
            client.add(later())
        server.will(status=503, retry_after="0")
        client.replace(ROWS)
        assert server.last.body == server.requests[-2].body == LINES

    async def main() -> None:
        async with AsyncClient(base_url=server.url) as client:
            for body in (ROWS, rows(), later()):
                await client.add(body)
                assert server.last.body == LINES

    asyncio.run(main())
