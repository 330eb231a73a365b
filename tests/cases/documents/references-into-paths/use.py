"""A reference may lead anywhere, also through other references."""

from __future__ import annotations

from case_documents_references_into_paths import Client
from case_documents_references_into_paths import models as m

from tests.servers.scripted import Scripted

ORDER = {"lines": [{"a~b": {"x": 1}}]}


def use(server: Scripted) -> None:
    with Client(base_url=server.url, strict=True) as client:
        server.will(ORDER)
        order = client.get_order("1")
        server.will(ORDER)
        assert client.get_copy("a/b") == order
        assert server.last.path == "/copies/a%2Fb"
        server.will(ORDER["lines"][0])
        line = client.get_line()
        assert order.lines == [line]
        server.will({"x": 1})
        assert client.get_odd() == line.a_b == m.Odd(x=1)
        server.will({"mean": 3})
        assert client.get_mean() == m.WithSpace(mean=3)
