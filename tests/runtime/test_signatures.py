"""Signatures: the examples of those who thought them out, and what must be refused."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

import pytest

from oasmith.runtime.signatures import (
    HmacVerifier,
    SignatureError,
    StandardVerifier,
    TimestampedVerifier,
)

STANDARD = {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
}
"""From the specification of Standard Webhooks."""

BODY = b'{"test": 2432232314}'


def test_the_example_of_standard_webhooks() -> None:
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    verify = StandardVerifier(secret, now=lambda: 1614265330)
    verify(BODY, STANDARD)
    both = f"v1,AAAA v1a,xx {STANDARD['webhook-signature']}"
    verify(BODY, {**STANDARD, "Webhook-Signature": both, "webhook-signature": both})
    for name, value in (
        ("webhook-id", "msg_other"),
        ("webhook-timestamp", "1614265331"),
        ("webhook-timestamp", "soon"),
        ("webhook-signature", "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
        ("webhook-signature", ""),
    ):
        with pytest.raises(SignatureError):
            verify(BODY, {**STANDARD, name: value})


@pytest.mark.parametrize(("now", "fits"), [(700, True), (1300, True), (1301, False)])
def test_a_replay_is_refused_after_the_window(now: int, fits: bool) -> None:
    signer = TimestampedVerifier("k", header="Signature", now=lambda: 1000)
    verify = TimestampedVerifier("k", header="Signature", now=lambda: now)
    headers = signer.sign(BODY)
    assert headers["Signature"].startswith("t=1000,v1=")
    if fits:
        verify(BODY, headers)
        return
    with pytest.raises(SignatureError, match=r"301 seconds ago, and 300 .* allowed"):
        verify(BODY, headers)
    TimestampedVerifier("k", header="Signature", tolerance=None)(BODY, headers)


def test_a_request_from_the_future_is_refused() -> None:
    headers = StandardVerifier("aw==", now=lambda: 2000).sign(BODY)
    with pytest.raises(SignatureError, match="1000 seconds from now"):
        StandardVerifier("aw==", now=lambda: 1000)(BODY, headers)


def test_the_time_is_signed_too() -> None:
    verify = TimestampedVerifier("k", header="Signature", now=lambda: 1000)
    told = verify.sign(BODY)["Signature"]
    for wrong in (told.replace("1000", "1001"), "v1=abc", "t=1,t=2,v1=a", "t=1000"):
        with pytest.raises(SignatureError):
            verify(BODY, {"signature": wrong})


def test_a_secret_may_be_replaced_while_both_are_in_use() -> None:
    headers = HmacVerifier("old").sign(BODY)
    HmacVerifier(["new", "old"])(BODY, headers)
    with pytest.raises(SignatureError, match="not that of the body"):
        HmacVerifier("new")(BODY, headers)


def test_other_ways_to_write_an_hmac() -> None:
    verify = HmacVerifier(b"k", header="X-S", prefix="", encoding="base64")
    verify(BODY, verify.sign(BODY))
    sha1 = HmacVerifier("k", header="X-S", prefix="sha1=", algorithm="sha1")
    digest = hmac.new(b"k", BODY, hashlib.sha1).hexdigest()
    sha1(BODY, {"x-s": f"sha1={digest.upper()}"})
    with pytest.raises(SignatureError):
        sha1(BODY, {"x-s": "sha1=é"})


@pytest.mark.parametrize("secret", ["", b"", [], ["a", ""]])
def test_nothing_is_no_secret(secret: str | bytes | list[str]) -> None:
    with pytest.raises(ValueError, match="a secret is needed"):
        HmacVerifier(secret)


def test_what_is_no_base64_is_no_secret_of_standard_webhooks() -> None:
    with pytest.raises(ValueError, match=r".+"):
        StandardVerifier("whsec_not base64!")


def test_headers_may_hold_anything() -> None:
    odd = "\udce9é" * 3
    for verify in (HmacVerifier("k", prefix=""), StandardVerifier("aw==")):
        headers = {**verify.sign(BODY), "webhook-id": odd, "X-Hub-Signature-256": odd}
        with pytest.raises(SignatureError):
            verify(BODY, headers)
    stamped = TimestampedVerifier("k", header="S")
    with pytest.raises(SignatureError):
        stamped(BODY, {"S": f"t={odd},v1={odd}"})
    far = "9" * 5000
    digest = hmac.new(b"k", f"{far}.".encode() + BODY, hashlib.sha256).hexdigest()
    with pytest.raises(SignatureError, match="no time in seconds"):
        stamped(BODY, {"S": f"t={far},v1={digest}"})


def test_one_of_several_signatures_is_enough() -> None:
    old, new = HmacVerifier("old"), HmacVerifier("new")
    (header,) = old.sign(BODY)
    both = f"{old.sign(BODY)[header]}, {new.sign(BODY)[header]}"
    old(BODY, {header: both})
    new(BODY, {header: both})
    HmacVerifier(["new", "newer"])(BODY, new.sign(BODY))
    with pytest.raises(SignatureError, match="not that of the body"):
        HmacVerifier("other")(BODY, {header: both})


@pytest.mark.parametrize("secret", ["nope nope", b"nope nope", "whsec_", ["c2Vj", "-"]])
def test_what_is_not_base64_is_refused_without_showing_it(secret: Any) -> None:
    with pytest.raises(ValueError, match=r"^secret is not base64, .* whsec_") as caught:
        StandardVerifier(secret)
    assert type(caught.value) is ValueError
    assert "nope" not in str(caught.value)
    assert caught.value.__context__ is None


@pytest.mark.parametrize("secret", [None, [None], 7])
def test_a_secret_is_text_or_bytes(secret: Any) -> None:
    with pytest.raises(TypeError, match="secret takes str or bytes"):
        HmacVerifier(secret)


def test_what_verifies_shows_no_secret() -> None:
    shown = [
        repr(HmacVerifier("c2VjcmV0", header="X-Sign")),
        repr(TimestampedVerifier("c2VjcmV0", header="X-Sign")),
        repr(StandardVerifier("whsec_c2VjcmV0", prefix="svix-")),
    ]
    assert shown == [
        "HmacVerifier(…, header='X-Sign')",
        "TimestampedVerifier(…, header='X-Sign')",
        "StandardVerifier(…, prefix='svix-')",
    ]
