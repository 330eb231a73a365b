"""Texts: what they mean by their schema, and their charsets."""

from __future__ import annotations

import datetime

import pytest
from case_responses_texts import Client, DecodeError
from case_responses_texts.models import Colour, Note

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    text = "text/plain"
    with Client(base_url=server.url, strict=True) as client:
        for content, kind in (
            ("é".encode(), "text/plain"),
            ("é".encode("latin-1"), "text/plain; charset=ISO-8859-1"),
            ("é".encode("utf-16"), "text/plain; charset=utf-16"),
            ("é".encode("utf-16"), "text/plain"),
            ("é".encode("utf-8-sig"), 'text/plain; charset="UTF-8"'),
            ("é".encode(), "text/plain; charset=no-such-thing"),
        ):
            server.will(content, content_type=kind)
            assert client.plain() == "é", kind
        server.will("12", content_type=text)
        assert client.plain() == "12"
        server.will("12", content_type=text)
        assert client.number() == 12
        server.will("twelve", content_type=text)
        with pytest.raises(DecodeError, match="text/plain"):
            client.number()
        server.will("true", content_type=text)
        assert client.flag() is True
        server.will("2024-02-29", content_type=text)
        assert client.day() == datetime.date(2024, 2, 29)
        server.will("1", content_type=text)
        assert client.colour() is Colour("1")
        server.will('{"text": "a"}', content_type=text)
        assert client.note() == Note(text="a")
        server.will("<p>", content_type="text/html; charset=utf-8")
        assert client.html() == "<p>"
        server.will("a;b", content_type="text/csv")
        assert client.csv() == "a;b"
