"""Calls every operation of a package as a plan says, and tells what the server minded.

    python every_operation.py wasabi_air http://127.0.0.1:4010 plan.json

A mock server that checks requests names violations in the header ``sl-violations``.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import pathlib
import sys
from collections.abc import Iterator
from typing import Any

import presence
from values import Maker

CREDENTIALS = {
    "wasabi_air": {"access_key": "key", "secret_key": "secret"},
    "unstructured_platform": {"api_key": "key"},
}


def calls(
    plan: dict[str, Any], found: dict[str, Any], function: Any, maker: Maker
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The calls of one operation: a title and the arguments of each."""
    names = found["arguments"]

    def parameters(which: str) -> dict[str, Any]:
        return {names[wire]: value for wire, value in plan[which].items()}

    if not plan["bodies"]:
        for which in ("required", "all"):
            yield which, maker.arguments(function, parameters(which))
        return
    least, *whole = plan["bodies"]
    fields = {
        wire: name
        for wire, name in maker.fields(function).items()
        if f"fields:{name}" in names
    }
    if plan["body_required"]:
        given = {"body": least}
        if fields:
            given = {fields[wire]: value for wire, value in least.items()}
        least_call = {**parameters("required"), **given}
    else:
        least_call = parameters("required")
    yield "required", maker.arguments(function, least_call)
    for number, body in enumerate(whole, 1):
        given = {**parameters("all"), "body": body}
        yield f"all, body {number}", maker.arguments(function, given)
        if fields and all(wire in fields for wire in body):
            named = {fields[wire]: value for wire, value in body.items()}
            given = {**parameters("all"), **named}
            yield f"all, fields {number}", maker.arguments(function, given)


async def make_calls(
    client: Any, package: str, plans: dict[str, Any]
) -> dict[str, Any]:
    """Make all calls with one client; gives which, and what went wrong."""
    maker = Maker(package)
    errors = importlib.import_module(f"{package}.errors")
    told: dict[str, Any] = {"calls": {}, "wrong": []}
    resources = dict(presence.resources(client))
    for found in presence.operations(client):
        resource_name, _, name = found["name"].rpartition(".")
        function = vars(type(resources[resource_name]))[name]
        raw = getattr(client.raw, resource_name) if resource_name else client.raw
        for title, arguments in calls(plans[found["call"]], found, function, maker):
            told["calls"].setdefault(found["call"], []).append(title)
            try:
                response = getattr(raw, name)(**arguments)
                if inspect.isawaitable(response):
                    response = await response
            except errors.StatusError as error:
                fault = f"{error.status} {error.text[:800]}"
                violations = error.headers.get("sl-violations", "")
            except errors.ApiError as error:
                fault, violations = repr(error), ""
            else:
                fault, violations = "", response.headers.get("sl-violations", "")
            if fault or violations:
                told["wrong"].append(
                    f"{found['call']} ({title}): {fault} {violations}\n    {arguments}"
                )
    return told


async def main(package: str, address: str, plan: str) -> dict[str, Any]:
    """Make all calls with the synchronous client, and again with the asynchronous one.

    The second time each body has one alternative only: the same code makes them.
    """
    plans = {one["call"]: one for one in json.loads(pathlib.Path(plan).read_text())}
    module = importlib.import_module(package)
    settings = {"base_url": address, "retries": 0, "strict": True}
    fewer = {call: {**one, "bodies": one["bodies"][:2]} for call, one in plans.items()}
    told = {}
    with module.Client(**CREDENTIALS[package], **settings) as client:
        told["sync"] = await make_calls(client, package, plans)
    async with module.AsyncClient(**CREDENTIALS[package], **settings) as client:
        told["async"] = await make_calls(client, package, fewer)
    return told


if __name__ == "__main__":
    print(json.dumps(asyncio.run(main(*sys.argv[1:]))))
