"""Which value of a discriminator names which member."""

from __future__ import annotations

from typing import Any

from case_models_union_discriminators import Client, Drift
from case_models_union_discriminators.models import Bare, Blue, Board, Note, Pin, Red

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    drifts: list[Drift] = []

    def board(**members: Any) -> Board:
        server.will(members)
        with Client(base_url=server.url, on_drift=drifts.append) as client:
            found = client.get_board()
        assert found.to_dict() == members
        return found

    assert board(implicit={"sort": "Note", "x": 1}).implicit == Note(sort="Note", x=1)
    assert board(implicit=None).implicit is None
    assert board(by_constant={"colour": "blue", "x": 1}).by_constant == Blue(x=1)
    assert board(by_constant="plain").by_constant == "plain"
    both = [{"colour": "red"}, {"colour": "blue", "x": 2}]
    assert board(inferred=both).inferred == [Red(), Blue(x=2)]
    assert board(nested={"colour": "red", "x": 3}).nested == Red(x=3)
    pin = board(nested={"colour": "pin", "sort": "s"}).nested
    assert pin == Pin(sort="s", extra={"colour": "pin"})
    assert board(many={"sort": "q", "x": 4}).many == Pin(sort="q", x=4)
    assert type(board(many={"sort": "bare", "x": 4}).many) is Bare
    assert drifts == []
    assert board(many={"sort": "new"}).many == {"sort": "new"}
    assert [drift.kind for drift in drifts] == ["tag"]
