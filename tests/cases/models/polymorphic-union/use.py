"""What redefines its base is no subclass of it, and comes beside it in a union."""

from __future__ import annotations

from case_models_polymorphic_union import Client, Drift
from case_models_polymorphic_union.models import Copy, Count, CountResult, Job, Other

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        chain = {
            "type": "copy",
            "bytes": 3,
            "next": {"type": "count", "result": {"total": 2}},
        }
        server.will(chain)
        job = client.post_job(Copy(bytes=3))
        assert server.last.json() == {"type": "copy", "bytes": 3}
        counted = Count(result=CountResult(total=2))
        assert job == Copy(bytes=3, next=counted)
        assert isinstance(job, Job)
        assert not isinstance(counted, Job)
        assert job.to_dict() == chain

        for answer in ({"type": "new", "note": "n"}, {"note": "n"}):
            server.will(answer)
            other = client.post_job(counted)
            assert type(other) is Other
            assert other.note == "n"
            assert other.to_dict() == answer
        assert server.last.json() == {"type": "count", "result": {"total": 2}}
    assert drifts == []
