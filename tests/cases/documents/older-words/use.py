"""What 3.1 has done away with is told, and taken for what it meant."""

from __future__ import annotations

import inspect

from case_documents_older_words import Client
from case_documents_older_words.models import Thing

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    server.will({"id": 1, "name": None, "other": None, "kind": "x"})
    with Client(base_url=server.url, strict=True) as client:
        thing = client.get_thing()
    assert (thing.id, thing.name, thing.other, thing.kind) == (1, None, None, "x")
    assert "More than 0." in inspect.getsource(Thing)
