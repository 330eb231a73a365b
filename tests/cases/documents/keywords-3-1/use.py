"""What JSON Schema 2020-12 can say and OpenAPI 3.0 could not."""

from __future__ import annotations

from case_documents_keywords_3_1 import Client

from tests.servers.scripted import Scripted

THING = {
    "above": 0.5,
    "either": 3,
    "many": [1, 2],
    "fixed": 5,
    "nothing": None,
    "pair": ["a", 1],
    "named": {"x1": 2},
    "raw": "AAE=",
    "any": {"a": [None]},
}


def use(server: Scripted) -> None:
    with Client(base_url=server.url, strict=True) as client:
        server.will(THING)
        thing = client.put_thing(None)
        assert server.last.body == b"null"
        assert thing is not None
        assert (thing.pair, thing.raw, thing.named) == (
            ("a", 1),
            b"\x00\x01",
            {"x1": 2},
        )
        assert thing.to_dict() == THING
        server.will("null", content_type="application/json")
        assert client.put_thing(thing) is None
        assert server.last.json() == THING
