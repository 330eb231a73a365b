"""Waiters: what is proposed, what begins what, and what the methods are called."""

from __future__ import annotations

import pytest

from oasmith.config.model import WaiterConfig
from oasmith.diagnostics import Report
from oasmith.ir.api import Api
from oasmith.ir.tables import Names
from oasmith.passes.naming import assign
from oasmith.passes.waiter_proposals import Proposal, proposals
from oasmith.passes.waiters import with_waiters
from oasmith.python import ident

from .lowering import RESERVED, lowered


def api_and_names(text: str) -> tuple[Api, Names]:
    api, _ = lowered(text)
    names, _ = assign(api, "shop", ident.PythonRules(), RESERVED, {}, {})
    return api, names


def operation(name: str, path: str, schema: str, *, verb: str = "get") -> str:
    """An operation in JSON, for a description in flow style."""
    params = "".join(
        f"{{name: {part[1:-1]}, in: path, required: true, schema: {{type: string}}}}, "
        for part in path.split("/")
        if part.startswith("{")
    )
    answer = (
        f"{{description: It., content: {{application/json: {{schema: {schema}}}}}}}"
    )
    return (
        f"  {path}:\n    {verb}: {{tags: [jobs], operationId: {name},"
        f' parameters: [{params}], responses: {{"200": {answer}}}}}\n'
    )


def description(*operations: str) -> str:
    states = "{type: string, enum: [new, done, failed]}"
    return (
        "paths:\n"
        + "".join(operations)
        + "components:\n  schemas:\n"
        + f"    Job: {{type: object, properties: {{id: {{type: string}}, state: {states}}}}}\n"
        + "    Held: {type: object, properties: {job: {$ref: '#/components/schemas/Job'}}}\n"
    )


JOB = "{$ref: '#/components/schemas/Job'}"
HELD = "{$ref: '#/components/schemas/Held'}"
GET = operation("getJob", "/jobs/{job_id}", JOB)


def states(values: str, field: str = "status") -> str:
    schema = (
        f"{{type: object, properties: {{{field}: {{type: string, enum: [{values}]}}}}}}"
    )
    return description(operation("getJob", "/jobs/{id}", schema))


@pytest.mark.parametrize(
    ("values", "done", "failed"),
    [
        ("queued, completed", ["completed"], []),
        ("IN_PROGRESS, SUCCESS, FAILURE", ["SUCCESS"], ["FAILURE"]),
        ("inProgress, Succeeded, TimedOut", ["Succeeded"], ["TimedOut"]),
        ("running, completed_with_errors", ["completed_with_errors"], []),
        ("JOB_RUNNING, JOB_DONE, JOB_CANCELED", ["JOB_DONE"], ["JOB_CANCELED"]),
        ("pending, cancelling, done", ["done"], []),
    ],
)
def test_the_words_of_a_state_tell_whether_it_is_an_end(
    values: str, done: list[str], failed: list[str]
) -> None:
    api, names = api_and_names(states(values))
    (found,) = proposals(api, names)
    assert found == Proposal("jobs.get", "status", tuple(done), tuple(failed), ())


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ("active, inactive", "status"),
        ("completed, failed", "status"),
        ("queued, completed", "kind"),
        ("queued, completed", "statusText"),
    ],
)
def test_what_has_no_beginning_or_end_is_not_proposed(values: str, field: str) -> None:
    assert proposals(*api_and_names(states(values, field))) == ()


STATE = "state: {type: string, enum: [new, done, failed]}"
ONE = f"{{type: object, properties: {{{STATE}}}}}"
OTHER = f"{{type: object, required: [size], properties: {{size: {{type: integer}}, {STATE}}}}}"
NONE = "{type: object, required: [word], properties: {word: {type: string}}}"


def within(schema: str, *names: str) -> str:
    """A schema as the innermost of properties."""
    for name in reversed(names):
        schema = f"{{type: object, properties: {{{name}: {schema}}}}}"
    return schema


