from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class GCSDestinationConnectorConfigInput(rt.Model):
    """Settings for writing to a Google Cloud Storage bucket, type `gcs`."""

    remote_url: str
    """Where to write, such as `gs://bucket/folder/`. Matches ``^(gs|gcs):\\/\\/``."""

    service_account_key: str
    """The key of a service account, as JSON text."""

    extra: dict[str, typing.Any] = rt.extra()
