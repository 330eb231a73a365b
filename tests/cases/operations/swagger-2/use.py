"""A description of the old kind gives a client like any other."""

from __future__ import annotations

from case_operations_swagger_2 import Client
from case_operations_swagger_2.models import Pet

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(api_key="k", base_url=f"{server.url}/v2") as client:
        server.will([{"name": "Tom", "born": None}])
        assert client.pets.list(tags=["a", "b"]) == [Pet(name="Tom", born=None)]
        assert server.last.path == "/v2/pets"
        assert server.last.query == (("tags", "a,b"),)
        assert server.last.headers["x-key"] == "k"

        server.will({"name": "Tom"}, status=201)
        assert client.pets.add(name="Tom").name == "Tom"
        assert server.last.json() == {"name": "Tom"}

        server.will(status=204)
        client.pets.upload_photo(photo=b"...", title="A cat")
        photo, title = server.last.parts()
        assert (photo.name, photo.content) == ("photo", b"...")
        assert (title.name, title.content) == ("title", b"A cat")
