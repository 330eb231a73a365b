"""Names no identifier can have, and one name in every location."""

from __future__ import annotations

from case_operations_parameter_names import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        server.will(status=204)
        client.names(
            "p",
            query_id=[1, 2],
            header_id={"a": "b"},
            cookie_id="c",
            filter="x eq 1",
            x=["1", "2"],
            page_size=3,
            type="t",
            grosse="XL",
            value="nothing",
            class_="k",
        )
        assert server.last.target == (
            "/names/.p?id=1,2&%24filter=x%20eq%201&x%5B%5D=1&x%5B%5D=2"
            "&page%5Bsize%5D=3&%40type=t&gr%C3%B6%C3%9Fe=XL&=nothing&class=k"
        )
        assert server.last.headers["id"] == "a=b"
        assert server.last.headers["cookie"] == "id=c"
