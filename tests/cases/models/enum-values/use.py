"""Values that are no identifiers, that vanish or collide: each has one member."""

from __future__ import annotations

from case_models_enum_values import Client, Drift
from case_models_enum_values.models import (
    ThingAlike,
    ThingCased,
    ThingNegative,
    ThingNumber,
    ThingSign,
    ThingText,
    ThingWord,
)

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

VALUES = {
    "sign": (ThingSign, ["", "-", "+", "<", "*", "%"]),
    "alike": (ThingAlike, ["foo-bar", "foo_bar", "FooBar", "FOO BAR", "foo.bar"]),
    "cased": (ThingCased, ["asc", "ASC", "Asc"]),
    "word": (
        ThingWord,
        ("class", "None", "True", "mro", "name", "value", "is_known", "self", "_x"),
    ),
    "text": (
        ThingText,
        ["日本", "a\nb", 'it\'s "q" \\', " lead", "trail ", "é", "\0"],
    ),
    "number": (ThingNumber, ["1", "1.0", "-1", "007"]),
    "negative": (ThingNegative, [-1, 0, 1]),
}


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        for name, (kind, values) in VALUES.items():
            assert [member.value for member in kind] == list(values)
            for value in values:
                wire = {name: value}
                thing = there_and_back(server, client.get_thing, client.put_thing, wire)
                member = getattr(thing, name)
                assert member is kind(value)
                assert member.is_known
                assert str(member) == str(value)
    assert drifts == []
