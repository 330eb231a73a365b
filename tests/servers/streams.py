"""Streams of events and of lines: ``x-items`` says how many there are to come.

Events go on after ``Last-Event-ID``, with as many that came before as ``x-again`` says;
between them are comments that only keep a connection alive. With ``x-breaks`` the first
connection of a call breaks in the middle of an event.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from tests.servers.asgi import Wires
from tests.servers.book import book_of

__all__ = ["STREAMED"]

BEAT = ": beat\n\n"
GONE = 0.01
"""Seconds after which nothing more is written to a connection that was closed."""


async def follow_events(request: Request) -> Response:
    """The events after the one that was the last."""
    times = book_of(request).carry_out(request)
    last = int(request.headers.get("last-event-id", 0))
    first = max(last - int(request.headers.get("x-again", 0)), 0) + 1
    numbers = range(first, int(request.headers.get("x-items", 10)) + 1)
    breaks = times == 1 and "x-breaks" in request.headers
    wires: Wires = request.app.state.wires

    async def sent() -> AsyncIterator[str]:
        for event in _events(numbers):
            yield event
            if breaks and event.endswith(f"{numbers[len(numbers) // 2]}\n\n"):
                yield "id: 1000\ndata: ne"
                wires.close(request.scope)
                await asyncio.sleep(GONE)
                return

    return StreamingResponse(sent(), 200, {}, "text/event-stream")


def _events(numbers: range) -> Iterator[str]:
    yield f"{BEAT}retry: 0\n\n"
    for number in numbers:
        yield f"{BEAT}id: {number}\nevent: tick\ndata: event\ndata: {number}\n\n"


async def follow_lines(request: Request) -> Response:
    """So many lines, each a row."""
    book_of(request).carry_out(request)
    numbers = range(int(request.headers.get("x-items", 10)))
    lines = (json.dumps({"id": f"r{number}"}) + "\n" for number in numbers)
    return StreamingResponse(lines, 200, {}, "application/jsonl")


STREAMED = (Route("/events", follow_events), Route("/lines", follow_lines))
