"""Models of encryption_type."""

from __future__ import annotations

import typing

from .._runtime import rt


class EncryptionType(str, rt.OpenEnum):
    """How a secret was encrypted."""

    RSA = "rsa"
    RSA_AES = "rsa_aes"
    RUNTIME_CONFIG = "runtime_config"

    if typing.TYPE_CHECKING:
        _UNLISTED = "a value the description does not list"
