"""Answers nobody told are examples, or made up: they fit types and keep the rules."""

from __future__ import annotations

import datetime
import uuid

import case_testing_made_up_answers.models as m
from case_testing_made_up_answers import check
from case_testing_made_up_answers.testing import FakeClient

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    client = FakeClient(strict=True)
    house = client.get_house()
    check(house)
    assert house == FakeClient().get_house(), "the same every time"
    assert house.code == "AA-00000"
    assert (house.area, house.size) == (11, 14)
    assert house.mail == "user@example.com"
    assert house.tags == ["tagsta", "tagsta1", "tagsta2"]
    assert house.doors == 1, "the example breaks the rule"
    assert house.since == datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
    assert house.kinds == {"key": True, "key1": True}
    assert house.names == ["North", "South"]
    assert house.next == "next"
    assert house.id == uuid.UUID("00000000-0000-4000-8000-000000000000")
    assert house.annex is None, "a house in a house in a house"
    assert "secret" not in house.extra
    animal = client.get_animal()
    assert isinstance(animal, m.Cat)
    assert (animal.kind, animal.lives) == ("c", 9)
    assert server.requests == []
