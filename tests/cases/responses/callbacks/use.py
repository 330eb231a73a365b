"""Callbacks are read like webhooks, and named where they are asked for."""

from __future__ import annotations

from case_responses_callbacks import Client, webhooks

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        server.will(status=204)
        client.open_stream(callback_url="https://me.dev")
    words = " ".join(str(Client.open_stream.__doc__).split())
    assert "``{$request.query.callbackUrl}/data``; see ``webhooks.ON_DATA``." in words
    assert webhooks.ON_DATA.parse('{"value": 1.5}').value == 1.5
    assert webhooks.ON_END_POST_STREAMS.parse("3") == 3
    assert webhooks.ON_END_POST_FEEDS.parse("3") == 3
    assert webhooks.TICK.parse("null") is None
    assert webhooks.TICK.parse('"a"') == "a"
