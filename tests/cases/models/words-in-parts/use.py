"""What stands in a part of an ``allOf`` beside a ``$ref`` is told where it is used."""

from __future__ import annotations

import inspect

import case_models_words_in_parts as package
from case_models_words_in_parts import Client
from case_models_words_in_parts.models import Host, HostInput

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        server.will({"name": "a", "ETag": "7"})
        host = client.create_host(name="a")
        told = inspect.getdoc(client.create_host) or ""
    assert (host.name, host.etag) == ("a", "7")
    assert isinstance(host, HostInput)
    assert "name: The name of the host to be created." in told
    assert inspect.getdoc(Host) == "A host as it runs."
    assert "# Hosts\n\nRents out hosts.\n\n- Large\n" in (inspect.getdoc(Client) or "")
    public = [name for name in dir(package) if not name.startswith("_")]
    assert set(public) - {"client", "errors", "models"} == set(package.__all__)
