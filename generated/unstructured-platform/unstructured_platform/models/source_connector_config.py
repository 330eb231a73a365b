from __future__ import annotations

import typing

from .. import models as m

SourceConnectorConfig: typing.TypeAlias = typing.Union[
    "m.AzureSourceConnectorConfig",
    "m.BoxSourceConnectorConfig",
    "m.ConfluenceSourceConnectorConfig",
    "m.CouchbaseSourceConnectorConfig",
    "m.DatabricksVolumesConnectorConfig",
    "m.DropboxSourceConnectorConfig",
    "m.ElasticsearchConnectorConfig",
    "m.GCSSourceConnectorConfig",
    "m.GoogleDriveSourceConnectorConfig",
    "m.JiraSourceConnectorConfig",
    "m.KafkaCloudSourceConnectorConfig",
    "m.MongoDBConnectorConfig",
    "m.OneDriveSourceConnectorConfig",
    "m.OpenSearchConnectorConfig",
    "m.OutlookSourceConnectorConfig",
    "m.PostgresSourceConnectorConfig",
    "m.S3SourceConnectorConfig",
    "m.SalesforceSourceConnectorConfig",
    "m.SharePointSourceConnectorConfig",
    "m.SlackSourceConnectorConfig",
    "m.SnowflakeSourceConnectorConfig",
    "m.TeradataSourceConnectorConfig",
    "m.ZendeskSourceConnectorConfig",
    dict[str, typing.Any],
]
"""The settings of a source. Which ones they are is decided by the type beside them."""
