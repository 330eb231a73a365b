"""Extensions that name values are honoured where they fit."""

from __future__ import annotations

from case_models_enum_names import Client
from case_models_enum_names.models import (
    Size,
    Thing,
    ThingByValue,
    ThingNames,
    ThingTooFew,
    ThingVarnames,
)

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    assert (ThingVarnames.FIRST, ThingVarnames.SECOND) == (1, 2)
    assert (ThingNames.NOT_STARTED, ThingNames.DONE) == (1, 2)
    assert (ThingByValue.ALPHA, ThingByValue.BETA) == ("a", "b")
    assert (Size.SMALL, Size.BIG) == ("d1", "d2")
    assert (ThingTooFew.A, ThingTooFew.B) == ("a", "b")
    with Client(base_url=server.url) as client:
        client.put_thing(microsoft=Size.SMALL, names=2)
        assert server.last.json() == {"microsoft": "d1", "names": 2}
        server.will({"microsoft": "d2", "by_value": "a"})
        assert client.get_thing() == Thing(
            microsoft=Size.BIG, by_value=ThingByValue.ALPHA
        )
