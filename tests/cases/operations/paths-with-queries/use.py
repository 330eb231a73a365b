"""A query in the path is sent, a fragment tells operations apart."""

from __future__ import annotations

from collections.abc import Callable

from case_operations_paths_with_queries import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        calls: tuple[tuple[Callable[[], None], str], ...] = (
            (client.get_rows, "/rows?action=get"),
            (client.put_rows, "/rows?action=put"),
            (client.flickr, "/rest?method=flickr.get"),
            (lambda: client.flickr(q="a b"), "/rest?method=flickr.get&q=a%20b"),
            (lambda: client.air(-1.5, lon=2), "/air?lat=-1.5&lon=2"),
        )
        for call, target in calls:
            server.will(status=204)
            call()
            assert server.last.target == target
