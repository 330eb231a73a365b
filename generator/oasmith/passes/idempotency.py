"""Headers whose key lets a server recognise a request it has seen before."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..ir.api import Param
from ..ir.where import Where
from ..source.values import replace

__all__ = ["idempotency_header", "with_optional_key"]

_NAME = re.compile(r"idempoten(?:cy|ce|t)[-_]?(?:key|token)$", re.IGNORECASE)
"""As in ``Idempotency-Key`` and in what vendors put before it."""


def idempotency_header(params: Iterable[Param]) -> str:
    """The header of an operation that takes such a key; "" where none does."""
    return next((one.wire for one in params if _takes_key(one)), "")


def with_optional_key(params: Iterable[Param]) -> tuple[Param, ...]:
    """The parameters; a key that must be sent may be left to the client to make."""
    return tuple(
        replace(one, required=False) if _takes_key(one) else one for one in params
    )


def _takes_key(param: Param) -> bool:
    return param.where is Where.HEADER and _NAME.search(param.wire) is not None
