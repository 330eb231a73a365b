from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt


@rt.model
class HTTPValidationError(rt.Model):
    """What is wrong with a request."""

    detail: list[m.ValidationError] | None = None
    """One entry per fault."""

    extra: dict[str, typing.Any] = rt.extra()
