"""A state inside an object, one of a union, and answers that have none yet."""

from __future__ import annotations

import pytest
from case_waiting_nested import Client, WaitFailedError, WaitTimeoutError
from case_waiting_nested import models as m
from case_waiting_nested._runtime.timing import Timing

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        now = [0.0]

        def sleep(seconds: float) -> None:
            now[0] += seconds

        client._settings.timing = Timing(now=lambda: now[0], sleep=sleep)
        seen: list[m.Server] = []
        server.will(status=204)
        server.will("null", content_type="application/json")
        server.will({"status": {"phase": None}})
        server.will({})
        server.will({"status": {"phase": "creating"}})
        server.will({"status": {"phase": "running"}})
        found = client.servers.wait(3, on_update=seen.append)
        assert found.status is not None
        assert found.status.phase == "running"
        # What tells no state is no news.
        assert len(seen) == 2

        server.will({"kind": "Delta", "backup.state": "making"})
        server.will({"kind": "Full", "backup.state": "made"})
        assert isinstance(client.servers.wait_for_backup(3), m.Full)
        server.will({"kind": "Delta", "backup.state": "broken"})
        with pytest.raises(WaitFailedError) as caught:
            client.servers.wait_for_backup(3)
        match caught.value.result:
            case m.Delta(backup_state=state):
                assert state == "broken"
            case other:
                pytest.fail(f"{other!r} is no Delta")

        for _ in range(3):
            server.will(status=204)
        with pytest.raises(WaitTimeoutError, match="never a text in 'status") as late:
            client.servers.wait(3, timeout=2)
        assert late.value.last is None
        assert late.value.state is None

    assert WaitFailedError.__annotations__ == {"result": "m.Server | m.Backup"}
    assert WaitTimeoutError.__annotations__ == {"last": "m.Server | m.Backup | None"}
