"""Properties named like what dataclasses, models and Python itself need."""

from __future__ import annotations

import dataclasses

from case_names_properties import Client
from case_names_properties.models import Thing

from tests.servers.scripted import Scripted

NAMES = {
    "self": "self_",
    "cls": "cls",
    "m": "m_",
    "rt": "rt_",
    "extra": "extra_",
    "from_dict": "from_dict_",
    "to_json": "to_json_",
    "copy": "copy",
    "id": "id",
    "class": "class_",
    "import": "import_",
    "match": "match",
    "None": "none",
    "__class__": "class__2",
    "__init__": "init",
    "x": "x",
    "_x": "x_2",
    "x_": "x_4",
    "x-": "x_3",
    "fooBar": "foo_bar_3",
    "foo_bar": "foo_bar",
    "FOO BAR": "foo_bar_2",
    "": "value",
    " ": "space",
    "...": "dot_dot_dot",
    "😀": "grinning_face",
    "日本": "日本",
    "é": "e",
    "e\u0301": "e_2",
    "ﬁ": "fi",
    "2fa": "n2fa",
    "+1": "plus_1",
    "-1": "minus_1",
    "options": "options",
    "body": "body",
}


def use(server: Scripted) -> None:
    wire: dict[str, object] = {name: at for at, name in enumerate(NAMES)}
    wire |= {
        "datetime": "2026-01-02T03:04:05Z",
        "date": "2026-01-02",
        "list": ["2026-01-02"],
        "str": "s",
        "int": 5,
        "dict": {"a": 1},
    }
    thing = Thing.from_dict(wire)
    assert thing.to_dict() == wire
    for at, (name, expected) in enumerate(NAMES.items()):
        assert getattr(thing, expected) == at, name
    assert len({one.name for one in dataclasses.fields(thing)}) == len(wire) + 1
    server.will(wire)
    with Client(base_url=server.url) as client:
        assert client.create(thing) == thing
    assert server.last.json() == wire
    assert dataclasses.replace(thing, class_=99).to_dict()["class"] == 99
