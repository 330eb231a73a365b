"""What connections trust, read once for all tests.

A client reads it when it is opened, which takes longer than most tests do.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator
from typing import Any

import pytest
from httpx2._transports import default

PLACES = ("SSL_CERT_FILE", "SSL_CERT_DIR")


@pytest.fixture(scope="session", autouse=True)
def trusted_once() -> Iterator[None]:
    """Clients that trust the same share it; ones with certificates have their own."""
    make = default.create_ssl_context

    @functools.cache
    def shared(trust_env: bool, *_: str | None) -> Any:
        return make(verify=True, trust_env=trust_env)

    def create(verify: Any = True, cert: Any = None, trust_env: bool = True) -> Any:
        if verify is not True or cert is not None:
            return make(verify=verify, cert=cert, trust_env=trust_env)
        return shared(trust_env, *map(os.environ.get, PLACES))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(default, "create_ssl_context", create)
        yield
