from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class KafkaCloudSourceConnectorConfigInput(rt.Model):
    """Settings for reading from a Kafka topic, type `kafka-cloud`."""

    bootstrap_servers: str
    """The host of the cluster."""

    port: int | None = None
    """The port of the cluster. At least 1. Default: 9092."""

    kafka_api_key: str
    """The API key for the cluster."""

    secret: str
    """The secret of the API key."""

    topic: str
    """The topic to read."""

    group_id: str | None | rt.Unset = rt.UNSET
    """The id of the consumer group."""

    num_messages_to_consume: int | None = None
    """How many messages to read. At least 1. Default: 100."""

    extra: dict[str, typing.Any] = rt.extra()
