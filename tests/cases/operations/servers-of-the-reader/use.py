"""A host that stands for the reader's own is somebody else's: nothing is sent there."""

from __future__ import annotations

from case_operations_servers_of_the_reader import Client, ConfigurationError

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    try:
        Client(username="me", password="secret")
    except ConfigurationError as error:
        assert "base_url=…" in str(error)
    else:
        raise AssertionError("a client was made that calls a placeholder")

    server.will(status=204)
    with Client(username="me", password="secret", base_url=server.url) as client:
        client.common()
    assert server.last.target == "/common"
