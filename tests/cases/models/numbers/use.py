"""Numbers of any size and spelling, and the texts that stand for what JSON lacks."""

from __future__ import annotations

import pytest
from case_models_numbers import Client, DecodeError, Drift

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        for value in (
            {"integer": 1.0, "number": 1, "whole": 2.0},
            {"integer": 10**40, "bounded": -(10**25)},
            {"number": 1e300},
            {"integer": -0.0},
        ):
            there_and_back(server, client.get_thing, client.put_thing, value)
        server.will('{"integer": 1e3, "number": 1E-2}', content_type="application/json")
        thing = client.get_thing()
        assert (thing.integer, thing.number) == (1000, 0.01)
        assert drifts == []

        for text in ("NaN", "Infinity", "-Infinity"):
            wrong = {"number": text}
            there_and_back(server, client.get_thing, client.put_thing, wrong)
        assert [drift.kind for drift in drifts] == ["format"] * 3

        for broken in ('{"number": NaN}', '{"integer": 1.5}', '{"number": "1"}'):
            server.will(broken, content_type="application/json")
            with pytest.raises(DecodeError):
                client.get_thing()