@pytest.mark.parametrize(
    ("schema", "field"),
    [
        (ONE, "state"),
        (within(ONE, "job"), "job.state"),
        # What only wraps is no step.
        (within(ONE, "data", "attributes"), "data.attributes.state"),
        (within(ONE, "data", "job"), "data.job.state"),
        (within(ONE, "data", "job", "owner"), None),
        (within(ONE, "job", "owner"), None),
        (within(ONE, "data", "data", "data", "data"), None),
        # Each member of a union tells its state.
        (f"{{oneOf: [{ONE}, {OTHER}]}}", "state"),
        (within(f"{{oneOf: [{ONE}, {OTHER}]}}", "job"), "job.state"),
        (f"{{oneOf: [{within(ONE, 'job')}, {within(OTHER, 'job')}]}}", "job.state"),
        (within(f"{{oneOf: [{ONE}, {NONE}]}}", "job"), None),
        (f"{{oneOf: [{ONE}, {NONE}]}}", None),
    ],
)
def test_a_state_may_lie_deeper_or_in_a_union(schema: str, field: str | None) -> None:
    found = proposals(
        *api_and_names(description(operation("getJob", "/jobs/{id}", schema)))
    )
    assert [one.field for one in found] == ([] if field is None else [field])
    assert all(one.done == ("done",) for one in found)


@pytest.mark.parametrize(
    ("method", "name", "asks", "is_proposed"),
    [
        ("get", "getJob", "parameters: [{name: id, in: query, required: true}]", True),
        ("get", "getJob", "parameters: [{name: id, in: query}]", False),
        ("post", "getJob", "requestBody: {required: true, content: {BODY}}", True),
        ("post", "DescribeJob", "requestBody: {required: true, content: {BODY}}", True),
        ("post", "getJob", "requestBody: {content: {BODY}}", False),
        ("post", "createJob", "requestBody: {required: true, content: {BODY}}", False),
        ("put", "getJob", "requestBody: {required: true, content: {BODY}}", False),
    ],
)
def test_what_is_asked_for_may_stand_in_a_query_or_body(
    method: str, name: str, asks: str, *, is_proposed: bool
) -> None:
    body = f"application/json: {{schema: {within('{type: string}', 'id')}}}"
    text = operation(name, "/jobs", JOB, verb=method)
    text = text.replace("parameters: []", asks.replace("BODY", body))
    assert bool(proposals(*api_and_names(description(text)))) is is_proposed


def test_a_list_of_things_is_not_waited_for() -> None:
    assert proposals(*api_and_names(description(operation("all", "/jobs", JOB)))) == ()


@pytest.mark.parametrize(
    ("start", "begins"),
    [
        (operation("createJob", "/jobs", JOB, verb="post"), True),
        (operation("submitJob", "/work", HELD, verb="post"), True),
        (operation("replaceJob", "/jobs", JOB, verb="put"), False),
        (operation("cancel", "/jobs/{job_id}/cancel", JOB, verb="post"), False),
        (operation("other", "/other", "{type: string}", verb="post"), False),
    ],
)
def test_what_answers_with_the_thing_begins_it(start: str, begins: bool) -> None:
    (found,) = proposals(*api_and_names(description(GET, start)))
    assert bool(found.start) == begins


def test_an_id_within_what_is_waited_for_is_no_id_of_it() -> None:
    check = operation("getCheck", "/jobs/{job_id}/check", JOB)
    start = operation("startCheck", "/others/{other_id}/check", JOB, verb="post")
    (found,) = proposals(*api_and_names(description(check, start)))
    assert found.start == ()


def test_methods_are_called_after_what_they_wait_for() -> None:
    api, names = api_and_names(
        description(
            operation("getJobDetails", "/jobs/{id}/details", JOB),
            operation("getJobStatus", "/jobs/{id}/status", JOB),
            GET,
            operation("createJob", "/jobs", JOB, verb="post"),
            operation("wait_for_details", "/jobs/{id}/wait", JOB, verb="post"),
        )
    )
    start = ("jobs.create",)
    calls = ("jobs.get_details", "jobs.get_status", "jobs.get")
    told = {call: WaiterConfig("state", ("done",), start=start) for call in calls}
    report = Report()
    _, named = with_waiters(api, names, told, report)
    assert report.diagnostics == ()
    assert {one.path: name for one, name in named.waits.items()} == {
        "/jobs/{id}/details": "wait_for_details_",
        "/jobs/{id}/status": "wait",
        "/jobs/{job_id}": "wait_for_get",
    }
    assert list(named.starts.values()) == [
        "create_and_wait",
        "create_and_wait_for_status",
        "create_and_wait_for_get",
    ]
