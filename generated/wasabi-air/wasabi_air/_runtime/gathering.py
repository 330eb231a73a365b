"""Keeping the body of an answer as it comes, as long as there is time and room.

No I/O happens here; the shells hand over what they read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import transport
from .size_error import TooLarge
from .views import Headers, whole_number
from .wire import Failure, Open, Reply, Send, late

if TYPE_CHECKING:
    import httpx2

__all__ = ["Gathering"]


class Gathering:
    """The body of an answer that is to be read whole."""

    __slots__ = ("_chunks", "_command", "_response", "_size", "headers")

    def __init__(self, command: Send | Open, response: httpx2.Response) -> None:
        """Take what asked for it."""
        self._command = command
        self._response = response
        self.headers: Headers = transport.headers_of(response)
        self._chunks: list[bytes] = []
        self._size = 0

    def take(self, chunk: bytes) -> Failure | None:
        """Keep a chunk, its encoding undone; a failure where reading is to stop."""
        self._chunks.append(chunk)
        self._size += len(chunk)
        limit = self._command.limit
        if limit is not None and (self._size > limit or self._announced > limit):
            return TooLarge(limit, self._response.status_code, self.headers)
        return late() if self._command.deadline.over else None

    @property
    def _announced(self) -> int:
        """How large the body will be, as told of one that comes in several chunks."""
        if len(self._chunks) != 2:
            return 0  # a small one is here sooner than its headers are read
        if "content-encoding" in self.headers:
            return 0
        return whole_number(self.headers.get("content-length", "")) or 0

    def reply(self) -> Reply:
        """The whole answer.

        Raises:
            httpx2.RemoteProtocolError: It broke off.
        """
        transport.check_whole(self._response, self.headers)
        return Reply(self._response.status_code, self.headers, b"".join(self._chunks))
