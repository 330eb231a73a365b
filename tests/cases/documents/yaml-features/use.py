"""Keys are text, merge keys merge, and ``yes`` and dates are no values of their own."""

from __future__ import annotations

from case_documents_yaml_features import Client
from case_documents_yaml_features.models import Flags, FlagsOn

from tests.servers.scripted import Scripted

FLAGS = {
    "id": 1,
    "yes": True,
    "on": "12:30",
    "null": "x",
    "404": 5,
    "1.5": "2",
    "true": 0.5,
    "text": "y",
}


def use(server: Scripted) -> None:
    server.will(FLAGS)
    with Client(base_url=server.url, strict=True) as client:
        flags = client.get_flags()
    assert isinstance(flags, Flags)
    assert flags.to_dict() == FLAGS
    assert flags.extra == {}
    assert flags.on is FlagsOn("12:30")
    assert [one.value for one in FlagsOn] == ["on", "off", "no", "12:30", "2024-01-31"]
