"""What other languages call a type is read as it; what is none is anything."""

from __future__ import annotations

import datetime

from case_models_other_types import Client, Drift

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

WHOLE = {
    "text": "a",
    "count": 1,
    "price": 1.5,
    "flag": True,
    "when": "2026-01-02",
    "list": [1],
    "file": "text, since JSON has no octets",
    "media": {"any": ["thing"]},
}


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        thing = there_and_back(server, client.get_thing, client.put_thing, WHOLE)
        assert thing.when == datetime.date(2026, 1, 2)
        assert thing.media == {"any": ["thing"]}
        assert drifts == []
        server.will({"when": "tomorrow"})
        assert client.get_thing().when == "tomorrow"
        assert [drift.kind for drift in drifts] == ["format"]
