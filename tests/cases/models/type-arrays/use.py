"""Each of several types keeps what the keywords beside say of it."""

from __future__ import annotations

import datetime

from case_models_type_arrays import Client, Drift
from case_models_type_arrays.models import SelectorObject, ThingInlineObject

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

WHEN = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:

        def through(**members: object) -> object:
            thing = there_and_back(server, client.get_thing, client.put_thing, members)
            (name,) = members
            found: object = getattr(thing, name)
            return found

        for scalar in ("a", 1, True):
            found = through(scalar=scalar)
            assert (found, type(found)) == (scalar, type(scalar))
        assert (through(number=1), through(number=1.5)) == (1, 1.5)
        assert through(text_or_time="2026-01-02T03:04:05Z") == WHEN
        assert through(text_or_time=5) == 5
        assert through(inline={"n": 1}) == ThingInlineObject(n=1)
        assert through(inline=[1, 2]) == [1, 2]
        assert through(inline="a") == "a"
        inner = SelectorObject(of=SelectorObject(of="a"))
        assert through(named={"of": {"of": "a"}}) == inner
        assert through(named=None) is None
    assert drifts == []
