"""The Wasabi AiR client against a server: a job from start to end, and settings."""

from __future__ import annotations

import asyncio
import datetime
import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import harness
import httpx2
import wasabi_air
from harness import Heard, Raised, Stage
from wasabi_air import (
    AsyncClient,
    Client,
    ConfigurationError,
    Hooks,
    InternalServerError,
    NotFoundError,
    Options,
    StatusError,
    TransportError,
    UnauthorizedError,
    UnprocessableEntityError,
    errors,
)
from wasabi_air import models as m

ACCESS_KEY = "wasabi-access-key"
SECRET_KEY = "wasabi-secret-key"
KEYS = {"access_key": ACCESS_KEY, "secret_key": SECRET_KEY}
VARIABLES = ("WASABI_ACCESS_KEY", "WASABI_SECRET_KEY", "WASABI_AIR_BASE_URL")
UNKNOWN_ID = "67345137bcb6dce44b35a6a6281711e7"
FAILURE = {"Error": "An unexpected error occurred.", "ErrorCode": "INTERNAL_ERROR"}


def _definition() -> dict[str, Any]:
    """The required arguments of a submission."""
    return {
        "name": "MyJobName",
        "services": {"ocr": ""},
        "destination": m.Destination(bucket="airstream-output-2", region="us-west-1"),
        "source": m.SourceInput(bucket="wasabifs-chm", object_key="MP4/Commercial.mp4"),
    }


async def a_job_goes_from_submission_to_result(stage: Stage) -> None:
    client = stage.client(**KEYS)
    job = (await client.jobs.submit(**_definition(), priority=5)).job
    assert job.status is m.JobStatus.SUBMITTED, job
    seen = []
    while not seen or seen[-1] is not m.JobStatus.COMPLETED:
        assert len(seen) < 5, seen
        seen.append((await client.jobs.get_status(job.id)).status)
    assert seen == ["preflight", "in_progress", "completed"], seen
    done = await client.jobs.get(job.id)
    assert isinstance(done, m.Job) and done.id == job.id
    assert done.created == datetime.datetime(
        2024, 11, 13, 7, 11, 51, 658000, datetime.UTC
    )
    assert done.completed is not None and done.completed > done.created
    assert done.priority == 5 and done.batch is None
    assert done.source.provider == "wasabi" and done.services == {"ocr": ""}
    result = await client.jobs.get_metadata(job.id)
    assert result.destination_path == f"s3://airstream-output-2/{job.id}.json"
    assert (await client.jobs.get_errors(job.id)).error_code is None


async def a_job_that_fails_says_so(stage: Stage) -> None:
    client = stage.client(**KEYS)
    job = (await client.jobs.submit(**{**_definition(), "name": "doomed"})).job
    for _ in range(3):
        report = await client.jobs.get_status(job.id)
    assert report.status is m.JobStatus.FAILED
    errors_of_job = await client.jobs.get_errors(job.id)
    assert errors_of_job.error_code == "INTERNAL_ERROR"
    assert errors_of_job.error_count == 1


async def a_body_can_be_given_whole(stage: Stage) -> None:
    body = m.JobSubmission(
        **{
            **_definition(),
            "services": {
                "ocr": "",
                "logo": m.ServiceOptions(config={"rec_confidence_threshold": 0.85}),
            },
        }
    )
    job = (await stage.client(**KEYS).jobs.submit(body)).job
    assert stage.server.request()["body"] == {
        "Name": "MyJobName",
        "Services": {
            "ocr": "",
            "logo": {"config": {"rec_confidence_threshold": 0.85}},
        },
        "Destination": {"Bucket": "airstream-output-2", "Region": "us-west-1"},
        "Source": {"Bucket": "wasabifs-chm", "ObjectKey": "MP4/Commercial.mp4"},
    }
    logo = job.services["logo"]
    assert isinstance(logo, m.ServiceOptions)
    assert logo.config == {"rec_confidence_threshold": 0.85}


async def a_list_is_filtered_by_query_parameters(stage: Stage) -> None:
    client = stage.client(**KEYS)
    await client.jobs.submit(**_definition(), batch="here and there")
    stage.server.forget()
    found = await client.jobs.list(
        page_size=50,
        batch="here and there",
        status=m.JobStatus.SUBMITTED,
        sort_order="Desc",
    )
    assert [job.batch for job in found.items] == ["here and there"]
    assert sorted(stage.server.request()["query"]) == [
        ["batch", "here and there"],
        ["pageSize", "50"],
        ["sortOrder", "Desc"],
        ["status", "submitted"],
    ]


async def a_wrong_key_is_an_unauthorized_error(stage: Stage) -> None:
    client = stage.client(access_key=ACCESS_KEY, secret_key="quite-another-one")
    with Raised(UnauthorizedError) as raised:
        await client.jobs.get(UNKNOWN_ID)
    assert raised.error.status == 401
    assert isinstance(raised.error.body, m.Error), raised.error.body
    assert raised.error.body.error == "Unauthorized"
    assert raised.error.body.error_code == "UNAUTHORIZED"
    sent = stage.server.request()["headers"]
    assert sent["x-amz-access-key"] == ACCESS_KEY
    assert sent["x-amz-secret-key"] == "quite-another-one"


