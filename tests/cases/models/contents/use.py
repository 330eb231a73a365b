"""Base64 is bytes; documents in a text stay the text."""

from __future__ import annotations

from case_models_contents import Client, Drift
from case_models_contents.models import Thing

from tests.servers.scripted import Scripted
from tests.support.there_and_back import there_and_back

WHOLE = {
    "base64": "aGk=",
    "picture": "iVBORw==",
    "for_urls": "aGk_",
    "quoted": "a=3Db",
    "octets": "as it came",
    "document": '{"n": 1}',
}


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    with Client(base_url=server.url, on_drift=drifts.append) as client:
        thing = there_and_back(server, client.get_thing, client.put_thing, WHOLE)
        assert (thing.base64, thing.picture) == (b"hi", b"\x89PNG")
        assert thing.document == '{"n": 1}'
        assert drifts == []
        there_and_back(server, client.get_thing, client.put_thing, {"base64": "?"})
        assert [drift.kind for drift in drifts] == ["format"]
    assert Thing(base64=b"ho").to_dict() == {"base64": "aG8="}
