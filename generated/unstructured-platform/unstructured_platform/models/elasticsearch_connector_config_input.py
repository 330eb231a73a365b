from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class ElasticsearchConnectorConfigInput(rt.Model):
    """Settings for reading from or writing to an Elasticsearch index, type
    `elasticsearch`.
    """

    hosts: list[str]
    """The addresses of the cluster."""

    es_api_key: str
    """An API key for the cluster."""

    index_name: str
    """The index."""

    extra: dict[str, typing.Any] = rt.extra()