async def an_unknown_job_is_a_not_found_error_without_words(stage: Stage) -> None:
    with Raised(NotFoundError) as raised:
        await stage.client(**KEYS).jobs.get(UNKNOWN_ID)
    error = raised.error
    assert isinstance(error, errors.StatusError) and isinstance(error, StatusError)
    assert error.status == 404 and error.attempts == 1
    assert error.body == m.Error(error_code="NOT_FOUND") and error.body.error is None
    assert error.headers["content-type"] == "application/json"
    assert "/jobs/" in str(error) and "404" in str(error), str(error)


async def a_status_nobody_documented_is_an_error_of_its_kind(stage: Stage) -> None:
    with Raised(UnprocessableEntityError) as raised:
        await stage.client(**KEYS).jobs.submit(**{**_definition(), "services": {}})
    assert raised.error.status == 422
    assert "Services" in raised.error.text


async def settings_come_from_the_environment(stage: Stage) -> None:
    values = (ACCESS_KEY, SECRET_KEY, stage.server.url)
    os.environ.update(zip(VARIABLES, values, strict=True))
    try:
        client = stage.client(base_url=None)
        assert (await client.jobs.list()).items == []
    finally:
        for name in VARIABLES:
            del os.environ[name]


async def lists_are_gone_through_page_by_page(stage: Stage) -> None:
    client = stage.client(**KEYS)
    ids = [
        (await client.jobs.submit(**_definition(), batch="many")).job.id
        for _ in range(31)
    ]
    await client.jobs.submit(**_definition(), batch="other")
    stage.server.forget()
    page, found = await client.jobs.list(batch="many"), []
    while page is not None:
        found += [job.id for job in page.items]
        page = await page.next_page() if stage.mode == "async" else page.next_page()
    assert found == ids
    asked = [dict(request["query"]) for request in stage.server.requests()]
    # The server gives 25 where nothing is asked; only what has no rows is the end.
    assert asked == [
        {"batch": "many"},
        {"batch": "many", "pageNumber": "2"},
        {"batch": "many", "pageNumber": "3"},
    ]


async def an_argument_goes_before_the_environment(stage: Stage) -> None:
    os.environ["WASABI_SECRET_KEY"] = "from the environment"
    try:
        await stage.client(**KEYS).jobs.list()
    finally:
        del os.environ["WASABI_SECRET_KEY"]
    assert stage.server.request()["headers"]["x-amz-secret-key"] == SECRET_KEY


async def a_missing_key_is_told_before_anything_is_sent(stage: Stage) -> None:
    with Raised(ConfigurationError) as raised:
        stage.client(access_key=ACCESS_KEY)
    told = str(raised.error)
    assert "secret_key" in told and "WASABI_SECRET_KEY" in told, told
    assert ACCESS_KEY not in told
    assert stage.server.requests() == []


async def a_missing_address_is_told_and_the_placeholder_never_called(
    stage: Stage,
) -> None:
    with Raised(ConfigurationError) as raised:
        stage.client(**KEYS, base_url=None)
    told = str(raised.error)
    assert "base_url" in told and "WASABI_AIR_BASE_URL" in told, told


async def raw_gives_the_whole_response(stage: Stage) -> None:
    response = await stage.client(**KEYS).raw.jobs.list(page_size=3)
    assert response.status == 200 and response.attempts == 1
    assert response.headers["Content-Type"] == "application/json"
    assert response.data.body.records == []
    assert response.request.url.endswith("/jobs?pageSize=3"), response.request


async def options_of_a_call_reach_the_server(stage: Stage) -> None:
    client = stage.client(**KEYS, headers={"X-Client": "all"})
    await client.jobs.list(
        options=Options(headers={"X-Trace": "7"}, query={"also": "this"}, timeout=9)
    )
    request = stage.server.request()
    assert request["headers"]["x-client"] == "all"
    assert request["headers"]["x-trace"] == "7"
    assert request["query"] == [["also", "this"]]


async def options_of_a_call_limit_its_retries(stage: Stage) -> None:
    stage.server.push("500", value=FAILURE, retry_after=0)
    with Raised(InternalServerError):
        await stage.client(**KEYS).jobs.list(options=Options(retries=0))
    assert len(stage.server.requests()) == 1


async def further_body_fields_can_be_sent(stage: Stage) -> None:
    await stage.client(**KEYS).jobs.submit(
        **_definition(), options=Options(extra_body={"Colour": "red"})
    )
    assert stage.server.request()["body"]["Colour"] == "red"


async def a_client_with_other_options_shares_the_connections(stage: Stage) -> None:
    client = stage.client(**KEYS)
    await client.jobs.list()
    await client.with_options(timeout=5, retries=0).jobs.list()
    first, second = stage.server.requests()
    assert first["connection"] == second["connection"]


async def a_client_with_other_options_has_them(stage: Stage) -> None:
    stage.server.push("500", value=FAILURE, retry_after=0)
    with Raised(InternalServerError):
        await stage.client(**KEYS).with_options(retries=0).jobs.list()
    assert len(stage.server.requests()) == 1


