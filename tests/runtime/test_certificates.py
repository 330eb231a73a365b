"""Client certificates, against a server that asks for them."""

from __future__ import annotations

import http.server
import shutil
import ssl
import subprocess
import threading
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Driver

OPENSSL = shutil.which("openssl") or ""


def _run(folder: Path, *arguments: str) -> None:
    subprocess.run(
        [OPENSSL, *arguments], cwd=folder, check=True, capture_output=True, timeout=60
    )


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An authority, a certificate of a server and one of a client, made just now."""
    if not OPENSSL:
        pytest.skip("certificates are made by openssl")
    folder = tmp_path_factory.mktemp("certificates")
    new = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    _run(folder, "req", "-x509", *new, "-subj", "/CN=ca", "-days", "2",
         "-keyout", "ca.key", "-out", "ca.pem")  # fmt: skip
    for name in ("server", "client"):
        _run(folder, "req", *new, "-subj", f"/CN={name}",
             "-keyout", f"{name}.key", "-out", f"{name}.csr")  # fmt: skip
        (folder / "ext").write_text("subjectAltName=IP:127.0.0.1,DNS:localhost\n")
        _run(folder, "x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem",
             "-CAkey", "ca.key", "-CAcreateserial", "-days", "2",
             "-extfile", "ext", "-out", f"{name}.pem")  # fmt: skip
    both = (folder / "client.pem").read_text() + (folder / "client.key").read_text()
    (folder / "both.pem").write_text(both)
    return folder


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        shown = typing.cast(ssl.SSLSocket, self.connection).getpeercert() or {}
        names = dict(pair[0] for pair in typing.cast(typing.Any, shown["subject"]))
        body = names["commonName"].encode()
        self.send_response(200)
        self.send_header("content-type", "text/plain")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent: a client without a certificate is refused."""


@pytest.fixture(scope="module")
def guarded(files: Path) -> Iterator[str]:
    """The address of a server that asks for a certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(files / "server.pem", files / "server.key")
    context.load_verify_locations(files / "ca.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    server = _Server(("127.0.0.1", 0), _Handler)
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"https://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("given", [("both.pem",), ("client.pem", "client.key")])
def test_connections_show_the_certificate(
    api: Driver,
    guarded: str,
    files: Path,
    given: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(files / "ca.pem"))
    paths = tuple(str(files / name) for name in given)
    cert = paths if len(paths) > 1 else paths[0]
    there = Driver(api.package, guarded, api.asynchronous)
    assert there.run(lambda c: c.request("GET", "/who"), cert=cert) == "client"


def test_a_server_may_refuse_one_without(
    api: Driver,
    guarded: str,
    files: Path,
    rt: typing.Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(files / "ca.pem"))
    there = Driver(api.package, guarded, api.asynchronous)
    with pytest.raises(rt.TransportError):
        there.run(lambda c: c.request("GET", "/who"))


@pytest.mark.parametrize("cert", ["nowhere.pem", ("client.pem", "nowhere.key")])
def test_a_file_that_cannot_be_read_is_named(
    api: Driver, files: Path, rt: typing.Any, cert: typing.Any
) -> None:
    paths = cert if isinstance(cert, str) else tuple(str(files / one) for one in cert)
    there = Driver(api.package, "https://127.0.0.1:9", api.asynchronous)
    with pytest.raises(rt.ConfigurationError, match=r"can be read from .*nowhere"):
        there.run(lambda c: c.request("GET", "/who"), cert=paths)


def test_only_files_are_taken(api: Driver, rt: typing.Any) -> None:
    for wrong in (lambda: "x", ("a", "b", "c")):
        with pytest.raises(rt.ConfigurationError, match="cert is the path of a PEM"):
            api.client(cert=wrong)
