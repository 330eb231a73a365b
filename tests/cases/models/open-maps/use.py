"""Maps, open and closed objects: nothing a server adds is lost."""

from __future__ import annotations

from case_models_open_maps import Client, Drift
from case_models_open_maps.models import Part, ThingBoth

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

WHOLE = {
    "anything": {"a": [1]},
    "numbers": {"a": 1},
    "parts": {"a": {"n": 1}},
    "open": {"a": None},
    "bare": {"a": 1},
    "none": {},
    "both": {"n": 1, "more": "text"},
    "closed": {"n": 1},
    "unevaluated": {"n": 1},
    "keyed": {"a": 1},
    "needs": {"x": 1},
    "clash": {"extra": "a", "to_dict": "b", "more": 1},
}


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        thing = there_and_back(server, client.get_thing, client.put_thing, WHOLE)
        assert thing.parts == {"a": Part(n=1)}
        assert thing.both == ThingBoth(n=1, extra={"more": "text"})
        assert thing.clash is not None
        assert (thing.clash.extra_, thing.clash.extra) == ("a", {"more": 1})
        assert drifts == []

        more = {"closed": {"n": 1, "new": 2}, "unevaluated": {"new": 3}}
        there_and_back(server, client.get_thing, client.put_thing, more)
        assert {drift.kind for drift in drifts} == {"unknown"}
        assert len(drifts) == 2
