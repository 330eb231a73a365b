"""Requests held against a small description, and that a violation would be told."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.conformance.__main__ import faults
from tests.conformance.known import Known, Reason, read_known
from tests.conformance.one import (
    PROBLEM,
    UNKNOWN,
    Result,
    blamed,
    check,
    faults_of,
    misfit,
)
from tests.support.wheels import ROOT
from tests.sweep.proof import CONFORMANCE, proofs
from tests.wire.plans import plan

PET_STORE = ROOT / "tests" / "ledger" / "specs" / "petstore-3.0.json"
VIOLATION = {
    "location": ["request", "query", "limit"],
    "code": "type",
    "message": "must be integer",
}
OF_ANSWER = {**VIOLATION, "location": ["response", "body"]}


def test_prism_minds_no_request_to_the_pet_store() -> None:
    result = check("here/pets.json", PET_STORE, Known([]))
    assert (result.state, list(faults(result))) == ("checked", [])
    assert set(result.explained) == {UNKNOWN}  # each of two open schemas allows both
    assert result.operations == len(plan(PET_STORE)) > 0
    assert result.calls > result.operations


def test_a_violation_of_the_request_is_told_and_one_of_the_answer_is_not() -> None:
    told = {"violations": json.dumps([VIOLATION, OF_ANSWER])}
    assert list(blamed(told)) == ["request.query.limit type must be integer"]
    assert not list(blamed({"violations": json.dumps([OF_ANSWER])}))


@pytest.mark.parametrize(
    ("kind", "count"), [("NO_PATH_MATCHED_ERROR", 1), ("NO_RESPONSE_DEFINED", 0)]
)
def test_a_request_that_no_operation_takes_is_told(kind: str, count: int) -> None:
    said = json.dumps({"type": PROBLEM + kind, "detail": "none"})
    assert len(list(blamed({"said": said, "violations": ""}))) == count


def test_an_answer_that_cannot_be_decoded_is_no_fault_of_a_request() -> None:
    assert not list(blamed({"error": "DecodeError('x')"}))
    assert list(blamed({"error": "TransportError('x')"})) == ["TransportError('x')"]


def test_a_reason_explains_only_what_it_is_about(tmp_path: Path) -> None:
    known = Known([Reason("a.json", "GET /x .*type", "its enum is of texts")])
    assert known.reason("a.json", "sync GET /x (all): type") == "its enum is of texts"
    assert known.reason("b.json", "sync GET /x (all): type") == ""
    assert known.reason("a.json", "sync GET /y (all): type") == ""
    assert all(one.why for one in read_known().reasons)


def test_the_page_has_what_was_not_explained(tmp_path: Path) -> None:
    result = Result("a.json", operations=3, calls=9, violations=["GET /x: type"])
    result.explained = ["its enum is of texts"]
    text = json.dumps([asdict(result)])
    (tmp_path / CONFORMANCE).write_text(text, encoding="utf-8")
    (section,) = proofs(tmp_path)
    assert "| a.json | 3 | 9 | 1 | 1 | 0 |" in section
    assert "- a.json: `GET /x: type`" in section
    assert list(faults(result)) == ["a.json: GET /x: type"]


def test_a_value_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    schema = {"type": "string", "pattern": "^a$", "minLength": 5}
    parameter = {"name": "q", "in": "query", "required": True, "schema": schema}
    operation = {"parameters": [parameter], "responses": {"200": {"description": ""}}}
    document = {"openapi": "3.0.0", "paths": {"/x": {"get": operation}}}
    spec = tmp_path / "spec.json"
    spec.write_text(json.dumps(document), encoding="utf-8")
    (planned,) = plan(spec)
    assert planned["call"] == "GET /x"
    assert "no sample text fits" in planned["unsuited"]


def test_a_value_that_its_own_description_refuses_blames_no_call(
    tmp_path: Path,
) -> None:
    parameter = {"name": "q", "in": "query", "schema": {"type": "string"}}
    alternatives = [{"properties": {name: {}}, "type": "object"} for name in "ab"]
    body = {"content": {"application/json": {"schema": {"oneOf": alternatives}}}}
    operation = {
        "parameters": [parameter],
        "requestBody": {**body, "required": True},
        "responses": {"200": {"description": ""}},
    }
    document = {"openapi": "3.0.0", "paths": {"/x": {"post": operation}}}
    spec = tmp_path / "spec.json"
    spec.write_text(json.dumps(document), encoding="utf-8")
    (planned,) = plan(spec, faults_of(spec))
    assert planned["misfits"] == {"0": "several", "1": "several", "2": "several"}
    assert misfit("required", planned) and misfit("all, fields 2", planned)
    planned["misfits"] = {"query:q": "type", "1": "several"}
    assert not misfit("required", planned) and misfit("all", planned)
    assert not misfit("query:q", planned)
