"""A member that allows a value goes before one that fits it better but for a null."""

from __future__ import annotations

from case_models_union_allows_value import Client, Drift
from case_models_union_allows_value.models import Gear, Weapon

from tests.servers.scripted import Scripted

JSON = "text/json"


def use(server: Scripted) -> None:
    seen: list[Drift] = []
    with Client(base_url=server.url, on_drift=seen.append) as client:
        server.will('{"name": "club", "range": 5}', content_type=JSON)
        assert client.get_item("club") == Weapon(name="club", range=5)

        server.will('{"name": "club", "range": null}', content_type=JSON)
        assert client.get_item("club") == Gear(name="club", extra={"range": None})
        assert not seen

        server.will('{"name": null, "range": 5}', content_type=JSON)
        item = client.get_item("club")
        assert isinstance(item, Weapon) and item.range == 5
        assert [(one.kind, one.path) for one in seen] == [("null", "$.name")]
