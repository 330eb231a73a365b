"""Members named like the types of their neighbours."""

from __future__ import annotations

import datetime

from case_models_shadowing_members import Client

from tests.servers.scripted import Scripted

WHOLE = {
    "list": ["a"],
    "str": "b",
    "datetime": "2026-01-02T03:04:05Z",
    "date": "2026-01-02",
    "dict": {"a": 1},
    "int": 2,
    "typing": [None],
    "type": "c",
    "class": "d",
    "rt": "e",
}


def use(server: Scripted) -> None:
    server.will([WHOLE])
    with Client(base_url=server.url, strict=True) as client:
        (thing,) = client.list()
    assert thing.list == ["a"]
    assert thing.date == datetime.date(2026, 1, 2)
    assert thing.class_ == "d"
    assert thing.to_dict() == WHOLE
