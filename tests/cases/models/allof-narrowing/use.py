"""Of several definitions of a property, what all of them allow is its type."""

from __future__ import annotations

import datetime
from typing import get_type_hints

import case_models_allof_narrowing.models as models
from case_models_allof_narrowing import Client, Drift
from case_models_allof_narrowing.models import (
    Narrow,
    NarrowPart,
    NarrowPiece,
    NarrowState,
)

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    came = {
        "state": "on",
        "count": 2,
        "at": "2024-02-29",
        "piece": {"b": 1},
        "parts": [{"a": 1, "c": 2}],
        "maybe": "seen",
        "anything": True,
        "clash": 3,
    }
    server.will(came)
    narrow = Narrow(
        state=NarrowState.ON,
        count=2,
        at=datetime.date(2024, 2, 29),
        piece=NarrowPiece(b=1),
        parts=[NarrowPart(a=1, c=2)],
        maybe="seen",
        anything=True,
        clash=3,
    )
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        found = client.put_narrow(body=narrow)
    assert found == narrow
    assert found.to_dict() == came
    assert "maybe" not in server.last.json()
    assert drifts == []
    hints = get_type_hints(Narrow, vars(models))
    assert hints["count"] == int | None
    assert hints["maybe"] == str | None
