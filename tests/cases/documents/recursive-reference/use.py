"""``$recursiveRef`` is the schema it stands in (JSON Schema 2019-09)."""

from __future__ import annotations

from case_documents_recursive_reference import Client
from case_documents_recursive_reference.models import Chain, Compound, Term

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    server.will(status=204)
    inner = Compound(all=[Term(word="b")])
    with Client(base_url=server.url) as client:
        client.search(all=[Term(word="a"), inner])
    assert server.last.json() == {"all": [{"word": "a"}, {"all": [{"word": "b"}]}]}
    assert Compound.from_dict(server.last.json()).all == [Term(word="a"), inner]
    assert Chain.from_dict({"next": {}}) == Chain(next=Chain())
