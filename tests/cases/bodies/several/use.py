"""Several media types: the value decides, JSON first, and the options last."""

from __future__ import annotations

import case_bodies_several.models as m
from case_bodies_several import Client, File, Options

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    made = sorted(one for one in vars(m) if one[0].isupper())
    assert made == ["Link", "SameRequest", "SameRequestInner", "Upload"]

    with Client(base_url=server.url) as client:
        client.same(inner=m.SameRequestInner(a="1"))
        assert server.last.media_type == "text/json"
        assert server.last.json() == {"inner": {"a": "1"}}
        form = Options(content_type="application/x-www-form-urlencoded")
        client.same(inner=m.SameRequestInner(a="1"), options=form)
        assert server.last.body == b"inner=%7B%22a%22%3A%221%22%7D"

        client.other(url="https://a.dev")
        assert server.last.json() == {"url": "https://a.dev"}
        client.other(m.Link(url="https://a.dev"))
        assert server.last.media_type == "application/json"
        client.other(m.Upload(file=b"abc"))
        assert server.last.media_type == "multipart/form-data"
        assert [one.content for one in server.last.parts()] == [b"abc"]
        client.other("https://a.dev\n")
        assert server.last.media_type == "text/uri-list"

        client.pictures(b"?")
        assert server.last.media_type == "image/png"
        client.pictures(File(b"J", name="a.jpg"))
        assert server.last.media_type == "image/jpeg"
