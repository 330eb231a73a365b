"""The Wasabi AiR job API, as ``specs/wasabi-air.yaml`` describes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.servers.messages import Answer, Request

ACCESS_KEY = "wasabi-access-key"
SECRET_KEY = "wasabi-secret-key"
COURSE = ("submitted", "preflight", "in_progress", "completed")
DOOMED = ("submitted", "preflight", "in_progress", "failed")
USUAL_PAGE = 25
LONGEST_PAGE = 100
CREATED = "2024-11-13T07:11:51.658Z"
COMPLETED = "2024-11-13T07:14:20.114Z"

UNAUTHORIZED = Answer(401, {"Error": "Unauthorized", "ErrorCode": "UNAUTHORIZED"})
NOT_FOUND = Answer(404, {"ErrorCode": "NOT_FOUND"})

_JOB = re.compile(r"/jobs/([^/]+)(?:/(status|metadata|errors))?")


@dataclass
class Job:
    """A job. Each look at it takes it one step further; one named ``doomed`` fails."""

    id: str
    submission: Mapping[str, Any]
    looks: int = 0

    @property
    def course(self) -> tuple[str, ...]:
        return DOOMED if self.submission["Name"] == "doomed" else COURSE

    @property
    def status(self) -> str:
        return self.course[min(self.looks, len(self.course) - 1)]

    @property
    def has_ended(self) -> bool:
        return self.status == self.course[-1]

    def look(self) -> None:
        self.looks += 1

    def summary(self) -> dict[str, Any]:
        given = self.submission
        source = {
            key: value
            for key, value in given["Source"].items()
            if key not in ("AccessKey", "SecretKey")
        }
        about: dict[str, Any] = {
            "Id": self.id,
            "Name": given["Name"],
            "Source": {**source, "Provider": "wasabi"},
            "UserId": "10000",
            "Created": CREATED,
            "Status": self.status,
            "Destination": given["Destination"],
        }
        about.update({key: given[key] for key in ("Priority", "Batch") if key in given})
        if self.has_ended:
            about["Completed"] = COMPLETED
        return about

    def details(self) -> dict[str, Any]:
        return {**self.summary(), "Services": self.submission["Services"]}


class WasabiApp:
    """The API and the jobs it has."""

    def __init__(self) -> None:
        self.jobs: dict[str, Job] = {}

    def answer(self, request: Request) -> Answer:
        keys = ("x-amz-access-key", "x-amz-secret-key")
        if [request.headers.get(key) for key in keys] != [ACCESS_KEY, SECRET_KEY]:
            return UNAUTHORIZED
        match request.method, request.path, _JOB.fullmatch(request.path):
            case "POST", "/jobs", _:
                return self._submit(request)
            case "GET", "/jobs", _:
                return self._list(dict(request.query))
            case "GET", _, re.Match() as found:
                job = self.jobs.get(found[1])
                return NOT_FOUND if job is None else self._read(job, found[2] or "")
            case _:
                return NOT_FOUND

    def _submit(self, request: Request) -> Answer:
        try:
            body = request.json()
        except ValueError:
            return _refusal("the body is not JSON")
        missing = [
            name
            for name in ("Name", "Services", "Destination", "Source")
            if not body.get(name)
        ]
        if missing:
            return _refusal(f"{', '.join(missing)} missing or empty")
        job = Job(f"{len(self.jobs) + 1:032x}", body)
        self.jobs[job.id] = job
        return Answer(200, {"Job": job.details()})

    def _list(self, query: dict[str, str]) -> Answer:
        wanted = {"status": "Status", "name": "Name", "batch": "Batch"}
        records = [
            job.summary()
            for job in self.jobs.values()
            if all(
                job.summary().get(key) == query[name]
                for name, key in wanted.items()
                if name in query
            )
        ]
        if query.get("sortOrder") == "Desc":
            records.reverse()
        size = min(int(query.get("pageSize", USUAL_PAGE)), LONGEST_PAGE)
        start = (int(query.get("pageNumber", "1")) - 1) * size
        return Answer(200, {"Records": records[start : start + size]})

    def _read(self, job: Job, part: str) -> Answer:
        report: dict[str, Any]
        match part:
            case "status":
                job.look()
                report = {"Id": job.id, "Status": job.status, "ErrorCount": 0}
            case "metadata":
                if not job.has_ended:
                    return NOT_FOUND
                destination = job.submission["Destination"]
                report = {
                    "Id": job.id,
                    "UserId": "10000",
                    "Destination": destination,
                    "DestinationPath": f"s3://{destination['Bucket']}/{job.id}.json",
                }
            case "errors":
                report = {"Id": job.id, "Status": job.status, "ErrorCount": 0}
                if job.status == "failed":
                    report |= {"ErrorCode": "INTERNAL_ERROR", "ErrorCount": 1}
            case _:
                report = job.details()
        return Answer(200, report)


def _refusal(cause: str) -> Answer:
    return Answer(422, {"Error": cause, "ErrorCode": "INVALID"})
