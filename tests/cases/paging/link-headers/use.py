"""The Link header leads to the next page (RFC 8288)."""

from __future__ import annotations

from case_paging_link_headers import Client

from tests.servers.lists import ROWS
from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    client = Client(base_url=server.url)
    links = [
        f'</rows?page=1>; rel="first", <{server.url}/rows?page=2>; rel="next"',
        '</rows?page=3&q=a,b>; title="one, <two>; rel=x"; rel="last next"',
        "</rows?page=4>;rel=next; type=text",
        "</rows?page=5>; rel=nextish, </rows?page=1>; rel=prev",
    ]
    for number, link in enumerate(links):
        server.will(ROWS[number : number + 1], link=link)
    assert [row.id for row in client.rows.list()] == ["r0", "r1", "r2", "r3"]
    assert [one.target for one in server.requests] == [
        "/rows",
        "/rows?page=2",
        "/rows?page=3&q=a,b",
        "/rows?page=4",
    ]
    server.will(ROWS[:2])
    assert client.rows.list().next_page() is None
