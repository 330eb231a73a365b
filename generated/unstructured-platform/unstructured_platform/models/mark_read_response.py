from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class MarkReadResponse(rt.Model):
    """What was marked."""

    marked_count: int
    """How many notifications were marked."""

    extra: dict[str, typing.Any] = rt.extra()
