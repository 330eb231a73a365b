"""The job calls of the Unstructured Platform API, and a few of its other calls.

As ``specs/unstructured-platform.yaml`` describes them.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.servers.messages import Answer, Request
from tests.servers.multipart import Part

API_KEY = "unstructured-api-key-value"
BEARER_TOKEN = "unstructured-bearer-value"
COURSE = ("SCHEDULED", "IN_PROGRESS", "COMPLETED")
PROCESSING = {"COMPLETED": "SUCCESS"}
CREATED = "2026-01-01T00:00:00Z"
WORKFLOW_ID = "f0a1b2c3-4d5e-6f7a-8b9c-0d1e2f3a4b5c"
NODE_ID = "a1b2c3d4-5d6e-7f8a-9b0c-1d2e3f4a5b6c"
LARGEST = 10 * 1024 * 1024

UNAUTHORIZED = Answer(
    401, {"detail": "API key is missing, please provide an API key in the header."}
)
NOT_FOUND = Answer(404, {"detail": "Not Found"})

_JOB = re.compile(r"/api/v1/jobs/([^/]+)(?:/(details|failed-files|download|cancel))?")
_CHANNEL = re.compile(r"/api/v1/notifications/channels/([^/]+)")


@dataclass
class Job:
    """A job. Each look at it takes it one step further, until it is cancelled."""

    id: str
    files: Sequence[Part]
    looks: int = 0
    is_cancelled: bool = False

    @property
    def status(self) -> str:
        if self.is_cancelled:
            return "STOPPED"
        return COURSE[min(self.looks, len(COURSE) - 1)]

    def look(self) -> None:
        self.looks += 1

    def information(self) -> dict[str, Any]:
        has_ended = self.status == COURSE[-1]
        names = [part.filename for part in self.files]
        made = [
            {
                "node_id": NODE_ID,
                "file_id": f"{name}.json",
                "node_type": "partition",
                "node_subtype": "vlm",
            }
            for name in names
        ]
        return {
            "id": self.id,
            "workflow_id": WORKFLOW_ID,
            "workflow_name": "My ETL Workflow",
            "status": self.status,
            "created_at": CREATED,
            "runtime": "PT2M30S" if has_ended else None,
            "input_file_ids": names,
            "output_node_files": made if has_ended else None,
            "job_type": "ephemeral",
        }

    def details(self) -> dict[str, Any]:
        count = len(self.files)
        has_ended = self.status == COURSE[-1]
        node = {
            "node_name": "Partitioner",
            "node_type": "partition",
            "node_subtype": "vlm",
            "ready": 0,
            "in_progress": 0 if has_ended else count,
            "success": count if has_ended else 0,
            "failure": 0,
        }
        return {
            "id": self.id,
            "processing_status": PROCESSING.get(self.status, self.status),
            "node_stats": [node],
            "message": None,
        }


class UnstructuredApp:
    """The API, its jobs and its channels."""

    def __init__(self) -> None:
        self.jobs: dict[str, Job] = {}
        self.channels: dict[str, dict[str, Any]] = {}

    def answer(self, request: Request) -> Answer:
        headers = request.headers
        if (
            headers.get("unstructured-api-key") != API_KEY
            and headers.get("authorization") != f"Bearer {BEARER_TOKEN}"
        ):
            return UNAUTHORIZED
        match request.method, request.path:
            case "POST", "/api/v1/jobs/":
                return self._create(request)
            case "GET", "/api/v1/jobs/":
                return self._list(dict(request.query))
            case "GET", "/api/v1/workflows/":
                return Answer(200, [])
            case "POST", "/api/v1/notifications/channels":
                return self._create_channel(request)
            case method, path:
                return self._below(method, path, dict(request.query))

    def _below(self, method: str, path: str, query: dict[str, str]) -> Answer:
        if found := _JOB.fullmatch(path):
            if not _is_uuid(found[1]):
                fault = "Input should be a valid UUID"
                return _refusal(["path", "job_id"], fault, "uuid_parsing")
            job = self.jobs.get(found[1])
            if job is None:
                return NOT_FOUND
            return self._read(method, job, found[2] or "", query)
        if found := _CHANNEL.fullmatch(path):
            channel = self.channels.get(found[1])
            if channel is None:
                return NOT_FOUND
            if method == "DELETE":
                del self.channels[found[1]]
                return Answer(204)
            return Answer(200, channel)
        return NOT_FOUND

    def _create(self, request: Request) -> Answer:
        try:
            parts = request.parts()
        except ValueError as error:
            return _refusal(["body"], str(error), "multipart")
        plans = [part for part in parts if part.name == "request_data"]
        files = [part for part in parts if part.name == "input_files"]
        if len(plans) != 1 or plans[0].filename is not None:
            return _refusal(["body", "request_data"], "Field required", "missing")
        try:
            json.loads(plans[0].content)
        except ValueError:
            return _refusal(["body", "request_data"], "not JSON", "json_invalid")
        for index, part in enumerate(files):
            if not part.filename:
                return _refusal(
                    ["body", "input_files", index], "no name", "value_error"
                )
            if len(part.content) > LARGEST:
                return _refusal(["body", "input_files", index], "too large", "too_long")
        job = Job(str(uuid.UUID(int=len(self.jobs) + 1)), files)
        self.jobs[job.id] = job
        return Answer(200, job.information())

    def _list(self, query: dict[str, str]) -> Answer:
        jobs = [job.information() for job in self.jobs.values()]
        wanted = query.get("status")
        return Answer(200, [job for job in jobs if wanted in (None, job["status"])])

    def _read(self, method: str, job: Job, part: str, query: dict[str, str]) -> Answer:
        match method, part:
            case "GET", "":
                job.look()
                return Answer(200, job.information())
            case "GET", "details":
                return Answer(200, job.details())
            case "GET", "failed-files":
                return Answer(200, {"failed_files": []})
            case "GET", "download":
                return self._download(job, query)
            case "POST", "cancel":
                job.is_cancelled = True
                return Answer(200, {})
            case _:
                return Answer(405, {"detail": "Method Not Allowed"})

    def _download(self, job: Job, query: dict[str, str]) -> Answer:
        if "file_id" not in query:
            return _refusal(["query", "file_id"], "Field required", "missing")
        found = [part for part in job.files if part.filename == query["file_id"]]
        if not found:
            return NOT_FOUND
        element = {
            "type": "Title",
            "text": f"{len(found[0].content)} bytes",
            "metadata": {"filename": found[0].filename, "page_number": 1},
        }
        return Answer(200, [element])

    def _create_channel(self, request: Request) -> Answer:
        channel: dict[str, Any] = request.json()
        kind = channel.get("channel_type")
        needed = {"webhook": "url", "email": "email_config"}.get(str(kind))
        if needed is None or needed not in channel:
            return _refusal(
                ["body", "channel_type"], "unknown kind", "union_tag_invalid"
            )
        number = f"c{len(self.channels) + 1}"
        times = {"created_at": CREATED, "updated_at": CREATED}
        kept = {"enabled": True, "description": None, **channel, "id": number, **times}
        kept.pop("secret", None)
        if kind == "email":
            kept["email_config"] = {**kept["email_config"], "provider": "smtp"}
        self.channels[number] = kept
        return Answer(201, kept)


def _refusal(place: list[str | int], message: str, kind: str) -> Answer:
    return Answer(422, {"detail": [{"loc": place, "msg": message, "type": kind}]})


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text.lower()
    except ValueError:
        return False
