"""Media types at both levels, six security definitions, and no host."""

from __future__ import annotations

from case_documents_swagger_media import Client
from case_documents_swagger_media.models import Error, Pet

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(
        username="u", password="p", api_key="k", base_url=f"{server.url}/v2/"
    ) as client:
        server.will({"kind": "Pet"})
        assert isinstance(client.get_pet(), Pet)
        assert (server.last.path, server.last.query) == ("/v2/pet", (("k", "k"),))

        server.will(b"\x89PNG", content_type="image/png")
        assert client.draw_pet() == b"\x89PNG"
        assert server.last.headers["accept"].startswith("image/png")
        assert server.last.headers["authorization"].startswith("Basic ")

        server.will("<error/>", content_type="application/xml")
        assert client.tell([Error(code=1)]) == "<error/>"
        assert server.last.media_type == "application/vnd.shop+json"
        assert server.last.json() == [{"code": 1}]
        assert "authorization" not in server.last.headers
