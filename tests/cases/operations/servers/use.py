"""Variables of servers are arguments; a server of its own stands above the API's."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import httpx2
from case_operations_servers import Client, ConfigurationError

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    seen: list[str] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        seen.append(str(request.url))
        return httpx2.Response(204)

    pool = httpx2.Client(transport=httpx2.MockTransport(handle))

    def asked(call: Callable[[Client], None], **given: str) -> str:
        with Client(http_client=pool, **given) as client:
            call(client)
        return seen[-1]

    assert asked(Client.common) == "http://eu.shop.localhost/v2/common"
    assert asked(Client.common, region_name="us", port="8080", base="a/b") == (
        "http://us.shop.localhost:8080/a/b/common"
    )
    assert asked(Client.upload, region_name="us") == (
        "http://up.us.shop.localhost/upload"
    )
    assert asked(Client.replace, port="82") == ("http://put-a.shop.localhost:82/upload")
    assert asked(Client.beside) == "http://eu.shop.localhost/v3/beside"
    for call, path in ((Client.common, "common"), (Client.upload, "upload")):
        with_base = asked(call, base_url="https://own.dev/x/", region_name="us")
        assert with_base == f"https://own.dev/x/{path}"

    for hostile in ("eu.evil.dev/?", "eu#", "a b", "me@evil.dev"):
        try:
            Client(region_name=hostile)
        except ConfigurationError as error:
            assert "region_name" in str(error)
        else:
            raise AssertionError(f"{hostile!r} was taken")

    server.will(status=204)
    parts = urlsplit(server.url)
    assert parts.port is not None
    with Client(base_url=server.url) as client:
        client.common()
    assert server.last.target == "/common"
