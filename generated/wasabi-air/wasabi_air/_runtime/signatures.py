"""Signatures of webhooks: whether a request was made by who knows the secret."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from .errors import ApiError
from .keys import Encoding, Secrets, decoded_keys_of, digest, keys_of

__all__ = [
    "HmacVerifier",
    "SignatureError",
    "StandardVerifier",
    "TimestampedVerifier",
    "Verify",
]

Verify: TypeAlias = Callable[[bytes, Mapping[str, str]], bool | None]
"""Looks at the body and the headers of a request as they came: False, or an error it
raises, refuses the request."""

_WINDOW = 300
_DIGITS = 15


class SignatureError(ApiError):
    """A request does not prove that it comes from the API; it must not be acted on."""


def _header(headers: Mapping[str, str], name: str) -> str:
    """A header by its name in any case.

    Raises:
        SignatureError: It is missing.
    """
    found = [value for key, value in headers.items() if key.lower() == name.lower()]
    if not found or not found[0]:
        raise SignatureError(f"the request has no header {name}")
    return found[0]


def _check(expected: Sequence[str], told: Sequence[str]) -> None:
    """Compare every pair, in a time that tells nothing of where they differ."""
    equal = [
        hmac.compare_digest(_octets(one), _octets(other))
        for one in expected
        for other in told
    ]
    if not any(equal):
        raise SignatureError("the signature is not that of the body and the secret")


def _octets(text: str) -> bytes:
    """A text as bytes, whatever servers make of headers that are no ASCII."""
    return text.encode("utf-8", "surrogatepass")


def _check_time(text: str, tolerance: float | None, now: float) -> None:
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
        raise SignatureError(f"{text[:40]!r} is no time in seconds since 1970")
    age = now - int(text)
    if tolerance is not None and abs(age) > tolerance:
        when = f"{age:.0f} seconds ago" if age > 0 else f"{-age:.0f} seconds from now"
        raise SignatureError(f"signed {when}, and {tolerance:g} seconds are allowed")


class HmacVerifier:
    """An HMAC of the body in a header: ``X-Hub-Signature-256: sha256=…`` and others.

    Of several, with commas between them, one must be right.
    """

    def __init__(
        self,
        secret: Secrets,
        *,
        header: str = "X-Hub-Signature-256",
        prefix: str = "sha256=",
        encoding: Encoding = "hex",
        algorithm: str = "sha256",
    ) -> None:
        """Take the secret, or several, and how the signature is written.

        Raises:
            ValueError: There is no secret, or no such algorithm.
        """
        hashlib.new(algorithm)
        self._keys = keys_of(secret)
        self._header = header
        self._prefix = prefix
        self._encoding: Encoding = encoding
        self._algorithm = algorithm

    def __repr__(self) -> str:
        """Show where the signature is, never a secret."""
        return f"HmacVerifier(…, header={self._header!r})"

    def __call__(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Check a request.

        Raises:
            SignatureError: It is not signed with the secret.
        """
        listed = [one.strip() for one in _header(headers, self._header).split(",")]
        prefix = self._prefix
        told = [one.removeprefix(prefix) for one in listed if one.startswith(prefix)]
        if not told:
            raise SignatureError(f"{self._header} does not begin with {prefix}")
        hexadecimal = self._encoding == "hex"
        _check(self._made(body), [one.lower() if hexadecimal else one for one in told])

    def _made(self, body: bytes) -> list[str]:
        algorithm, encoding = self._algorithm, self._encoding
        return [digest(key, body, algorithm, encoding) for key in self._keys]

    def sign(self, body: bytes) -> dict[str, str]:
        """The headers of a request with this body, for tests."""
        return {self._header: self._prefix + self._made(body)[0]}


class TimestampedVerifier:
    """A time and HMACs in one header, ``t=…,v1=…``; of ``time.body``, in hex."""

    def __init__(
        self,
        secret: Secrets,
        *,
        header: str,
        version: str = "v1",
        tolerance: float | None = _WINDOW,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Take the secret, or several, the header, and how old a request may be.

        Raises:
            ValueError: There is no secret.
        """
        self._keys = keys_of(secret)
        self._header = header
        self._version = version
        self._tolerance = tolerance
        self._now = now

    def __repr__(self) -> str:
        """Show where the signature is, never a secret."""
        return f"TimestampedVerifier(…, header={self._header!r})"

    def __call__(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Check a request.

        Raises:
            SignatureError: It is not signed with the secret, or too old.
        """
        pairs = [
            part.strip().partition("=")
            for part in _header(headers, self._header).split(",")
        ]
        times = [value for key, _, value in pairs if key == "t"]
        told = [value for key, _, value in pairs if key == self._version]
        if len(times) != 1 or not told:
            raise SignatureError(f"{self._header} is not written t=…,{self._version}=…")
        _check(self._made(times[0], body), told)
        _check_time(times[0], self._tolerance, self._now())

    def _made(self, when: str, body: bytes) -> list[str]:
        signed = _octets(when) + b"." + body
        return [digest(key, signed, "sha256", "hex") for key in self._keys]

    def sign(self, body: bytes) -> dict[str, str]:
        """The headers of a request with this body, for tests."""
        when = str(int(self._now()))
        return {self._header: f"t={when},{self._version}={self._made(when, body)[0]}"}


class StandardVerifier:
    """Standard Webhooks: headers with an id, a time, and ``v1,…`` of all and the body.

    The secret is base64, with or without ``whsec_`` before it.
    """

    def __init__(
        self,
        secret: Secrets,
        *,
        prefix: str = "webhook-",
        tolerance: float | None = _WINDOW,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Take the secret, or several, and what the names of the headers begin with.

        Raises:
            ValueError: There is no secret, or it is not base64.
        """
        self._keys = decoded_keys_of(secret, "whsec_")
        self._prefix = prefix
        self._tolerance = tolerance
        self._now = now

    def __repr__(self) -> str:
        """Show where the signature is, never a secret."""
        return f"StandardVerifier(…, prefix={self._prefix!r})"

    def __call__(self, body: bytes, headers: Mapping[str, str]) -> None:
        """Check a request.

        Raises:
            SignatureError: It is not signed with the secret, or too old.
        """
        message = _header(headers, f"{self._prefix}id")
        when = _header(headers, f"{self._prefix}timestamp")
        listed = _header(headers, f"{self._prefix}signature").split()
        told = [one.removeprefix("v1,") for one in listed if one.startswith("v1,")]
        _check(self._made(message, when, body), told)
        _check_time(when, self._tolerance, self._now())

    def _made(self, message: str, when: str, body: bytes) -> list[str]:
        signed = _octets(f"{message}.{when}.") + body
        return [digest(key, signed, "sha256", "base64") for key in self._keys]

    def sign(self, body: bytes, message: str = "msg_1") -> dict[str, str]:
        """The headers of a request with this body, for tests."""
        when = str(int(self._now()))
        return {
            f"{self._prefix}id": message,
            f"{self._prefix}timestamp": when,
            f"{self._prefix}signature": f"v1,{self._made(message, when, body)[0]}",
        }
