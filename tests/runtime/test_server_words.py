"""What servers say that makes no sense is an ``ApiError``, or not minded at all."""

from __future__ import annotations

import base64
import json
import typing

import pytest

from .conftest import PARCEL, Driver
from .server import Answer, Request, Server
from .test_streams import EVENTS, collect, operation
from .token_server import issuer

LONG = "9" * 5000
SUPERSCRIPT = "\u00b2"


@pytest.mark.parametrize(
    "location",
    [
        "http://[",
        f"http://{'a' * 300}.dev/",
        f"http://{'a.' * 200}dev/",
        "http://a..dev/",
        "http:///x",
        "http://a:99999999/",
    ],
)
def test_a_redirect_to_no_address_is_not_followed(
    api: Driver, server: Server, rt: typing.Any, location: str
) -> None:
    server.say(Answer(302, headers={"Location": location}))
    with pytest.raises(rt.StatusError, match=r"a redirect .* that is not followed"):
        api.run(lambda c: c.parcels.get("x"), retries=0)


@pytest.mark.parametrize("location", [f"/{'a' * 70_000}", "/a\x01b", "/\ud800"])
def test_nor_one_that_only_some_transports_let_through(
    rt: typing.Any, location: str
) -> None:
    assert redirects(rt).redirected(asked(rt), reply(rt, location)) is None


def redirects(rt: typing.Any) -> typing.Any:
    import sample_api._runtime.redirects as module

    return module


def asked(rt: typing.Any) -> typing.Any:
    from sample_api._runtime.redact import Redactor
    from sample_api._runtime.wire import Outgoing

    return Outgoing("GET", "http://a.dev/x", {}, operation="", redactor=Redactor())


def reply(rt: typing.Any, location: str) -> typing.Any:
    from sample_api._runtime.views import Headers
    from sample_api._runtime.wire import Reply

    return Reply(302, Headers([("Location", location)]), b"")


@pytest.mark.parametrize(
    "charset",
    ["idna", "punycode", "undefined", "unicode_escape", "base64", "rot13", "x" * 999],
)
def test_a_charset_that_is_none_is_read_as_utf_8(
    api: Driver, server: Server, rt: typing.Any, charset: str
) -> None:
    headers = {"Content-Type": f"text/plain; charset={charset}"}
    server.say(Answer(400, body="é-\\x41".encode(), headers=headers))
    with pytest.raises(rt.BadRequestError) as error:
        api.run(lambda c: c.parcels.get("x"))
    assert error.value.text == "é-\\x41"


@pytest.mark.parametrize("length", [LONG, SUPERSCRIPT, "-1", "1e3", ""])
def test_a_length_that_is_none_is_not_minded(
    api: Driver, rt: typing.Any, length: str
) -> None:
    import httpx2

    def handle(request: httpx2.Request) -> httpx2.Response:
        typed = (b"Content-Type", b"application/json")
        headers = [typed, (b"Content-Length", length.encode("latin-1"))]
        return httpx2.Response(200, headers=headers, content=json.dumps(PARCEL))

    own = httpx2.AsyncClient if api.asynchronous else httpx2.Client
    client = own(transport=httpx2.MockTransport(handle))
    found = api.run(lambda c: c.parcels.get("x"), http_client=client)
    assert found.name == "books"


@pytest.mark.parametrize("digits", [19, 400, 5000])
def test_a_reconnection_time_beyond_all_sense_is_not_minded(
    api: Driver, server: Server, rt: typing.Any, digits: int
) -> None:
    events = b"retry: " + b"9" * digits + b"\nid: 1\ndata: {}\n\n"
    headers = {**EVENTS, "content-length": str(len(events) + 1)}
    broken = Answer(headers=headers, chunks=lambda: iter([events]))
    last = Answer(headers=EVENTS, chunks=lambda: iter([b"id: 2\ndata: {}\n\n"]))
    server.say(broken, last)
    stream = operation(rt, "text/event-stream", "rt.Event[typing.Any]")
    events_found = collect(api, stream)
    assert [one.id for one in events_found] == ["1", "2"]
    assert [one.retry for one in events_found] == [None, None]
    assert api.time.waits and max(api.time.waits) < 60


@pytest.mark.parametrize(
    "expires_in", [10**400, LONG, SUPERSCRIPT, float(10**300), -1, "soon", [1]]
)
def test_a_life_of_a_token_that_is_none_is_not_minded(
    api: Driver, rt: typing.Any, expires_in: object
) -> None:
    with issuer(expires_in=expires_in) as server:
        driver = Driver(api.package, server.url, api.asynchronous)
        grant = rt.ClientCredentials(client_id="me", client_secret="secret-1")
        assert driver.run(lambda c: c.parcels.get("x"), token=grant).name == "books"


