"""Requests that the API makes are read as what they hold."""

from __future__ import annotations

import datetime

import case_responses_webhooks.models as m
import pytest
from case_responses_webhooks import Client, DecodeError, Drift, webhooks

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    assert Client(base_url=server.url)
    assert webhooks.__all__[:3] == ["PET_BORN", "PET_MOVED", "PING"]
    assert webhooks.parse(b"", {}) is None
    hints = {name: str(hint) for name, hint in webhooks.__annotations__.items()}
    assert hints["PET_BORN"] == "typing.Final[rt.Webhook[m.Pet]]"
    assert hints["PING"] == "typing.Final[rt.Webhook[None]]"

    born = datetime.datetime(2024, 1, 2, tzinfo=datetime.UTC)
    body = b'{"id": 1, "name": "Ada", "born": "2024-01-02T00:00:00Z"}'
    pet: m.Pet = webhooks.PET_BORN.parse(body)
    assert pet == m.Pet(id=1, name="Ada", born=born)
    assert (
        webhooks.PET_BORN.parse(body.decode(), {"Content-Type": "application/json"})
        == pet
    )
    moved = webhooks.PET_MOVED.parse('{"to": "Rome"}')
    assert moved.to == "Rome"

    drifts: list[Drift] = []
    webhooks.PET_BORN.parse(b'{"id": 1}', on_drift=drifts.append)
    assert [(one.kind, one.path) for one in drifts] == [("missing", "$.name")]
    assert drifts[0].operation == "POST pet.born"
    with pytest.raises(DecodeError):
        webhooks.PET_BORN.parse(b'{"id": 1}', strict=True)
    with pytest.raises(DecodeError):
        form = {"content-type": "application/x-www-form-urlencoded"}
        webhooks.PET_BORN.parse(b"name=Ada", form)
    webhooks.PING.parse(b"")
