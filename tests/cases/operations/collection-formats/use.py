"""The collection formats of Swagger 2.0."""

from __future__ import annotations

from case_operations_collection_formats import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        server.will(status=204)
        names = ["a b", "c,d"]
        client.things(
            [1, 2],
            csv=names,
            ssv=names,
            pipes=names,
            multi=names,
            x_ids=[3, 4],
            empty="",
        )
        assert server.last.target == (
            "/things/1,2?csv=a%20b,c%2Cd&ssv=a%20b%20c%2Cd&pipes=a%20b%7Cc%2Cd"
            "&multi=a%20b&multi=c%2Cd&empty="
        )
        assert server.last.headers["x-ids"] == "3,4"