@pytest.mark.parametrize("total", [float("inf"), "1e400", LONG, [1]])
def test_a_total_that_is_none_is_not_minded(rt: typing.Any, total: object) -> None:
    from sample_api._runtime.counting import _whole

    assert _whole(total) is None


@pytest.mark.parametrize("identity", ["", "..", ".", "\ud800", "%2e%2e", None])
def test_an_answer_that_names_nothing_to_wait_for_is_a_decode_error(
    api: Driver, server: Server, rt: typing.Any, identity: str | None
) -> None:
    from sample_api.resources import parcels

    waiter = rt.Waiter(parcels._GET, field="status", done=("sent",))
    watch = rt.Watch(timeout=10, interval=1, on_update=None, progress=False)
    start = rt.Operation("POST", "/parcels", responses={"200": "m.Parcel"})
    server.say(Answer(json={**PARCEL, "Name": identity}))
    plan = waiter.after(start, {"Id": "name"}, watch)
    if identity == "%2e%2e":  # it is escaped, and so leads where it should
        server.say(
            Answer(json={**PARCEL, "Name": identity}),
            Answer(json={**PARCEL, "Status": "sent"}),
        )
        api.run(lambda c: c.parcels._run(plan))
        assert server.requests[-1].path == "/parcels/%252e%252e"
        return
    with pytest.raises(rt.DecodeError, match="what to wait for at name") as error:
        api.run(lambda c: c.parcels._run(plan))
    assert error.value.status == 200 and error.value.attempts == 1
    assert len(server.requests) == 1


@pytest.mark.parametrize("user", ["a:b@", "a@", "@", ":@"])
def test_no_server_says_who_asks(
    api: Driver, server: Server, rt: typing.Any, user: str
) -> None:
    there = f"{server.url.replace('//', f'//{user}')}/parcels/y"
    server.say(Answer(302, headers={"Location": there}), Answer(json=PARCEL))
    api.run(lambda c: c.parcels.get("x"))
    assert server.requests[-1].path == "/parcels/y"
    assert server.requests[-1].headers["authorization"] == "Bearer top-secret-token"


def test_a_link_says_neither_who_asks(rt: typing.Any) -> None:
    linked = redirects(rt).linked
    assert linked("http://h.dev/a", "http://a:b@h.dev/b") == ("http://h.dev/b", False)
    assert linked("http://h.dev/a", "http://a:b@o.dev/b") == ("http://o.dev/b", True)
    own = "http://me:pw@h.dev/a"
    assert linked(own, "/b") == ("http://me:pw@h.dev/b", False)
    assert linked(own, "http://a:b@h.dev/b") == ("http://me:pw@h.dev/b", False)
    assert linked(own, "http://h.dev/b") == ("http://me:pw@h.dev/b", False)
    for link in ("http://[", "/\ud800"):
        with pytest.raises(ValueError, match="astray"):
            linked(own, link)


def test_the_user_of_the_base_url_is_kept_on_the_way(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    url = server.url.replace("//", "//me:pw@")
    away = f"{server.url.replace('//', '//a:b@')}/parcels/y"
    server.say(Answer(302, headers={"Location": away}), Answer(json=PARCEL))
    described = rt.Api(package="sample_api", title="Sample API", version="1")
    cls = rt.AsyncClient if api.asynchronous else rt.Client
    api.use(cls(described, base_url=url), lambda c: c.request("GET", "/parcels/x"))
    pair = base64.b64encode(b"me:pw").decode()
    sent: list[Request] = server.requests
    assert [one.headers["authorization"] for one in sent] == [f"Basic {pair}"] * 2


@pytest.mark.parametrize("live", ["text", "function"])
@pytest.mark.parametrize("argument", ["token", "access_key"])
def test_a_credential_that_no_header_can_hold_is_said_to_be_so(
    api: Driver, server: Server, rt: typing.Any, argument: str, live: str
) -> None:
    read = "read-of-a-file\n"
    given: typing.Any = read if live == "text" else lambda: read
    others = {"secret_key": "s-123", "token": None} if argument == "access_key" else {}
    with pytest.raises(rt.ConfigurationError) as error:
        api.run(lambda c: c.parcels.get("x"), **{**others, argument: given})
    assert str(error.value).startswith(f"{argument} ") and "strip" in str(error.value)
    assert "read-of" not in repr(error.value)
    assert server.requests == []
