"""Calls every operation of a package as a plan says, and tells what the server minded.

    python every_operation.py wasabi_air http://127.0.0.1:4010 plan.json strict|lenient

A mock server that checks requests names violations in the header ``sl-violations``.
What it answers is decoded as strictly as asked.
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


def calls(
    plan: dict[str, Any], found: dict[str, Any], function: Any, maker: Maker
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The calls of one operation: a title and the arguments of each, as JSON values."""
    names = found["arguments"]

    def parameters(which: str) -> dict[str, Any]:
        known = (wire for wire in plan[which] if wire in names)
        return {names[wire]: plan[which][wire] for wire in known}

    if not plan["bodies"] or not found["has_body"]:
        for which in ("required", "all"):
            yield which, parameters(which)
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
        yield "required", {**parameters("required"), **given}
    else:
        yield "required", parameters("required")
    for number, body in enumerate(whole, 1):
        yield f"all, body {number}", {**parameters("all"), "body": body}
        if fields and all(wire in fields for wire in body):
            named = {fields[wire]: value for wire, value in body.items()}
            yield f"all, fields {number}", {**parameters("all"), **named}


async def make_calls(
    client: Any, package: str, plans: dict[str, Any]
) -> dict[str, Any]:
    """Make all calls with one client; gives which, and what went wrong.

    ``wrong`` holds what came of a call that the server did not take as it was: what it
    said, or why there were no arguments for it.
    """
    maker = Maker(package)
    told: dict[str, Any] = {"calls": {}, "wrong": []}
    resources = dict(presence.resources(client))
    for found in presence.operations(client):
        planned = plans.get(found["call"], {"unsuited": "no such operation"})
        if "unsuited" in planned:
            continue
        resource_name, _, name = found["name"].rpartition(".")
        function = vars(type(resources[resource_name]))[name]
        raw = getattr(client.raw, resource_name) if resource_name else client.raw
        call = found["call"]
        for wire in sorted({*planned["all"]} - {*found["arguments"]}):
            told["wrong"].append(_wrong(call, wire, unmade="there is no argument"))
        for title, values in calls(planned, found, function, maker):
            told["calls"].setdefault(call, []).append(title)
            try:
                arguments = maker.arguments(function, values)
            except (TypeError, ValueError) as error:
                fault = {"unmade": f"{type(error).__name__}: {error}"}
            else:
                fault = await make_call(getattr(raw, name), arguments, package)
            if fault:
                told["wrong"].append(_wrong(call, title, sent=repr(values), **fault))
    return told


def _wrong(call: str, title: str, **about: Any) -> dict[str, Any]:
    return {"call": call, "title": title, "sent": "", **about}


async def make_call(
    method: Any, arguments: dict[str, Any], package: str
) -> dict[str, Any]:
    """Make one call; gives what the server or the client minded, {} if nothing."""
    errors = importlib.import_module(f"{package}.errors")
    try:
        response = method(**arguments)
        if inspect.isawaitable(response):
            response = await response
    except errors.StatusError as error:
        said = {"status": error.status, "said": error.text[:3000]}
        headers = error.headers
    except errors.ApiError as error:
        said = {"error": repr(error)[:800]}
        headers = getattr(error, "headers", {})
    except (TypeError, ValueError) as error:
        return {"unmade": f"{type(error).__name__}: {error}"}
    else:
        said, headers = {}, response.headers
    violations = headers.get("sl-violations", "")
    return {**said, "violations": violations} if said or violations else {}


async def main(package: str, address: str, plan: str, manner: str) -> dict[str, Any]:
    """Make all calls with the synchronous client, and again with the asynchronous one.

    The second time each body has one alternative only: the same code makes them.
    """
    plans = {one["call"]: one for one in json.loads(pathlib.Path(plan).read_text())}
    module = importlib.import_module(package)
    settings: dict[str, Any] = {
        "base_url": address,
        "retries": 0,
        "strict": manner == "strict",
    }
    for name in inspect.signature(module.Client).parameters:
        if name not in presence.SETTINGS:
            settings[name] = "key"
    fewer = {
        call: {**one, "bodies": one.get("bodies", [])[:2]}
        for call, one in plans.items()
    }
    told = {}
    with module.Client(**settings) as client:
        told["sync"] = await make_calls(client, package, plans)
    async with module.AsyncClient(**settings) as client:
        told["async"] = await make_calls(client, package, fewer)
    return told


if __name__ == "__main__":
    print(json.dumps(asyncio.run(main(*sys.argv[1:]))))
