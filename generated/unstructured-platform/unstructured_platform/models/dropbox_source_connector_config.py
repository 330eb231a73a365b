from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class DropboxSourceConnectorConfig(rt.Model):
    """Settings of a connector that reads from a Dropbox folder, type `dropbox`."""

    remote_url: str
    """Where to read, such as `dropbox://folder/`."""

    token: str
    """An access token."""

    refresh_token: str | None | rt.Unset = rt.UNSET
    """A token to renew `token` with."""

    recursive: bool
    """Whether to read folders within it too."""

    extra: dict[str, typing.Any] = rt.extra()
