"""What a fake client is told to return is what its calls return, as they are typed."""

from __future__ import annotations

import case_testing_answers_of_every_kind.models as m
from case_testing_answers_of_every_kind import Drift
from case_testing_answers_of_every_kind.testing import FakeClient, when

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    drifts: list[Drift] = []
    client = FakeClient(on_drift=drifts.append)
    assert client.get_either() == m.Done(result="result")
    when(client.get_either).returns(m.Begun(job="1"), m.Done(result="2"))
    begun = client.raw.get_either()
    assert (begun.status, begun.data) == (202, m.Begun(job="1"))
    assert client.get_either() == m.Done(result="2")
    assert (client.get_text(), client.get_number(), client.get_string()) == (
        "value",
        1,
        "value",
    )
    when(client.get_text).returns("a", "")
    assert (client.get_text(), client.get_text()) == ("a", "")
    when(client.get_number).returns(5)
    assert client.get_number() == 5
    when(client.get_string).returns("b")
    assert client.get_string() == "b"
    assert client.get_any() == {}
    when(client.get_any).returns({"a": [1, None]}, None, m.Done(result="3"))
    assert client.get_any() == {"a": [1, None]}
    assert client.get_any() is None
    assert client.get_any() == {"result": "3"}
    when(client.get_both).returns(m.Done(result="4"))
    assert client.get_both() == m.Done(result="4")
    assert client.get_null() == 1
    when(client.get_null).returns(None, 2)
    assert (client.get_null(), client.get_null()) == (None, 2)
    when(client.delete_none).returns(None)
    assert client.raw.delete_none().status == 202
    assert client.get_silent() is None
    when(client.get_silent).returns([1])
    assert client.get_silent() == [1]
    assert client.get_blob() == b"content"
    when(client.get_blob).returns(b"\x00{")
    assert client.get_blob() == b"\x00{"
    assert client.head_it() is None
    assert drifts == []
    assert server.requests == []
