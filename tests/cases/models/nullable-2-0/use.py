"""``x-nullable`` is null in Swagger 2.0, where nothing else is."""

from __future__ import annotations

from case_models_nullable_2_0 import UNSET, Client, Drift
from case_models_nullable_2_0.models import Thing

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        for name in ("plain", "beside_ref", "colour", "items"):
            value = {name: None}
            thing = there_and_back(server, client.get_thing, client.put_thing, value)
            assert getattr(thing, name) is None
            assert getattr(Thing(), name) is UNSET
    assert drifts == []
