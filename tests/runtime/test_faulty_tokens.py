"""Tokens that end, are refused or not to be had, under a hundred calls in flight."""

from __future__ import annotations

import time
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from tests.runtime.faulty import Caller, address, caller, key
from tests.servers.misdeeds import Fault, Kind

__all__ = ["address", "caller", "key"]

MANY = 100
FEW = 20


class Vault:
    """A client of the vault with tokens of an issuer of its own."""

    def __init__(
        self, caller: Caller, key: str, fault: Fault | None = None, **asked: object
    ) -> None:
        self.caller = caller
        self.key = key
        self.wall = 0.0
        query = {"call": key, **asked} | ({"fault": fault} if fault else {})
        text = "&".join(f"{name}={value}" for name, value in query.items())
        self.url = f"{caller.address}/token?{text}".replace(" ", "%20")
        self.client: Any = None

    def credentials(self) -> Any:
        """Those of an application."""
        return self.caller.package.ClientCredentials(
            client_id="me", client_secret="secret", token_url=self.url
        )

    def open(self, credentials: Any = None, **settings: Any) -> None:
        """Begin with another client."""
        self.client = self.caller.open(
            wall=lambda: time.time() + self.wall,
            token=credentials or self.credentials(),
            **settings,
        )

    def pass_by(self, seconds: float) -> None:
        """Let time pass on both clocks of the client."""
        timing = self.client._settings.timing
        timing.now = lambda: time.monotonic() + seconds
        self.wall += seconds

    def create(self, client: Any, number: int) -> Any:
        """One call of many."""
        options = self.caller.options(f"{self.key}-{number}")
        return client.vault.create(name=f"n{number}", note="", options=options)

    def flood(self, count: int = MANY) -> list[Any]:
        """So many calls at once."""
        found: list[Any] = self.caller.flood(self.client, self.create, count)
        return found

    def told(self) -> tuple[int, int]:
        """How many tokens there were, and how many calls came with a bad one."""
        told = self.caller.told()
        return told["issued"].get(self.key, 0), told["refused"].get(self.key, 0)

    def revoke(self) -> None:
        """Let the server take no token that there is."""
        request = Request(f"{self.caller.address}/revoke?call={self.key}", b"")
        build_opener(ProxyHandler({})).open(request).close()

    def assert_done(self, found: list[Any], times: int = 1) -> None:
        """Each call was answered, and carried out so many times in all."""
        assert [one.name for one in found] == [f"n{at}" for at in range(len(found))]
        effects = self.caller.told()["effects"]
        counts = [effects[f"{self.key}-{at}"] for at in range(len(found))]
        assert counts == [times] * len(found)

    def close(self) -> None:
        self.caller.settled(self.client.close())


def test_a_token_that_the_server_refuses_is_renewed_once_for_all(
    caller: Caller, key: str
) -> None:
    vault = Vault(caller, key)
    vault.open()
    vault.assert_done(vault.flood())
    vault.revoke()
    vault.assert_done(vault.flood(), 2)
    assert vault.told()[0] == 2
    vault.close()


def test_a_token_that_ends_by_the_clock_is_renewed_once_for_all(
    caller: Caller, key: str
) -> None:
    vault = Vault(caller, key, told=3600)
    vault.open()
    vault.assert_done(vault.flood(FEW))
    vault.pass_by(3600 - 10)
    vault.assert_done(vault.flood(FEW), 2)
    assert vault.told() == (2, 0)
    vault.close()


def test_refresh_tokens_good_for_one_use_are_used_once(
    caller: Caller, key: str
) -> None:
    rotated: list[str] = []
    vault = Vault(caller, key)
    vault.open(
        caller.package.RefreshToken(
            refresh_token="first", token_url=vault.url, on_rotation=rotated.append
        )
    )
    for times in (1, 2):
        vault.assert_done(vault.flood(), times)
        vault.revoke()
    assert rotated == [f"{key}-refresh-{number}" for number in (1, 2)]
    vault.close()


@pytest.mark.parametrize("kind", ["bare", "bad gzip", "reset before", "torn"])
def test_an_issuer_that_fails_is_not_asked_by_each_call_that_waits(
    caller: Caller, key: str, kind: Kind
) -> None:
    vault = Vault(caller, key, Fault(kind, times=1_000))
    vault.open()
    found = vault.flood()
    package = caller.package
    assert {*map(type, found)} <= {package.TokenError, package.TransportError}
    assert caller.told()["attempts"][key] < MANY / 2
    vault.close()


def test_calls_work_again_once_the_issuer_does(caller: Caller, key: str) -> None:
    vault = Vault(caller, key, Fault("bare", times=1))
    vault.open()
    (failed,) = vault.flood(1)
    assert isinstance(failed, caller.package.TokenError)
    vault.assert_done(vault.flood(FEW))
    assert vault.told() == (1, 0)
    vault.close()


def test_a_slow_issuer_makes_those_wait_who_have_time(caller: Caller, key: str) -> None:
    vault = Vault(caller, key, Fault("late", times=2, seconds=0.6))
    vault.open()
    hasty = vault.client.with_options(timeout=0.2)

    def create(client: Any, number: int) -> Any:
        return vault.create(hasty if number % 2 else client, number)

    found = caller.flood(vault.client, create, FEW)
    assert {type(one) for one in found[::2]} == {caller.package.models.Entry}
    assert caller.package.RequestTimeoutError in {type(one) for one in found[1::2]}
    assert vault.told()[1] == 0
    vault.close()


@pytest.mark.parametrize("ahead", [7200, -7200])
def test_a_clock_that_jumps_while_a_token_lives_costs_one_at_most(
    caller: Caller, key: str, ahead: float
) -> None:
    vault = Vault(caller, key)
    vault.open()
    vault.assert_done(vault.flood(FEW))
    vault.wall = ahead
    vault.assert_done(vault.flood(FEW), 2)
    vault.wall = 0
    vault.assert_done(vault.flood(FEW), 3)
    issued, refused = vault.told()
    assert issued <= 2 and refused == 0
    vault.close()


def test_a_token_that_ends_between_two_attempts_is_renewed_again(
    caller: Caller, key: str
) -> None:
    vault = Vault(caller, key, lasts=0.6, told=3600)
    vault.open()
    caller.settled(vault.create(vault.client, 0))
    time.sleep(0.65)
    options = caller.options(key, Fault("storm", seconds=0.8))
    entry = caller.settled(
        vault.client.vault.create(name="n", note="", options=options)
    )
    assert entry.name == "n"
    issued, refused = vault.told()
    assert issued >= 3 and refused >= 2
    assert caller.effects(key) == 1
    vault.close()
