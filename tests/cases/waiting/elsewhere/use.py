"""What one resource begins, another one waits for; shared parameters are handed on."""

from __future__ import annotations

import asyncio

from case_waiting_elsewhere import AsyncClient, Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        server.will({"id": "r/1", "state": "going"})
        server.will({"id": "r/1", "state": "over"})
        run = client.threads.start_and_wait("t1", dry=True)
        assert run.state == "over"
        begin, ask = server.requests
        assert begin.target == "/threads/t1/start?dry=true"
        assert ask.target == "/threads/t1/runs/r%2F1"

    async def main() -> None:
        async with AsyncClient(base_url=server.url) as client:
            server.will({"id": "r1", "state": "going"})
            server.will({"id": "r1", "state": "over"})
            assert (await client.threads.start_and_wait("t1")).id == "r1"

    asyncio.run(main())
