"""A template is filled in by whoever refers to it, as ``$dynamicAnchor`` says."""

from __future__ import annotations

from case_documents_dynamic_references import Client
from case_documents_dynamic_references import models as m

from tests.servers.scripted import Scripted

PAGE = {"items": [{"name": "Tom"}], "first": {"name": "Eve"}, "total": 1}
TREE = {"name": "a", "children": [{"name": "b", "children": []}]}
PLAIN = {"children": [{"children": []}]}


def use(server: Scripted) -> None:
    with Client(base_url=server.url, strict=True) as client:
        server.will(PAGE)
        page = client.list_users()
        assert page.items == [m.User(name="Tom")]
        assert page.first == m.User(name="Eve")
        assert page.to_dict() == PAGE

        server.will(TREE)
        tree = client.get_tree()
        leaf = m.NamedTree(name="b", children=[])
        assert tree == m.NamedTree(name="a", children=[leaf])
        assert tree.to_dict() == TREE
    assert m.Tree.from_dict(PLAIN) == m.Tree(children=[m.Tree(children=[])])
    assert m.Page.from_dict({"items": [1], "total": 1}).items == [1]
