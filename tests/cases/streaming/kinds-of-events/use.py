"""Each kind of event has data of its own; that which ends the stream is none."""

from __future__ import annotations

from case_streaming_kinds_of_events import Client
from case_streaming_kinds_of_events.models import Fault, Run

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url, strict=True) as client:
        server.will(
            'event: run.done\ndata: {"id": 1}\n\n'
            'event: run.failed\ndata: {"code": "E1"}\n\n'
            "event: done\ndata: [DONE]\n\n",
            content_type="text/event-stream",
        )
        done, failed = client.watch_runs()
        assert (done.event, done.data) == ("run.done", Run(id=1))
        assert (failed.event, failed.data) == ("run.failed", Fault(code="E1"))
        server.will(
            'event: text\ndata: hello\n\nevent: note\ndata: {"id": 2}\n\n',
            content_type="text/event-stream",
        )
        assert [one.data for one in client.watch_notes()] == ["hello", Run(id=2)]
