"""What is configured wrongly costs itself alone."""

from __future__ import annotations

from case_waiting_mistakes import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        server.will({"Status": "complete"})
        assert client.jobs.wait("1").status == "complete"
        assert not [name for name in dir(client.jobs) if name.startswith("wait_for")]
        assert not hasattr(client.jobs, "submit_and_wait")
