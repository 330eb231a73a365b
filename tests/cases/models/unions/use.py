"""Which member of a union an object is."""

from __future__ import annotations

from case_models_unions import Client, Drift
from case_models_unions.models import Circle, Drawing, Line, Point, Square

from tests.servers.scripted import Scripted


def drawing(server: Scripted, **members: object) -> tuple[Drawing, list[Drift]]:
    drifts: list[Drift] = []
    server.will(members)
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        found = client.get_drawing()
    assert found.to_dict() == members
    return found, drifts


def use(server: Scripted) -> None:
    found, drifts = drawing(
        server,
        tagged={"kind": "square", "side": 2},
        by_constant={"kind": "circle", "radius": 1.5},
        by_fit={"x": 1, "length": 2},
        by_type=5,
    )
    assert found.tagged == Square(kind="square", side=2)
    assert found.by_constant == Circle(kind="circle", radius=1.5)
    assert found.by_fit == Line(x=1, length=2)
    assert found.by_type == 5
    assert drifts == []
    assert drawing(server, by_fit={"x": 1, "y": 2})[0].by_fit == Point(x=1, y=2)

    unknown, drifts = drawing(server, tagged={"kind": "hexagon", "side": 1})
    assert unknown.tagged is not None
    assert len(drifts) == 1
