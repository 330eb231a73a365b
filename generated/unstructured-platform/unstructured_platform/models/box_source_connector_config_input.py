from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class BoxSourceConnectorConfigInput(rt.Model):
    """Settings for reading from a Box folder, type `box`."""

    remote_url: str
    """Where to read, such as `box://folder/`. Matches ``^box:\\/\\/``."""

    box_app_config: str | None = None
    """The configuration of the Box app to sign in with, as JSON text."""

    access_token: str | None | rt.Unset = rt.UNSET
    """An access token, in place of an app configuration."""

    refresh_token: str | None | rt.Unset = rt.UNSET
    """A token to renew `access_token` with."""

    recursive: bool | None = None
    """Whether to read folders within it too. Default: ``True``."""

    extra: dict[str, typing.Any] = rt.extra()
