"""Unions of enums, arrays and objects that nothing but their shape tells apart."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from case_models_union_shapes import Client, Drift
from case_models_union_shapes.models import (
    Beside,
    Line,
    Point,
    Size,
    Thing,
    ThingAllStrings,
    ThingTitled,
)

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    drifts: list[Drift] = []

    def thing(**members: Any) -> Thing:
        server.will(members)
        with Client(base_url=server.url, on_drift=drifts.append) as client:
            found = client.get_thing()
        assert found.to_dict() == members
        return found

    assert thing(open_enum="large").open_enum is Size.LARGE
    assert thing(all_strings="c").all_strings is ThingAllStrings.C
    assert thing(all_strings=None).all_strings is None
    assert thing(numbered=7).numbered == 7
    assert thing(numbered="none").numbered == "none"
    assert thing(titled=2).titled is ThingTitled.TWO
    assert thing(limits=7).limits == 7
    assert thing(single=[1]).single == [1]
    assert thing(arrays=[{"x": 1}]).arrays == [Point(x=1)]
    assert thing(arrays=[]).arrays == []
    assert thing(details="2024-02-29").details == datetime.date(2024, 2, 29)
    key = uuid.UUID(int=7)
    assert thing(details=str(key)).details == key
    assert thing(by_fit={"x": 1, "y": 2}).by_fit == Point(x=1, y=2)
    assert thing(by_fit={"x": 1, "length": "2"}).by_fit == Line(x=1, length="2")
    assert thing(by_fit=[{"x": 1}]).by_fit == [{"x": 1}]
    assert thing(beside={"id": "1", "c": "3"}).beside == Beside(id="1", c="3")
    assert drifts == []
    assert thing(open_enum="medium").open_enum == "medium"
