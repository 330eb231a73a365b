from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt


@rt.model
class GoogleDriveSourceConnectorConfig(rt.Model):
    """Settings of a connector that reads from a Google Drive, type `google_drive`."""

    drive_id: str
    """The id of the drive or folder."""

    service_account_key: str | m.SecretReference | None = None
    """The key of a service account, as JSON text or as a stored secret."""

    oauth_token: str | m.SecretReference | None | rt.Unset = rt.UNSET
    """An OAuth access token, in place of a service account."""

    refresh_token: str | None | rt.Unset = rt.UNSET
    """A token to renew `oauth_token` with."""

    extensions: list[str] | None | rt.Unset = rt.UNSET
    """Read only files with these endings, such as `pdf`."""

    recursive: bool
    """Whether to read folders within it too."""

    extra: dict[str, typing.Any] = rt.extra()
