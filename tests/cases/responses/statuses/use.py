"""Which documented response an answer is, by its status."""

from __future__ import annotations

import typing

import pytest
from case_responses_statuses import (
    BadRequestError,
    Client,
    DecodeError,
    Drift,
    InternalServerError,
    NotFoundError,
)
from case_responses_statuses.models import Job, Note, Problem

from tests.servers.scripted import Scripted


def returns(method: object) -> object:
    return typing.get_type_hints(method)["return"]


def use(server: Scripted) -> None:
    assert returns(Client.several) == Note | Job | None
    assert returns(Client.default) == Note
    assert returns(Client.errors) is typing.Any
    assert returns(Client.nothing) is typing.Any
    assert returns(Client.head) is type(None)

    drifts: list[Drift] = []
    with Client(base_url=server.url, retries=0, on_drift=drifts.append) as client:
        server.will({"text": "a"})
        assert client.several() == Note(text="a")
        server.will({"id": 1}, status=202)
        assert client.several() == Job(id=1)
        server.will(status=204)
        assert client.several() is None
        server.will({"code": 7}, status=500)
        with pytest.raises(InternalServerError) as caught:
            client.several()
        assert caught.value.body == Problem(code=7)
        server.will({"text": "a"}, status=207)
        assert client.range() == Note(text="a")
        server.will({"code": 7}, status=400)
        with pytest.raises(BadRequestError) as wrong:
            client.range()
        assert wrong.value.body == Problem(code=7)
        server.will({"text": "a"}, status=201)
        assert client.default() == Note(text="a")
        server.will([1])
        assert client.errors() == [1]
        server.will({"code": 7}, status=404)
        with pytest.raises(NotFoundError) as gone:
            client.errors()
        assert gone.value.body == Problem(code=7)
        server.will("hi", content_type="text/plain")
        assert client.nothing() == "hi"
        server.will(b"", content_type="application/json")
        client.head()
        assert not drifts

        server.will(b"", content_type="application/json")
        with pytest.raises(DecodeError, match="found nothing"):
            client.default()
        server.will({"text": "b"}, status=206)
        assert client.several() == Note(text="b"), "default is for errors here"
        assert [(one.kind, one.found) for one in drifts] == [("status", "206")]

    with Client(base_url=server.url, strict=True) as client:
        server.will({"text": "a"}, status=206)
        with pytest.raises(DecodeError, match="status"):
            client.several()
        server.will([1])
        assert client.nothing() == [1]
