"""A version that lost its quotes, and the zero with them, is the version it was."""

from __future__ import annotations

from case_documents_swagger_as_number import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    server.will(5)
    with Client(base_url=server.url) as client:
        assert client.get_a() == 5
