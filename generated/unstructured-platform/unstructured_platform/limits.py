"""What the Unstructured Platform API asks of values, for ``check``."""

from __future__ import annotations

import typing

from ._runtime import rt

LIMITS: typing.Final[rt.Limits] = {
    "AstraDBConnectorConfigInput": {
        "properties": {
            "collection_name": {"pattern": "^\\w+$"},
            "batch_size": {"minimum": 1},
        },
    },
    "AzureDestinationConnectorConfigInput": {
        "properties": {"remote_url": {"pattern": "^(az:\\/\\/|abfs:\\/\\/)"}},
    },
    "AzureSourceConnectorConfigInput": {
        "properties": {"remote_url": {"pattern": "^(az:\\/\\/|abfs:\\/\\/)"}},
    },
    "BoxSourceConnectorConfigInput": {
        "properties": {"remote_url": {"pattern": "^box:\\/\\/"}},
    },
    "ConfluenceSourceConnectorConfigInput": {
        "properties": {
            "max_num_of_spaces": {"minimum": 1},
            "max_num_of_docs_from_each_space": {"minimum": 1},
        },
    },
    "CreateDestinationConnector": {
        "properties": {
            "key": {
                "minLength": 1,
                "maxLength": 63,
                "pattern": "^[a-z0-9](-?[a-z0-9])*$",
            },
        },
    },
    "CreateEmailChannelRequest": {
        "properties": {
            "event_types": {"minItems": 1},
            "description": {"maxLength": 255},
        },
    },
    "CreateSourceConnector": {
        "properties": {
            "key": {
                "minLength": 1,
                "maxLength": 63,
                "pattern": "^[a-z0-9](-?[a-z0-9])*$",
            },
        },
    },
    "CreateWebhookChannelRequest": {
        "properties": {
            "event_types": {"minItems": 1},
            "description": {"maxLength": 255},
        },
    },
    "CreateWorkflow": {
        "properties": {
            "key": {
                "minLength": 1,
                "maxLength": 63,
                "pattern": "^[a-z0-9](-?[a-z0-9])*$",
            },
        },
    },
    "DeltaTableConnectorConfigInput": {
        "properties": {"table_uri": {"pattern": "^s3:\\/\\/"}},
    },
    "DropboxSourceConnectorConfigInput": {
        "properties": {"remote_url": {"pattern": "^dropbox:\\/\\/"}},
    },
    "GCSDestinationConnectorConfigInput": {
        "properties": {"remote_url": {"pattern": "^(gs|gcs):\\/\\/"}},
    },
    "GCSSourceConnectorConfigInput": {
        "properties": {"remote_url": {"pattern": "^(gs|gcs):\\/\\/"}},
    },
    "IBMWatsonxS3DestinationConnectorConfigInput": {
        "properties": {
            "max_retries": {"minimum": 2, "maximum": 500},
            "max_retries_connection": {"minimum": 2, "maximum": 100},
        },
    },
    "KafkaCloudDestinationConnectorConfigInput": {
        "properties": {"port": {"minimum": 1}, "batch_size": {"minimum": 1}},
    },
    "KafkaCloudSourceConnectorConfigInput": {
        "properties": {
            "port": {"minimum": 1},
            "num_messages_to_consume": {"minimum": 1},
        },
    },
    "MarkReadRequest": {"properties": {"notification_ids": {"maxItems": 100}}},
    "MilvusDestinationConnectorConfigInput": {
        "properties": {"uri": {"pattern": "^https?:\\/\\/"}},
    },
    "MongoDBConnectorConfigInput": {
        "properties": {
            "uri": {
                "pattern": "^mongodb(?:\\+srv)?:\\/\\/(?:([^:@/\\s]+)(?::([^@/\\s]*))?@)?([^/\\s:,]+)(?::(\\d+))?(?:,([^/\\s:,]+)(?::(\\d+))?)*(?:\\/([^/\\s?]*))?(?:\\?([^/\\s]*))?$",
            },
        },
    },
    "Neo4jDestinationConnectorConfigInput": {
        "properties": {"batch_size": {"minimum": 1}},
    },
    "OneDriveDestinationConnectorConfigInput": {
        "properties": {"remote_url": {"pattern": "^onedrive:\\/\\/"}},
    },
    "PineconeDestinationConnectorConfigInput": {
        "properties": {"batch_size": {"minimum": 1}},
    },
    "QdrantCloudDestinationConnectorConfigInput": {
        "properties": {"batch_size": {"minimum": 1}},
    },
    "RedisDestinationConnectorConfigInput": {
        "properties": {
            "port": {"minimum": 1},
            "database": {"minimum": 0},
            "batch_size": {"minimum": 1},
        },
    },
    "S3DestinationConnectorConfigInput": {
        "properties": {"remote_url": {"pattern": "^s3:\\/\\/"}},
    },
    "S3SourceConnectorConfigInput": {
        "properties": {"remote_url": {"pattern": "^s3:\\/\\/"}},
    },
    "SharePointSourceConnectorConfigInput": {
        "properties": {
            "site": {
                "pattern": "^https:\\/\\/[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)+(\\/(sites|teams)\\/[a-zA-Z0-9-_]+)?$",
            },
        },
    },
    "SlackSourceConnectorConfigInput": {"properties": {"channels": {"minItems": 1}}},
    "SnowflakeDestinationConnectorConfigInput": {
        "properties": {"port": {"minimum": 1}, "batch_size": {"minimum": 1}},
    },
    "SnowflakeSourceConnectorConfigInput": {
        "properties": {"port": {"minimum": 1}, "batch_size": {"minimum": 1}},
    },
    "TeradataDestinationConnectorConfigInput": {
        "properties": {"dbs_port": {"minimum": 1}, "batch_size": {"minimum": 1}},
    },
    "TeradataSourceConnectorConfigInput": {
        "properties": {"dbs_port": {"minimum": 1}, "batch_size": {"minimum": 1}},
    },
    "UpdateChannelRequest": {
        "properties": {
            "description": {"maxLength": 255},
            "event_types": {"minItems": 1},
        },
    },
    "VerifyChannelRequest": {
        "properties": {"code": {"minLength": 6, "maxLength": 6, "pattern": "^\\d{6}$"}},
    },
}
