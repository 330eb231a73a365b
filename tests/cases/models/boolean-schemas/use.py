"""``true`` and ``{}`` let everything in, and ``false`` costs itself only."""

from __future__ import annotations

from case_models_boolean_schemas import Client, Drift

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        for value in (None, True, 1, 1.5, "a", [1], {"a": 1}):
            whole = {
                "yes": value,
                "by_reference": value,
                "empty": value,
                "items": [value],
            }
            there_and_back(server, client.get_thing, client.put_thing, whole)
        there_and_back(server, client.get_thing, client.put_thing, {"no": 1})
    assert drifts == []
