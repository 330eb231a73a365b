"""What has no name of its own is called by where it stands."""

from __future__ import annotations

from case_names_inline import Client
from case_names_inline import models as m

from tests.servers.scripted import Scripted

DEEP = {"with_another_object_inside_of_it": {"and_one_more_within": {"n": 1}}}


def use(server: Scripted) -> None:
    order = {
        "statuses": ["new"],
        "a_rather_long_property_of_an_order": DEEP,
        "parts": [{"kind": "bolt", "n": 1}, {"kind": "nut", "q": 2}],
    }
    server.will([order])
    with Client(base_url=server.url) as client:
        (got,) = client.list_orders(sort=m.Sort.UP)
        assert server.last.query == (("sort", "up"),)
        server.will({"line": {"n": 1}, "state": "new", "result": {"at": "now"}}, 201)
        made = client.create_order(line=m.CreateOrderRequestLine(n=1))
    assert server.last.json() == {"line": {"n": 1}}
    assert got.to_dict() == order
    assert got.statuses == [m.OrderStatus.NEW]
    deep = got.a_rather_long_property_of_an_order
    assert type(deep) is m.OrderARatherLongPropertyOfAnOrder
    inside = deep.with_another_object_inside_of_it
    assert (
        type(inside).__name__
        == "OrderARatherLongPropertyOfAnOrderWithAnotherObjectInsideOfIt"
    )
    assert (
        type(inside.and_one_more_within).__name__
        == "OrderWithAnotherObjectInsideOfItAndOneMoreWithin"
    )
    assert got.parts == [
        m.OrderPartBolt(kind="bolt", n=1),
        m.OrderPartNut(kind="nut", q=2),
    ]
    assert type(made) is m.CreateOrderResult
    assert type(made.line) is m.CreateOrderResultLine
    assert made.state is m.CreateOrderResultState.NEW
    assert type(made.result) is m.CreateOrderResultResult
    assert m.CreateOrder400Response(why="a").to_dict() == {"why": "a"}
    problem = m.CreateOrder400ResponseProblemJson(title="a")
    assert problem.to_dict() == {"title": "a"}
