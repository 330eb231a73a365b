"""Tags named like what a client has, and like each other."""

from __future__ import annotations

from case_names_resources import Client

from tests.servers.scripted import Scripted

PLACES = (
    ("self_", "look", "/1"),
    ("client", "look2", "/2"),
    ("raw_", "look3", "/3"),
    ("request_", "look4", "/4"),
    ("close_", "look5", "/5"),
    ("with_options_", "look6", "/6"),
    ("日本", "look8", "/8"),
    ("a_b", "look9", "/9"),
    ("users_2", "look10", "/10"),
    ("users", "look11", "/11"),
    ("async_", "look12", "/12"),
    ("raw_users", "look13", "/13"),
    ("client_2", "look14", "/14"),
    ("raw_client", "look15", "/15"),
    ("mapping", "look16", "/16"),
    ("callable", "look17", "/17"),
    ("models", "look18", "/18"),
    ("import_", "look19", "/19"),
    ("init", "look20", "/20"),
    ("con_", "look21", "/21"),
    ("grinning_face", "look22", "/22"),
    ("orders", "look23", "/23"),
    ("typing_", "look24", "/24"),
    ("str", "look25", "/25"),
    ("none", "look27", "/27"),
)


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        for resource, method, path in PLACES:
            getattr(getattr(client, resource), method)()
            assert server.last.path == path
            getattr(getattr(client.raw, resource), method)()
            assert server.last.path == path
        client.look7()
        assert server.last.path == "/7"
        client.look26()
        assert server.last.path == "/26"
        assert len({type(getattr(client, one)) for one, _, _ in PLACES}) == len(PLACES)
