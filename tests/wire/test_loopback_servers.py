"""The servers the clients are tested against answer as the descriptions say."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.servers import unstructured, wasabi
from tests.servers.loopback import App, Loopback, serve
from tests.support.wheels import ROOT

WASABI = ROOT / "specs" / "wasabi-air.yaml"
UNSTRUCTURED = ROOT / "specs" / "unstructured-platform.yaml"
KEYS = {
    "x-amz-access-key": wasabi.ACCESS_KEY,
    "x-amz-secret-key": wasabi.SECRET_KEY,
}
KEY = {"unstructured-api-key": unstructured.API_KEY}
SUBMISSION = {
    "Name": "MyJobName",
    "Services": {"ocr": ""},
    "Source": {"Bucket": "wasabifs-chm", "ObjectKey": "MP4/Commercial.mp4"},
    "Destination": {"Bucket": "airstream-output-2", "Region": "us-west-1"},
}
PARTS = (
    b'--x\r\nContent-Disposition: form-data; name="request_data"\r\n\r\n{}\r\n'
    b'--x\r\nContent-Disposition: form-data; name="input_files"; filename="a.pdf"\r\n'
    b"Content-Type: application/pdf\r\n\r\n%PDF\r\n--x--\r\n"
)
MULTIPART = {"content-type": "multipart/form-data; boundary=x"}


@dataclass
class Caller:
    """Calls a server and holds every answer against the description."""

    server: Loopback
    spec: Path
    headers: Mapping[str, str]

    def call(
        self,
        method: str,
        path: str,
        template: str,
        expected: int,
        *,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        """The JSON of an answer that has the expected status and fits its schema."""
        connection = http.client.HTTPConnection(urlsplit(self.server.url).netloc)
        connection.request(method, path, body, dict(headers or self.headers))
        with connection.getresponse() as answer:
            content = answer.read()
        connection.close()
        assert answer.status == expected, content
        if not content:
            return None
        value = json.loads(content)
        self._check(value, method, template, expected)
        return value

    def _check(self, value: Any, method: str, template: str, status: int) -> None:
        uri = self.spec.as_uri()
        steps = ["paths", template, method.lower(), "responses", str(status)]
        node: Any = yaml.load(self.spec.read_text("utf-8"), yaml.CSafeLoader)
        root = node
        for step in steps:
            node = node[step]
        if "$ref" in node:
            steps = node["$ref"].removeprefix("#/").split("/")
        steps += ["content", "application/json", "schema"]
        tokens = (step.replace("~", "~0").replace("/", "~1") for step in steps)
        pointer = "".join("/" + quote(token, safe="~") for token in tokens)
        registry = Registry[Any]().with_resource(uri, DRAFT202012.create_resource(root))
        Draft202012Validator(
            {"$ref": f"{uri}#{pointer}"},
            registry=registry,
            format_checker=FormatChecker(),
        ).validate(value)


def _caller(
    app: Callable[[], App], spec: Path, headers: Mapping[str, str]
) -> Iterator[Caller]:
    with serve(app) as server:
        yield Caller(server, spec, headers)


@pytest.fixture
def air() -> Iterator[Caller]:
    yield from _caller(wasabi.WasabiApp, WASABI, KEYS)


@pytest.fixture
def platform() -> Iterator[Caller]:
    yield from _caller(unstructured.UnstructuredApp, UNSTRUCTURED, KEY)


def test_a_wasabi_job_moves_on_with_every_look(air: Caller) -> None:
    body = json.dumps(SUBMISSION).encode()
    job = air.call("POST", "/jobs", "/jobs", 200, body=body)["Job"]
    path = f"/jobs/{job['Id']}"
    air.call("GET", f"{path}/metadata", "/jobs/{Id}/metadata", 404)
    seen = [job["Status"]]
    for _ in range(4):
        report = air.call("GET", f"{path}/status", "/jobs/{Id}/status", 200)
        seen.append(report["Status"])
    assert seen == [*wasabi.COURSE, "completed"]
    air.call("GET", path, "/jobs/{Id}", 200)
    air.call("GET", f"{path}/metadata", "/jobs/{Id}/metadata", 200)
    air.call("GET", f"{path}/errors", "/jobs/{Id}/errors", 200)
    assert len(air.call("GET", "/jobs?status=completed", "/jobs", 200)["Records"]) == 1
    assert air.call("GET", "/jobs?status=failed", "/jobs", 200)["Records"] == []


@pytest.mark.parametrize("missing", KEYS)
def test_wasabi_asks_for_both_keys(air: Caller, missing: str) -> None:
    one = {name: value for name, value in KEYS.items() if name != missing}
    air.call("GET", "/jobs/1", "/jobs/{Id}", 401, headers=one)
    air.call("GET", "/jobs/1", "/jobs/{Id}", 401, headers={**KEYS, missing: "wrong"})


def test_the_wasabi_404_has_no_words(air: Caller) -> None:
    missing = air.call("GET", "/jobs/1", "/jobs/{Id}", 404)
    assert missing == {"ErrorCode": "NOT_FOUND"}


def test_an_unstructured_job_moves_on_with_every_look(platform: Caller) -> None:
    home = "/api/v1/jobs/"
    job = platform.call(
        "POST", home, home, 200, body=PARTS, headers={**KEY, **MULTIPART}
    )
    path, template = f"{home}{job['id']}", f"{home}{{job_id}}"
    looks = [platform.call("GET", path, template, 200)["status"] for _ in range(3)]
    assert [job["status"], *looks] == [*unstructured.COURSE, "COMPLETED"]
    platform.call("GET", f"{path}/details", f"{template}/details", 200)
    platform.call("GET", f"{path}/failed-files", f"{template}/failed-files", 200)
    assert len(platform.call("GET", home, home, 200)) == 1


def test_unstructured_says_what_is_wrong_with_a_request(platform: Caller) -> None:
    home = "/api/v1/jobs/"
    template = f"{home}{{job_id}}"
    platform.call("GET", f"{home}no-uuid", template, 422)
    platform.call("GET", f"{home}{unstructured.WORKFLOW_ID}", template, 404)
    platform.call("GET", home, home, 401, headers={"unstructured-api-key": "wrong"})
    nameless = PARTS.replace(b'; filename="a.pdf"', b"")
    for body in (b"no parts", nameless, PARTS.replace(b"{}", b"{")):
        platform.call("POST", home, home, 422, body=body, headers={**KEY, **MULTIPART})


def test_a_fault_is_for_one_request_and_what_came_is_recorded(air: Caller) -> None:
    failure = {"ErrorCode": "INTERNAL_ERROR"}
    air.server.faults.push("500", value=failure)
    assert air.call("GET", "/jobs", "/jobs", 500) == failure
    air.call("GET", "/jobs?name=a%20b", "/jobs", 200)
    assert [one.query for one in air.server.requests] == [(), (("name", "a b"),)]


def test_an_unknown_fault_is_refused(air: Caller) -> None:
    with pytest.raises(ValueError, match="no fault 'fire'"):
        air.server.faults.push("fire")
