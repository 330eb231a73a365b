"""What only the server writes is not asked for and not sent, however deep."""

from __future__ import annotations

import datetime

from case_models_read_only import Client, Drift
from case_models_read_only.models import LineRequest, Thing, ThingRequest

from tests.servers.scripted import Scripted

GOT = {
    "id": "1",
    "lines": [{"n": 1, "made": "2026-01-02"}],
    "by_name": {"a": {"n": 2, "made": "2026-01-02"}},
    "stamp": {"at": "2026-01-02T03:04:05Z"},
    "around": {"n": 3, "made": "2026-01-02"},
}


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        server.will(GOT)
        thing = client.get_thing()
        assert isinstance(thing, Thing)
        assert thing.to_dict() == GOT
        assert thing.lines[0].made == datetime.date(2026, 1, 2)
        assert drifts == []

        parent = ThingRequest(secret="p", lines=[])
        client.put_thing(secret="s", lines=[LineRequest(n=1)], parent=parent)
        assert server.last.json() == {
            "secret": "s",
            "lines": [{"n": 1}],
            "parent": {"secret": "p", "lines": []},
        }