async def secrets_show_nowhere(stage: Stage) -> None:
    shown: list[str] = []
    hooks = Hooks(
        on_request=lambda request: shown.append(repr(request)),
        on_response=lambda response: shown.append(repr(response)),
        on_error=lambda error: shown.append(repr(error)),
    )
    client = stage.client(**KEYS, hooks=hooks)
    with Heard() as heard:
        response = await client.raw.jobs.list()
        with Raised(NotFoundError) as missing:
            await client.jobs.get(SECRET_KEY)
        stage.server.push("drop", times=3)
        with Raised(TransportError) as dropped:
            await client.jobs.list(options=Options(retries=0))
    for error in (missing.error, dropped.error):
        shown += [str(error), repr(error), repr(error.args), repr(error.request)]
        shown += [repr(error.request.headers), str(dict(error.request.headers))]
    shown += [repr(client), repr(response), heard.text, repr(vars(missing.error))]
    assert len(shown) > 10 and "GET" in "".join(shown)
    for text in shown:
        assert SECRET_KEY not in text and ACCESS_KEY not in text, text


async def hooks_are_told_what_happens(stage: Stage) -> None:
    told: list[str] = []
    hooks = Hooks(
        on_request=lambda request: told.append(f"request {request.operation}"),
        on_response=lambda response: told.append(f"response {response.status}"),
        on_retry=lambda request, seconds, error: told.append("retry"),
        on_error=lambda error: told.append(type(error).__name__),
    )
    stage.server.push("500", value=FAILURE, retry_after=0)
    with Raised(NotFoundError):
        await stage.client(**KEYS, hooks=hooks).jobs.get(UNKNOWN_ID)
    assert told == [
        "request GET /jobs/{Id}",
        "response 500",
        "retry",
        "request GET /jobs/{Id}",
        "response 404",
        "NotFoundError",
    ], told


async def a_path_keeps_its_structure_whatever_the_id(stage: Stage) -> None:
    client = stage.client(**KEYS)
    with Raised(NotFoundError):
        await client.jobs.get("a/b c?d#e")
    assert stage.server.request()["path"] == "/jobs/a%2Fb%20c%3Fd%23e"
    stage.server.forget()
    for value in ("", ".", ".."):
        with Raised(ValueError):
            await client.jobs.get(value)
    assert stage.server.requests() == []


async def a_call_the_description_forgot_can_be_made(stage: Stage) -> None:
    stage.server.push("200", value={"any": "thing"})
    client = stage.client(**KEYS)
    assert await client.request("GET", "/undocumented", returns=dict) == {
        "any": "thing"
    }
    assert stage.server.request()["headers"]["x-amz-secret-key"] == SECRET_KEY


async def many_calls_at_once_share_a_client(stage: Stage) -> None:
    client = stage.client(**KEYS)
    ids = [f"{number:032x}" for number in range(20)]
    for _ in ids:
        await client.jobs.submit(**_definition())
    if stage.mode == "async":
        jobs = await asyncio.gather(*(client.jobs.get_status(id) for id in ids[1:]))
    else:
        with ThreadPoolExecutor(8) as pool:
            settled = list(pool.map(client.jobs.get_status, ids[1:]))
        jobs = [await one for one in settled]
    assert [job.id for job in jobs] == ids[1:]


async def an_http_client_of_ones_own_is_used_and_left_open(stage: Stage) -> None:
    is_async = stage.mode == "async"
    kind: Any = httpx2.AsyncClient if is_async else httpx2.Client
    own = kind(headers={"x-own": "yes"})
    try:
        client = stage.client(**KEYS, http_client=own)
        await client.jobs.list()
        await client.close()
        assert not own.is_closed
    finally:
        await own.aclose() if is_async else own.close()
    assert stage.server.request()["headers"]["x-own"] == "yes"


async def keys_do_not_follow_a_redirect_to_another_host(stage: Stage) -> None:
    elsewhere = stage.server.url.replace("127.0.0.1", "localhost") + "/jobs"
    stage.server.push("307", headers={"location": elsewhere})
    with Raised(StatusError):
        await stage.client(**KEYS).jobs.list()
    for request in stage.server.requests():
        if request["headers"]["host"].startswith("localhost"):
            assert "x-amz-secret-key" not in request["headers"], request
            assert "x-amz-access-key" not in request["headers"], request


async def a_client_says_what_it_is(stage: Stage) -> None:
    await stage.client(**KEYS).jobs.list()
    agent = stage.server.request()["headers"]["user-agent"]
    assert agent.startswith("wasabi_air/" + wasabi_air.__version__), agent


async def a_required_argument_is_asked_for(stage: Stage) -> None:
    definition = _definition()
    del definition["name"]
    with Raised(TypeError) as raised:
        await stage.client(**KEYS).jobs.submit(**definition)
    assert "name" in str(raised.error)
    assert stage.server.requests() == []


if __name__ == "__main__":
    harness.main(globals(), {"sync": Client, "async": AsyncClient})
