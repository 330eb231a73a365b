from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class SlackSourceConnectorConfig(rt.Model):
    """Settings of a connector that reads from a Slack workspace, type `slack`."""

    token: str
    """An access token."""

    refresh_token: str | None | rt.Unset = rt.UNSET
    """A token to renew `token` with."""

    channels: list[str]
    """The channels to read, by id."""

    start_date: str | None | rt.Unset = rt.UNSET
    """Read only messages from this date on."""

    end_date: str | None | rt.Unset = rt.UNSET
    """Read only messages up to this date."""

    extra: dict[str, typing.Any] = rt.extra()
