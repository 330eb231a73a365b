"""What is no parameter, and which of two alike counts."""

from __future__ import annotations

from case_operations_parameters_left_out import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(api_key="k", base_url=server.url) as client:
        server.will(status=204)
        # The undeclared id is text, size and SIZE are the first ones of the operation.
        client.get("7", odd=["a", "b"], size=1, header_size=2)
        assert server.last.target == "/things/7?size=1&odd=a&odd=b"
        assert server.last.headers["size"] == "2"
        assert server.last.headers["x-key"] == "k"
