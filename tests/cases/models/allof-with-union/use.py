"""An object with alternatives is the union of what each makes of it."""

from __future__ import annotations

from typing import Any

from case_models_allof_with_union import Client, Drift
from case_models_allof_with_union.models import (
    All,
    AllText,
    AmongDown,
    AmongUp,
    Base,
    BesideFlat,
    BesideUp,
    Cat,
    Dog,
)

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    drifts: list[Drift] = []

    def every(**members: Any) -> All:
        server.will(members)
        with Client(base_url=server.url, on_drift=drifts.append) as client:
            found = client.get_all()
        assert found.to_dict() == members
        return found

    assert every(among={"id": "1", "up": 1}).among == AmongUp(id="1", up=1)
    assert every(among={"down": 1, "name": "n"}).among == AmongDown(down=1, name="n")
    assert every(beside={"id": "1", "up": 1}).beside == BesideUp(id="1", up=1)
    assert every(beside={"flat": True}).beside == BesideFlat(flat=True)
    dog = every(listed={"kind": "Dog", "name": "Rex", "tricks": 3}).listed
    assert dog == Dog(name="Rex", tricks=3)
    assert every(listed={"kind": "Cat", "lives": 9}).listed == Cat(lives=9)
    found = every(required_only={"id": "1"}).required_only
    assert isinstance(found, Base)
    assert found.id == "1"
    assert every(text="abcd").text is AllText.ABCD
    assert drifts == []
