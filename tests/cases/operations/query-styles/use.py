"""The query rows of "Style Examples", and what they leave open."""

from __future__ import annotations

import typing
from urllib.parse import unquote

import case_operations_query_styles.models as m
from case_operations_query_styles import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        names, rgb = ["blue", "black", "brown"], {"R": 100, "G": 200, "B": 150}

        def sent(**arguments: typing.Any) -> str:
            server.will(status=204)
            client.colors(**arguments)
            return server.last.target.removeprefix("/colors")

        assert sent(each=names) == "?each=blue&each=black&each=brown"
        assert sent(listed=names) == "?listed=blue,black,brown"
        assert sent(spaces=names) == "?spaces=blue%20black%20brown"
        assert sent(pipes=names) == "?pipes=blue%7Cblack%7Cbrown"
        assert sent(members=rgb) == "?R=100&G=200&B=150"
        assert sent(joined=rgb) == "?joined=R,100,G,200,B,150"
        assert sent(spaced=rgb) == "?spaced=R%20100%20G%20200%20B%20150"
        assert sent(piped=rgb) == "?piped=R%7C100%7CG%7C200%7CB%7C150"
        assert sent(each=["a", None, ""]) == "?each=a&each="
        assert sent(each=[], listed=[], members={}, deep=m.Filter()) == ""

        found = m.Filter(
            ids=[1, 2],
            range=m.FilterRange(gte=3),
            lines=[m.FilterLine(sku="a", count=1), m.FilterLine(sku="b")],
        )
        assert unquote(sent(deep=found)) == (
            "?deep[ids][]=1&deep[ids][]=2&deep[range][gte]=3"
            "&deep[lines][0][sku]=a&deep[lines][0][count]=1&deep[lines][1][sku]=b"
        )
        assert sent(deep_list=["a"]) == "?deepList%5B%5D=a"
        assert sent(raw="/a?b=c:d&e#f+g%20ä") == "?raw=/a?b=c:d%26e%23f%2Bg%20%C3%A4"
