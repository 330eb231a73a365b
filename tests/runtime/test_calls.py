"""Calls over the wire, sync and async."""

from __future__ import annotations

import inspect
import io
import json
import logging
import pickle
import threading
import typing
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from .conftest import NAME, PARCEL, Driver
from .server import Answer, Server

ID = PARCEL["Id"]


def test_a_call_gives_a_model(api: Driver, server: Server, m: typing.Any) -> None:
    server.say(Answer(json=PARCEL))
    parcel = api.run(lambda c: c.parcels.get("a/b", trace="t"))
    assert isinstance(parcel, m.Parcel) and parcel.to_dict() == PARCEL
    assert parcel.status is m.Status.PACKED and parcel.extra == {"New": [1]}
    (request,) = server.requests
    assert request.target == "/parcels/a%2Fb"
    assert request.headers["authorization"] == "Bearer top-secret-token"
    assert request.headers["accept"] == "application/json"
    assert request.headers["x-trace"] == "t"
    assert request.headers["user-agent"].startswith("sample_api/0.1.0")


def test_queries_use_styles_and_leave_out_none(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(json=[]))
    options = rt.Options(query={"page": 2})
    api.run(lambda c: c.parcels.list(ids=["a", "b"], options=options))
    assert server.requests[0].query == "ids=a%7Cb&page=2"


def test_the_fields_of_a_body_are_keywords(
    api: Driver, server: Server, m: typing.Any
) -> None:
    server.say(Answer(201, json=PARCEL))
    api.run(lambda c: c.parcels.create(name="n", status="sent", note=None))
    body = m.ParcelCreate(name="n", status="sent", note=None)
    api.run(lambda c: c.parcels.create(body))
    first, second = [json.loads(one.body) for one in server.requests]
    assert first == second
    assert first == {"Name": "n", "Status": "sent", "note": None, "kind": "parcel"}


def test_a_body_and_fields_do_not_go_together(api: Driver, m: typing.Any) -> None:
    body = m.ParcelCreate(name="n", status="sent")
    with pytest.raises(TypeError, match="weight"):
        api.run(lambda c: c.parcels.create(body, weight=1))


def test_missing_fields_are_named(api: Driver, server: Server) -> None:
    with pytest.raises(TypeError, match="'name' and 'status'"):
        api.run(lambda c: c.parcels.create(weight=1))
    with pytest.raises(TypeError, match="'status'"):
        api.run(lambda c: c.parcels.create(name="n"))
    assert not server.requests


def test_an_optional_body_may_be_absent_empty_or_built(
    api: Driver, server: Server, m: typing.Any, rt: typing.Any
) -> None:
    server.say(Answer(json={}))
    api.run(lambda c: c.parcels.search())
    api.run(lambda c: c.parcels.search(m.Search()))
    api.run(lambda c: c.parcels.search(text="x"))
    form = rt.Options(content_type="application/x-www-form-urlencoded")
    api.run(lambda c: c.parcels.search(text="a b", limit=3, options=form))
    more = rt.Options(extra_body={"new": [1]})
    api.run(lambda c: c.parcels.search(text="x", options=more))
    bodies = [one.body for one in server.requests]
    assert bodies == [
        b"",
        b"{}",
        b'{"text":"x"}',
        b"text=a%20b&limit=3",
        b'{"text":"x","new":[1]}',
    ]
    assert "content-type" not in server.requests[0].headers


class Stream(io.RawIOBase):
    """A file that can be read once."""

    name = 'we"ird\r\n.png'

    def __init__(self) -> None:
        self.left = [b"abc", b"def"]

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self.left.pop(0) if self.left else b""


def _upload(body: object, client: typing.Any) -> typing.Any:
    return client.parcels.upload(body)


def test_files_are_streamed_as_multipart(
    api: Driver, server: Server, m: typing.Any, rt: typing.Any, tmp_path: Path
) -> None:
    path = tmp_path / "label.pdf"
    path.write_bytes(b"%PDF" * 50_000)
    server.say(Answer(json={}))

    def chunks() -> Iterator[bytes]:
        yield b"x"
        yield b"y"

    for file in (b"raw", path, Stream(), rt.File(chunks(), "a.txt", "text/x")):
        about = m.Address(city="Zürich")
        upload = m.Upload(file=file, pages=[1, 2], about=about, title="t")
        api.run(partial(_upload, upload))
    raw, pdf, stream, given = [one.body for one in server.requests]
    assert b'name="file"; filename="file"\r\nContent-Type: image/png\r\n\r\nraw' in raw
    assert raw.count(b'name="pages"') == 2
    assert b'{"City":"Z\xc3\xbcrich"}' in raw and b'name="title"\r\n\r\nt\r\n' in raw
    assert b'filename="label.pdf"\r\nContent-Type: application/pdf' in pdf
    assert len(pdf) > 200_000
    assert b'filename="we%22ird%0D%0A.png"' in stream and b"abcdef" in stream
    assert b"Content-Type: text/x\r\n\r\nxy" in given
    assert "content-length" in server.requests[1].headers
    assert server.requests[2].headers["transfer-encoding"] == "chunked"


