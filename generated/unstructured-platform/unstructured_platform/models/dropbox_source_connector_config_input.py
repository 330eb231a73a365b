from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class DropboxSourceConnectorConfigInput(rt.Model):
    """Settings for reading from a Dropbox folder, type `dropbox`."""

    remote_url: str
    """Where to read, such as `dropbox://folder/`. Matches ``^dropbox:\\/\\/``."""

    token: str
    """An access token."""

    refresh_token: str | None | rt.Unset = rt.UNSET
    """A token to renew `token` with."""

    recursive: bool | None = None
    """Whether to read folders within it too. Default: ``True``."""

    extra: dict[str, typing.Any] = rt.extra()
