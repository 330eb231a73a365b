"""Errors: what they know, that they travel, and what they say."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import typing

import pytest

from .conftest import PARCEL, Driver
from .server import Answer, Server


def caught(api: Driver, server: Server, rt: typing.Any) -> list[typing.Any]:
    """One error of each class there is, as calls raise them."""
    statuses = (400, 401, 403, 404, 409, 418, 422, 429, 500)
    answers = [Answer(one, json={"message": "no"}) for one in statuses]
    answers += [Answer(drop=True), Answer(json=[1])]
    found: list[typing.Any] = []
    for answer in answers:
        server.say(answer)
        with pytest.raises(rt.ApiError) as error:
            api.run(lambda c: c.parcels.get("x"), retries=0)
        found.append(error.value)
    with pytest.raises(rt.RequestTimeoutError) as late:
        server.say(Answer(chunks=lambda: iter([b" "] * 3)))
        hooks = rt.Hooks(on_request=lambda info: api.time.sleep(2))
        api.run(lambda c: c.parcels.get("x"), timeout=1, hooks=hooks)
    with pytest.raises(rt.ConfigurationError) as unset:
        api.client(token=None)
    return [*found, late.value, unset.value, rt.ConstraintError(())]


def test_every_error_pickles_and_copies_and_knows_its_call(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    errors = caught(api, server, rt)
    module = inspect.getmodule(rt.ApiError)
    classes = {
        one
        for _, one in inspect.getmembers(module, inspect.isclass)
        if issubclass(one, rt.ApiError) and one is not rt.ApiError
    }
    assert classes <= {base for one in errors for base in type(one).__mro__}
    for error in errors:
        for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
            assert type(twin) is type(error) and str(twin) == str(error)
            assert twin.args == error.args and vars(twin).keys() == vars(error).keys()
            assert repr(getattr(twin, "request", None)) == repr(
                getattr(error, "request", None)
            )
        if isinstance(error, (rt.StatusError, rt.TransportError, rt.DecodeError)):
            assert error.attempts == 1 and error.elapsed >= 0
            assert error.request.operation == "GET /parcels/{Id}"
            assert "top-secret-token" not in repr(error.request) + str(error)


def test_problem_details_are_the_message(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    body = b'{"title": "No credit", "detail": "You have 3, it costs 5.", "status": 403}'
    kind = {"content-type": "application/problem+json"}
    server.say(Answer(403, body=body, headers=kind))
    with pytest.raises(rt.ForbiddenError) as error:
        api.run(lambda c: c.parcels.list())
    assert str(error.value).endswith(
        "403, the credentials do not allow this: No credit: You have 3, it costs 5."
    )
    assert error.value.body["detail"] == "You have 3, it costs 5."
    for odd in (b"[1]", b"{", b'{"title": 3}'):
        server.say(Answer(403, body=odd, headers=kind))
        with pytest.raises(rt.ForbiddenError) as error:
            api.run(lambda c: c.parcels.list())
        assert str(error.value).endswith(odd.decode())


def test_what_a_hook_raises_is_raised_and_the_client_goes_on(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    def refuse(info: object) -> None:
        raise LookupError("not now")

    server.say(Answer(json=PARCEL))
    client = api.client()
    hooked = client.with_options(hooks=rt.Hooks(on_request=refuse))
    with pytest.raises(LookupError, match="not now"):
        api.use(hooked, lambda c: c.parcels.get("x"))
    assert api.use(client, lambda c: c.parcels.get("x")).name == "books"


@pytest.mark.parametrize("read", ["from_dict", "from_json"])
def test_a_decode_error_of_a_model_names_it(
    m: typing.Any, rt: typing.Any, read: str
) -> None:
    told = {"Id": PARCEL["Id"], "Name": 3}
    given = told if read == "from_dict" else json.dumps(told)
    with pytest.raises(rt.DecodeError) as caught:
        getattr(m.Parcel, read)(given)
    error = caught.value
    assert str(error) == "Parcel: expected a string at $.Name, found the number 3"
    assert (error.path, error.operation) == ("$.Name", "")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize(
    ("text", "told"),
    [("{", "Parcel: expected JSON"), ("null", "Parcel: expected an o")],
)
def test_what_is_no_object_at_all_names_the_model_too(
    m: typing.Any, rt: typing.Any, text: str, told: str
) -> None:
    with pytest.raises(rt.DecodeError, match=f"^{told}"):
        m.Parcel.from_json(text)
