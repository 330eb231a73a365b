"""A client certificate is an argument, and what connections have and no request."""

from __future__ import annotations

import inspect

import httpx2
import pytest
from case_security_certificate import Client, ConfigurationError

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    assert "Issued by the porter." in str(Client.__doc__)
    taken = inspect.signature(Client).parameters["cert"].annotation
    assert taken == "str | tuple[str, str] | None"

    with Client(base_url=server.url, api_key="k") as client:
        client.vault()
        assert server.last.headers["x-key"] == "k"
        client.safe()
    with (
        Client(base_url=server.url, cert="nowhere.pem", api_key="k") as client,
        pytest.raises(ConfigurationError, match=r"can be read from nowhere\.pem"),
    ):
        client.vault()
    with (
        httpx2.Client() as pool,
        pytest.raises(ConfigurationError, match="not both"),
    ):
        Client(base_url=server.url, cert="nowhere.pem", http_client=pool)
    with (
        Client(base_url=server.url) as client,
        pytest.raises(ConfigurationError, match=r"give api_key=… \(or"),
    ):
        client.safe()
