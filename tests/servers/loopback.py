"""A small HTTP/1.1 server on loopback: keep-alive, recorded requests, faults on demand.

Tests in the same process use ``server.faults`` and ``server.requests``; those in
another one reach the same things over HTTP, below ``/__control__/``.
"""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol
from urllib.parse import parse_qsl, urlsplit

from tests.servers.faults import Fault, Faults
from tests.servers.messages import Answer, Request

CONTROL = "/__control__/"
PATIENCE = 30.0
"""Seconds after which a slow answer comes even if no test releases it."""


class App(Protocol):
    """An API: it answers requests and remembers what they changed."""

    def answer(self, request: Request) -> Answer: ...


class Loopback(ThreadingHTTPServer):
    """A running server. ``url`` is its address, ``requests`` what came so far."""

    daemon_threads = True

    def __init__(self, make_app: Callable[[], App]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self._make_app = make_app
        self.app = make_app()
        self.faults = Faults()
        self.requests: list[Request] = []
        self.lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is what some tests are about; say nothing."""

    def respond(self, request: Request) -> Answer | Fault:
        """What to do about a request. The state of the API is changed one at a time."""
        with self.lock:
            self.requests.append(request)
            fault = self.faults.take()
            if fault is not None:
                return fault
            return self.app.answer(request)

    def reset(self) -> None:
        """Begin anew: an API without any data, no requests seen, no faults to come."""
        with self.lock:
            self.faults.reset()
            self.requests.clear()
            self.app = self._make_app()

    def control(self, request: Request) -> Answer:
        """Carry out what a test in another process asks for."""
        match request.method, request.path.removeprefix(CONTROL):
            case "POST", "faults":
                details: dict[str, Any] = request.json()
                self.faults.push(details.pop("name"), **details)
                return Answer(204)
            case "POST", "reset":
                self.reset()
                return Answer(204)
            case "POST", "forget":
                self.requests.clear()
                return Answer(204)
            case "GET", "requests":
                return Answer(200, [one.as_json() for one in self.requests])
            case _:
                return Answer(404, f"no control {request.method} {request.path}")


class Handler(BaseHTTPRequestHandler):
    """Reads one request and writes its answer, or what a fault makes of it."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Loopback

    def handle_one_request(self) -> None:
        """Read the request line and headers; any method will do."""
        self.raw_requestline = self.rfile.readline(65537)
        if not self.raw_requestline:
            self.close_connection = True
            return
        if self.parse_request():
            self._serve()
            self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""

    def _serve(self) -> None:
        request = self._read()
        if request.path.startswith(CONTROL):
            self._write(self.server.control(request))
            return
        match self.server.respond(request):
            case Answer() as answer:
                self._write(answer)
            case Fault() as fault:
                self._fail(fault)

    def _read(self) -> Request:
        url = urlsplit(self.path)
        return Request(
            method=self.command,
            path=url.path,
            query=tuple(parse_qsl(url.query, keep_blank_values=True)),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self._body(),
            connection=int(self.client_address[1]),
            target=self.path,
        )

    def _body(self) -> bytes:
        if self.headers.get("transfer-encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("content-length", 0)))
        chunks: list[bytes] = []
        while size := int(self.rfile.readline().partition(b";")[0], 16):
            chunks.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline() not in (b"\r\n", b""):
            pass
        return b"".join(chunks)

    def _write(self, answer: Answer) -> None:
        content, media_type = answer.encoded()
        self._head(answer.status, media_type, len(content), dict(answer.headers))
        if self.command != "HEAD":
            self.wfile.write(content)

    def _head(
        self, status: int, media_type: str, length: int, headers: dict[str, str]
    ) -> None:
        self.send_response(status)
        if media_type:
            self.send_header("content-type", media_type)
        if status != 204:
            self.send_header("content-length", str(length))
        for name, value in headers.items():
            if name.lower() != "content-type":
                self.send_header(name, value)
        self.end_headers()

    def _fail(self, fault: Fault) -> None:
        released = self.server.faults.released
        match fault.kind:
            case "status":
                self._write(Answer(fault.status, fault.value, headers=fault.headers))
            case "text":
                content = str(fault.value).encode()
                if fault.headers.get("content-encoding") == "gzip":
                    content = gzip.compress(content)
                self._write(Answer(fault.status, None, content, fault.headers))
            case "malformed":
                self._write(Answer(200, content=b'{"Id": "12345", "Sta'))
            case "slow":
                released.wait(PATIENCE)
                self._write(Answer(200, {}))
            case "drip":
                self._drip(released)
            case "drop":
                self._hang_up()
            case "cut":
                self._head(200, "application/json", 1000, {})
                self.wfile.write(b'{"Id": ')
                self.wfile.flush()
                self._hang_up()

    def _drip(self, released: threading.Event) -> None:
        """A byte now and then, so that no single read takes long and no end comes."""
        self._head(200, "application/json", 1_000_000, {})
        for _ in range(int(PATIENCE / 0.02)):
            if released.wait(0.02):
                break
            self.wfile.write(b" ")
            self.wfile.flush()
        self._hang_up()

    def _hang_up(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)


@contextmanager
def serve(make_app: Callable[[], App]) -> Iterator[Loopback]:
    """Run a server for an API until the block ends."""
    server = Loopback(make_app)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.faults.reset()
        server.shutdown()
        server.server_close()
        thread.join()
