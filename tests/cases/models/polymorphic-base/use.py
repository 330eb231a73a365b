"""What is typed by a base with a discriminator is one of its subclasses."""

from __future__ import annotations

from case_models_polymorphic_base import Client, Drift
from case_models_polymorphic_base.models import Cat, Dog, Kind, Owner, Pet, Puppy

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        for kind, cls in (("cat", Cat), ("tom", Cat), ("Dog", Dog), ("Puppy", Puppy)):
            sent = {"kind": kind, "name": "Tom"}
            server.will(sent)
            pet = client.get_pet()
            assert type(pet) is cls
            assert isinstance(pet, Pet)
            assert pet.to_dict() == sent
        server.will({"kind": "fish", "fins": 2})
        assert client.get_pet() == Pet(kind=Kind.FISH, extra={"fins": 2})
        assert drifts == []

        server.will({"kind": "yeti", "feet": 9})
        pet = client.get_pet()
        assert type(pet) is Pet
        assert pet.extra == {"feet": 9}
        assert {drift.kind for drift in drifts} == {"enum", "tag"}

        owned = {"pets": [{"kind": "cat", "lives": 9}], "guard": {"kind": "Puppy"}}
        server.will(owned)
        owner = client.put_pet(Dog(name="Rex", tricks=["sit"]))
        assert server.last.json() == {"kind": "Dog", "name": "Rex", "tricks": ["sit"]}
        assert owner == Owner(pets=[Cat(kind=Kind.CAT, lives=9)], guard=Puppy())
        assert owner.to_dict() == owned
        client.put_pet(body=Cat(kind=Kind.TOM))
        assert server.last.json() == {"kind": "tom"}
    assert Pet.from_dict({"kind": "Puppy"}) == Puppy()
