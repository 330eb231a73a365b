"""A server that gives one small JSON answer to whatever it is asked."""

from __future__ import annotations

import asyncio
import json

JOB = {
    "id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
    "workflow_id": "0d1b4a9e-3c52-4d0c-9d38-2f4b0a1de001",
    "workflow_name": "nightly",
    "status": "COMPLETED",
    "created_at": "2024-01-02T03:04:05.5Z",
    "runtime": "PT12.5S",
    "job_type": "scheduled",
}
BODY = json.dumps(JOB).encode()
ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
    b"Date: Mon, 01 Jan 2024 00:00:00 GMT\r\nServer: fixed\r\n"
    b"Content-Length: %d\r\n\r\n%s" % (len(BODY), BODY)
)


class FixedAnswer(asyncio.Protocol):
    """Answers every request without a body."""

    def __init__(self) -> None:
        self._seen = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where answers go."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer each whole head."""
        *heads, self._seen = (self._seen + data).split(b"\r\n\r\n")
        self._transport.write(ANSWER * len(heads))


async def main() -> None:
    """Serve until terminated, telling the port first."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(FixedAnswer, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
