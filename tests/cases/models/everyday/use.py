"""What people do with a client and its models besides calling: look, match, keep."""

from __future__ import annotations

import asyncio
import copy
import dataclasses
import datetime
import pickle
import pydoc
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from case_models_everyday import AsyncClient, Client
from case_models_everyday.models import Bill, Card, Cash

from tests.servers.scripted import Scripted

DUE = "2024-05-06T07:08:09.25+02:00"
SENT = {
    "id": 7,
    "total": "10000000000000000.10",
    "due": DUE,
    "lines": ["a line"] * 500,
    "paid": {"kind": "card", "digits": "42"},
}


def paid_by(bill: Bill) -> str:
    match bill:
        case Bill(paid=Card(digits=digits)):
            return f"card {digits}"
        case Bill(paid=Cash()):
            return "cash"
        case _:
            return "nothing"


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        server.will(SENT)
        bill = client.bills.get(7)
        looks(client, bill)
        many(client)
    with pytest.raises(RuntimeError, match="closed"):
        client.bills.get(7)
    keeps(bill)
    asyncio.run(cancelled(server))


def looks(client: Client, bill: Bill) -> None:
    assert {"bills", "request", "with_options", "close", "raw"} <= {*dir(client)}
    assert "get" in dir(client.bills)
    page = pydoc.plain(pydoc.render_doc(client.bills.get))
    for words in ("get(id: ", "m.Bill", "Get one bill.", "number of the bill"):
        assert words in page, page
    assert "There is no such bill." in page
    assert len(repr(bill)) < 600, "it fits a screen"
    assert paid_by(bill) == "card 42"
    assert (
        paid_by(Bill(id=1, total=Decimal(1), due=bill.due, paid=Cash(kind="cash")))
        == "cash"
    )
    assert paid_by(Bill(id=1, total=Decimal(1), due=bill.due)) == "nothing"


def keeps(bill: Bill) -> None:
    assert bill.total == Decimal("10000000000000000.10")
    assert bill.due.utcoffset() == datetime.timedelta(hours=2)
    assert bill.to_dict() == SENT
    for twin in (pickle.loads(pickle.dumps(bill)), copy.deepcopy(bill)):
        assert twin == bill and twin is not bill and twin.lines is not bill.lines
    assert dataclasses.replace(bill, id=8).id == 8


def many(client: Client) -> None:
    """One client in many threads; the server answers {} to what is not scripted."""
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(client.bills.get, range(40)))
    assert len(found) == 40 and all(isinstance(one, Bill) for one in found)


async def cancelled(server: Scripted) -> None:
    """A call that is given up leaves a client that can go on."""
    async with AsyncClient(base_url=server.url) as client:
        calls = [asyncio.create_task(client.bills.get(one)) for one in range(5)]
        await asyncio.sleep(0)
        for one in calls:
            one.cancel()
        done = await asyncio.gather(*calls, return_exceptions=True)
        assert all(isinstance(one, asyncio.CancelledError) for one in done)
        server.will(SENT)
        assert (await client.bills.get(7)).id == 7