def test_text_bytes_and_nothing_are_decoded(api: Driver, server: Server) -> None:
    latin = {"content-type": "text/plain; charset=latin-1"}
    server.say(Answer(body=b"caf\xe9", headers=latin))
    assert api.run(lambda c: c.parcels.ping()) == "café"
    assert "authorization" not in server.requests[0].headers
    server.say(Answer(body=b"%PDF", headers={"content-type": "application/pdf"}))
    assert api.run(lambda c: c.parcels.label()) == b"%PDF"
    server.say(Answer(204))
    assert api.run(lambda c: c.parcels.delete("x")) is None


def test_raw_gives_the_whole_answer(api: Driver, server: Server, m: typing.Any) -> None:
    server.say(Answer(json=PARCEL, headers={"X-Rate": "7"}))
    client = api.client()
    response = api.use(client, lambda c: c.raw.parcels.get("x"))
    assert (response.status, response.attempts) == (200, 1)
    assert response.headers["x-RATE"] == "7"
    assert isinstance(response.data, m.Parcel)
    assert inspect.signature(client.raw.parcels.get) == inspect.signature(
        client.parcels.get
    )


def test_calls_of_hooks_do_not_leak_into_raw(
    package: typing.Any, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(json=PARCEL))
    other = package.Client(token="t" * 9, base_url=server.url)
    hooks = rt.Hooks(on_response=lambda info: other.request("GET", "/inner") and None)
    with package.Client(token="t" * 9, base_url=server.url, hooks=hooks) as client:
        response = client.raw.parcels.get("outer")
    assert response.request.url.endswith("/parcels/outer")
    other.close()


def test_request_calls_what_is_not_described(
    api: Driver, server: Server, m: typing.Any
) -> None:
    server.say(Answer(json=PARCEL))
    found = api.run(
        lambda c: c.request("GET", "/more/{x}", values={"x": "a b"}, returns=m.Parcel)
    )
    assert isinstance(found, m.Parcel)
    assert server.requests[0].target == "/more/a%20b"
    assert server.requests[0].headers["authorization"]
    plain = api.run(lambda c: c.request("POST", "/more", json={"a": 1}))
    assert plain == PARCEL and server.requests[1].body == b'{"a":1}'
    with pytest.raises(ValueError):
        api.run(lambda c: c.request("GET", "https://elsewhere.example/"))


def test_with_options_shares_the_connections(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(json=PARCEL))
    client = api.client(headers={"a": "1"})
    derived = client.with_options(headers={"b": "2"}, retries=0)
    assert derived.parcels is not client.parcels
    api.use(client, lambda c: derived.parcels.get("x"))
    assert server.requests[0].headers["a"] == "1"
    assert server.requests[0].headers["b"] == "2"
    assert derived._pool is client._pool


def test_a_client_of_the_caller_is_not_closed(api: Driver, server: Server) -> None:
    import httpx2

    server.say(Answer(json=PARCEL))
    given: typing.Any = httpx2.AsyncClient() if api.asynchronous else httpx2.Client()
    api.run(lambda c: c.parcels.get("x"), http_client=given)
    assert not given.is_closed


def test_a_closed_client_says_so(api: Driver) -> None:
    client = api.client()
    api.use(client, lambda c: None)
    with pytest.raises(RuntimeError, match="closed"):
        api.use(client, lambda c: c.parcels.get("x"))


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "UnauthorizedError"),
        (403, "ForbiddenError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (418, "StatusError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (500, "InternalServerError"),
        (599, "InternalServerError"),
    ],
)
def test_each_status_has_its_error(
    api: Driver, server: Server, rt: typing.Any, m: typing.Any, status: int, name: str
) -> None:
    server.say(Answer(status, json={"Message": "no"}, headers={"x-id": "7"}))
    with pytest.raises(rt.StatusError) as caught:
        api.run(lambda c: c.parcels.get("x"), retries=0)
    error = caught.value
    assert type(error).__name__ == name
    assert isinstance(error, getattr(rt, name))
    assert (error.status, error.headers["X-Id"], error.attempts) == (status, "7", 1)
    assert error.body == m.Error(message="no") and error.text == '{"Message": "no"}'
    assert f": {status}" in str(error) and "GET" in str(error)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.body) == (
        type(error),
        str(error),
        error.body,
    )


