"""Parameters as they arrive."""

from __future__ import annotations

import datetime

from case_operations_parameters import Client
from case_operations_parameters.models import Filter

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        client.get("a/b c")
        assert server.last.path == "/things/a%2Fb%20c"
        assert server.last.query == ()

        client.get(
            "1",
            sizes=[1, 2],
            tags=["a", "b"],
            filter=Filter(name="x", min=3),
            since=datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC),
            state="new",
            all=True,
            x_trace="t",
        )
        assert server.last.query == (
            ("sizes", "1"),
            ("sizes", "2"),
            ("tags", "a,b"),
            ("filter[name]", "x"),
            ("filter[min]", "3"),
            ("since", "2026-01-02T00:00:00Z"),
            ("state", "new"),
            ("all", "true"),
        )
        assert server.last.headers["x-trace"] == "t"

        seen = len(server.requests)
        for nothing in ("", ".", ".."):
            try:
                client.get(nothing)
            except ValueError as error:
                assert "id" in str(error)
            else:
                raise AssertionError(f"{nothing!r} was sent")
        assert len(server.requests) == seen
