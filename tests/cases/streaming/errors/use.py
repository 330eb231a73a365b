"""The body of an error is read whole, also one that is described as a stream."""

from __future__ import annotations

from case_streaming_errors import Client, InternalServerError

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url, retries=0) as client:
        server.will("data: 1\n\n", content_type="text/event-stream")
        assert list(client.watch()) == [1]
        server.will("data: {}\n\n", 500, content_type="text/event-stream")
        try:
            client.watch()
            raise AssertionError("an error was taken for a stream")
        except InternalServerError as error:
            assert error.body == error.text == "data: {}\n\n"
