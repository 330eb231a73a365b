from __future__ import annotations

from .._runtime import rt


class EncryptionType(str, rt.OpenEnum):
    """How a secret was encrypted."""

    RSA = "rsa"
    RSA_AES = "rsa_aes"
    RUNTIME_CONFIG = "runtime_config"
    _UNLISTED = rt.UNLISTED  # so that checkers ask for a `case _`
