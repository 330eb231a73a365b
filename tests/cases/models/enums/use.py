"""Enums of every type: listed values are silent, unlisted ones are kept and told."""

from __future__ import annotations

from case_models_enums import Client, Drift
from case_models_enums.models import ThingInteger, ThingObject, ThingText

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

LISTED = {
    "text": "a",
    "integer": 2,
    "whole": 1.0,
    "number": 1.5,
    "counts": 2,
    "flag": False,
    "always": True,
    "object": {"n": 1},
    "objects": {"a": 2},
    "lists": [1],
    "mixed": None,
    "zero_or_false": False,
    "nothing": "any",
    "big": 10_000_000_000_000_000_000_000,
    "doubles": "b",
}
UNLISTED = {
    "text": "c",
    "integer": 3,
    "counts": 1.5,
    "always": False,
    "mixed": "b",
    "zero_or_false": 1,
    "doubles": "c",
}


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        thing = there_and_back(server, client.get_thing, client.put_thing, LISTED)
        assert thing.text is ThingText.A
        assert thing.integer is ThingInteger.VALUE_2
        assert thing.object == ThingObject(n=1)
        assert thing.zero_or_false is False
        assert drifts == []

        other = there_and_back(server, client.get_thing, client.put_thing, UNLISTED)
        assert (other.text, other.integer) == ("c", 3)
        assert isinstance(other.integer, ThingInteger)
        assert not other.integer.is_known
        assert sorted(drift.path for drift in drifts) == [
            f"$.{name}" for name in sorted(UNLISTED)
        ]
        for mixed in ("a", 1, True, 1.5):
            there_and_back(server, client.get_thing, client.put_thing, {"mixed": mixed})
        assert len(drifts) == len(UNLISTED)
