"""Without resources the client itself waits; a link says what is waited for."""

from __future__ import annotations

from case_waiting_on_the_client import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        server.will({"state": "done"})
        assert client.wait(4, deep=True).state == "done"
        assert (server.last.method, server.last.json()) == ("POST", {"deep": True})

        server.will({"made": {"number": 12}}, status=201)
        server.will({"state": "skipped"})
        assert client.create_run_and_wait().state == "skipped"
        assert server.last.path == "/runs/12/status"

        server.will({"state": "done"})
        assert client.wait_for_result(4).state == "done"
