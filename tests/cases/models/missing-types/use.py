"""A schema without a type is what its keywords mean, or anything."""

from __future__ import annotations

import uuid

import pytest
from case_models_missing_types import Client, DecodeError, Drift
from case_models_missing_types.models import ThingEnum, ThingProperties

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

NUMBER = "6f9c1f2a-0000-4000-8000-000000000000"


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    whole = {
        "properties": {"n": 1},
        "items": ["a"],
        "enum": "a",
        "values": {"b": 2},
        "uuid": NUMBER,
        "int32": 3,
        "bool": True,
        "unknown_format": [1],
        "pattern": 7,
        "words": {"any": "thing"},
        "nothing": None,
    }
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        thing = there_and_back(server, client.get_thing, client.put_thing, whole)
        assert thing.properties == ThingProperties(n=1)
        assert thing.enum is ThingEnum.A
        assert thing.uuid == uuid.UUID(NUMBER)
        assert thing.words == {"any": "thing"}
        assert drifts == []
        for wrong in ({"items": "a"}, {"values": []}, {"int32": "3"}):
            server.will(wrong)
            with pytest.raises(DecodeError, match="expected"):
                client.get_thing()
