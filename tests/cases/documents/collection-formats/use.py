"""Every ``collectionFormat`` of Swagger 2.0, wherever a list may travel."""

from __future__ import annotations

import datetime
from urllib.parse import parse_qsl

from case_documents_collection_formats import Client

from tests.servers.scripted import Scripted

PAIR = ["a b", "c"]


def use(server: Scripted) -> None:
    day = datetime.date(2026, 1, 2)
    with Client(base_url=server.url) as client:
        client.get_things(
            [1, 2],
            csv=PAIR,
            ssv=PAIR,
            tsv=PAIR,
            pipes=PAIR,
            multi=[day, day],
            nested=[[1, 2], [3]],
            x_ids=[1, 2],
        )
        assert server.last.path == "/things/1%7C2"
        assert server.last.query == (
            ("csv", "a b,c"),
            ("ssv", "a b c"),
            ("tsv", "a b\tc"),
            ("pipes", "a b|c"),
            ("multi", "2026-01-02"),
            ("multi", "2026-01-02"),
            ("nested", "[1,2],[3]"),
        )
        assert server.last.headers["x-ids"] == "1 2"
        client.send_form(tsv=PAIR, multi=PAIR, plain=PAIR)
    sent = parse_qsl(server.last.body.decode())
    assert sent == [
        ("tsv", "a b\tc"),
        ("multi", "a b"),
        ("multi", "c"),
        ("plain", "a b,c"),
    ]
