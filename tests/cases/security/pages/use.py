"""Each page is asked for with the key of its time, and at another origin with none."""

from __future__ import annotations

from typing import Any

import pytest
from case_security_pages import Client, DecodeError, Signature, Unsigned

from tests.servers.lists import ROWS, listing
from tests.servers.scripted import Scripted


def page(number: int, following: str | None) -> dict[str, Any]:
    return {"results": ROWS[number : number + 1], "links": {"next": following}}


def use(server: Scripted) -> None:
    links_are_followed_with_the_key_of_the_time(server)
    another_origin_gets_neither_key_nor_signature(server)
    keys_in_links_are_not_shown(server)


def links_are_followed_with_the_key_of_the_time(server: Scripted) -> None:
    keys = iter(["k-1", "k-2", "k-3"])
    server.will(page(0, "/rows?at=b&api_key=k-1"))
    server.will(page(1, "/rows?at=c"))
    server.will(page(2, None))
    with Client(api_key=lambda: next(keys), base_url=server.url) as client:
        assert [row.id for row in client.rows.list()] == ["r0", "r1", "r2"]
    assert [one.target for one in server.requests] == [
        "/rows?api_key=k-1",
        "/rows?at=b&api_key=k-2",
        "/rows?at=c&api_key=k-3",
    ]


def another_origin_gets_neither_key_nor_signature(server: Scripted) -> None:
    def sign(request: Unsigned) -> Signature:
        return Signature(headers={"X-Signature": "mine"})

    with listing(lambda _: page(1, None)) as (elsewhere, asked):
        client = Client(api_key=lambda: "secret", sign=sign, base_url=server.url)
        server.will(page(0, f"{elsewhere.url}/rows?at=b"))
        assert [row.id for row in client.rows.list()] == ["r0", "r1"]
        assert server.last.headers["x-signature"] == "mine"
        assert asked == [{"at": "b"}]
        assert "x-signature" not in elsewhere.requests[0].headers


def keys_in_links_are_not_shown(server: Scripted) -> None:
    client = Client(api_key=lambda: "top-secret", base_url=server.url)
    server.will(page(0, "ftp://files.example/rows?api_key=top-secret"))
    first = client.rows.list()
    with pytest.raises(DecodeError, match="next page") as told:
        first.next_page()
    assert "top-secret" not in str(told.value)
