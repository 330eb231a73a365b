"""What the configuration names in vain is told; the rest of it counts."""

from __future__ import annotations

from case_diagnostics_names_in_vain import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url, key="k") as client:
        client.fence()
    assert server.last.headers["x-key"] == "k"
