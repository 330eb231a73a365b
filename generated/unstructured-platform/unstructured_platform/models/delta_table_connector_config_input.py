from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class DeltaTableConnectorConfigInput(rt.Model):
    """Settings for writing to a Delta table in S3, type `delta_table`."""

    table_uri: str
    """Where the table lies, such as `s3://bucket/table/`. Matches ``^s3:\\/\\/``."""

    aws_region: str
    """The region of the bucket."""

    aws_access_key_id: str
    """The id of the access key for the bucket."""

    aws_secret_access_key: str
    """The secret of the access key."""

    extra: dict[str, typing.Any] = rt.extra()
