"""The Unstructured Platform client against a server: jobs on local files, and more."""

from __future__ import annotations

import datetime
import hashlib
import io
import json
import os
import pathlib
import tempfile
import uuid
from collections.abc import Iterator

import harness
from harness import Raised, Stage
from unstructured_platform import (
    UNSET,
    AsyncClient,
    Client,
    ConfigurationError,
    DecodeError,
    Drift,
    File,
    NotFoundError,
    Options,
    TransportError,
    UnauthorizedError,
    UnprocessableEntityError,
)
from unstructured_platform import models as m

API_KEY = "unstructured-api-key-value"
BEARER_TOKEN = "unstructured-bearer-value"
UNKNOWN_ID = uuid.UUID("b2c3d4e5-6f7a-8b9c-0d1e-2f3a4b5c6d7e")
PLAN = json.dumps({"template_id": "hi_res_partition"})
JOB = {
    "id": str(UNKNOWN_ID),
    "workflow_id": "f0a1b2c3-4d5e-6f7a-8b9c-0d1e2f3a4b5c",
    "workflow_name": "My ETL Workflow",
    "status": "SCHEDULED",
    "created_at": "2026-01-01T00:00:00Z",
}
WORKFLOW = {
    "id": "f0a1b2c3-4d5e-6f7a-8b9c-0d1e2f3a4b5c",
    "name": "My ETL Workflow",
    "sources": [],
    "destinations": [],
    "workflow_nodes": [],
    "status": "active",
    "created_at": "2026-01-01T00:00:00Z",
}


