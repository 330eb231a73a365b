"""Base URLs: the first server that can be called, and no placeholder ever."""

from __future__ import annotations

import pytest

from oasmith.ir.api import Server, Variable
from oasmith.python.servers import base_url, operation_url

from .building import AT


def server(url: str, **variables: str) -> Server:
    made = tuple(Variable(name, default) for name, default in variables.items())
    return Server(url, made, "", AT)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://api.acme.dev/v1/", "https://api.acme.dev/v1"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("/v1", None),
        ("//acme.dev", None),
        ("ftp://acme.dev", None),
        ("https://air.invalid", None),
        ("https://acme.test", None),
        ("https://api.example.com/v1", None),
        ("https://example.org", None),
        ("https://notexample.com", "https://notexample.com"),
        ("https://{region}.acme.dev", None),
        ("https://acme.dev:port", None),
        ("https://acme .dev", None),
        ("https://[::1", None),
        ("", None),
    ],
)
def test_a_server_is_called_or_not(url: str, found: str | None) -> None:
    assert base_url([server(url)], "") == found


def test_variables_are_filled_with_their_defaults() -> None:
    told = server("https://{region}.acme.dev/{base}", region="eu", base="v2")
    assert base_url([told], "") == "https://eu.acme.dev/v2"


def test_the_first_server_that_can_be_called_is_taken() -> None:
    told = [server("/"), server("https://a.dev"), server("https://b.dev")]
    assert base_url(told, "") == "https://a.dev"


def test_the_configuration_has_the_last_word() -> None:
    assert base_url([server("https://a.dev")], "required") is None
    assert base_url([server("https://a.dev")], "https://c.dev") == "https://c.dev"


def test_an_operation_may_stand_below_the_clients_address() -> None:
    assert operation_url([server("/upload")]) == "/upload"
    assert operation_url([server("https://up.acme.dev/")]) == "https://up.acme.dev"
    assert operation_url([server("/{x}")]) is None
