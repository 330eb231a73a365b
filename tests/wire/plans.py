"""Arguments for every operation, made from a description's examples and schemas."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from tests.ledger.documents import Documents, Spot
from tests.ledger.walk import METHODS
from tests.wire.samples import Sampler, Unsuited

Fault: TypeAlias = Callable[[Spot, Any], str]
"""What a value of a request breaks of its schema; "" where it fits."""


def plan(path: Path, fault: Fault = lambda _, __: "") -> list[dict[str, Any]]:
    """For every operation what to send: only what is required, and everything set.

    As JSON values: ``call`` is ``GET /jobs``; ``required`` and ``all`` map
    ``query:pageSize`` to a value; ``bodies`` has the body with what is required, then
    bodies with everything, one for each alternative. A file is ``{"$file": name}``.
    ``unsuited`` says why there is nothing to send, ``misfits`` what is wrong with
    values sent all the same: of parameters by their keys, of bodies by their numbers.
    """
    documents = Documents(path, path.as_posix())
    return list(_plans(documents, documents.spot(path.as_posix(), ()), fault))


def _plans(documents: Documents, root: Spot, fault: Fault) -> Iterator[dict[str, Any]]:
    for template, written in root.members("paths"):
        item = documents.follow(written)
        for method in METHODS:
            if item.has(method):
                call = f"{method.upper()} {template}"
                try:
                    sent = _sent(documents, item, item / method, fault)
                    yield {"call": call, **sent}
                except (Unsuited, re.error) as error:
                    yield {"call": call, "unsuited": str(error)}


def _sent(
    documents: Documents, item: Spot, operation: Spot, fault: Fault
) -> dict[str, Any]:
    everything: dict[str, Any] = {}
    required: dict[str, Any] = {}
    misfits: dict[str, str] = {}
    for key, parameter in _parameters(documents, item, operation):
        value, misfits[key] = _parameter(documents, parameter, fault)
        everything[key] = value
        if parameter.value.get("required"):
            required[key] = value
    body = _body(documents, operation)
    bodies = []
    for number, (schema, value) in enumerate(_bodies(documents, body)):
        bodies.append(value)
        misfits[str(number)] = "" if schema is None else fault(schema, _sendable(value))
    return {
        "all": everything,
        "required": required,
        "bodies": bodies,
        "body_required": bool(body and body.value.get("required")),
        "misfits": {key: told for key, told in misfits.items() if told},
    }


def _parameters(
    documents: Documents, item: Spot, operation: Spot
) -> Iterator[tuple[str, Spot]]:
    for holder in (item, operation):
        for _, use in holder.members("parameters"):
            parameter = documents.follow(use)
            about = parameter.value
            if not _is_header_of_its_own(about):
                yield f"{about['in']}:{about['name']}", parameter


def _is_header_of_its_own(about: Mapping[str, Any]) -> bool:
    """Whether a parameter is one that is ignored (OpenAPI 3, Parameter Object)."""
    ignored = ("accept", "authorization", "content-type")
    return about["in"] == "header" and about["name"].lower() in ignored


def _parameter(documents: Documents, parameter: Spot, fault: Fault) -> tuple[Any, str]:
    """The example, where it fits the schema, else a value of the schema; its fault."""
    holder = next((one for _, one in parameter.members("content")), parameter)
    example = parameter.value.get("example")
    if not holder.has("schema"):
        return ("sample" if example is None else example), ""
    schema = holder / "schema"
    value = Sampler(documents, everything=True).value(schema)
    if type(example) is type(value) and not fault(schema, example):
        return example, ""
    return value, fault(schema, _sendable(value))


def _body(documents: Documents, operation: Spot) -> Spot | None:
    if not operation.has("requestBody"):
        return None
    return documents.follow(operation / "requestBody")


def _bodies(
    documents: Documents, body: Spot | None
) -> Iterator[tuple[Spot | None, Any]]:
    """Bodies, each with the schema it is of."""
    media = (
        None
        if body is None
        else next((one for _, one in body.members("content")), None)
    )
    if media is None:
        return
    if not media.has("schema"):
        yield from ((None, {"any": "thing"}),) * 2
        return
    schema = media / "schema"
    yield schema, Sampler(documents, everything=False).value(schema)
    choice = alternatives = 0
    while choice <= alternatives:
        sampler = Sampler(documents, everything=True, choice=choice)
        yield schema, sampler.value(schema)
        alternatives = sampler.alternatives - 1
        choice += 1


def _sendable(value: Any) -> Any:
    """The value with texts for files, as schemas have it."""
    if isinstance(value, dict):
        if "$file" in value:
            return value["$file"]
        return {key: _sendable(one) for key, one in value.items()}
    return [_sendable(one) for one in value] if isinstance(value, list) else value
