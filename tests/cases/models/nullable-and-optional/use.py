"""None and UNSET on the wire."""

from __future__ import annotations

from case_models_nullable_and_optional import UNSET, Client
from case_models_nullable_and_optional.models import Thing

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        server.will({"needed": "a", "needed_or_null": None})
        thing = client.get_thing()
        assert (thing.needed_or_null, thing.spared) == (None, None)
        assert thing.spared_or_null is UNSET

        client.put_thing(thing)
        assert server.last.json() == {"needed": "a", "needed_or_null": None}

        client.put_thing(needed="b", needed_or_null="c", spared_or_null=None)
        sent = {"needed": "b", "needed_or_null": "c", "spared_or_null": None}
        assert server.last.json() == sent

        server.will({"needed": "a", "needed_or_null": "b", "spared_or_null": None})
        assert client.get_thing().spared_or_null is None
    assert Thing(needed="x", needed_or_null=None).to_dict() == {
        "needed": "x",
        "needed_or_null": None,
    }
