"""Arguments that make no sense: an error names each and says what to write."""

from __future__ import annotations

import copy
import pickle
import typing
from functools import partial

import pytest

from .conftest import PARCEL, Driver
from .server import Answer, Server

WRONG: list[tuple[dict[str, typing.Any], str]] = [
    ({"timeout": "5"}, "timeout is a positive number of seconds, or None, not '5'"),
    ({"timeout": 0}, "timeout is a positive number of seconds, or None, not 0"),
    ({"retries": "3"}, r"retries is a number from 0 on, or Retries\(.*\), not '3'"),
    ({"retries": None}, "retries is a number"),
    ({"max_response_size": "1"}, "max_response_size is a positive number of bytes"),
    ({"headers": ["a"]}, "headers is a dict of texts, not a list"),
    ({"json": "orjson"}, "json is 'standard' or 'msgspec', not 'orjson'"),
    ({"hooks": {"on_request": print}}, r"hooks is Hooks\(on_request=…\)"),
    ({"on_drift": "print"}, "on_drift is a function"),
    ({"sign": "secret"}, "sign is a function"),
    ({"token": 3}, "token is a string or a function that gives one, .* type int"),
    (
        {"access_key": b"k", "secret_key": "s"},
        "access_key is a string or .* type bytes",
    ),
    ({"base_url": ""}, r"base_url is empty: give base_url=… \(or SAMPLE_BASE_URL\)"),
    ({"base_url": " "}, "base_url is empty"),
]
DERIVED = (
    "timeout",
    "max_response_size",
    "headers",
    "hooks",
    "on_drift",
    "base_url",
    "json",
)


@pytest.mark.parametrize(("given", "told"), WRONG)
def test_a_wrong_argument_is_named(
    api: Driver, rt: typing.Any, given: dict[str, typing.Any], told: str
) -> None:
    with pytest.raises(rt.ConfigurationError, match=told):
        api.client(**given)


@pytest.mark.parametrize(
    ("given", "told"), [one for one in WRONG if next(iter(one[0])) in DERIVED]
)
def test_a_client_is_not_derived_with_it_either(
    api: Driver, rt: typing.Any, given: dict[str, typing.Any], told: str
) -> None:
    client = api.client()
    with pytest.raises(rt.ConfigurationError, match=told):
        client.with_options(**given)


def test_an_empty_address_never_stands_for_that_of_the_description(
    api: Driver, rt: typing.Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = rt.Api(
        package="sample_api",
        title="T",
        version="1",
        base_url="https://{region}.example",
        variables={"region": "eu"},
    )
    monkeypatch.setenv("SAMPLE_BASE_URL", "https://variable.example")
    base = rt.AsyncClient if api.asynchronous else rt.Client
    for wrong in ({"base_url": ""}, {"variables": {"region": ""}}):
        with pytest.raises(rt.ConfigurationError, match=r"is empty: give .* or leave"):
            base(given, **wrong)
    assert base(given)._settings.base_url == "https://eu.example"


def test_a_token_that_cannot_be_sent_is_not_shown(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    with pytest.raises(rt.ConfigurationError, match=r"token holds .*strip\(\)") as one:
        api.client(token="top-secret\n")
    with pytest.raises(rt.ConfigurationError, match=r"token holds .*strip\(\)") as two:
        api.run(lambda c: c.parcels.get("x"), token=lambda: "top-secret\n")
    for caught in (one, two):
        assert "top-secret" not in str(caught.value)
        assert caught.value.__cause__ is None and caught.value.__suppress_context__
    assert not server.requests


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"timeout": 3, "query": {}}, r"Options\(timeout=…, query=…\), not a dict"),
        (3, r"Options\(timeout=…\), not a int"),
        ({}, r"options is Options\(.*\), not a dict"),
    ],
)
def test_options_are_not_a_dict(
    api: Driver, server: Server, options: typing.Any, told: str
) -> None:
    with pytest.raises(TypeError, match=told):
        api.run(lambda c: c.parcels.get("x", options=options))
    assert not server.requests


def get(client: typing.Any, options: typing.Any) -> typing.Any:
    return client.parcels.get("x", options=options)


def test_wrong_options_of_one_call_are_named(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    for options, told in (
        (rt.Options(timeout="5"), "timeout is"),
        (rt.Options(retries="3"), "retries is"),
    ):
        with pytest.raises(rt.ConfigurationError, match=told):
            api.run(partial(get, options=options))
    with pytest.raises(rt.ConfigurationError, match="count and times are numbers"):
        api.client(retries=rt.Retries(first="1"))
    assert not server.requests


def test_a_client_is_not_pickled_and_says_what_to_do(
    api: Driver, server: Server
) -> None:
    server.say(Answer(json=PARCEL))
    client = api.client()
    assert client.parcels.__class__
    for one in (client, client.parcels, client.raw):
        with pytest.raises(TypeError, match="make one in each process"):
            pickle.dumps(one)
    with pytest.raises(TypeError, match="make one in each process"):
        copy.deepcopy(client)
