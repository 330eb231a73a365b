"""Clients for tests, answered in process.

    from unstructured_platform.testing import FakeClient, call, calls, example, when

``FakeClient()`` is a ``Client`` that needs neither network nor credentials. Its calls
return examples, or what ``when(client.….….)`` was told; ``calls(client)`` are those
that were made, and ``example(m.…)`` is a model.
"""

from __future__ import annotations

import typing

from ._runtime import fake
from ._runtime.answers import Answers
from ._runtime.fake import calls, when
from ._runtime.recorded import Call, call
from ._runtime.specimens import Specimens
from .client import AsyncClient, Client

__all__ = [
    "Answers",
    "Call",
    "FakeAsyncClient",
    "FakeClient",
    "call",
    "calls",
    "example",
    "when",
]


_EXAMPLES: typing.Final[fake.Examples] = {
    "AstraDBConnectorConfig": {
        "keyspace": "default_keyspace",
        "binary_encode_vectors": True,
    },
    "ConfluenceSourceConnectorConfig": {
        "extract_images": False,
        "extract_files": False,
    },
    "CronTabEntry": {"cron_expression": "0 0 * * 0"},
    "DagNodeConnectionCheck": {"status": "SUCCESS"},
    "DatabricksVDTDestinationConnectorConfig": {
        "database": "default",
        "schema": "default",
    },
    "DatabricksVolumesConnectorConfig": {"schema": "default"},
    "DestinationConnectorInformation": {
        "id": "2b7e1516-28ae-42a6-8bf7-158809cf4f3c",
        "name": "Results",
        "type": "s3",
        "created_at": "2026-01-01T00:00:00Z",
        "key": "s3-output-destination",
    },
    "EmailChannelConfig": {
        "recipient_email": "user@example.com",
        "reply_to": "user@example.com",
    },
    "ErrorMessage": {
        "detail": "API key is missing, please provide an API key in the header.",
    },
    "FailedFile": {
        "document": "s3://my-bucket/input/corrupted-file.pdf",
        "error": "The file is damaged and could not be opened.",
    },
    "JiraSourceConnectorConfig": {"cloud": False, "download_attachments": False},
    "JobDetails": {
        "id": "b2c3d4e5-6f7a-8b9c-0d1e-2f3a4b5c6d7e",
        "processing_status": "SUCCESS",
    },
    "JobInformation": {
        "id": "b2c3d4e5-6f7a-8b9c-0d1e-2f3a4b5c6d7e",
        "workflow_id": "f0a1b2c3-4d5e-6f7a-8b9c-0d1e2f3a4b5c",
        "workflow_name": "My ETL Workflow",
        "status": "COMPLETED",
        "created_at": "2026-01-01T00:00:00Z",
        "runtime": "PT2M30S",
        "input_file_ids": ["document.pdf"],
        "job_type": "ephemeral",
    },
    "JobNodeDetails": {
        "node_name": "partition",
        "node_type": "partition",
        "node_subtype": "auto",
        "ready": 0,
        "in_progress": 0,
        "success": 42,
        "failure": 0,
    },
    "MarkReadResponse": {"marked_count": 2},
    "NodeFileMetadata": {
        "node_id": "a1b2c3d4-5d6e-7f8a-9b0c-1d2e3f4a5b6c",
        "file_id": "output-001.json",
        "node_type": "destination",
        "node_subtype": "s3",
    },
    "NotificationListResponse": {"next_cursor": ""},
    "NotificationResponse": {
        "id": "d4e5f6a7-8b9c-4d0e-9f1a-2b3c4d5e6f70",
        "event_type": "job.completed",
        "created_at": "2026-04-29T10:00:00Z",
        "workflow_id": "f0a1b2c3-4d5e-6f7a-8b9c-0d1e2f3a4b5c",
        "is_read": False,
    },
    "OneDriveDestinationConnectorConfig": {
        "authority_url": "https://login.microsoftonline.com",
    },
    "OneDriveSourceConnectorConfig": {
        "authority_url": "https://login.microsoftonline.com",
    },
    "OutlookSourceConnectorConfig": {
        "authority_url": "https://login.microsoftonline.com",
    },
    "S3DestinationConnectorConfig": {"ambient_credentials": False},
    "S3SourceConnectorConfig": {"ambient_credentials": False},
    "SecretReference": {"type": "rsa"},
    "SharePointSourceConnectorConfig": {
        "authority_url": "https://login.microsoftonline.com",
    },
    "SnowflakeDestinationConnectorConfig": {
        "port": 443,
        "table_name": "elements",
        "record_id_key": "record_id",
        "batch_size": 50,
    },
    "SnowflakeSourceConnectorConfig": {"port": 443, "batch_size": 100},
    "SourceConnectorInformation": {
        "id": "8c6f0d1e-2a3b-4c5d-8e6f-7a8b9c0d1e2f",
        "name": "Invoices",
        "type": "s3",
        "created_at": "2026-01-01T00:00:00Z",
        "key": "s3-invoices-source",
    },
    "TemplateListItem": {
        "id": "hi_res_partition",
        "name": "High resolution",
        "version": "1.0.0",
        "last_updated": "2024-01-01T00:00:00.000000",
        "description": "Reads documents by their layout.",
    },
    "TemplateNode": {
        "id": "partitioner",
        "name": "Partitioner",
        "type": "partition",
        "subtype": "unstructured_api",
    },
    "TeradataDestinationConnectorConfig": {
        "dbs_port": 1025,
        "table_name": "elements",
        "record_id_key": "record_id",
        "batch_size": 50,
    },
    "TeradataSourceConnectorConfig": {
        "dbs_port": 1025,
        "id_column": "id",
        "batch_size": 100,
    },
    "UnreadCountResponse": {"unread_count": 2},
    "ValidationError": {"msg": "Input should be a valid UUID", "type": "uuid_parsing"},
    "WebhookChannelResponse": {
        "id": "c1d2e3f4-5a6b-7c8d-9e0f-1a2b3c4d5e6f",
        "channel_type": "webhook",
        "event_types": ["job.completed", "job.failed"],
        "enabled": True,
        "url": "https://hooks.example.com/notify",
        "created_at": "2026-04-29T10:00:00Z",
        "updated_at": "2026-04-29T10:00:00Z",
    },
    "WorkflowInformation": {
        "id": "f0a1b2c3-4d5e-6f7a-8b9c-0d1e2f3a4b5c",
        "name": "My ETL Workflow",
        "sources": ["8c6f0d1e-2a3b-4c5d-8e6f-7a8b9c0d1e2f"],
        "destinations": ["2b7e1516-28ae-42a6-8bf7-158809cf4f3c"],
        "status": "active",
        "created_at": "2026-01-01T00:00:00Z",
        "workflow_type": "advanced",
        "reprocess_all": False,
        "key": "invoice-processing-v2",
    },
    "ZendeskSourceConnectorConfig": {"item_type": "tickets", "batch_size": 2},
}


class FakeClient(Client, fake.FakeClient):
    """A ``Client`` for tests: it takes the same arguments and needs none of them."""

    _examples = _EXAMPLES


class FakeAsyncClient(AsyncClient, fake.FakeAsyncClient):
    """An ``AsyncClient`` for tests; see ``FakeClient``."""

    _examples = _EXAMPLES


example: typing.Final = Specimens(_EXAMPLES)
"""A model with examples, and fields of your own: ``example(m.Some, id=…)``."""
