"""Clients for tests, answered in process.

    from wasabi_air.testing import FakeClient, call, calls, example, when

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
    "Destination": {"Bucket": "airstream-output-2", "Region": "us-west-1"},
    "Error": {"Error": "Unauthorized", "ErrorCode": "UNAUTHORIZED"},
    "Job": {
        "Id": "67345137bcb6dce44b35a6a6281711e7",
        "Name": "MyJobName",
        "UserId": "10000",
        "Created": "2024-11-13T07:11:51.658Z",
        "Completed": "2024-11-13T07:14:20.114Z",
        "Priority": 5,
        "Batch": "batch_2024_11_21",
        "Status": "completed",
    },
    "JobErrors": {
        "Id": "12345",
        "Status": "failed",
        "ErrorCode": "INTERNAL_ERROR",
        "ErrorCount": 0,
    },
    "JobMetadata": {"Id": "12345", "UserId": "1000"},
    "JobStatusReport": {"Id": "12345", "Status": "in_progress", "ErrorCount": 0},
    "JobSummary": {
        "Id": "67345137bcb6dce44b35a6a6281711e7",
        "Name": "MyJobName",
        "UserId": "10000",
        "Created": "2024-11-13T07:11:51.658Z",
        "Completed": "2024-11-13T07:14:20.114Z",
        "Priority": 5,
        "Batch": "batch_2024_11_21",
        "Status": "completed",
    },
    "Source": {
        "Endpoint": "s3.us-west-1.wasabisys.com",
        "Bucket": "wasabifs-chm",
        "Region": "us-west-1",
        "ObjectKey": "MP4/Commercial.mp4",
        "Provider": "wasabi",
    },
}


class FakeClient(Client, fake.FakeClient):
    """A ``Client`` for tests: it takes the same arguments and needs none of them."""

    _examples = _EXAMPLES


class FakeAsyncClient(AsyncClient, fake.FakeAsyncClient):
    """An ``AsyncClient`` for tests; see ``FakeClient``."""

    _examples = _EXAMPLES


example: typing.Final = Specimens(_EXAMPLES)
"""A model with examples, and fields of your own: ``example(m.Some, id=…)``."""
