"""Starlette's applications served by uvicorn, on loopback, with the wires within reach.

An application cannot reset a connection, nor send what is no HTTP; whoever holds the
``Wires`` of a server can.
"""

from __future__ import annotations

import asyncio
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from starlette.types import ASGIApp, Scope
from uvicorn.protocols.http.h11_impl import H11Protocol

__all__ = ["Wires", "serve_app", "serve_until_told"]

PATIENCE = 20.0
KEPT = 600
"""Seconds that an idle connection is kept: longer than any test."""

Making = Callable[["Wires"], ASGIApp]


class Wires:
    """The open connections of a server, by the address at their other end."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, int], asyncio.Transport] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._open)

    def note(self, peer: tuple[str, int], transport: asyncio.Transport) -> None:
        """A connection was made."""
        self._open[peer] = transport

    def forget(self, peer: tuple[str, int]) -> None:
        """A connection is gone."""
        self._open.pop(peer, None)

    def reset(self, scope: Scope) -> None:
        """Break the connection of a request, with RST."""
        transport = self._open[tuple(scope["client"])]
        raw: socket.socket = transport.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()

    def close(self, scope: Scope) -> None:
        """Close the connection of a request once all has been sent."""
        self._open[tuple(scope["client"])].close()

    def write(self, scope: Scope, content: bytes) -> None:
        """Send anything at all in place of an answer."""
        self._open[tuple(scope["client"])].write(content)


def _protocol(wires: Wires) -> type[asyncio.Protocol]:
    """HTTP/1.1 as uvicorn speaks it, noting its connections."""

    class Noted(H11Protocol):
        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            if self.client is not None:
                wires.note(self.client, transport)

        def connection_lost(self, exc: Exception | None) -> None:
            if self.client is not None:
                wires.forget(self.client)
            super().connection_lost(exc)

    return Noted


def _server(make: Making) -> uvicorn.Server:
    wires = Wires()
    config = uvicorn.Config(
        make(wires),
        host="127.0.0.1",
        port=0,
        http=_protocol(wires),
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        timeout_keep_alive=KEPT,
    )
    return uvicorn.Server(config)


def _address(server: uvicorn.Server) -> str:
    """Where a server listens, once it does."""
    ends = time.monotonic() + PATIENCE
    while not server.started:
        if time.monotonic() > ends:
            raise TimeoutError("the server did not start")
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    return f"http://127.0.0.1:{port}"


@contextmanager
def serve_app(make: Making) -> Iterator[str]:
    """Run an application in a thread until the block ends; gives its address."""
    server = _server(make)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield _address(server)
    finally:
        server.should_exit = server.force_exit = True
        thread.join(PATIENCE)


def serve_until_told(make: Making) -> None:
    """Run an application for another process: tell the address, end with the input."""
    with serve_app(make) as address:
        print(address, flush=True)
        sys.stdin.read()
