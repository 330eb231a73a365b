"""One reference and own fields are a subclass; a redefinition is not."""

from __future__ import annotations

from case_models_inheritance import Client
from case_models_inheritance.models import Animal, Cat, NamedAgain, OnlyWords

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    server.will({"name": "Tom", "lives": 9, "colour": "grey"})
    with Client(base_url=server.url) as client:
        cat = client.get_cat()
    assert isinstance(cat, Animal)
    assert cat == Cat(name="Tom", lives=9, extra={"colour": "grey"})
    assert cat.to_dict() == {"name": "Tom", "lives": 9, "colour": "grey"}
    assert not issubclass(NamedAgain, Animal)
    assert OnlyWords is Animal
