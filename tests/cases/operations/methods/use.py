"""Every method is sent as it is written, with a body or without."""

from __future__ import annotations

from case_operations_methods import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        for call, method in (
            (client.do_put, "PUT"),
            (client.do_post, "POST"),
            (client.do_options, "OPTIONS"),
            (client.do_patch, "PATCH"),
            (client.do_trace, "TRACE"),
            (client.do_copy, "COPY"),
            (client.do_link, "Link"),
            (client.do_another_get, "Get"),
            (client.do_get, "GET"),
            (client.do_delete, "DELETE"),
            (client.do_query, "QUERY"),
        ):
            server.will(status=204)
            call()
            assert server.last.method == method
            assert server.last.body == b""

        for call, method in (
            (client.do_get, "GET"),
            (client.do_delete, "DELETE"),
            (client.do_query, "QUERY"),
        ):
            server.will(status=204)
            call(name="x")
            assert server.last.method == method
            assert server.last.json() == {"name": "x"}

        server.will({"not": "sent"})
        assert client.do_head() is None
        assert server.last.method == "HEAD"

        server.will(["x"])
        assert client.request("get", "/things", returns=list) == ["x"]
        assert server.last.method == "GET"
