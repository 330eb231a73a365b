from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class EmailChannelConfigUpdate(rt.Model):
    """Changes to whom an e-mail channel writes to."""

    recipient_email: str | None | rt.Unset = rt.UNSET
    """The address to write to."""

    reply_to: str | None | rt.Unset = rt.UNSET
    """The address that answers should go to."""

    cc: list[str] | None | rt.Unset = rt.UNSET
    """Addresses that get a copy."""

    extra: dict[str, typing.Any] = rt.extra()
