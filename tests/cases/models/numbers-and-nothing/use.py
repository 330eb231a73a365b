"""A number is its value however it is written, and nothing is null at any depth."""

from __future__ import annotations

from case_models_numbers_and_nothing import Client
from case_models_numbers_and_nothing.models import Thing

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    whole = {"version": 1.0, "level": 0.0, "nothing": None, "nowhere": None}
    with Client(base_url=server.url, strict=True) as client:
        server.will(whole)
        thing = client.get_thing()
    assert thing == Thing(version=1, level=0, nothing=None, nowhere=None)
    assert thing.to_dict() == whole
