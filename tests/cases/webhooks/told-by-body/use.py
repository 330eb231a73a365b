"""A constant in the body tells what a request is; a new one is none of those known."""

from __future__ import annotations

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
    for body in ('{"type": "batch.paused", "id": "b"}', '{"type": "batch.failed"}'):
        with pytest.raises(webhooks.UnknownEventError, match="none of the 2"):
            webhooks.parse(body, {})
    drifts: list[Drift] = []
    webhooks.BATCH_FAILED.parse('{"type": "batch.failed"}', on_drift=drifts.append)
    assert [one.path for one in drifts] == ["$.id"]
    verify = webhooks.StandardVerifier("whsec_c2VjcmV0", now=lambda: 1000)
    headers = verify.sign(DONE.encode())
    assert webhooks.parse(DONE, headers, verify=verify)
    late = webhooks.StandardVerifier("c2VjcmV0", now=lambda: 1301)
    with pytest.raises(webhooks.SignatureError, match="301 seconds ago"):
        webhooks.parse(DONE, headers, verify=late)
