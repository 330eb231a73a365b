"""Headers and cookies of every style, and a credential among them."""

from __future__ import annotations

from case_operations_headers_and_cookies import Client
from case_operations_headers_and_cookies.models import Greeting

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(api_key="secret", base_url=server.url) as client:
        server.will(status=204)
        client.seen(
            x_ids=[12345678, 90099],
            x_flat={"R": 100, "G": 200},
            x_each={"R": 100, "G": 200},
            user_agent="mine/1",
            session="a b;ä",
            sizes=[1, 2],
            flat=["x", "y"],
            bare=Greeting(greeting="Hello%2C world!", code=42),
        )
        headers = server.last.headers
        assert headers["x-ids"] == "12345678,90099"
        assert headers["x-flat"] == "R,100,G,200"
        assert headers["x-each"] == "R=100,G=200"
        assert headers["user-agent"] == "mine/1"
        assert headers["cookie"] == (
            "session=a%20b%3B%C3%A4; sizes=1; sizes=2; flat=x,y;"
            " greeting=Hello%2C world!; code=42; key=secret"
        )

        server.will(status=204)
        client.seen(x_ids=[])
        assert server.last.headers["cookie"] == "key=secret"
        assert "Python/" in server.last.headers["user-agent"]

        seen = len(server.requests)
        for hostile in ("a; admin=1", "a\r\nX-Evil: 1"):
            try:
                client.seen(bare=Greeting(greeting=hostile))
            except ValueError as error:
                assert "bare" in str(error)
            else:
                raise AssertionError(f"{hostile!r} was sent")
        assert len(server.requests) == seen
