from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class IBMWatsonxS3DestinationConnectorConfig(rt.Model):
    """Settings of a connector that writes to an IBM watsonx.data table, type
    `ibm_watsonx_s3`.
    """

    iam_api_key: str
    """The IBM Cloud API key."""

    access_key_id: str
    """The id of the access key for the object storage."""

    secret_access_key: str
    """The secret of the access key."""

    iceberg_endpoint: str
    """The endpoint of the Iceberg catalog."""

    object_storage_endpoint: str
    """The endpoint of the object storage."""

    object_storage_region: str
    """The region of the object storage."""

    catalog: str
    """The catalog that holds the table."""

    namespace: str
    """The namespace that holds the table."""

    table: str
    """The table to write to."""

    max_retries: int
    """How often to try again when writing fails."""

    max_retries_connection: int
    """How often to try again when connecting fails."""

    record_id_key: str
    """The column that tells which document a row belongs to."""

    extra: dict[str, typing.Any] = rt.extra()
