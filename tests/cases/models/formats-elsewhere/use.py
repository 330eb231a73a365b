"""A format of another type says nothing: the type counts."""

from __future__ import annotations

from case_models_formats_elsewhere import Client, Drift

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

WHOLE = {
    "number_int32": 1.5,
    "number_integer": 2,
    "integer_double": 3,
    "integer_date": 1767323045,
    "string_string": "a",
    "string_double": "1.5",
    "object_file": {"name": "a"},
    "object_uri_map": {"a": "https://shop.dev"},
    "array_date": ["2026-01-02"],
    "boolean_boolean": True,
    "not_text": "b",
    "empty": "c",
}


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        there_and_back(server, client.get_thing, client.put_thing, WHOLE)
    assert drifts == []
