"""Formats with a Python type have it on both ways; others are text as it came."""

from __future__ import annotations

import datetime
import decimal
import uuid

from case_models_formats import Client, Drift
from case_models_formats.models import Thing

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

WHOLE = {
    "moment": "2026-01-02T03:04:05.123Z",
    "google": "2026-01-02T03:04:05Z",
    "camel": "2026-01-02T03:04:05+01:00",
    "date": "2026-01-02",
    "time": "03:04:05Z",
    "span": "P1DT2H",
    "google_span": "3.5s",
    "uuid": "6f9c1f2a-0000-4000-8000-000000000000",
    "amount": "1.50",
    "octets": "aGk=",
    "url_octets": "aGk_",
    "binary": "as it came",
    "int64": "9223372036854775807",
    "http_date": "Fri, 02 Jan 2026 03:04:05 GMT",
    "mail": "a@shop.dev",
    "unknown": "x",
    "unix": 1767323045,
    "price": 1.25,
}
WRONG = ("moment", "camel", "date", "time", "span", "uuid", "amount", "octets")


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        thing = there_and_back(server, client.get_thing, client.put_thing, WHOLE)
        assert thing.date == datetime.date(2026, 1, 2)
        assert thing.camel is not None
        assert thing.camel.utcoffset() == datetime.timedelta(hours=1)
        assert thing.span == datetime.timedelta(days=1, hours=2)
        assert thing.uuid == uuid.UUID(int=0x6F9C1F2A_0000_4000_8000_000000000000)
        assert thing.amount == decimal.Decimal("1.50")
        assert thing.octets == b"hi"
        assert (thing.int64, thing.unix) == ("9223372036854775807", 1767323045)
        assert drifts == []

        for name in WRONG:
            wrong = {name: "not so"}
            there_and_back(server, client.get_thing, client.put_thing, wrong)
        assert [drift.kind for drift in drifts] == ["format"] * len(WRONG)

        client.put_thing(Thing(amount=decimal.Decimal("2.50"), octets=b"ho"))
        assert server.last.json() == {"amount": "2.50", "octets": "aG8="}
