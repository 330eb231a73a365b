"""Secrets that a server gives back: no error shows them, or keeps them."""

from __future__ import annotations

import base64
import html
import json
import pickle
import traceback
import typing
from urllib.parse import quote, quote_plus

import pytest

from .conftest import Driver
from .server import Answer, Request, Server
from .token_server import issuer, oauth_error

ODD = 'S3C RET/+&="é<\\x'
PASSWORD = "pass-word-1"
PAIR = base64.b64encode(f"joe:{PASSWORD}".encode()).decode()


def spellings(secret: str) -> list[str]:
    """The ways in which servers give a text back."""
    written = json.dumps(secret)[1:-1]
    unicode = "".join(
        one if one.isalnum() and one.isascii() else f"\\u{ord(one):04X}"
        for one in secret
    )
    return [
        secret,
        quote(secret),
        quote(secret, safe=""),
        quote(secret, safe="").lower().replace("s3c", "S3C").replace("ret", "RET"),
        quote_plus(secret),
        written,
        json.dumps(secret, ensure_ascii=False)[1:-1],
        written.replace("/", "\\/"),
        unicode,
        html.escape(secret),
        secret.encode().decode("latin-1"),
        repr(secret)[1:-1],
        repr(secret.encode())[2:-1],
    ]


def shown(error: BaseException) -> str:
    """All that an error shows and keeps."""
    state = "".join(f"{value} {value!r}" for value in vars(error).values())
    kept = pickle.dumps(error).decode("utf-8", "replace")
    return "".join(traceback.format_exception(error)) + repr(error) + state + kept


@pytest.mark.parametrize("spelling", spellings(ODD))
def test_a_secret_is_found_however_it_is_spelled(
    api: Driver, server: Server, rt: typing.Any, spelling: str
) -> None:
    server.say(Answer(400, body=f"<{spelling}>".encode()))
    with pytest.raises(rt.BadRequestError) as error:
        api.run(
            lambda c: c.parcels.get("x"),
            token=None,
            access_key="a-key-1",
            secret_key=ODD,
        )
    assert error.value.text == "<…>"
    assert str(error.value).endswith(": 400: <…>")


@pytest.mark.parametrize("media", ["application/json", "application/problem+json"])
def test_a_secret_that_is_given_back_is_nowhere_in_the_error(
    api: Driver, server: Server, rt: typing.Any, media: str
) -> None:
    body = {
        "Message": "what is top-secret-token?",
        "detail": "top-secret-token",
        "n": 1,
    }
    headers = {"Content-Type": media, "X-Got": "Bearer top-secret-token"}
    server.say(Answer(400, json=body, headers=headers))
    with pytest.raises(rt.BadRequestError) as found:
        api.run(lambda c: c.parcels.get("x"), retries=0)
    error = found.value
    assert "top-secret" not in shown(error)
    assert error.headers["x-got"] == "Bearer …"
    assert json.loads(error.text) == {"Message": "what is …?", "detail": "…", "n": 1}
    assert error.body.message == "what is …?"


