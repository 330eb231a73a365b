"""The Wasabi AiR client against a server that fails, is slow, or answers oddly."""

from __future__ import annotations

import json
import time
from typing import Any

import harness
from harness import Raised, Stage
from wasabi_air import (
    AsyncClient,
    Client,
    DecodeError,
    Drift,
    Hooks,
    InternalServerError,
    NotFoundError,
    RateLimitError,
    RequestTimeoutError,
    TransportError,
    errors,
)
from wasabi_air import models as m

ACCESS_KEY = "wasabi-access-key"
SECRET_KEY = "wasabi-secret-key"
KEYS = {"access_key": ACCESS_KEY, "secret_key": SECRET_KEY}
FAILURE = {"Error": "An unexpected error occurred.", "ErrorCode": "INTERNAL_ERROR"}
REPORT = {"Id": "12345", "Status": "in_progress", "ErrorCount": 0}


def _definition() -> dict[str, Any]:
    """The required arguments of a submission."""
    return {
        "name": "MyJobName",
        "services": {"ocr": ""},
        "destination": m.Destination(bucket="airstream-output-2", region="us-west-1"),
        "source": m.SourceInput(bucket="wasabifs-chm", object_key="MP4/Commercial.mp4"),
    }


async def too_many_requests_are_sent_again(stage: Stage) -> None:
    stage.server.push("429", times=2, retry_after=0)
    assert (await stage.client(**KEYS).jobs.list()).body.records is not None
    assert len(stage.server.requests()) == 3


async def retry_after_is_waited_for(stage: Stage) -> None:
    stage.server.push("429", retry_after=1)
    waits: list[float] = []
    hooks = Hooks(on_retry=lambda request, seconds, error: waits.append(seconds))
    begin = time.monotonic()
    await stage.client(**KEYS, hooks=hooks).jobs.list()
    assert time.monotonic() - begin >= 0.95
    assert len(waits) == 1 and 1 <= waits[0] < 2, waits


async def without_retries_too_many_requests_are_an_error(stage: Stage) -> None:
    stage.server.push("429", retry_after=7)
    with Raised(RateLimitError) as raised:
        await stage.client(**KEYS, retries=0).jobs.list()
    assert raised.error.retry_after == 7
    assert len(stage.server.requests()) == 1


async def a_wait_beyond_the_deadline_is_not_begun(stage: Stage) -> None:
    stage.server.push("429", retry_after=3600)
    begin = time.monotonic()
    with Raised(errors.ApiError):
        await stage.client(**KEYS, timeout=5).jobs.list()
    assert time.monotonic() - begin < 5


async def a_server_error_is_retried_for_get(stage: Stage) -> None:
    stage.server.push("500", times=2, value=FAILURE, retry_after=0)
    await stage.client(**KEYS).jobs.list()
    assert len(stage.server.requests()) == 3


async def a_server_error_that_lasts_is_raised_decoded(stage: Stage) -> None:
    stage.server.push("500", times=3, value=FAILURE, retry_after=0)
    with Raised(InternalServerError) as raised:
        await stage.client(**KEYS).jobs.list()
    assert raised.error.attempts == 3
    assert raised.error.body.error_code == "INTERNAL_ERROR"


async def a_server_error_is_not_retried_for_post(stage: Stage) -> None:
    stage.server.push("500", value=FAILURE, retry_after=0)
    with Raised(InternalServerError) as raised:
        await stage.client(**KEYS).jobs.submit(**_definition())
    assert raised.error.attempts == 1
    assert len(stage.server.requests()) == 1


async def a_slow_answer_ends_with_the_total_deadline(stage: Stage) -> None:
    stage.server.push("slow", times=9)
    begin = time.monotonic()
    with Raised(RequestTimeoutError) as raised:
        await stage.client(**KEYS, timeout=0.3, retries=8).jobs.list()
    assert time.monotonic() - begin < 3
    assert isinstance(raised.error, TransportError)
    assert isinstance(raised.error, TimeoutError)


async def an_answer_in_drips_ends_with_the_total_deadline(stage: Stage) -> None:
    stage.server.push("drip", times=9)
    begin = time.monotonic()
    with Raised(RequestTimeoutError):
        await stage.client(**KEYS, timeout=0.3, retries=8).jobs.list()
    assert time.monotonic() - begin < 3


async def a_dropped_connection_is_retried_for_get(stage: Stage) -> None:
    stage.server.push("drop")
    await stage.client(**KEYS).jobs.list()
    assert len(stage.server.requests()) == 2


async def an_answer_cut_off_is_retried_for_get(stage: Stage) -> None:
    stage.server.push("cut")
    await stage.client(**KEYS).jobs.list()
    assert len(stage.server.requests()) == 2


async def a_dropped_connection_is_not_retried_for_post(stage: Stage) -> None:
    stage.server.push("drop")
    with Raised(TransportError) as raised:
        await stage.client(**KEYS).jobs.submit(**_definition())
    assert not isinstance(raised.error, RequestTimeoutError)
    assert raised.error.attempts == 1 and raised.error.request.method == "POST"
    assert len(stage.server.requests()) == 1


async def a_server_that_is_not_there_is_a_transport_error(stage: Stage) -> None:
    client = stage.client(**KEYS, base_url="http://127.0.0.1:1", retries=0)
    with Raised(TransportError) as raised:
        await client.jobs.list()
    assert raised.error.attempts == 1


