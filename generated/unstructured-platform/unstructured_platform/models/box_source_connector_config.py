from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class BoxSourceConnectorConfig(rt.Model):
    """Settings of a connector that reads from a Box folder, type `box`."""

    box_app_config: str | None = None
    """The configuration of the Box app to sign in with, as JSON text."""

    access_token: str | None | rt.Unset = rt.UNSET
    """An access token, in place of an app configuration."""

    refresh_token: str | None | rt.Unset = rt.UNSET
    """A token to renew `access_token` with."""

    recursive: bool
    """Whether to read folders within it too."""

    extra: dict[str, typing.Any] = rt.extra()
