"""What tells a subclass is sent with its fields too, even where it is optional."""

from __future__ import annotations

from case_bodies_subclass import Client
from case_bodies_subclass.models import Cat

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        client.put_cat(name="Tom")
        assert server.last.json() == {"kind": "cat", "name": "Tom"}
        client.put_cat(Cat(name="Tom"))
        assert server.last.json() == {"kind": "cat", "name": "Tom"}
        client.put_cat(Cat(kind=None, lives=9))
        assert server.last.json() == {"lives": 9}
        server.will({"kind": "cat"})
        pet = client.get_pet()
        assert isinstance(pet, Cat)
        client.put_cat(pet)
        assert server.last.json() == {"kind": "cat"}
