"""Values of every type as text; constants are filled in, defaults never sent."""

from __future__ import annotations

import datetime

from case_operations_parameter_values import Client
from case_operations_parameter_values.models import State

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        server.will(status=204)
        client.values(datetime.date(2026, 1, 2), format="json")
        assert server.last.target == (
            "/values/2026-01-02?action=list&full=true&format=json"
        )

        server.will(status=204)
        client.values(
            datetime.date(2026, 1, 2),
            format="xml",
            state=State.NEW,
            states=[State.OLD, "new", State("next")],
            since=datetime.datetime(2026, 1, 2, 3, 4, 5, 600000, tzinfo=datetime.UTC),
            on=False,
            ratio=1e16,
            big=2**63 - 1,
            key=b"\x00\xff",
            raw="as it is",
            flag="",
            bare="b",
            page=2,
        )
        assert server.last.target.partition("&format=xml&")[2] == (
            "state=new&states=old&states=new&states=next"
            "&since=2026-01-02T03%3A04%3A05.6Z&on=false&ratio=10000000000000000"
            "&big=9223372036854775807&key=AP8%3D&raw=as%20it%20is&flag=&bare=b&page=2"
        )

        for nothing in (float("nan"), float("inf")):
            try:
                client.values(datetime.date(2026, 1, 2), format="", ratio=nothing)
            except ValueError as error:
                assert "no number" in str(error)
            else:
                raise AssertionError(f"{nothing} was sent")
