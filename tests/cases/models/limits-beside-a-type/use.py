"""Alternatives that only limit or describe a value take nothing from its type."""

from __future__ import annotations

import inspect

from case_models_limits_beside_a_type import Client
from case_models_limits_beside_a_type import models as m

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    assert m.Text is str
    assert m.Label.__annotations__["color"] == "str | None"
    told = inspect.signature(Client.search).return_annotation
    assert told == "dict[str, typing.Any]"
    with Client(base_url=server.url, strict=True) as client:
        server.will({"code": "A-1"})
        assert client.search() == {"code": "A-1"}
        server.will([{"text": "a long description", "color": "red"}])
        assert client.labels() == [m.Label(text="a long description", color="red")]
