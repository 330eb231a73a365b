"""A default is for the reader: it is neither sent nor filled in, right or wrong."""

from __future__ import annotations

import pytest
from case_models_defaults import Client, Drift
from case_models_defaults.models import Thing

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        there_and_back(server, client.get_thing, client.put_thing, {"needed": "a"})
        client.put_thing(needed="b")
        assert server.last.json() == {"needed": "b"}
    thing = Thing(needed="a")
    assert (thing.wrong_type, thing.list, thing.null) == (None, None, None)
    with pytest.raises(TypeError, match="needed"):
        Thing()
    assert drifts == []
