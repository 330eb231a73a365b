"""What has no default, or only a placeholder for one, must be given."""

from __future__ import annotations

import httpx2
from case_operations_servers_to_be_given import Client, ConfigurationError

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    try:
        Client()
    except ConfigurationError as error:
        text = str(error)
        assert "tenant=… (or CASE_OPERATIONS_SERVERS_TO_BE_GIVEN_TENANT)" in text
        assert "base_url=…" in text
    else:
        raise AssertionError("a client without address was made")

    seen: list[str] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        seen.append(str(request.url))
        return httpx2.Response(204)

    pool = httpx2.Client(transport=httpx2.MockTransport(handle))
    with Client(tenant="acme", http_client=pool) as client:
        client.common()
    assert seen == ["https://acme.shop.dev/v1/common"]

    server.will(status=204)
    with Client(base_url=server.url) as client:
        client.common()
    assert server.last.target == "/common"
