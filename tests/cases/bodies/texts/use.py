"""Texts of all kinds: XML and CSV are given as they are to be sent."""

from __future__ import annotations

import io

import case_bodies_texts.models as m
from case_bodies_texts import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    made = sorted(one for one in vars(m) if one[0].isupper())
    assert made == ["BothRequest", "Size"], "nothing is made of what stays XML"

    with Client(base_url=server.url) as client:
        client.plain("é")
        assert server.last.headers["content-type"] == "text/plain; charset=utf-8"
        assert server.last.body == "é".encode()
        client.number(3)
        assert server.last.body == b"3"
        client.csv("a;b\n1;2\n")
        assert server.last.headers["content-type"] == "text/csv; charset=utf-8"
        client.csv(io.BytesIO(b"a;b\n"))
        assert server.last.headers["content-type"] == "text/csv"
        assert server.last.body == b"a;b\n"
        client.yaml("a: 1\n")
        assert server.last.headers["content-type"] == "application/yaml"
        assert server.last.body == b"a: 1\n"

        server.will("<note id='1'/>", content_type="text/xml")
        assert client.xml("<note/>") == "<note id='1'/>"
        assert server.last.headers["content-type"] == "application/xml"
        assert server.last.headers["accept"] == "text/xml"
        server.will("<note id='1'/>", content_type="text/xml")
        client.xml(b"<?xml version='1.0' encoding='latin-1'?><n>\xe9</n>")
        assert server.last.body.endswith(b"\xe9</n>")

        client.both(text="a")
        assert server.last.json() == {"text": "a"}
        client.both("<note/>")
        assert server.last.headers["content-type"] == "application/xml"
        assert server.last.body == b"<note/>"
