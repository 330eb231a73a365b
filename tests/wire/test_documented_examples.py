"""The answers that the documentation of both APIs shows come through unharmed.

Some hold placeholders where a duration should be, and one holds an id that is no UUID:
there, and only there, decoding reports drift.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.support.environments import Environment

DRIVER = Path(__file__).parent / "drivers" / "round_trips.py"


class Case(NamedTuple):
    """A documented answer, the model it is decoded as, and the drift to expect."""

    title: str
    package: str
    model: str
    value: dict[str, Any]
    drift: tuple[str, ...] = ()


JOB_DETAILS_WITH_PLACEHOLDERS = {
    "id": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    "processing_status": "SCHEDULED",
    "node_stats": [
        {
            "node_name": "<string>",
            "node_type": "<string>",
            "node_subtype": "<string>",
            "ready": 123,
            "in_progress": 123,
            "success": 123,
            "failure": 123,
        }
    ],
    "message": "<string>",
}
JOB_DETAILS = {
    "id": "b2c3d4e5-6f7a-8b9c-0d1e-2f3a4b5c6d7e",
    "processing_status": "SUCCESS",
    "node_stats": [
        {
            "node_name": "partition",
            "node_type": "partition",
            "node_subtype": "auto",
            "ready": 0,
            "in_progress": 0,
            "success": 42,
            "failure": 0,
        }
    ],
    "message": None,
}
JOB_WITH_PLACEHOLDERS = {
    "id": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    "workflow_id": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    "workflow_name": "<string>",
    "status": "SCHEDULED",
    "created_at": "2023-11-07T05:31:56Z",
    "runtime": "<string>",
    "input_file_ids": ["<string>"],
    "output_node_files": [
        {"node_id": "3c90c3cc-0d44-4b50-8888-8dd25736052a", "file_id": "<string>"}
    ],
    "job_type": "ephemeral",
}
JOB = {
    "id": "b2c3d4e5-6f7a-8b9c-0d1e-2f3a4b5c6d7e",
    "workflow_id": "f0a1b2c3-4d5e-6f7a-8b9c-0d1e2f3a4b5c",
    "workflow_name": "My ETL Workflow",
    "status": "COMPLETED",
    "created_at": "2026-01-01T00:00:00Z",
    "runtime": "PT2M30S",
    "input_file_ids": None,
    "output_node_files": [
        {
            "node_id": "n1a2b3c4-5d6e-7f8a-9b0c-1d2e3f4a5b6c",
            "file_id": "output-001.json",
            "node_type": "destination",
            "node_subtype": "s3",
        }
    ],
    "job_type": "ephemeral",
}
VALIDATION_ERROR = {
    "detail": [{"loc": ["<string>"], "msg": "<string>", "type": "<string>"}]
}
WASABI_JOB = {
    "Id": "67345137bcb6dce44b35a6a6281711e7",
    "Name": "MyJobName",
    "Source": {
        "Endpoint": "s3.us-west-1.wasabisys.com",
        "Bucket": "wasabifs-chm",
        "Region": "us-west-1",
        "ObjectKey": "MP4/Commercial.mp4",
    },
    "Services": {
        "ocr": "",
        "s2t": "",
        "nld": "",
        "audiotag": "",
        "face": "",
        "logo": {"config": {"rec_confidence_threshold": 0.85}},
    },
    "UserId": "10000",
    "Created": "2024-11-13T07:11:51.658Z",
    "Completed": "2024-11-13T07:11:51.658Z",
    "Priority": 5,
    "Batch": "batch_2024_11_21",
    "Status": "submitted",
    "Destination": {"Bucket": "airstream-output-2", "Region": "us-west-1"},
}
INTERNAL_ERROR = {
    "Error": "An unexpected error occurred while processing the job.",
    "ErrorCode": "INTERNAL_ERROR",
}

UNSTRUCTURED, WASABI = "unstructured_platform", "wasabi_air"
MALFORMED_ID = "format $.output_node_files[0].node_id"
CASES = (
    Case(
        "job details, placeholders",
        UNSTRUCTURED,
        "JobDetails",
        JOB_DETAILS_WITH_PLACEHOLDERS,
    ),
    Case("job details", UNSTRUCTURED, "JobDetails", JOB_DETAILS),
    Case(
        "job, placeholders",
        UNSTRUCTURED,
        "JobInformation",
        JOB_WITH_PLACEHOLDERS,
        ("format $.runtime",),
    ),
    Case("job", UNSTRUCTURED, "JobInformation", JOB, (MALFORMED_ID,)),
    Case("422, placeholders", UNSTRUCTURED, "HTTPValidationError", VALIDATION_ERROR),
    Case("wasabi job", WASABI, "Job", WASABI_JOB),
    Case(
        "wasabi 401",
        WASABI,
        "Error",
        {"Error": "Unauthorized", "ErrorCode": "UNAUTHORIZED"},
    ),
    Case("wasabi 404", WASABI, "Error", {"ErrorCode": "NOT_FOUND"}),
    Case("wasabi 500", WASABI, "Error", INTERNAL_ERROR),
)


@pytest.mark.parametrize("package", [UNSTRUCTURED, WASABI])
def test_documented_answers_decode_and_encode_back_to_the_same_json(
    package: str, own_environment: Environment
) -> None:
    cases = [case for case in CASES if case.package == package]
    given = [{"model": case.model, "value": case.value} for case in cases]
    results = own_environment.run(DRIVER, package, json.dumps(given))
    for case, result in zip(cases, results, strict=True):
        assert result["value"] == case.value, case.title
        assert sorted(result["drift"]) == sorted(case.drift), case.title
        assert result["misplaced"] == [], case.title
