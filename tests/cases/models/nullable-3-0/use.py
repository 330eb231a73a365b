"""``nullable`` means null wherever it stands, with a type beside it or without."""

from __future__ import annotations

from case_models_nullable_3_0 import UNSET, Client, Drift
from case_models_nullable_3_0.models import Part, Thing

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

NULLABLE = (
    "plain",
    "beside_ref",
    "around_ref",
    "by_reference",
    "enum",
    "untyped_enum",
    "union",
    "items",
    "no_type",
    "no_type_map",
    "no_type_list",
    "anything",
    "extension",
)


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        for name in NULLABLE:
            value = {name: None}
            thing = there_and_back(server, client.get_thing, client.put_thing, value)
            assert getattr(thing, name) is None
            assert getattr(Thing(), name) is UNSET
        value = {"beside_ref": {"n": 1}, "around_ref": {"n": 2}, "no_type": {"n": 3}}
        thing = there_and_back(server, client.get_thing, client.put_thing, value)
        assert (thing.beside_ref, thing.around_ref) == (Part(n=1), Part(n=2))
        value = {"items": ["a", None], "no_type_list": [1], "no_type_map": {"a": 1}}
        there_and_back(server, client.get_thing, client.put_thing, value)
    assert drifts == []
