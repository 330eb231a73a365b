"""Wherever null is legal it is told from absent, and elsewhere it is reported."""

from __future__ import annotations

from case_models_nullable_spellings import UNSET, Client, Drift
from case_models_nullable_spellings.models import Part, Thing

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

NULLABLE = (
    "type_list",
    "only_null",
    "any_of",
    "one_of",
    "enum",
    "typed_enum",
    "null_enum",
    "const",
    "by_reference",
)


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        for name in NULLABLE:
            value = {name: None}
            thing = there_and_back(server, client.get_thing, client.put_thing, value)
            assert getattr(thing, name) is None
            assert getattr(Thing(), name) is UNSET
        whole = {
            "type_list": "x",
            "any_of": 1,
            "one_of": {"n": 1},
            "by_reference": {"n": 2},
            "items": ["a", None],
            "values": {"a": 1, "b": None},
        }
        thing = there_and_back(server, client.get_thing, client.put_thing, whole)
        assert (thing.one_of, thing.by_reference) == (Part(n=1), Part(n=2))
        assert drifts == []

        there_and_back(server, client.get_thing, client.put_thing, {"not_null": None})
        assert [drift.kind for drift in drifts] == ["null"]
    assert Thing().not_null is None
