"""Files alone and in lists, from memory, from disk and in chunks."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import pytest
from case_bodies_files import Client, File

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client, tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "dot.png")
        path.write_bytes(b"PNG")
        client.octets(io.BytesIO(b"abc"))
        assert (server.last.media_type, server.last.body) == (
            "application/octet-stream",
            b"abc",
        )
        client.image(path)
        assert (server.last.media_type, server.last.body) == ("image/png", b"PNG")
        client.image(File(b"J", content_type="image/jpeg"))
        assert (server.last.media_type, server.last.body) == ("image/jpeg", b"J")
        client.described(b"PK")
        assert (server.last.media_type, server.last.body) == ("application/zip", b"PK")
        with pytest.raises(TypeError, match="not str"):
            client.octets("dot.png")  # type: ignore[arg-type]

        client.files(files=[path, b"2", File([b"3", b"4"], name="c.txt")], note="n")
        assert [
            (one.name, one.filename, one.content) for one in server.last.parts()
        ] == [
            ("files", "dot.png", b"PNG"),
            ("files", "files", b"2"),
            ("files", "c.txt", b"34"),
            ("note", None, b"n"),
        ]
