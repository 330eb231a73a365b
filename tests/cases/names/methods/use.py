"""Operations named like Python's words, like their class's members, and each other."""

from __future__ import annotations

from case_names_methods import Client

from tests.servers.scripted import Scripted

METHODS = {
    "/1": "class_",
    "/2": "print",
    "/3": "init",
    "/4": "self_",
    "/5": "wait_",
    "/6": "typing_",
    "/7": "pets_find",
    "/8": "pets_find_all",
    "/9": "pets_find_2",
    "/10": "n2fa",
    "/11": "do_it",
    "/12": "do_it_2",
    "/13": "日本",
    "/14": "grinning_face",
    "/15": "dot_dot_dot",
    "/16": "client",
    "/17": "list",
    "/18": "api",
    "/things": "list_things",
}


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        for path, name in METHODS.items():
            getattr(client.a, name)()
            assert server.last.path == path
            getattr(client.raw.a, name)()
            assert server.last.path == path
        client.a.get_thing("5")
        assert (server.last.method, server.last.path) == ("GET", "/things/5")
        client.a.cancel_thing("5")
        assert (server.last.method, server.last.path) == ("POST", "/things/5/cancel")
        client.users.list_users()
        assert server.last.path == "/20"
        client.users.list_user()
        assert server.last.path == "/21"
        client.close_()
        assert server.last.path == "/22"
        client.request_()
        assert server.last.path == "/23"
        client.a_()
        assert server.last.path == "/24"