async def half_a_json_text_is_a_decode_error(stage: Stage) -> None:
    stage.server.push("malformed")
    with Raised(DecodeError) as raised:
        await stage.client(**KEYS).jobs.get("12345")
    assert raised.error.operation == "GET /jobs/{Id}", raised.error.operation
    assert raised.error.request.method == "GET"


async def an_empty_answer_is_a_decode_error(stage: Stage) -> None:
    stage.server.push("text", status=200, value="")
    with Raised(DecodeError) as raised:
        await stage.client(**KEYS).jobs.get("12345")
    assert raised.error.operation == "GET /jobs/{Id}"


async def an_error_page_of_a_proxy_is_an_error_with_its_text(stage: Stage) -> None:
    page = "<html>Bad Gateway \u2026</html>"
    html = {"content-type": "text/html; charset=utf-8"}
    stage.server.push("text", status=502, value=page, headers=html)
    with Raised(InternalServerError) as raised:
        await stage.client(**KEYS, retries=0).jobs.get("12345")
    assert raised.error.status == 502 and raised.error.body is None
    assert raised.error.text == page


async def an_error_body_of_another_shape_is_still_the_error(stage: Stage) -> None:
    stage.server.push("404", value=["not", "an", "object"])
    with Raised(NotFoundError) as raised:
        await stage.client(**KEYS).jobs.get("12345")
    assert raised.error.body is None and "not" in raised.error.text


async def a_compressed_answer_is_read(stage: Stage) -> None:
    headers = {"content-encoding": "gzip", "content-type": "application/json"}
    stage.server.push("text", status=200, value=json.dumps(REPORT), headers=headers)
    report = await stage.client(**KEYS, strict=True).jobs.get_status("12345")
    assert report.to_dict() == REPORT
    assert "gzip" in stage.server.request()["headers"]["accept-encoding"]


async def json_under_a_name_of_its_own_is_json(stage: Stage) -> None:
    headers = {"content-type": "application/vnd.air+json"}
    stage.server.push("text", status=200, value=json.dumps(REPORT), headers=headers)
    report = await stage.client(**KEYS, strict=True).jobs.get_status("12345")
    assert report.to_dict() == REPORT


async def json_sent_as_text_is_read_and_told(stage: Stage) -> None:
    seen: list[Drift] = []
    headers = {"content-type": "text/plain"}
    stage.server.push("text", status=200, value=json.dumps(REPORT), headers=headers)
    client = stage.client(**KEYS, on_drift=seen.append)
    assert (await client.jobs.get_status("12345")).to_dict() == REPORT
    assert [one.kind for one in seen] == ["media"], seen


async def an_answer_that_is_no_json_at_all_is_a_decode_error(stage: Stage) -> None:
    headers = {"content-type": "text/html"}
    stage.server.push("text", status=200, value="<html>", headers=headers)
    with Raised(DecodeError):
        await stage.client(**KEYS).jobs.get_status("12345")


async def a_value_of_another_type_is_a_decode_error_with_its_path(
    stage: Stage,
) -> None:
    stage.server.push("200", value={**REPORT, "ErrorCount": {"of": "another type"}})
    with Raised(DecodeError) as raised:
        await stage.client(**KEYS).jobs.get_status("12345")
    assert raised.error.path == "$.ErrorCount", raised.error.path
    assert "$.ErrorCount" in str(raised.error) and "object" in str(raised.error)


async def an_unknown_state_is_kept_and_can_be_told(stage: Stage) -> None:
    seen: list[Drift] = []
    stage.server.push("200", value={**REPORT, "Status": "paused"})
    client = stage.client(**KEYS, on_drift=seen.append)
    report = await client.jobs.get_status("12345")
    assert report.status == "paused" and not report.status.is_known
    assert isinstance(report.status, m.JobStatus) and str(report.status) == "paused"
    assert report.to_dict()["Status"] == "paused"
    assert [(one.kind, one.path) for one in seen] == [("enum", "$.Status")], seen


async def what_is_missing_or_null_reads_as_none_and_is_told(stage: Stage) -> None:
    seen: list[Drift] = []
    stage.server.push("200", value={"Id": None, "Status": "in_progress"})
    client = stage.client(**KEYS, on_drift=seen.append)
    report = await client.jobs.get_status("12345")
    assert report.id is None and report.error_count is None
    assert sorted((one.kind, one.path) for one in seen) == [
        ("missing", "$.ErrorCount"),
        ("null", "$.Id"),
    ], seen
    assert all(one.operation == "GET /jobs/{Id}/status" for one in seen), seen
    assert report.to_dict() == {"Id": None, "Status": "in_progress"}


async def further_properties_are_kept(stage: Stage) -> None:
    stage.server.push("200", value={**REPORT, "Colour": {"name": "red"}})
    report = await stage.client(**KEYS, strict=True).jobs.get_status("12345")
    assert report.extra == {"Colour": {"name": "red"}}
    assert report.to_dict() == {**REPORT, "Colour": {"name": "red"}}


async def a_strict_client_takes_no_deviation(stage: Stage) -> None:
    for value in (
        {**REPORT, "Status": "paused"},
        {**REPORT, "Id": None},
        {"Id": "12345", "Status": "failed"},
    ):
        stage.server.push("200", value=value)
        with Raised(DecodeError):
            await stage.client(**KEYS, strict=True).jobs.get_status("12345")


if __name__ == "__main__":
    harness.main(globals(), {"sync": Client, "async": AsyncClient})
