"""Credentials and variables give way to what the client's constructor needs."""

from __future__ import annotations

import inspect
from urllib.parse import urlsplit

from case_names_client_arguments import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    port = urlsplit(server.url).port
    own = [*inspect.signature(Client).parameters][:5]
    assert own == ["headers_", "rt_", "super_", "timeout_", "self_"]
    with Client(base_url=server.url, headers_="1", rt_="2", super_="x") as client:
        client.get_things()
    assert server.last.headers["x-one"] == "1"
    assert server.last.headers["x-two"] == "2"
    with Client(
        headers_="1", rt_="2", super_="x", timeout_="y", self_=str(port)
    ) as client:
        assert "x.y.shop.localhost" in repr(client)
