"""Alternatives, several schemes at once, none, and what only looks like one."""

from __future__ import annotations

import inspect

import pytest
from case_security_requirements import Client, ConfigurationError

from tests.servers.scripted import Scripted


def sent(server: Scripted) -> dict[str, str]:
    headers = server.last.headers
    return {
        name: headers[name] for name in ("x-key", "authorization") if name in headers
    }


def use(server: Scripted) -> None:
    arguments = inspect.signature(Client).parameters
    assert {"api_key", "api_key_2", "token", "username", "password"} <= set(arguments)
    assert "site" not in arguments, "one token serves all flows asked together"

    with Client(base_url=server.url, api_key="k") as client:
        client.default()
        assert sent(server) == {"x-key": "k"}
        client.open()
        assert sent(server) == {}
        client.maybe()
        assert sent(server) == {}
        client.typo()
        assert sent(server) == {}
        with pytest.raises(ConfigurationError, match=r"api_key=.* and token="):
            client.both()

    with Client(base_url=server.url, api_key_2="other", token="t") as client:
        client.default()
        assert sent(server) == {"x-key": "other", "authorization": "Bearer t"}
        client.maybe()
        assert sent(server) == {"authorization": "Bearer t"}
        client.tokens()
        assert sent(server) == {"authorization": "Bearer t"}

    with Client(base_url=server.url) as client:
        client.open()
        with pytest.raises(ConfigurationError):
            client.default()
