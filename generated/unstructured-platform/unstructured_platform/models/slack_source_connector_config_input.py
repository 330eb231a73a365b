from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class SlackSourceConnectorConfigInput(rt.Model):
    """Settings for reading from a Slack workspace, type `slack`."""

    token: str
    """An access token."""

    refresh_token: str | None | rt.Unset = rt.UNSET
    """A token to renew `token` with."""

    channels: list[str]
    """The channels to read, by id. At least 1 item."""

    start_date: str | None | rt.Unset = rt.UNSET
    """Read only messages from this date on."""

    end_date: str | None | rt.Unset = rt.UNSET
    """Read only messages up to this date."""

    extra: dict[str, typing.Any] = rt.extra()
