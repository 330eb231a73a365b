"""What is sent again, when, and that nothing is done twice."""

from __future__ import annotations

import typing

import pytest

from oasmith.runtime.backoff import asked_wait
from oasmith.runtime.views import Headers

from .conftest import PARCEL, Driver
from .server import Answer, Request, Server

OK = Answer(json=PARCEL)
EPOCH = 1_700_000_000.0


class Shop(Server):
    """Takes orders, each key once, and may lose or refuse the answer afterwards."""

    def __init__(self) -> None:
        super().__init__()
        self.orders: list[str] = []

    def take(self, request: Request) -> Answer:
        answer = super().take(request)
        refused = answer.status in (429, 503)
        key = request.headers.get("idempotency-key", "")
        if not refused and not (key and key in self.orders):
            self.orders.append(key)
        return answer


@pytest.fixture
def shop() -> typing.Iterator[Shop]:
    made = Shop()
    yield made
    made.close()


def order(rt: typing.Any, header: str = "") -> typing.Any:
    return rt.Operation(
        "POST", "/orders", responses={"200": "typing.Any"}, idempotency=header
    )


@pytest.mark.parametrize("fault", [Answer(drop=True), Answer(500), Answer(408)])
def test_a_key_makes_an_order_that_is_sent_again_one_order(
    api: Driver, shop: Shop, rt: typing.Any, fault: Answer
) -> None:
    shop.say(fault, fault, Answer(json=1))
    placed = order(rt, "Idempotency-Key")
    api.run(lambda c: c.__rt_call__(placed), base_url=shop.url)
    assert len(shop.requests) == 3 and len(shop.orders) == 1
    assert shop.orders != [""]


@pytest.mark.parametrize("fault", [Answer(drop=True), Answer(500), Answer(408)])
def test_without_a_key_what_may_have_been_done_is_not_done_again(
    api: Driver, shop: Shop, rt: typing.Any, fault: Answer
) -> None:
    shop.say(fault, Answer(json=1))
    with pytest.raises(rt.ApiError):
        api.run(lambda c: c.__rt_call__(order(rt)), base_url=shop.url)
    assert len(shop.orders) == 1


@pytest.mark.parametrize(
    "refusal", [Answer(429), Answer(503, headers={"Retry-After": "1"})]
)
def test_without_a_key_what_was_refused_is_sent_again(
    api: Driver, shop: Shop, rt: typing.Any, refusal: Answer
) -> None:
    shop.say(refusal, Answer(json=1))
    api.run(lambda c: c.__rt_call__(order(rt)), base_url=shop.url)
    assert len(shop.requests) == 2 and len(shop.orders) == 1


def test_statuses_and_times_can_be_set(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    own = rt.Retries(count=3, statuses=[404], first=1, longest=3)
    server.say(Answer(404), Answer(404), Answer(404), OK)
    api.run(lambda c: c.parcels.get("x"), retries=own)
    assert api.time.waits == [1.0, 2.0, 3.0]
    server.say(Answer(503), OK)
    with pytest.raises(rt.InternalServerError):
        api.run(lambda c: c.parcels.get("x", options=rt.Options(retries=own)))


def test_a_budget_ends_the_waiting(api: Driver, server: Server, rt: typing.Any) -> None:
    server.say(Answer(503))
    with pytest.raises(rt.InternalServerError, match="after 3 attempts"):
        api.run(lambda c: c.parcels.get("x"), retries=rt.Retries(count=9, budget=2))
    assert api.time.waits == [0.5, 1.0]


def test_patience_can_be_given(api: Driver, server: Server, rt: typing.Any) -> None:
    server.say(Answer(429, headers={"Retry-After": "90"}), OK)
    patient = rt.Retries(patience=100)
    api.run(lambda c: c.parcels.get("x"), retries=patient, timeout=None)
    assert api.time.waits == [90.0]


def test_settings_without_sense_are_refused(api: Driver, rt: typing.Any) -> None:
    for wrong in (-1, rt.Retries(count=-1), rt.Retries(first=-1)):
        with pytest.raises(rt.ConfigurationError):
            api.client(retries=wrong)
    assert rt.Retries() == rt.Retries(count=2)


@pytest.mark.parametrize(
    ("name", "value", "seconds"),
    [
        ("Retry-After", "7", 7.0),
        ("Retry-After", "Tue, 14 Nov 2023 22:13:27 GMT", 7.0),
        ("RateLimit-Reset", "7", 7.0),
        ("X-RateLimit-Reset", "7.5", 7.5),
        ("X-RateLimit-Reset", "1700000007", 7.0),
        ("X-RateLimit-Reset", "1700000007000", 7.0),
        ("X-Rate-Limit-Reset", "1699999990", 0.0),
        ("X-RateLimit-Reset-After", "0.5", 0.5),
        ("X-RateLimit-Reset", "soon", None),
        ("Retry-After", "-7", None),
        ("X-Other", "7", None),
    ],
)
def test_every_way_to_ask_for_patience_is_understood(
    name: str, value: str, seconds: float | None
) -> None:
    assert asked_wait(Headers([(name, value)]), lambda: EPOCH) == seconds


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Retry-After", "Tue, 14 Nov 2023 22:13:27 GMT"),
        ("X-RateLimit-Reset", "1700000007"),
        ("X-RateLimit-Reset", "1700000007000"),
    ],
)
@pytest.mark.parametrize("skew", [-86_400.0, 0.0, 86_400.0])
def test_moments_are_held_against_the_clock_that_told_them(
    name: str, value: str, skew: float
) -> None:
    sent = ("Date", "Tue, 14 Nov 2023 22:13:20 GMT")
    headers = Headers([sent, (name, value)])
    assert asked_wait(headers, lambda: EPOCH + skew) == 7.0
    here = Headers([("Date", "today"), (name, value)])
    assert asked_wait(here, lambda: EPOCH - 3) == 10.0


def test_a_moment_is_waited_for_by_the_clock_of_the_server(
    api: Driver, server: Server, rt: typing.Any
) -> None:
    sent = {"Date": "Tue, 14 Nov 2023 22:13:20 GMT"}
    dated = {**sent, "Retry-After": "Tue, 14 Nov 2023 22:13:27 GMT"}
    reset = {**sent, "X-RateLimit-Reset": "1700000009"}
    server.say(Answer(503, headers=dated), Answer(429, headers=reset), OK)
    api.run(lambda c: c.parcels.get("x"))
    assert api.time.waits == [7.0, 9.0]
    server.say(Answer(429, headers=reset))
    with pytest.raises(rt.RateLimitError) as caught:
        api.run(lambda c: c.parcels.get("x"), retries=0)
    assert caught.value.retry_after == 9.0


def test_a_rate_limit_is_waited_for(api: Driver, server: Server) -> None:
    reset = {"X-RateLimit-Reset": "4"}
    server.say(Answer(429, headers=reset), Answer(500, headers=reset), OK)
    api.run(lambda c: c.parcels.get("x"))
    assert api.time.waits == [4.0, 1.0], "a failure has nothing to do with a limit"
