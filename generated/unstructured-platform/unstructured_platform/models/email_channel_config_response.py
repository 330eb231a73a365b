from __future__ import annotations

from .. import models as m
from .._runtime import rt


@rt.model
class EmailChannelConfigResponse(m.EmailChannelConfig):
    """Whom an e-mail channel writes to, and through whom."""

    provider: str
    """The service that sends the e-mail."""
