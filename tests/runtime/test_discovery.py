"""Metadata of a server: whose they must be for secrets to be sent where they say."""

from __future__ import annotations

import importlib
import typing

import pytest

from .conftest import PARCEL, Driver
from .token_server import Issuer, issuer

ID = PARCEL["Id"]
OPENID = "/.well-known/openid-configuration"
OAUTH = "/.well-known/oauth-authorization-server"


def ask(api: Driver, rt: typing.Any, server: Issuer, path: str) -> None:
    """A call whose token is got from where the metadata at a path say."""
    scheme = rt.OAuth2("Login", argument="token", discovery=path)
    described = rt.Api(
        package="sample_api",
        title="Sample API",
        version="1",
        credentials=(scheme,),
        security=(("Login",),),
    )
    server.metadata_at = path
    driver = Driver(api.package, server.url, api.asynchronous)
    cls = rt.AsyncClient if api.asynchronous else rt.Client
    token = rt.ClientCredentials(client_id="me", client_secret="secret-1")
    client = cls(described, credentials={"token": token}, base_url=server.url)
    driver.use(client, lambda c: c.request("GET", f"/parcels/{ID}"))


@pytest.mark.parametrize(
    ("path", "of"),
    [
        (OPENID, ""),
        (OPENID, "/"),  # a slash at its end is not in the address (4.1)
        (f"/tenant{OPENID}", "/tenant"),
        (f"/tenant{OPENID}", "/tenant/"),
        (OAUTH, ""),
        (f"{OAUTH}/tenant", "/tenant"),
        (f"/tenant{OAUTH}", "/tenant"),
    ],
)
def test_metadata_of_the_issuer_are_believed(
    api: Driver, rt: typing.Any, path: str, of: str
) -> None:
    with issuer() as server:
        server.metadata = {
            "issuer": server.url + of,
            "token_endpoint": f"{server.url}/token",
        }
        ask(api, rt, server, path)
        assert server.calls == ["Bearer t1"]


@pytest.mark.parametrize("path", [OPENID, f"/tenant{OPENID}", f"{OAUTH}/tenant"])
@pytest.mark.parametrize("told", ["https://evil.dev", "/other", None, 5, ["x"]])
def test_metadata_of_another_issuer_get_no_secret(
    api: Driver, rt: typing.Any, path: str, told: object
) -> None:
    with issuer() as server:
        named = server.url + told if told == "/other" else told
        endpoint = {"token_endpoint": f"{server.url}/token"}
        server.metadata = endpoint if named is None else {"issuer": named, **endpoint}
        with pytest.raises(rt.TokenError) as error:
            ask(api, rt, server, path)
        assert server.asked == []
        tenant = "/tenant" if "tenant" in path else ""
        assert f"not of '{server.url}{tenant}'" in str(error.value)
        if isinstance(named, str):
            assert repr(named) in str(error.value)
        assert "token_url" in str(error.value)


def test_metadata_elsewhere_send_secrets_to_their_own_origin(
    api: Driver, rt: typing.Any
) -> None:
    with issuer() as server, issuer() as other:
        server.metadata = {"token_endpoint": f"{server.url}/token"}
        ask(api, rt, server, "/metadata")
        assert server.calls == ["Bearer t1"]
        server.metadata = {"token_endpoint": f"{other.url}/token"}
        with pytest.raises(rt.TokenError, match="is elsewhere, and not encrypted"):
            ask(api, rt, server, "/metadata")
        assert other.requests == []


def test_a_token_endpoint_without_a_host_that_can_be_is_refused(
    api: Driver, rt: typing.Any
) -> None:
    with issuer() as server:
        long = f"https://{'a' * 300}.dev/token"
        server.metadata = {"issuer": server.url, "token_endpoint": long}
        with pytest.raises(rt.ConfigurationError, match="token_url"):
            ask(api, rt, server, OPENID)


def test_the_issuer_is_what_an_address_is_of_without_its_well_known_part() -> None:
    found = importlib.import_module("oasmith.runtime.discovery")._issuer
    assert (
        found("https://a.dev/x/.well-known/openid-configuration") == "https://a.dev/x"
    )
    assert found("https://a.dev/.well-known/custom/x/y") == "https://a.dev/x/y"
    assert found("https://a.dev/metadata") is None
