from __future__ import annotations

from .._runtime import rt


class ChannelType(str, rt.OpenEnum):
    """How a channel delivers."""

    WEBHOOK = "webhook"
    EMAIL = "email"
    _UNLISTED = rt.UNLISTED  # so that checkers ask for a `case _`
