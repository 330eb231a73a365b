"""A header tells what a request is of, its body the rest; signatures are verified."""

from __future__ import annotations

import copy
import hashlib
import hmac
import pickle

import case_webhooks_told_by_header.models as m
import pytest
from case_webhooks_told_by_header import ApiError, DecodeError, webhooks

from tests.servers.scripted import Scripted

CLOSED = b'{"action": "closed", "issue": 7}'


def use(server: Scripted) -> None:
    assert server.requests == []
    event: webhooks.Event = webhooks.parse(CLOSED, {"x-event": "issue"})
    assert event == m.IssueClosed(action="closed", issue=7)
    match webhooks.parse(b'{"ref": "main"}', {"X-Event": "push"}):
        case m.Push(ref=ref):
            assert ref == "main"
        case other:
            pytest.fail(f"not {other}")
    assert isinstance(webhooks.parse(CLOSED, {}), m.IssueClosed)
    closed = webhooks.parse(CLOSED, {"X-Event": "issue_closed"})
    assert isinstance(closed, m.IssueClosed), "by its own name"
    with pytest.raises(webhooks.UnknownEventError, match="'fork' is none of the 3"):
        webhooks.parse(b"{}", {"X-Event": "fork"})
    with pytest.raises(webhooks.UnknownEventError) as unknown:
        webhooks.parse(b'{"action": "renamed", "issue": 7}', {"X-Event": "issue"})
    assert unknown.value.event == "issue"
    with pytest.raises(DecodeError):
        webhooks.parse(b"not JSON", {"X-Event": "push"})
    signatures_are_verified()


def signatures_are_verified() -> None:
    verify = webhooks.HmacVerifier("secret")
    digest = hmac.new(b"secret", CLOSED, hashlib.sha256).hexdigest()
    headers = {"X-Event": "issue", "X-Hub-Signature-256": f"sha256={digest}"}
    assert headers == {"X-Event": "issue", **verify.sign(CLOSED)}
    event = webhooks.parse(CLOSED, headers, verify=verify)
    assert event == webhooks.ISSUE_CLOSED.parse(CLOSED, headers, verify=verify)
    for body, told in (
        (CLOSED + b" ", headers),
        (CLOSED, {**headers, "X-Hub-Signature-256": f"sha256={digest[:-1]}"}),
        (CLOSED, {**headers, "X-Hub-Signature-256": f"sha1={digest}"}),
        (CLOSED, {"X-Event": "issue"}),
    ):
        with pytest.raises(webhooks.SignatureError) as refused:
            webhooks.parse(body, told, verify=verify)
        assert isinstance(refused.value, ApiError)
        assert "secret" not in str(refused.value).replace("and the secret", "")
    with pytest.raises(webhooks.SignatureError, match="refused"):
        webhooks.parse(CLOSED, headers, verify=lambda body, headers: False)
    assert webhooks.parse(CLOSED, headers, verify=lambda body, headers: True)
    with pytest.raises(TypeError, match="True, False or None, not a str"):
        webhooks.parse(CLOSED, headers, verify=lambda body, headers: "no")  # type: ignore
    unknown = webhooks.UnknownEventError("new", event="fork")
    for error in (refused.value, unknown, copy.copy(unknown)):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), vars(again)) == (type(error), vars(error))
        assert str(again) == str(error)
