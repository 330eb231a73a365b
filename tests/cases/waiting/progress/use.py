"""Progress is one line on a terminal, and a line for each state elsewhere."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr

import pytest
from case_waiting_progress import Client, WaitFailedError
from case_waiting_progress._runtime.timing import Timing

from tests.servers.scripted import Scripted


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        now = [0.0]

        def sleep(seconds: float) -> None:
            now[0] += seconds

        client._settings.timing = Timing(
            now=lambda: now[0], sleep=sleep, random=lambda: 0.5
        )
        for state in ("queued", "at work", "at work", "done"):
            server.will({"status": state})
        with redirect_stderr(io.StringIO()) as plain:
            client.jobs.wait("7", interval=40, progress=True)
        assert plain.getvalue() == (
            "/v1/jobs/7: queued, 0:00\n"
            "/v1/jobs/7: at work, 0:40\n"
            "/v1/jobs/7: done, 2:00\n"
        )

        for state in ("at work", "bad\x1b[2J\r\nnews" * 9, "failed"):
            server.will({"status": state})
        with redirect_stderr(Terminal()) as terminal, pytest.raises(WaitFailedError):
            client.jobs.wait("7", interval=2, progress=True)
        *lines, last = terminal.getvalue().split("\r")[1:]
        assert [line.rstrip() for line in lines[:2]] == [
            "/v1/jobs/7: at work, 0:00",
            "/v1/jobs/7: at work, 0:01",
        ]
        assert lines[2].startswith("/v1/jobs/7: bad?[2J??newsbad")
        assert lines[2].endswith("..., 0:02")
        assert all(len(line) < 80 and line.isprintable() for line in lines)
        # What stood there before is gone, and the next output begins on its own line.
        assert len(last) > 60
        assert last.rstrip(" \n") == "/v1/jobs/7: failed, 0:05"
        assert last.endswith("\n")

        # Without a console there is no stderr.
        server.will({"status": "done"})
        before, sys.stderr = sys.stderr, None
        try:
            assert client.jobs.wait("7", progress=True).status == "done"
        finally:
            sys.stderr = before
