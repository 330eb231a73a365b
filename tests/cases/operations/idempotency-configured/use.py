"""A header for idempotency keys that only the configuration knows of."""

from __future__ import annotations

from case_operations_idempotency_configured import Client, Options, Retries

from tests.servers.scripted import Scripted

KEY = "x-request-key"


def use(server: Scripted) -> None:
    with Client(base_url=server.url, retries=Retries(first=0)) as client:
        for call in (client.order, client.change):
            server.will(status=502)
            server.will(status=204)
            call()
            first, second = (one.headers[KEY] for one in server.requests[-2:])
            assert first == second
        server.will(status=204)
        client.order(options=Options(headers={"x-request-key": "mine"}))
        assert server.last.headers[KEY] == "mine"
        server.will(status=204)
        client.list()
        assert KEY not in server.last.headers
