"""A method says which of its results another one takes."""

from __future__ import annotations

from case_responses_links import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    words = " ".join(str(Client.create.__doc__).split())
    assert "Its ``id`` is the ``job_id`` of ``read``." in words
    assert "Its header ``X-Job`` is the ``job_id`` of ``stop``." in words
    with Client(base_url=server.url) as client:
        server.will({"id": "a/1"}, status=201)
        job = client.create()
        server.will(status=204)
        client.read(job.id)
        assert server.last.path.endswith(("/jobs/a%2F1", "/jobs/a/1"))
