from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt


@rt.model
class GCSSourceConnectorConfig(rt.Model):
    """Settings of a connector that reads from a Google Cloud Storage bucket, type
    `gcs`.
    """

    remote_url: str
    """Where to read, such as `gs://bucket/folder/`."""

    service_account_key: str | m.SecretReference | None = None
    """The key of a service account, as JSON text or as a stored secret."""

    oauth_token: str | None | rt.Unset = rt.UNSET
    """An OAuth access token, in place of other credentials."""

    refresh_token: str | None | rt.Unset = rt.UNSET
    """A token to renew `oauth_token` with."""

    oauth_client_id: str | None | rt.Unset = rt.UNSET
    """The OAuth client the tokens were issued to."""

    oauth_client_secret: str | None | rt.Unset = rt.UNSET
    """The secret of the OAuth client."""

    recursive: bool
    """Whether to read folders within it too."""

    extra: dict[str, typing.Any] = rt.extra()
