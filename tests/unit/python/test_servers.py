"""Base URLs: the first server that can be called, and no placeholder ever."""

from __future__ import annotations

import re

import pytest

from oasmith.ir.api import Server, Variable
from oasmith.python.servers import (
    Address,
    address_of,
    address_words,
    client_address,
    operation_url,
    server_arguments,
)

from .building import AT, api, context


def server(url: str, doc: str = "", **defaults: str) -> Server:
    """A server as it is read: with a variable for each name in its braces."""
    made = tuple(
        Variable(name, defaults.get(name, "")) for name in re.findall("{(.*?)}", url)
    )
    return Server(url, made, doc, AT)


def url_of(told: list[Server], setting: str = "") -> str | None:
    found = address_of(told, setting)
    return None if found is None else found.url


def needed(address: Address | None) -> list[str]:
    assert address is not None
    return [one.name for one in address.variables if not one.default]


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://api.acme.dev/v1/", "https://api.acme.dev/v1"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("/v1", None),
        ("//acme.dev", "https://acme.dev"),
        ("ftp://acme.dev", None),
        ("https://air.invalid", None),
        ("https://acme.test", None),
        ("https://api.example.com/v1", None),
        ("https://example.org", None),
        ("https://notexample.com", "https://notexample.com"),
        ("https://{region}.example.com", None),
        ("https://your-domain.atlassian.net", None),
        ("https://your-company.com/api", None),
        ("https://YOUR_TENANT.acme.dev", None),
        ("https://api.yourdomain.com", None),
        ("https://yourCompanyName.acme.dev", None),
        ("https://<your-domain>.acme.dev", None),
        ("http://HOSTNAME/api/v3", None),
        ("https://robot-ws.your-server.de", "https://robot-ws.your-server.de"),
        ("https://yourls.org", "https://yourls.org"),
        ("https://youronlinechoices.com", "https://youronlinechoices.com"),
        ("https://api.hostname.dev", "https://api.hostname.dev"),
        ("api.acme.dev", None),
        ("https://acme.dev:port", None),
        ("https://acme .dev", None),
        ("https://[::1", None),
        ("", None),
    ],
)
def test_a_server_is_called_or_not(url: str, found: str | None) -> None:
    assert url_of([server(url)]) == found


def test_variables_stay_in_the_address() -> None:
    told = server("https://{region}.acme.dev/{base}", region="eu", base="v2")
    found = address_of([told], "")
    assert found == Address(told.url, told.variables)
    assert found.is_complete


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (server("https://{region}.acme.dev/{base}", base="v2"), ["region"]),
        (server("{endpoint}/v1"), ["endpoint"]),
        (server("{scheme}://{host}:{port}/v1"), ["scheme", "host", "port"]),
        (server("https://{host}/{v}", host="api.example.com", v="v1"), ["host"]),
        (server("https://{site}.acme.dev", site="your-site"), ["site"]),
        (
            server("https://{yourDomain}.acme.dev", yourDomain="yourDomain"),
            ["yourDomain"],
        ),
        (server("{p}://{hostname}/v3", p="http", hostname="HOSTNAME"), ["hostname"]),
    ],
)
def test_what_has_no_usable_default_must_be_given(
    told: Server, names: list[str]
) -> None:
    assert needed(address_of([told], "")) == names


def test_a_server_that_needs_nothing_comes_first() -> None:
    told = [server("https://{tenant}.acme.dev"), server("https://acme.dev")]
    assert url_of(told) == "https://acme.dev"


def test_https_is_taken_where_it_is_listed_too() -> None:
    told = [server("http://{r}.a.dev", r="eu"), server("https://{r}.a.dev", r="eu")]
    assert url_of(told) == "https://{r}.a.dev"
    assert url_of(told[:1]) == "http://{r}.a.dev"


def test_the_first_server_that_can_be_called_is_taken() -> None:
    told = [server("/"), server("https://a.dev"), server("https://b.dev")]
    assert url_of(told) == "https://a.dev"


def test_the_configuration_has_the_last_word() -> None:
    told = [server("https://{region}.a.dev", region="eu")]
    assert url_of(told, "required") is None
    assert address_of(told, "https://c.dev") == Address("https://c.dev")


def test_an_operation_may_stand_below_the_clients_address() -> None:
    assert operation_url([server("/upload")], {}) == "/upload"
    assert operation_url([server("v2/upload")], {}) == "v2/upload"
    assert operation_url([server("https://up.acme.dev/")], {}) == "https://up.acme.dev"
    assert operation_url([server("/{x}")], {}) is None


def test_an_operation_shares_the_variables_of_the_client() -> None:
    told = server("https://up.{Region}.a.dev/{v}", Region="eu", v="2")
    names = {"Region": "region"}
    assert operation_url([told], names) == "https://up.{region}.a.dev/2"
    assert operation_url([told], {}) == "https://up.eu.a.dev/2"


def test_a_placeholder_that_the_client_has_an_argument_for_is_filled() -> None:
    told = server("{p}://{hostname}/uploads", p="http", hostname="HOSTNAME")
    names = {"p": "p", "hostname": "hostname"}
    assert operation_url([told], names) == "{p}://{hostname}/uploads"
    assert operation_url([told], {}) is None


def test_the_arguments_of_a_client_say_what_they_are() -> None:
    region = Variable("Region", "eu", ("eu", "us"), "Where the data lies")
    told = Server("https://{Region}.a.dev", (region,), "", AT)
    made = context(api(servers=(told, server("https://test.a.dev/v1", "Sandbox"))))
    (argument,) = server_arguments(made)
    assert argument.argument == "region"
    assert argument.variable == "TEST_API_REGION"
    assert argument.words == "Where the data lies. One of ``eu``, ``us``."
    assert argument.default == "eu"
    assert address_words(made) == (
        "Where the API is. Default: ``$TEST_API_BASE_URL``, else"
        " ``https://{region}.a.dev``. Known servers: ``https://test.a.dev/v1``"
        " (Sandbox)."
    )


def test_a_relative_server_says_how_the_address_ends() -> None:
    made = context(api(servers=(server("/api/v2/"),)))
    assert client_address(made) is None
    assert address_words(made) == (
        "Where the API is, ending in ``/api/v2``. Default: ``$TEST_API_BASE_URL``."
    )
