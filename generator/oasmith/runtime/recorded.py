"""The calls a fake client records, and what a method says of its operation."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from types import CodeType
from typing import Any, ParamSpec

from .arguments import Arguments
from .codec import loads
from .operation import Operation
from .unset import Unset
from .views import RequestInfo

__all__ = [
    "Call",
    "Reading",
    "call",
    "given_freely",
    "named",
    "owner_of",
    "read",
    "vars_of",
]

P = ParamSpec("P")

_PLACES = ("path", "query", "header", "cookie", "fields")
_PLANS = "_run"
"""What generated methods do that call several times, as those that wait."""


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


def call(method: Callable[P, Any], /, *args: P.args, **kwargs: P.kwargs) -> Call:
    """A call as it should be, to compare with those that were recorded.

    ``options`` are not compared.

    Raises:
        TypeError: The method is none of a client, or does not take such arguments.
    """
    signature = inspect.signature(method)
    bound = signature.bind(*args, **kwargs).arguments
    defaults = {one.name: one.default for one in signature.parameters.values()}
    return Call(named(method), _given(bound, defaults))


_APART = frozenset({"options", "returns"})


def _given(
    arguments: Mapping[str, Any], defaults: Mapping[str, object]
) -> dict[str, Any]:
    """The arguments that are not left at their defaults."""
    return {
        name: value
        for name, value in arguments.items()
        if name not in _APART
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
    return next(
        f"{name}.{own}" for name, value in vars_of(client).items() if value is owner
    )


class Reading:
    """What a method calls: its operation, and which argument goes where."""

    __slots__ = ("defaults", "names", "operation")

    def __init__(
        self, operation: Operation[Any], names: Mapping[tuple[str, str], str]
    ) -> None:
        self.operation = operation
        self.names = names
        self.defaults: Mapping[str, object] = {}

    def given(self, arguments: Arguments) -> dict[str, Any]:
        """The arguments of a call by the names of the method, without defaults."""
        has_body = ("body", "") in self.names
        found: dict[str, Any] = {"body": arguments.body} if has_body else {}
        for place in _PLACES:
            values: dict[str, Any] = getattr(arguments, place) or {}
            for wire, value in values.items():
                if (place, wire) in self.names:
                    found[self.names[place, wire]] = value
        return _given(found, self.defaults)


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


class _Named:
    """Stands for an argument."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


class _Seen(BaseException):
    """Ends a method that is read once it calls."""

    def __init__(self, reading: Reading | None) -> None:
        super().__init__()
        self.reading = reading


class _Reader:
    """Stands for a resource, its client and its methods, and tells what is called."""

    def __getattr__(self, name: str) -> _Reader:
        return self

    def __call__(self, *given: Any, **places: Any) -> None:
        operation = next((one for one in given if isinstance(one, Operation)), None)
        if operation is None:
            raise _Seen(None)
        found: Operation[Any] = operation
        whole = next((one for one in given if isinstance(one, Arguments)), None)
        if whole is not None:
            places = {name: getattr(whole, name) for name in ("body", *_PLACES)}
        names: dict[tuple[str, str], str] = {}
        if isinstance(places.get("body"), _Named):
            names["body", ""] = "body"
        for place in _PLACES:
            values: dict[str, object] = places.get(place) or {}
            for wire, value in values.items():
                if isinstance(value, _Named):
                    names[place, wire] = value.name
        raise _Seen(Reading(found, names))


@functools.cache
def read(function: Callable[..., Any]) -> Reading | None:
    """What a generated method calls; None where that is no operation, or several."""
    code: CodeType | None = getattr(inspect.unwrap(function), "__code__", None)
    if code is None or _PLANS in code.co_names:
        return None
    taken = list(inspect.signature(function).parameters.values())[1:]
    positional = [one for one in taken if one.kind is one.POSITIONAL_ONLY]
    named = [one for one in taken if one not in positional]
    try:
        made = function(
            _Reader(),
            *[_Named(one.name) for one in positional],
            **{one.name: _Named(one.name) for one in named},
        )
        if inspect.isawaitable(made):
            next(iter(made.__await__()))
    except _Seen as seen:
        if seen.reading is not None:
            seen.reading.defaults = {one.name: one.default for one in taken}
        return seen.reading
    return None
