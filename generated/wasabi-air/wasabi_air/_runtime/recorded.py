"""The calls a fake client records, and how a test writes them."""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable, Mapping
from typing import Any, ParamSpec

from .arguments import Arguments
from .codec import loads
from .operation import Operation
from .unset import Unset
from .views import RequestInfo

__all__ = [
    "APART",
    "Call",
    "call",
    "given",
    "given_freely",
    "named",
    "owner_of",
    "vars_of",
    "ways",
]

P = ParamSpec("P")


class Call:  # noqa: PLW1641 - what it holds may be mutable
    """A call of an operation: equal to one of the same method with equal arguments."""

    name: str
    """The method, as ``jobs.get``."""

    arguments: Mapping[str, Any]
    """What was given, by the names of the method; what was left out is not in it."""

    request: RequestInfo | None
    """The first request that was sent; None for a call made by ``call``."""

    content: bytes
    """The body of the request."""

    def __init__(
        self,
        name: str,
        arguments: Mapping[str, Any],
        request: RequestInfo | None = None,
        content: bytes = b"",
    ) -> None:
        self.name = name
        self.arguments = arguments
        self.request = request
        self.content = content

    def json(self) -> Any:
        """The body of the request as JSON values.

        Raises:
            DecodeError: It is not JSON.
        """
        return loads(self.content, self.name)

    def __eq__(self, other: object) -> bool:
        """Compare methods and arguments."""
        if not isinstance(other, Call):
            return NotImplemented
        return self.name == other.name and self.arguments == other.arguments

    def __repr__(self) -> str:
        """Show it as a test writes it."""
        given = "".join(f", {name}={one!r}" for name, one in self.arguments.items())
        return f"call(client.{self.name}{given})"


def call(
    method: Callable[P, Any], /, *given_in_order: P.args, **given_by_name: P.kwargs
) -> Call:
    """A call as it should be, to compare with those that were recorded.

    ``options`` are not compared.

    Raises:
        TypeError: The method is none of a client, or does not take such arguments.
    """
    signature = inspect.signature(method)
    bound = signature.bind(*given_in_order, **given_by_name).arguments
    defaults = {one.name: one.default for one in signature.parameters.values()}
    return Call(named(method), given(bound, defaults))


APART = frozenset({"options", "returns"})


def given(
    arguments: Mapping[str, Any], defaults: Mapping[str, object]
) -> dict[str, Any]:
    """Those of a method's arguments that are not left at their defaults."""
    return {
        name: value
        for name, value in arguments.items()
        if name not in APART
        and not isinstance(value, Unset)
        and value is not defaults.get(name, inspect.Parameter.empty)
    }


def owner_of(method: Callable[..., Any]) -> tuple[Any, Any]:
    """The client and the resource of a method; they are one without resources.

    Raises:
        TypeError: It is no method of a client.
    """
    owner: object = getattr(inspect.unwrap(method), "__self__", None)
    if owner is None:
        raise TypeError(f"{method!r} is no method of a client")
    return vars_of(owner).get("_client", owner), owner


def vars_of(value: object) -> dict[str, Any]:
    """The attributes of an instance; none of what has slots."""
    return getattr(value, "__dict__", {})


def named(method: Callable[..., Any]) -> str:
    """How a method is reached from the client: ``jobs.get``.

    Raises:
        TypeError: It is no method of a client.
    """
    client, owner = owner_of(method)
    own = getattr(inspect.unwrap(method), "__name__", "")
    if owner is client:
        return own
    return f"{ways(client.__rt_package__)[type(owner).__name__]}{own}"


@functools.cache
def ways(package: str) -> Mapping[str, str]:
    """By the name of a class, how it is reached from a client: ``jobs.``."""
    module = sys.modules[f"{package}.client"]
    found = {"Client": "", "AsyncClient": ""}
    left = [*found]
    while left:
        way = found[name := left.pop()]
        for part, value in vars(getattr(module, name, object)).items():
            if isinstance(value, functools.cached_property):
                leads: str = value.func.__annotations__["return"]
                found[leads] = f"{way}{part}."
                left.append(leads)
    return found


def given_freely(operation: Operation[Any], arguments: Arguments) -> dict[str, Any]:
    """The arguments of ``client.request`` that made a call."""
    is_json = operation.body is not None and operation.body.required
    found = {
        "method": operation.method,
        "path": operation.path,
        "values": arguments.path or None,
        "query": arguments.query or None,
        "headers": arguments.header or None,
        "json" if is_json else "content": arguments.body,
    }
    return {
        name: value
        for name, value in found.items()
        if not isinstance(value, Unset) and (value is not None or name == "json")
    }
