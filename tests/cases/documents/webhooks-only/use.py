"""A description may have webhooks alone; what they bring has types."""

from __future__ import annotations

import datetime

from case_documents_webhooks_only import Client
from case_documents_webhooks_only.models import Event

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        client.request("GET", "/")
    event = Event.from_json('{"kind": "made", "at": "2026-01-02T03:04:05Z"}')
    at = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
    assert event == Event(kind="made", at=at)
    assert server.last.path == "/"