class Trickle(io.RawIOBase):
    """A file that can be read once, in pieces, and has no length."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self.largest = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def read(self, size: int = -1) -> bytes:
        assert size > 0, "a file is read in chunks, never whole"
        self.largest = max(self.largest, size)
        return next(self._pieces, b"")


async def a_job_on_local_files_goes_from_upload_to_output(stage: Stage) -> None:
    client = stage.client(api_key=API_KEY)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "report.pdf")
        path.write_bytes(b"%PDF-1.4 " + bytes(range(256)))
        job = await client.jobs.create(request_data=PLAN, input_files=[path])
    assert job.status is m.JobStatus.SCHEDULED and job.runtime is None
    seen = [job.status]
    while seen[-1] is not m.JobStatus.COMPLETED:
        assert len(seen) < 5, seen
        done = await client.jobs.get(job.id)
        seen.append(done.status)
    assert seen == ["SCHEDULED", "IN_PROGRESS", "COMPLETED"], seen
    assert isinstance(done.id, uuid.UUID) and done.id == job.id
    assert done.created_at == datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    assert done.runtime == datetime.timedelta(minutes=2, seconds=30)
    assert done.job_type is m.WorkflowJobType.EPHEMERAL
    assert done.input_file_ids == ["report.pdf"]
    assert done.output_node_files is not None
    made = done.output_node_files[0]
    assert isinstance(made.node_id, uuid.UUID) and made.node_subtype == "vlm"
    details = await client.jobs.get_details(job.id)
    assert details.processing_status is m.JobProcessingStatus.SUCCESS
    assert details.node_stats[0].success == 1 and details.message is None
    assert (await client.jobs.get_failed_files(job.id)).failed_files == []
    output = await client.jobs.download_output(job.id, file_id="report.pdf")
    assert output[0]["text"] == "265 bytes", output


async def files_travel_with_name_type_and_every_byte(stage: Stage) -> None:
    large = bytes(range(256)) * 12_000
    pieces = iter([large[i : i + 9_999] for i in range(0, len(large), 9_999)])
    trickle = Trickle(pieces)
    await stage.client(api_key=API_KEY).jobs.create(
        request_data=PLAN,
        input_files=[
            File(b"first", name="a first.pdf"),
            File(trickle, name="zweite \u00fcbersicht.html", content_type="text/html"),
            File(io.BytesIO(b"third"), name="third.unheard-of"),
        ],
    )
    request = stage.server.request()
    assert request["headers"]["content-type"].startswith("multipart/form-data")
    plan, *files = request["parts"]
    assert plan["name"] == "request_data" and plan["text"] == PLAN
    assert plan["filename"] is None
    assert [part["name"] for part in files] == ["input_files"] * 3
    assert [part["filename"] for part in files] == [
        "a first.pdf",
        "zweite \u00fcbersicht.html",
        "third.unheard-of",
    ], files
    assert [part["content_type"] for part in files] == [
        "application/pdf",
        "text/html",
        "application/octet-stream",
    ], files
    assert [part["size"] for part in files] == [5, len(large), 5]
    assert files[1]["sha256"] == hashlib.sha256(large).hexdigest()
    assert 0 < trickle.largest <= 1_048_576, trickle.largest


async def an_upload_is_not_repeated_when_the_connection_breaks(stage: Stage) -> None:
    stage.server.push("drop")
    with Raised(TransportError):
        await stage.client(api_key=API_KEY).jobs.create(
            request_data=PLAN, input_files=[File(b"x", name="x.pdf")]
        )
    assert len(stage.server.requests()) == 1


async def an_upload_that_was_refused_for_now_is_sent_again_whole(stage: Stage) -> None:
    stage.server.push("429", retry_after=0)
    file = io.BytesIO(b"skipped and sent")
    file.seek(len(b"skipped and "))
    job = await stage.client(api_key=API_KEY).jobs.create(
        request_data=PLAN, input_files=[File(file, name="x.pdf")]
    )
    assert job.input_file_ids == ["x.pdf"]
    first, second = stage.server.requests()
    assert first["parts"] == second["parts"] and second["parts"][1]["size"] == 4


async def a_job_without_files_has_only_its_plan(stage: Stage) -> None:
    await stage.client(api_key=API_KEY).jobs.create(m.CreateJob(request_data=PLAN))
    parts = stage.server.request()["parts"]
    assert [part["name"] for part in parts] == ["request_data"]


async def an_optional_body_that_is_not_given_is_not_sent(stage: Stage) -> None:
    stage.server.push("202", value=JOB)
    job = await stage.client(api_key=API_KEY).workflows.run("my-workflow")
    assert job.id == UNKNOWN_ID
    request = stage.server.request()
    assert "content-type" not in request["headers"]
    assert request["headers"].get("content-length", "0") == "0"


async def either_credential_will_do_and_the_key_goes_first(stage: Stage) -> None:
    await stage.client(bearer_token=BEARER_TOKEN).jobs.list()
    sent = stage.server.request()["headers"]
    assert sent["authorization"] == f"Bearer {BEARER_TOKEN}"
    assert "unstructured-api-key" not in sent
    stage.server.forget()
    await stage.client(api_key=API_KEY, bearer_token=BEARER_TOKEN).jobs.list()
    sent = stage.server.request()["headers"]
    assert sent["unstructured-api-key"] == API_KEY and "authorization" not in sent


async def without_any_credential_both_ways_are_named(stage: Stage) -> None:
    with Raised(ConfigurationError) as raised:
        stage.client()
    told = str(raised.error)
    for word in ("api_key", "UNSTRUCTURED_API_KEY", "bearer_token"):
        assert word in told, told


async def settings_come_from_the_environment(stage: Stage) -> None:
    values = {"UNSTRUCTURED_API_KEY": API_KEY, "UNSTRUCTURED_API_URL": stage.server.url}
    os.environ.update(values)
    try:
        assert await stage.client(base_url=None).jobs.list() == []
    finally:
        for name in values:
            del os.environ[name]


async def a_wrong_key_is_an_unauthorized_error(stage: Stage) -> None:
    with Raised(UnauthorizedError) as raised:
        await stage.client(api_key="a-wrong-one").jobs.list()
    assert isinstance(raised.error.body, m.ErrorMessage)
    assert raised.error.body.detail.startswith("API key is missing")
    assert "a-wrong-one" not in repr(raised.error) + str(raised.error)


async def an_unknown_job_is_a_not_found_error(stage: Stage) -> None:
    with Raised(NotFoundError) as raised:
        await stage.client(api_key=API_KEY).jobs.get(UNKNOWN_ID)
    assert raised.error.body == m.ErrorMessage(detail="Not Found")


async def a_refused_body_is_an_error_that_says_where(stage: Stage) -> None:
    with Raised(UnprocessableEntityError) as raised:
        await stage.client(api_key=API_KEY).jobs.create(request_data="no JSON")
    body = raised.error.body
    assert isinstance(body, m.HTTPValidationError), body
    assert body.detail is not None
    assert body.detail[0].loc == ["body", "request_data"]
    assert body.detail[0].type == "json_invalid"


async def places_of_faults_may_be_words_and_numbers(stage: Stage) -> None:
    fault = {"loc": ["body", "input_files", 0], "msg": "too large", "type": "too_long"}
    stage.server.push("422", value={"detail": [fault]})
    with Raised(UnprocessableEntityError) as raised:
        await stage.client(api_key=API_KEY).jobs.create(request_data=PLAN)
    assert raised.error.body.detail[0].loc == ["body", "input_files", 0]


async def a_job_can_be_cancelled(stage: Stage) -> None:
    client = stage.client(api_key=API_KEY)
    job = await client.jobs.create(request_data=PLAN)
    assert await client.jobs.cancel(job.id) == {}
    assert (await client.jobs.get(job.id)).status is m.JobStatus.STOPPED
    assert [one.id for one in await client.jobs.list(status="STOPPED")] == [job.id]


async def query_parameters_are_written_as_the_server_reads_them(stage: Stage) -> None:
    zone = datetime.timezone(datetime.timedelta(hours=2))
    await stage.client(api_key=API_KEY).workflows.list(
        page=2,
        status=m.WorkflowState.ACTIVE,
        sort_direction="desc",
        created_since=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC),
        created_before=datetime.datetime(2026, 2, 1, 12, 30, 0, 250_000, tzinfo=zone),
        show_only_soft_deleted=False,
        name="My & workflow + more",
    )
    assert dict(stage.server.request()["query"]) == {
        "page": "2",
        "status": "active",
        "sort_direction": "desc",
        "created_since": "2026-01-01T00:00:00Z",
        "created_before": "2026-02-01T12:30:00.25+02:00",
        "show_only_soft_deleted": "false",
        "name": "My & workflow + more",
    }


async def channels_are_sent_and_read_by_their_kind(stage: Stage) -> None:
    client = stage.client(api_key=API_KEY)
    webhook = await client.channels.create(
        m.CreateWebhookChannelRequest(
            event_types=["job.failed", m.NotificationEventType.JOB_COMPLETED],
            url="https://hooks.example.com/notify",
        )
    )
    assert isinstance(webhook, m.WebhookChannelResponse)
    assert stage.server.request()["body"] == {
        "channel_type": "webhook",
        "event_types": ["job.failed", "job.completed"],
        "url": "https://hooks.example.com/notify",
    }
    email = await client.channels.create(
        m.CreateEmailChannelRequest(
            event_types=["job.failed"],
            email_config=m.EmailChannelConfig(
                recipient_email="ops@example.com", reply_to=None
            ),
        )
    )
    assert isinstance(email, m.EmailChannelResponse)
    assert email.email_config.provider == "smtp"
    assert email.email_config.reply_to is None and email.email_config.cc is UNSET
    again = await client.channels.get(webhook.id)
    assert isinstance(again, m.WebhookChannelResponse) and again == webhook
    assert await client.channels.delete(webhook.id) is None
    with Raised(NotFoundError):
        await client.channels.get(webhook.id)


async def null_is_sent_and_what_is_unset_is_not(stage: Stage) -> None:
    stage.server.push("200", value=WORKFLOW)
    workflow = await stage.client(api_key=API_KEY).workflows.update(
        "my-workflow", source_id=None, name="New name", schedule=UNSET
    )
    assert stage.server.request()["body"] == {"source_id": None, "name": "New name"}
    assert workflow.key is UNSET and workflow.updated_at is UNSET
    assert workflow.to_dict() == WORKFLOW


async def an_unknown_kind_of_channel_is_drift_and_kept(stage: Stage) -> None:
    carrier = {"id": "c9", "channel_type": "pigeon", "loft": "north"}
    seen: list[Drift] = []
    stage.server.push("200", value={"items": [carrier]})
    client = stage.client(api_key=API_KEY, on_drift=seen.append)
    found = await client.channels.list(channel_type="webhook")
    assert found.to_dict() == {"items": [carrier]}
    assert [one.path for one in seen] == ["$.items[0]"] or [
        one.path for one in seen
    ] == ["$.items[0].channel_type"], seen


async def a_malformed_id_is_kept_as_it_came(stage: Stage) -> None:
    seen: list[Drift] = []
    stage.server.push("200", value={**JOB, "workflow_id": "no-uuid"}, times=2)
    client = stage.client(api_key=API_KEY, on_drift=seen.append)
    job = await client.jobs.get(UNKNOWN_ID)
    assert job.to_dict() == {**JOB, "workflow_id": "no-uuid"}
    assert [(one.kind, one.path) for one in seen] == [("format", "$.workflow_id")]
    with Raised(DecodeError) as raised:
        await stage.client(api_key=API_KEY, strict=True).jobs.get(UNKNOWN_ID)
    assert raised.error.path == "$.workflow_id"


async def an_undocumented_status_is_drift(stage: Stage) -> None:
    seen: list[Drift] = []
    stage.server.push("201", value=JOB)
    client = stage.client(api_key=API_KEY, on_drift=seen.append)
    await client.jobs.get(UNKNOWN_ID)
    assert [one.kind for one in seen] == ["status"], seen


async def one_connection_serves_many_calls(stage: Stage) -> None:
    client = stage.client(api_key=API_KEY)
    for _ in range(3):
        await client.jobs.list()
    await client.raw.jobs.list(options=Options(timeout=5))
    assert len({one["connection"] for one in stage.server.requests()}) == 1


if __name__ == "__main__":
    harness.main(globals(), {"sync": Client, "async": AsyncClient})
