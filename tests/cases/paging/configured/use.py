"""The configuration says how operations page, or that they do not."""

from __future__ import annotations

from case_paging_configured import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    client = Client(base_url=server.url)
    server.will({"found": [{"id": "a"}], "others": ["x"], "then": "b c"})
    server.will({"found": [{"id": "b"}]})
    rows = client.rows.list()
    assert [row.id for row in rows] == ["a", "b"]
    assert rows.body.others == ["x"]
    assert [one.target for one in server.requests] == ["/rows", "/rows?from=b%20c"]

    server.will(["no", "pages"])
    leaves: list[str] = client.leaves.list(limit=2)
    assert leaves == ["no", "pages"]

    server.will({"found": [{"id": "a"}, {"id": "b"}], "sum": 3})
    server.will({"found": [{"id": "c"}], "sum": 3})
    assert [one.id for one in client.stems.list()] == ["a", "b", "c"]
    assert server.last.target == "/stems?page=2"
