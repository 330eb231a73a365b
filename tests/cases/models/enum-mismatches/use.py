"""Values written as another type are read as the type has them, where that can be."""

from __future__ import annotations

from case_models_enum_mismatches import Client, Drift
from case_models_enum_mismatches.models import ThingOfItem, ThingWordsOfYaml

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

WHOLE = {
    "numbers_as_text": "1",
    "words_of_yaml": "true",
    "text_as_numbers": 2,
    "text_as_flags": False,
    "of_items": ["a", "b"],
    "words_for_numbers": "Primary",
    "object_for_text": "DEFAULT",
}


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        thing = there_and_back(server, client.get_thing, client.put_thing, WHOLE)
    assert thing.words_of_yaml is ThingWordsOfYaml.TRUE
    assert thing.of_items == [ThingOfItem.A, ThingOfItem.B]
    assert drifts == []
