"""``EncryptionType``."""

from __future__ import annotations

import typing

from .._runtime import rt


class EncryptionType(str, rt.OpenEnum):
    """How a secret was encrypted."""

    RSA = "rsa"
    RSA_AES = "rsa_aes"
    RUNTIME_CONFIG = "runtime_config"

    # So that checkers ask for a `case _`: the server may send more than this.
    if typing.TYPE_CHECKING:
        _UNLISTED = "a value the description does not list"