def test_the_package_defines_its_own_errors(
    api: Driver, server: Server, package: typing.Any
) -> None:
    server.say(Answer(404, body=b"<html>", headers={"content-type": "text/html"}))
    with pytest.raises(package.NotFoundError) as caught:
        api.run(lambda c: c.parcels.get("x"))
    assert caught.value.body is None and caught.value.text == "<html>"


def test_malformed_json_is_a_decode_error(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(body=b'{"Id": ', headers={"content-type": "application/json"}))
    with pytest.raises(rt.DecodeError, match=r"GET /parcels/\{Id\}") as caught:
        api.run(lambda c: c.parcels.get("x"))
    assert caught.value.request.method == "GET"


def test_a_decode_error_tells_what_was_sent(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    page = b"<html>\n top-secret-token " + b"x" * 999
    html = {"content-type": "text/html; charset=utf-8", "x-id": "7"}
    server.say(Answer(body=page, headers=html))
    with pytest.raises(rt.DecodeError) as caught:
        api.run(lambda c: c.parcels.get("x"))
    error = pickle.loads(pickle.dumps(caught.value))
    assert str(error).startswith(
        "GET /parcels/{Id}: expected JSON, the server sent 200 text/html beginning "
        "'<html> … xxx"
    )
    assert len(str(error)) < 200
    assert error.text == page.decode().replace("top-secret-token", "…")
    assert (error.status, error.headers["X-Id"]) == (200, "7")
    assert error.request == caught.value.request


def test_a_decode_error_shows_no_secret_it_found(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    server.say(Answer(json={**PARCEL, "Address": "top-secret-token"}))
    with pytest.raises(rt.DecodeError) as caught:
        api.run(lambda c: c.parcels.get("x"))
    error = caught.value
    assert str(error) == (
        "GET /parcels/{Id}: expected an object at $.Address, found the string '…'; "
        "the server sent 200 application/json"
    )
    assert error.found == "the string '…'"


def test_the_body_as_it_came_is_in_raw_answers(
    api: Driver, server: Server, m: typing.Any
) -> None:
    server.say(Answer(json=PARCEL))
    response = api.run(lambda c: c.raw.parcels.get("x"))
    assert json.loads(response.content) == PARCEL and "content=" not in repr(response)
    assert pickle.loads(pickle.dumps(response)) == response


def test_content_where_none_is_documented_is_drift_and_not_lost(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    seen: list[typing.Any] = []
    server.say(Answer(200, body=b"gone", headers={"content-type": "text/plain"}))
    operation = rt.Operation("DELETE", "/parcels/x", responses={"200": None})
    assert api.run(lambda c: c._call(operation), on_drift=seen.append) is None
    assert [(one.kind, one.found) for one in seen] == [
        ("media", "4 bytes of text/plain")
    ]
    server.say(Answer(204, body=b""))
    assert api.run(lambda c: c.raw.parcels.delete("x")).content == b""
    server.say(Answer(200, body=b"gone", headers={"content-type": "text/plain"}))
    response = api.run(lambda c: c.raw.parcels.delete("x"))
    assert response.content == b"gone"


def test_binary_content_without_a_schema_is_bytes(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    zipped = {"content-type": "application/zip"}
    server.say(Answer(body=b"PK\xff", headers=zipped))
    documented = {"200": {"application/zip": "bytes"}}
    operation = rt.Operation("GET", "/zip", responses=documented)
    assert api.run(lambda c: c._call(operation)) == b"PK\xff"


def test_undocumented_status_and_media_are_drift(
    api: Driver, server: Server, rt: typing.Any, m: typing.Any
) -> None:
    seen: list[typing.Any] = []
    server.say(Answer(202, json=[]))
    assert api.run(lambda c: c.parcels.list(), on_drift=seen.append) == []
    server.say(
        Answer(body=json.dumps(PARCEL).encode(), headers={"content-type": "text/plain"})
    )
    found = api.run(lambda c: c.parcels.get("x"), on_drift=seen.append)
    assert isinstance(found, m.Parcel)
    assert [one.kind for one in seen] == ["status", "media"]
    assert seen[1].operation == "GET /parcels/{Id}"
    with pytest.raises(rt.DecodeError):
        api.run(lambda c: c.parcels.get("x"), strict=True)


def test_a_missing_address_is_named(package: typing.Any, rt: typing.Any) -> None:
    with pytest.raises(rt.ConfigurationError, match=r"base_url.*SAMPLE_BASE_URL"):
        package.Client(token="x")


@pytest.mark.parametrize(
    "url", ["ftp://x", "x", "http://", "http://x/?a=b", "http://x y"]
)
def test_an_address_must_be_http(package: typing.Any, rt: typing.Any, url: str) -> None:
    with pytest.raises(rt.ConfigurationError, match="http"):
        package.Client(token="x", base_url=url)


def test_credentials_come_from_arguments_or_environment(
    package: typing.Any,
    rt: typing.Any,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server.say(Answer(json=PARCEL))
    with pytest.raises(rt.ConfigurationError) as caught:
        package.Client(base_url=server.url, access_key="only-one")
    for word in ("access_key", "SAMPLE_SECRET_KEY", "token", "SAMPLE_TOKEN"):
        assert word in str(caught.value)
    monkeypatch.setenv("SAMPLE_TOKEN", "")
    with pytest.raises(rt.ConfigurationError):
        package.Client(base_url=server.url)
    monkeypatch.setenv("SAMPLE_ACCESS_KEY", "key-1")
    monkeypatch.setenv("SAMPLE_SECRET_KEY", "key-2")
    monkeypatch.setenv("SAMPLE_BASE_URL", server.url + "/prefix/")
    with package.Client() as client:
        client.parcels.get("x")
    request = server.requests[0]
    assert request.headers["x-access-key"] == "key-1"
    assert request.target == "/prefix/parcels/x?secret=key-2"


def test_secrets_are_nowhere_to_be_seen(
    api: Driver,
    server: Server,
    rt: typing.Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    seen: list[object] = []
    hooks = rt.Hooks(on_request=seen.append, on_response=seen.append)
    settings = {"access_key": "AKIA-1234", "secret_key": "s3cr3t&=key", "token": None}
    server.say(Answer(500, body=b"bad key AKIA-1234 s3cr3t&=key"))
    client = api.client(**settings, hooks=hooks, retries=0)
    with pytest.raises(rt.InternalServerError) as caught:
        api.use(client, lambda c: c.parcels.get("x"))
    error = caught.value
    shown = " ".join([repr(client), str(error), repr(error), repr(error.request)])
    shown += repr(seen) + caplog.text
    for secret in ("AKIA-1234", "s3cr3t"):
        assert secret not in shown
    assert "secret=…" in error.request.url
    assert "HTTP Request" in caplog.text


def test_threads_share_a_client(package: typing.Any, server: Server) -> None:
    server.say(Answer(json=PARCEL))
    found: list[object] = []
    with package.Client(token="t" * 9, base_url=server.url) as client:

        def work(index: int) -> None:
            response = client.raw.parcels.get(str(index))
            found.append(response.request.url.endswith(f"/{index}"))

        threads = [threading.Thread(target=work, args=(i,)) for i in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == [True] * 20


def test_nothing_of_http_is_imported_before_the_first_call(package: typing.Any) -> None:
    import subprocess
    import sys

    folder = str(Path(package.__file__).parent.parent)
    code = (
        f"import sys; sys.path.insert(0, {folder!r})\n"
        f"import {NAME}\n"
        f"client = {NAME}.Client(token='x', base_url='http://127.0.0.1:9')\n"
        "client.parcels\n"
        "assert 'httpx2' not in sys.modules and 'anyio' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-O", "-c", code], check=True)


def test_clients_and_their_groups_show_where_they_belong(
    api: Driver, server: Server
) -> None:
    address = server.url.replace("//", "//porter:pass-word@")
    client = api.client(base_url=address)
    kind = type(client).__name__
    told = repr(client), repr(client.parcels), repr(client.with_options(retries=0))
    for shown in told:
        assert "pass-word" not in shown and "top-secret-token" not in shown
        assert "\n" not in shown and len(shown) < 100
    assert (
        told[0].startswith(f"<{kind} of Sample API at http://") and told[0] == told[2]
    )
    assert told[1].startswith(f"<client.parcels of sample_api.{kind} at http://")
    where = f" of sample_api.{kind} at http://"
    assert repr(client.raw).startswith(f"<client.raw{where}")
    assert repr(client.raw.parcels).startswith(f"<client.raw.parcels{where}")
    assert "pass-word" not in repr(client.raw) + repr(client.raw.parcels)
    alone = type(client.parcels)(client)
    assert repr(alone).startswith(f"<{type(alone).__name__} of sample_api.{kind} at")
