"""The secrets of webhooks, and the digests that are made with them."""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Sequence
from typing import Literal, TypeAlias

__all__ = ["Encoding", "Secrets", "decoded_keys_of", "digest", "keys_of"]

Encoding: TypeAlias = Literal["hex", "base64"]
Secrets: TypeAlias = "str | bytes | Sequence[str | bytes]"
"""A secret, or several while one is replaced by another."""


def keys_of(secret: Secrets) -> list[bytes]:
    """The secrets as bytes.

    Raises:
        TypeError: They are something else, as None where none was found.
        ValueError: There is none.
    """
    try:
        several = [secret] if isinstance(secret, (str, bytes)) else list(secret)
    except TypeError:
        raise TypeError(_no_secret(secret)) from None
    keys = [_octets(one) for one in several]
    if not keys or not all(keys):
        raise ValueError("a secret is needed: secret is empty")
    return keys


def decoded_keys_of(secret: Secrets, prefix: str) -> list[bytes]:
    """The bytes that secrets stand for in base64, with or without a prefix.

    Raises:
        TypeError: They are neither texts nor bytes.
        ValueError: There is none, or it is not base64.
    """
    encoded = [one.removeprefix(prefix.encode()) for one in keys_of(secret)]
    try:
        keys = [binascii.a2b_base64(one, strict_mode=True) for one in encoded]
    except binascii.Error:  # which may quote what it was given
        keys = []
    if not keys or not all(keys):
        raise ValueError(
            f"secret is not base64, with or without {prefix} before it: give the secret"
            " as the API shows it"
        )
    return keys


def _octets(one: object) -> bytes:
    if isinstance(one, (str, bytes)):
        return one.encode() if isinstance(one, str) else one
    raise TypeError(_no_secret(one))


def _no_secret(found: object) -> str:
    return f"secret takes str or bytes, or several of them, not {type(found).__name__}"


def digest(key: bytes, signed: bytes, algorithm: str, encoding: Encoding) -> str:
    """The HMAC of what is signed, written as it is in a header."""
    made = hmac.new(key, signed, algorithm).digest()
    return made.hex() if encoding == "hex" else base64.b64encode(made).decode("ascii")
