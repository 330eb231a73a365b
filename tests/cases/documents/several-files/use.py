"""References go from file to file, relative to the one they stand in."""

from __future__ import annotations

import pytest
from case_documents_several_files import Client, NotFoundError
from case_documents_several_files import models as m

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url, strict=True) as client:
        server.will({"line": {"sku": "a"}, "twin": {"line": {"sku": "b"}}})
        order = client.get_order("1")
        server.will({"line": {"sku": "b"}})
        again = client.get_again()
        assert order == m.Order(line=m.Line(sku="a"), twin=again)
        server.will({"code": "gone"}, status=404)
        with pytest.raises(NotFoundError) as caught:
            client.get_order("2")
    assert caught.value.body == m.Error(code=m.Code.GONE)
