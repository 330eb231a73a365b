"""Paths of every shape, byte for byte."""

from __future__ import annotations

from collections.abc import Callable

from case_operations_paths import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=f"{server.url}/v1/") as client:
        calls: tuple[tuple[Callable[[], None], str], ...] = (
            (lambda: client.file("a.b", "pdf"), "/v1/files/a.b.pdf"),
            (lambda: client.cancel("x/y"), "/v1/jobs/x%2Fy:cancel"),
            (lambda: client.span("1", "2"), "/v1/span/1-2/1"),
            (lambda: client.odd("7"), "/v1/odd/7"),
            (client.slash, "/v1/slash/"),
            (client.double, "/v1//double//"),
            (client.spaced, "/v1/Pull%20Request%20/%C3%A4"),
            (client.root, "/v1"),
            (client.bare, "/v1/bare"),
            (lambda: client.undeclared("1", "2"), "/v1/undeclared/1/2"),
        )
        for call, target in calls:
            server.will(status=204)
            call()
            assert server.last.target == target
