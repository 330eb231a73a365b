"""What an installed client package really has, found by importing it.

    python presence.py wasabi_air

prints JSON: every operation with the method that calls it, the arguments of that method
by their names on the wire, media types and statuses; every model with the names its
fields have on the wire. It needs nothing but the package and the standard library, and
calls every method once, with a client that only notes what it is asked to send.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import importlib
import inspect
import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

SETTINGS = {
    "self",
    "base_url",
    "timeout",
    "retries",
    "headers",
    "http_client",
    "strict",
    "on_drift",
    "hooks",
    "json",
    "sign",
    "max_response_size",
}
LOCATIONS = ("path", "query", "header", "cookie", "fields")


@dataclasses.dataclass(frozen=True)
class Marked:
    """Stands for an argument, to see under which name it would travel."""

    argument: str


def make_client(cls: type[Any]) -> Any:
    """A client that has all credentials and an address nobody answers at."""
    parameters = inspect.signature(cls).parameters
    credentials = {name: "x" for name in parameters if name not in SETTINGS}
    return cls(base_url="https://presence.invalid", **credentials)


def resources(client: Any) -> Iterator[tuple[str, Any]]:
    """The client's resources by name; the client itself as ``""``."""
    yield "", client
    for name, member in inspect.getmembers_static(type(client)):
        if not name.startswith("_") and isinstance(member, functools.cached_property):
            resource = getattr(client, name)
            if hasattr(resource, "_call"):
                yield name, resource


def methods(resource: Any) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The generated methods of a resource: those that its own class defines."""
    for name, member in vars(type(resource)).items():
        if not name.startswith("_") and inspect.isfunction(member):
            yield name, member


class Called(Exception):
    """Ends a method that would go on with an answer."""


@dataclasses.dataclass(frozen=True)
class Notes:
    """Stands in for the calls of a client: each only notes what it is asked for."""

    calls: list[tuple[Any, dict[str, Any]]] = dataclasses.field(default_factory=list)

    def call(self, operation: Any, **given: Any) -> None:
        """A call."""
        self.calls.append((operation, given))

    async def later(self, operation: Any, **given: Any) -> None:
        """An async call."""
        self.calls.append((operation, given))

    def page(self, operation: Any, arguments: Any) -> None:
        """A call for the first page of a list."""
        names = (*LOCATIONS, "body")
        self.calls.append((operation, {one: getattr(arguments, one) for one in names}))
        raise Called

    def nothing(self, plan: Any) -> None:
        """A plan of several calls: each of them is a method of its own."""

    async def nothing_later(self, plan: Any) -> None:
        """The same, async."""

    def members(self, is_async: bool) -> dict[str, Any]:
        """What a client or resource calls, replaced."""
        return {
            "_call": self.later if is_async else self.call,
            "_download": self.call,
            "_stream": self.call,
            "_run": self.nothing_later if is_async else self.nothing,
            "__rt_answer__": self.page,
            "__rt_download__": self.call,
            "__rt_stream__": self.call,
            "__rt_package__": "",
        }


def probe(resource: Any, name: str) -> tuple[Any, dict[str, Any]] | None:
    """The operation a method calls and what it hands over, if it calls one."""
    notes = Notes()
    cls = type(resource)
    function = vars(cls)[name]
    is_async = any(one.__name__.startswith("Async") for one in cls.__mro__)
    twin: Any = object.__new__(type("Probe", (cls,), notes.members(is_async)))
    twin._client = twin
    parameters = list(inspect.signature(function).parameters.values())[1:]
    positional = [
        Marked(one.name) for one in parameters if one.kind is one.POSITIONAL_ONLY
    ]
    keywords = {
        one.name: Marked(one.name)
        for one in parameters
        if one.kind not in (one.POSITIONAL_ONLY, one.VAR_KEYWORD, one.VAR_POSITIONAL)
        and not isinstance(one.default, bool | int)  # how to wait travels nowhere
        and one.name != "options"
    }
    with contextlib.suppress(Called, StopIteration):
        result = function(twin, *positional, **keywords)
        if hasattr(result, "send"):
            result.send(None)  # there is nothing in it to wait for
    return notes.calls[0] if notes.calls else None


def arguments(given: dict[str, Any]) -> dict[str, str]:
    """The names of a call's arguments, by ``location:wire name``."""
    found = {
        f"{location}:{wire}": value.argument
        for location in LOCATIONS
        for wire, value in (given.get(location) or {}).items()
        if isinstance(value, Marked)
    }
    if isinstance(given.get("body"), Marked):
        found["body"] = given["body"].argument
    return found


def operations(client: Any) -> Iterator[dict[str, Any]]:
    """Every generated method, with what it calls."""
    for resource_name, resource in resources(client):
        raw = client.raw
        if resource_name:
            raw = getattr(raw, resource_name, None)
        for name, _ in methods(resource):
            found = probe(resource, name)
            if found is None:
                continue
            operation, given = found
            yield {
                "client": type(client).__name__,
                "name": f"{resource_name}.{name}".lstrip("."),
                "call": f"{operation.method} {operation.path}",
                "arguments": arguments(given),
                "media": list(operation.body.contents) if operation.body else [],
                "has_body": operation.body is not None,
                "responses": {
                    status: media_types(types)
                    for status, types in operation.responses.items()
                },
                "raw": callable(getattr(raw, name, None)),
            }


def media_types(types: Any) -> list[str]:
    """Of one response: ``json`` stands for all kinds of it."""
    if isinstance(types, dict):
        return list(types)
    return [] if types is None else ["json"]


def models(package: str) -> dict[str, list[str]]:
    """The names on the wire of every model's fields."""
    module = importlib.import_module(f"{package}.models")
    found = {}
    for name in dir(module):
        member = getattr(module, name)
        if isinstance(member, type) and dataclasses.is_dataclass(member):
            found[name] = [
                field.metadata.get("wire", field.name)
                for field in dataclasses.fields(member)
                if "extra" not in field.metadata
            ]
    return found


def describe(package: str) -> dict[str, Any]:
    """Everything, as JSON values."""
    module = importlib.import_module(package)
    clients = [make_client(module.Client), make_client(module.AsyncClient)]
    return {
        "operations": [one for client in clients for one in operations(client)],
        "models": models(package),
    }


if __name__ == "__main__":
    print(json.dumps(describe(sys.argv[1])))
