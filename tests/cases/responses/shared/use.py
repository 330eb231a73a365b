"""What operations share is named by its own key, not by one of them."""

from __future__ import annotations

import case_responses_shared.models as m
import pytest
from case_responses_shared import Client, NotFoundError, StatusError

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    made = sorted(one for one in vars(m) if one[0].isupper())
    assert made == ["CResponse", "ErrorResponse", "PageResponse", "PageResponseItem"]
    with Client(base_url=server.url) as client:
        for call in (client.a, client.b):
            server.will({"items": [{"id": 1}]})
            page = call()
            assert page == m.PageResponse(items=[m.PageResponseItem(id=1)])
        server.will({"code": 4}, status=404)
        with pytest.raises(NotFoundError) as gone:
            client.a()
        assert gone.value.body == m.ErrorResponse(code=4)
        server.will({"code": 4}, status=418)
        with pytest.raises(StatusError) as other:
            client.b()
        assert other.value.body == m.ErrorResponse(code=4)
        server.will({"id": 2}, status=201)
        assert client.c() == m.CResponse(id=2)
