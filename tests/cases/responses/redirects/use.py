"""A redirect is followed where that is safe, else it is the answer."""

from __future__ import annotations

import typing

import pytest
from case_responses_redirects import Client, StatusError

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    assert typing.get_type_hints(Client.archive)["return"] is bytes
    assert typing.get_type_hints(Client.login)["return"] is type(None)

    with Client(base_url=server.url, strict=True) as client:
        server.will(status=302, location="/elsewhere")
        server.will(b"PK", content_type="application/zip")
        assert client.archive() == b"PK"
        assert server.last.path == "/elsewhere"

        server.will(status=303, location="/home")
        assert client.login() is None
        server.will(status=303, location="/home")
        assert client.raw.login().headers["Location"] == "/home"

        server.will(status=302)
        with pytest.raises(StatusError):
            client.archive()
        server.will(status=304)
        with pytest.raises(StatusError) as caught:
            client.cached()
        assert caught.value.status == 304
