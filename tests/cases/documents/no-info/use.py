"""Without title and paths there is a client all the same, and the models."""

from __future__ import annotations

from case_documents_no_info import Client
from case_documents_no_info.models import Thing

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        client.request("GET", "/things")
    assert server.last.path == "/things"
    assert Thing.from_dict({"a": 1}) == Thing(a=1)
