"""Constants of every JSON type; a required one need not be given."""

from __future__ import annotations

from case_models_constants import Client, Drift
from case_models_constants.models import Thing

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

WHOLE = {
    "kind": "thing",
    "version": 3,
    "whole": 2.0,
    "ratio": 1.5,
    "flag": True,
    "object": {"a": 1},
    "list": [1, 2],
    "empty": "",
    "lines": 'two\nlines, "quoted" \\',
    "one": "only",
}


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        there_and_back(server, client.get_thing, client.put_thing, WHOLE)
        assert drifts == []

        other = {"kind": "other", "version": 4, "whole": 2.5, "flag": False, "one": ""}
        there_and_back(server, client.get_thing, client.put_thing, other)
        assert {drift.kind for drift in drifts} == {"enum"}
        assert len(drifts) == len(other)

        client.put_thing()
        assert server.last.json() == {"kind": "thing", "version": 3}
    assert Thing().to_dict() == {"kind": "thing", "version": 3}
