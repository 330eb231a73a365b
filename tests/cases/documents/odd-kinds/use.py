"""What is of the wrong kind is told, and what stands beside it is generated."""

from __future__ import annotations

from case_documents_odd_kinds import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    sent = {"a": 1, "b": "x", "c": [2], "d": 3, "e": "y"}
    with Client(base_url=server.url, strict=True) as client:
        server.will(sent)
        fine = client.get_fine(q="word")
        assert (fine.a, fine.b, fine.c, fine.d, fine.e) == (1, "x", [2], 3, "y")
        assert server.last.query == (("q", "word"),)
        client.post_fine()
        assert server.last.method == "POST"
