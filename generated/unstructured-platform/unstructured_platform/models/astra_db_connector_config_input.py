from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class AstraDBConnectorConfigInput(rt.Model):
    """Settings for writing to an Astra DB collection, type `astradb`."""

    api_endpoint: str
    """The API endpoint of the database."""

    token: str
    """The application token for the database."""

    collection_name: str
    """The collection to write to. Matches ``^\\w+$``."""

    keyspace: str | None | rt.Unset = rt.UNSET
    """The keyspace that holds the collection. Default: ``default_keyspace``."""

    batch_size: int | None = None
    """How many records to send at a time. At least 1. Default: 20."""

    binary_encode_vectors: bool | None = None
    """Whether vectors are stored in binary form. Default: ``True``."""

    flatten_metadata: bool | None = None
    """Whether nested metadata is laid out flat. Default: ``False``."""

    extra: dict[str, typing.Any] = rt.extra()
