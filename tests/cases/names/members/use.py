"""Enum values that are no identifiers, or those an enum needs itself."""

from __future__ import annotations

from case_names_members import Client
from case_names_members.models import Number, Word

from tests.servers.scripted import Scripted

NAMES = {
    "": "EMPTY",
    " ": "SPACE",
    "None": "NONE",
    "mro": "MRO",
    "name": "NAME",
    "value": "VALUE",
    "_value_": "VALUE_2",
    "x": "X",
    "_x_": "X_2",
    "__x__": "X_4",
    "class": "CLASS",
    "__class__": "CLASS_2",
    "+1": "PLUS_1",
    "-1": "MINUS_1",
    "1": "VALUE_1",
    "up--1": "UP_MINUS_1",
    "up-+1": "UP_PLUS_1",
    "*": "STAR",
    ">=": "GREATER_OR_EQUAL",
    "<": "LESS",
    "A": "A",
    "a": "A_2",
    "foo_bar": "FOO_BAR",
    "fooBar": "FOO_BAR_2",
    "2fa": "VALUE_2FA",
    "日本": "日本",
    "😀": "GRINNING_FACE",
    "_missing_": "MISSING",
    "_ignore_": "IGNORE",
    "c#": "C_SHARP",
    "c++": "C_PLUS_PLUS",
}


def use(server: Scripted) -> None:
    for value, name in NAMES.items():
        assert Word(value).name == name, value
        assert Word[name] == value
    assert len(Word) == 40
    assert [one.name for one in Number] == ["LESS", "NONE", "MRO"]

    server.will([one.value for one in Word])
    with Client(base_url=server.url) as client:
        assert client.list(word=Word.EMPTY, number=Number.LESS) == list(Word)
        assert server.last.query == (("word", ""), ("number", "-1"))
        server.will([])
        client.list(word="class", number=0)
        assert server.last.query == (("word", "class"), ("number", "0"))
