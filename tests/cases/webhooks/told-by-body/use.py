"""A constant in the body tells what a request is; a new one is none of those known."""

from __future__ import annotations

import json
from typing import Any

import case_webhooks_told_by_body.models as m
import pytest
from case_webhooks_told_by_body import Drift, webhooks

from tests.servers.scripted import Scripted

DONE = '{"type": "batch.completed", "id": "b"}'


def use(server: Scripted) -> None:
    assert server.requests == []
    assert webhooks.parse(DONE, {}) == m.Completed(type="batch.completed", id="b")
    failed = webhooks.parse(b'{"type": "batch.failed", "id": "b", "new": 1}', {})
    assert isinstance(failed, m.Failed)
    assert failed.extra == {"new": 1}
    new_ones_are_named()
    what_is_no_body_is_refused()
    drifts: list[Drift] = []
    webhooks.BATCH_FAILED.parse('{"type": "batch.failed"}', on_drift=drifts.append)
    assert [one.path for one in drifts] == ["$.id"]
    verify = webhooks.StandardVerifier("whsec_c2VjcmV0", now=lambda: 1000)
    headers = verify.sign(DONE.encode())
    assert webhooks.parse(DONE, headers, verify=verify)
    late = webhooks.StandardVerifier("c2VjcmV0", now=lambda: 1301)
    with pytest.raises(webhooks.SignatureError, match="301 seconds ago"):
        webhooks.parse(DONE, headers, verify=late)


def new_ones_are_named() -> None:
    for body, event, words in (
        ('{"type": "batch.paused", "id": "b"}', "batch.paused", r"described$"),
        ('{"type": "batch.failed"}', "batch.failed", r"described: properties .* miss"),
        ('{"kind": "batch.paused"}', "", r"the event is none"),
        ('{"type": 7}', "", r"the event is none"),
    ):
        with pytest.raises(webhooks.UnknownEventError, match="none of the 2") as caught:
            webhooks.parse(body, {})
        assert caught.value.event == event
        assert caught.match(words)
        assert f"'{event}' (type)" in str(caught.value) or not event


def what_is_no_body_is_refused() -> None:
    unread: Any = json.loads(DONE)
    for parse in (webhooks.parse, webhooks.BATCH_FAILED.parse):
        with pytest.raises(TypeError, match="as it came, bytes or str, not a dict"):
            parse(unread, {})
