"""Three hundred properties, and an enum of six hundred values."""

from __future__ import annotations

from case_models_many import Client, Drift
from case_models_many.models import E, Thing

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

WHOLE = {f"p{number}": number for number in range(300)} | {"e": "v599"}


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        thing = there_and_back(server, client.get_thing, client.put_thing, WHOLE)
        assert (thing.p150, thing.e) == (150, E.V599)
        client.put_thing(p0=1, p299=2, e="v0")
        assert server.last.json() == {"p0": 1, "p299": 2, "e": "v0"}
    assert len(E) == 600
    assert drifts == []
    assert Thing(p0=1, p299=2).to_dict() == {"p0": 1, "p299": 2}
