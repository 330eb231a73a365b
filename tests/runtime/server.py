"""A real HTTP server on loopback that answers as a test tells it to."""

from __future__ import annotations

import http.server
import json
import socket
import threading
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass
class Request:
    """What came over the wire."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        return self.target.partition("?")[2]


@dataclass
class Answer:
    """What goes back: JSON, or bytes as they are; ``drop`` cuts the connection."""

    status: int = 200
    json: typing.Any = None
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    drop: bool = False
    chunks: Callable[[], typing.Iterator[bytes]] | None = None

    def parts(self) -> tuple[bytes, dict[str, str]]:
        body = self.body
        headers = {name.lower(): value for name, value in self.headers.items()}
        if body is None:
            body = b"" if self.json is None else json.dumps(self.json).encode()
            if self.json is not None:
                headers.setdefault("content-type", "application/json")
        return body, headers


class _Http(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 512
    """Who connects at once is not to be put off by the system for seconds."""


class Server:
    """Gives its answers in turn, the last one again and again."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.answers: list[Answer] = [Answer()]
        self._lock = threading.Lock()
        self._http = _Http(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(
            target=self._http.serve_forever, args=(0.01,), daemon=True
        )
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}"

    def say(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.requests = []

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()

    def take(self, request: Request) -> Answer:
        with self._lock:
            self.requests.append(request)
            if len(self.answers) > 1:
                return self.answers.pop(0)
            return self.answers[0]

    def _handler(self) -> type[http.server.BaseHTTPRequestHandler]:
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_one_request(self) -> None:
                try:
                    super().handle_one_request()
                except (ConnectionError, ValueError):
                    self.close_connection = True

            def _body(self) -> bytes:
                if self.headers.get("transfer-encoding", "") == "chunked":
                    whole = b""
                    while size := int(self.rfile.readline().strip() or b"0", 16):
                        whole += self.rfile.read(size)
                        self.rfile.readline()
                    self.rfile.readline()
                    return whole
                return self.rfile.read(int(self.headers.get("content-length") or 0))

            def _serve(self) -> None:
                headers = {k.lower(): v for k, v in self.headers.items()}
                request = Request(self.command, self.path, headers, self._body())
                answer = server.take(request)
                if answer.drop:
                    self.close_connection = True
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                body, sent = answer.parts()
                if "date" in sent:
                    self.send_response_only(answer.status)
                else:
                    self.send_response(answer.status)
                for name, value in sent.items():
                    self.send_header(name, value)
                if answer.chunks is not None:
                    self.send_header("connection", "close")
                    self.end_headers()
                    self.close_connection = True
                    for chunk in answer.chunks():
                        self.wfile.write(chunk)
                    return
                if answer.status not in (204, 304):
                    self.send_header("content-length", str(len(body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)

            do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = _serve

            def log_message(self, format: str, *args: object) -> None:
                """Stay silent."""

        return Handler