def test_an_answer_without_secrets_stays_as_it_came(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    body = b'{ "Message":"\xff top-secret",\r\n "n": 1.10 }'
    server.say(Answer(400, body=body, headers={"Content-Type": "application/json"}))
    with pytest.raises(rt.BadRequestError) as error:
        api.run(lambda c: c.parcels.get("x"))
    assert error.value.text == body.decode(errors="replace")


def test_a_secret_is_taken_out_of_other_charsets(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    body = '{"Message":"é top-secret-token"}'.encode("utf-16-le")
    headers = {"Content-Type": "application/json; charset=utf-16-le"}
    server.say(Answer(400, body=body, headers=headers))
    with pytest.raises(rt.BadRequestError) as error:
        api.run(lambda c: c.parcels.get("x"))
    assert error.value.text == '{"Message":"é …"}'
    assert error.value.body.message == "é …"


@pytest.mark.parametrize("length", [12, 200])
def test_a_value_that_does_not_fit_is_shown_without_secrets(
    api: Driver, server: Server, rt: typing.Any, length: int
) -> None:
    token = "S3CRET" * length
    server.say(Answer(json=token, headers={"X-Got": token}))
    with pytest.raises(rt.DecodeError) as error:
        api.run(lambda c: c.parcels.get("x"), token=token)
    assert "S3CRET" not in shown(error.value)
    assert "found the string '…'" in str(error.value)


def basic(api: Driver, rt: typing.Any, **given: typing.Any) -> typing.Any:
    """A client of an API with HTTP Basic."""
    scheme = rt.Basic("Basic", username="username", password="password")
    described = rt.Api(
        package="sample_api",
        title="Basic API",
        version="1",
        credentials=(scheme,),
        security=(("Basic",),),
    )
    cls = rt.AsyncClient if api.asynchronous else rt.Client
    return cls(described, credentials=given, base_url=api.url)


class Echo(Server):
    """Answers 400 with the credentials it got."""

    def take(self, request: Request) -> Answer:
        got = request.headers["authorization"]
        plain = base64.b64decode(got.partition(" ")[2]).decode()
        body = f"{got} is {plain}".encode()
        return Answer(400, body=body, headers={"X-Got": got})


@pytest.mark.parametrize("live", ["text", "function"])
def test_basic_credentials_are_hidden_as_they_are_sent(
    api: Driver, rt: typing.Any, live: str
) -> None:
    password: typing.Any = PASSWORD if live == "text" else lambda: PASSWORD
    server = Echo()
    driver = Driver(api.package, server.url, api.asynchronous)
    client = basic(driver, rt, username="joe-1", password=password)
    pair = base64.b64encode(f"joe-1:{PASSWORD}".encode()).decode()
    with pytest.raises(rt.BadRequestError) as error:
        driver.use(client, lambda c: c.request("GET", "/x"))
    server.close()
    assert error.value.text == "Basic … is joe-1:…"  # a user name is no secret
    assert pair not in shown(error.value) and PASSWORD not in shown(error.value)


def test_a_key_that_is_the_user_name_is_hidden(api: Driver, rt: typing.Any) -> None:
    server = Echo()
    driver = Driver(api.package, server.url, api.asynchronous)
    client = basic(driver, rt, username="sk-live-1", password="")
    with pytest.raises(rt.BadRequestError) as error:
        driver.use(client, lambda c: c.request("GET", "/x"))
    server.close()
    assert error.value.text == "Basic … is …:"


def test_the_credentials_of_a_request_for_a_token_are_hidden_as_they_are_sent(
    api: Driver, rt: typing.Any
) -> None:
    sent = base64.b64encode(b"me-1:s%2F1+%26").decode()
    with issuer(problem=oauth_error("invalid_client", f"got Basic {sent}")) as server:
        driver = Driver(api.package, server.url, api.asynchronous)
        grant = rt.ClientCredentials(client_id="me-1", client_secret="s/1 &")
        with pytest.raises(rt.TokenError) as error:
            driver.run(lambda c: c.parcels.get("x"), token=grant)
    assert error.value.description == "got Basic …"
    assert sent not in shown(error.value)


def test_an_issued_token_that_is_given_back_is_nowhere_in_the_error(
    api: Driver, rt: typing.Any
) -> None:
    with issuer() as server:
        server.issued = 4_000  # so that the token is long enough to be one
        server.revoked = True
        driver = Driver(api.package, server.url, api.asynchronous)
        grant = rt.ClientCredentials(client_id="me-1", client_secret="s-123")
        take = server.take

        def echo(request: Request) -> Answer:
            answer = take(request)
            if answer.status == 401:
                answer.headers = {"X-Got": request.headers["authorization"]}
            return answer

        server.take = echo  # type: ignore[method-assign]
        with pytest.raises(rt.UnauthorizedError) as error:
            driver.run(lambda c: c.parcels.get("x"), token=grant)
    assert error.value.headers["x-got"] == "Bearer …"
    assert "t4002" not in shown(error.value)
