from __future__ import annotations

import typing

from .. import models as m

DestinationConnectorConfigInput: typing.TypeAlias = typing.Union[
    "m.AstraDBConnectorConfigInput",
    "m.AzureAISearchConnectorConfigInput",
    "m.AzureDestinationConnectorConfigInput",
    "m.CouchbaseDestinationConnectorConfigInput",
    "m.DatabricksVDTDestinationConnectorConfigInput",
    "m.DatabricksVolumesConnectorConfigInput",
    "m.DeltaTableConnectorConfigInput",
    "m.ElasticsearchConnectorConfigInput",
    "m.GCSDestinationConnectorConfigInput",
    "m.IBMWatsonxS3DestinationConnectorConfigInput",
    "m.KafkaCloudDestinationConnectorConfigInput",
    "m.MilvusDestinationConnectorConfigInput",
    "m.MongoDBConnectorConfigInput",
    "m.Neo4jDestinationConnectorConfigInput",
    "m.OneDriveDestinationConnectorConfigInput",
    "m.OpenSearchConnectorConfigInput",
    "m.PineconeDestinationConnectorConfigInput",
    "m.PostgresDestinationConnectorConfigInput",
    "m.QdrantCloudDestinationConnectorConfigInput",
    "m.RedisDestinationConnectorConfigInput",
    "m.S3DestinationConnectorConfigInput",
    "m.SnowflakeDestinationConnectorConfigInput",
    "m.TeradataDestinationConnectorConfigInput",
    "m.WeaviateDestinationConnectorConfigInput",
    dict[str, typing.Any],
]
"""The settings to give a destination. Which ones suit is decided by the type beside
them.
"""
