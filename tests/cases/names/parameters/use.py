"""Parameters named like Python's words, the method's own arguments and each other."""

from __future__ import annotations

from urllib.parse import unquote

from case_names_parameters import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        client.change(
            "1",
            self_="2",
            日本="3",
            query_id="query",
            header_id="header",
            cookie_id="cookie",
            x_foo="query foo",
            header_x_foo="header-foo",
            m_="m",
            body_="b",
            options_="o",
            timeout="t",
            async_="a",
            filter_a="f",
            query_filter_a=["g", "h"],
            top="top",
            grinning_face="s",
            percent="p",
            to="there",
            class_="c",
        )
    seen = server.last
    assert unquote(seen.path) == "/things/1/2/3"
    assert seen.query == (
        ("id", "query"),
        ("x_foo", "query foo"),
        ("m", "m"),
        ("body", "b"),
        ("options", "o"),
        ("timeout", "t"),
        ("async", "a"),
        ("filter[a]", "f"),
        ("filter[a][]", "g"),
        ("filter[a][]", "h"),
        ("$top", "top"),
        ("😀", "s"),
        ("%", "p"),
    )
    assert seen.headers["id"] == "header"
    assert seen.headers["x-foo"] == "header-foo"
    assert seen.headers["cookie"] == "id=cookie"
    assert seen.json() == {"to": "there", "class": "c"}
