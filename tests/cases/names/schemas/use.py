"""Schemas named like what Python and the package itself need."""

from __future__ import annotations

import datetime

from case_names_schemas import Client
from case_names_schemas import models as m

from tests.servers.scripted import Scripted

DATE = {"date": "2026-01-02"}
NAMES = {
    "list": "List",
    "dict": "Dict",
    "none": "None_",
    "unset": "Unset",
    "callable": "Callable_",
    "client": "Client",
    "smile": "GrinningFace",
    "japan": "Type日本",
    "nothing": "Value",
    "exact": "FooBar",
    "snake": "FooBar2",
    "upper": "ID",
    "lower": "Id",
}


def use(server: Scripted) -> None:
    sent = dict.fromkeys(NAMES, DATE) | {"list": [DATE], "dict": {"a": DATE}}
    server.will(sent)
    with Client(base_url=server.url) as client:
        got = client.all(m.All.from_dict(sent))
    assert server.last.json() == sent
    assert got.to_dict() == sent
    for name, expected in NAMES.items():
        value = getattr(got, name)
        one = value[0] if name == "list" else value["a"] if name == "dict" else value
        assert type(one).__name__ == expected
        assert one.date == datetime.date(2026, 1, 2)
        assert type(one) is getattr(m, expected)
