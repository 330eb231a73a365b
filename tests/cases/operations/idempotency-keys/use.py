"""What takes an idempotency key is sent one, and sent again with the same one."""

from __future__ import annotations

import uuid

import pytest
from case_operations_idempotency_keys import Client, InternalServerError, Retries

from tests.servers.scripted import Scripted

KEY, OTHER = "idempotency-key", "x-acme-idempotency-key"


def use(server: Scripted) -> None:
    quick = Retries(first=0, longest=0)
    with Client(base_url=server.url, retries=quick) as client:
        server.will(status=500)
        server.will(status=503)
        server.will({"amount": 3})
        assert client.pay(amount=3).amount == 3
        keys = [one.headers[KEY] for one in server.requests]
        assert len(keys) == 3 and len(set(keys)) == 1
        assert uuid.UUID(keys[0]).version == 4

        server.will({"amount": 3})
        client.pay(amount=3)
        assert server.last.headers[KEY] != keys[0], "each call has a key of its own"

        server.will({"amount": 3})
        client.pay(amount=3, idempotency_key="mine")
        assert server.last.headers[KEY] == "mine"

        server.will(status=500)
        server.will(status=204)
        client.refund()
        assert uuid.UUID(server.last.headers[OTHER])

        before = len(server.requests)
        server.will(status=500)
        with pytest.raises(InternalServerError):
            client.note()
        assert len(server.requests) == before + 1, "no key, so not sent twice"
        assert KEY not in server.last.headers
