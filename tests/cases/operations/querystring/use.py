"""A parameter that is the whole query string, by the examples of 3.2."""

from __future__ import annotations

from case_operations_querystring import Client
from case_operations_querystring.models import Filter

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        server.will(status=204)
        client.form(filter=Filter(foo="a + b", bar=True))
        assert server.last.target == "/form?foo=a+%2B+b&bar=true"
        server.will(status=204)
        client.form(filter=Filter(ids=[1, 2]))
        assert server.last.target == "/form?ids=1&ids=2"
        server.will(status=204)
        client.form()
        assert server.last.target == "/form"
        server.will(status=204)
        client.json(json={"numbers": [1, 2], "flag": None})
        assert server.last.target == (
            "/json?%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D"
        )
        server.will(status=204)
        client.path(selector="$.a.b[1:1]")
        assert server.last.target == "/path?%24.a.b%5B1%3A1%5D"
