"""Documented headers have types; what they are sent as is there as well."""

from __future__ import annotations

import datetime

import case_responses_headers.models as m
import pytest
from case_responses_headers import Client, DecodeError

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    made = sorted(one for one in vars(m) if one.endswith("Headers"))
    assert made == ["LinkHeaders", "ListHeaders"]
    with Client(base_url=server.url) as client:
        server.will(
            ["a"],
            X_Total="3",
            X_Until="2024-01-02T00:00:00Z",
            X_Tags="a, b,1",
            X_Sizes="1,2",
            X_Point="x=1,y=2",
            X_Flat="a,1,b,2",
            X_Json='{"a": true}',
            X_Kind="1",
            Set_Cookie="a=1; Path=/",
        )
        headers: m.ListHeaders = client.raw.list().headers.read(m.ListHeaders)
        assert headers.x_total == 3
        assert headers.x_until == datetime.datetime(2024, 1, 2, tzinfo=datetime.UTC)
        assert headers.x_tags == ["a", "b", "1"]
        assert headers.x_sizes == [1, 2]
        assert headers.x_point is not None
        assert (headers.x_point.x, headers.x_point.y) == (1, 2)
        assert headers.x_flat == {"a": 1, "b": 2}
        assert headers.x_json == {"a": True}
        assert headers.x_kind == "1"
        assert type(headers.x_kind).__name__ == "ListResponseXKind"
        assert headers.set_cookie == "a=1; Path=/"
        assert not hasattr(headers, "content_type")

        server.will(["a"])
        assert client.raw.list().headers.read(m.ListHeaders) == m.ListHeaders()
        server.will(["a"], X_Total="three")
        raw = client.raw.list()
        assert raw.headers["x-total"] == "three"
        with pytest.raises(DecodeError, match="X-Total"):
            raw.headers.read(m.ListHeaders)
        server.will(status=204, Link="<https://a.dev>; rel=next")
        link = client.raw.a().headers.read(m.LinkHeaders).link
        assert link == "<https://a.dev>; rel=next"
