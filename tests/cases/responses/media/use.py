"""Several media types, ranges of them, and answers in another than asked for."""

from __future__ import annotations

import typing

import pytest
from case_responses_media import Client, DecodeError, Drift, NotFoundError
from case_responses_media.models import Note, Problem

from tests.servers.scripted import Scripted


def returns(method: object) -> object:
    return typing.get_type_hints(method)["return"]


def use(server: Scripted) -> None:
    assert returns(Client.both) is Note
    assert returns(Client.alike) is str
    assert returns(Client.file) is returns(Client.raw_file) is bytes

    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        note, text = Note(text="a"), '{"text": "a"}'
        server.will(text, content_type="application/json")
        assert client.both() == note
        accepted = "application/json, text/json, application/problem+json"
        assert server.last.headers["accept"] == accepted
        server.will(text, content_type="application/hal+json")
        assert client.both() == note
        server.will(
            {"title": "No."}, status=404, content_type="application/problem+json"
        )
        server.will(
            '{"title": "No."}', status=404, content_type="application/problem+json"
        )
        with pytest.raises(NotFoundError):
            client.both()
        with pytest.raises(NotFoundError) as caught:
            client.both()
        assert caught.value.body == Problem(title="No.")
        server.will("é".encode("latin-1"), content_type="text/plain; charset=latin-1")
        assert client.alike() == "é"
        server.will('"é"', content_type="application/json")
        assert client.alike() == "é"
        server.will(
            '"é"'.encode("latin-1"), content_type="application/json; charset=latin-1"
        )
        assert client.alike() == "é"
        server.will('"é"'.encode("utf-8-sig"), content_type="application/json")
        assert client.alike() == "é"
        for call in (client.any, client.word):
            server.will(text, content_type="application/json")
            assert call() == note
            assert server.last.headers["accept"] == "*/*"
        server.will("[1]", content_type="application/json")
        assert client.open() == [1]
        server.will("a", content_type="text/plain")
        assert client.open() == "a"
        server.will(b"\x00", content_type="image/png")
        assert client.open() == b"\x00"
        for kind in ("application/json", "image/png", "text/plain"):
            for call in (
                (client.file, client.raw_file) if "j" in kind else (client.file,)
            ):
                server.will(b"{}", content_type=kind)
                assert call() == b"{}"
        server.will(b"PNG", content_type="image/png")
        assert client.image() == b"PNG"
        assert not drifts

        server.will(text, content_type="text/plain")
        assert client.both() == note
        assert [(one.kind, one.found) for one in drifts] == [("media", "text/plain")]
        server.will("<note/>", content_type="application/xml")
        with pytest.raises(DecodeError) as other:
            client.both()
        assert other.value.text == "<note/>"
        assert "application/xml" in str(other.value)
