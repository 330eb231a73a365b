"""What the generated methods call: found out by calling them with stand-ins."""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from types import CodeType, FunctionType, ModuleType
from typing import Any, Literal, TypeAlias

from .arguments import Arguments
from .operation import Operation
from .recorded import APART, given, ways

__all__ = ["How", "Method", "find", "method_of"]

How: TypeAlias = Literal["call", "stream", "download"]
"""How an answer is taken: whole, by items, or by bytes."""

_HOW: Mapping[str, How] = {"_stream": "stream", "_download": "download"}
_PLACES = ("path", "query", "header", "cookie", "fields")
_PLANS = "_run"
"""What generated methods do that call several times, as those that wait."""


class Method:
    """What a method calls: its operation, how, and which argument goes where."""

    __slots__ = ("_defaults", "_names", "how", "operation")

    def __init__(
        self,
        operation: Operation[Any],
        how: How,
        names: Mapping[tuple[str, str], str],
        defaults: Mapping[str, object],
    ) -> None:
        self.operation = operation
        self.how: How = how
        self._names = names
        self._defaults = defaults

    def given(self, arguments: Arguments) -> dict[str, Any]:
        """The arguments of a call by the names of the method, without defaults."""
        has_body = ("body", "") in self._names
        found: dict[str, Any] = {"body": arguments.body} if has_body else {}
        for place in _PLACES:
            values: dict[str, Any] = getattr(arguments, place) or {}
            for wire, value in values.items():
                if (place, wire) in self._names:
                    found[self._names[place, wire]] = value
        return given(found, self._defaults)


def find(
    package: str, operation: Operation[Any], *, opened: bool
) -> tuple[str, Method] | None:
    """The method that calls an operation, as ``jobs.get``, and what it does.

    An ``opened`` answer is left to be read as it comes. None: there is no such method
    among those that were imported.
    """
    client, resources = f"{package}.client", f"{package}.resources."
    for place, module in [*sys.modules.items()]:
        if place != client and not place.startswith(resources):
            continue
        for name, function in _methods(module, ways(package)):
            made = method_of(function)
            is_it = made is not None and made.operation is operation
            if made is not None and is_it and (made.how != "call") == opened:
                return name, made
    return None


def _methods(
    module: ModuleType, ways: Mapping[str, str]
) -> Iterator[tuple[str, FunctionType]]:
    """The generated methods in a module, as ``jobs.get``."""
    for cls in vars(module).values():
        if isinstance(cls, type) and cls.__module__ == module.__name__:
            for name, value in vars(cls).items():
                if isinstance(value, FunctionType) and not name.startswith("_"):
                    yield f"{ways.get(cls.__name__, '')}{name}", value


class _Named:
    """Stands for an argument."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


_Seen: TypeAlias = "tuple[Operation[Any], How, dict[tuple[str, str], str]]"


class _Called(BaseException):
    """Ends a method once it calls; ``seen`` is None where that is no operation."""

    def __init__(self, seen: _Seen | None) -> None:
        super().__init__()
        self.seen = seen


class _Resource:
    """Stands for a resource, its client and what they do, and tells what is called."""

    __slots__ = ("_own",)

    def __init__(self, own: str = "") -> None:
        self._own = own

    def __getattr__(self, name: str) -> _Resource:
        return _Resource(name)

    def __call__(self, *values: Any, **places: Any) -> None:
        listed: list[Operation[Any]] = [
            one for one in values if isinstance(one, Operation)
        ]
        if not listed:
            raise _Called(None)
        whole = next((one for one in values if isinstance(one, Arguments)), None)
        if whole is not None:
            places = {name: getattr(whole, name) for name in ("body", *_PLACES)}
        names: dict[tuple[str, str], str] = {}
        if isinstance(places.get("body"), _Named):
            names["body", ""] = "body"
        for place in _PLACES:
            told: dict[str, object] = places.get(place) or {}
            for wire, value in told.items():
                if isinstance(value, _Named):
                    names[place, wire] = value.name
        raise _Called((listed[0], _HOW.get(self._own, "call"), names))


@functools.cache
def method_of(function: Callable[..., Any]) -> Method | None:
    """What a generated method calls; None where that is no operation, or several."""
    code: CodeType | None = getattr(inspect.unwrap(function), "__code__", None)
    if code is None or _PLANS in code.co_names:
        return None
    taken = list(inspect.signature(function).parameters.values())[1:]
    positional = [one for one in taken if one.kind is one.POSITIONAL_ONLY]
    named = [one for one in taken if one not in positional and one.name not in APART]
    try:
        made = function(
            _Resource(),
            *[_Named(one.name) for one in positional],
            **{one.name: _Named(one.name) for one in named},
        )
        if inspect.isawaitable(made):
            next(iter(made.__await__()))
    except _Called as called:
        if called.seen is not None:
            return Method(*called.seen, {one.name: one.default for one in taken})
    return None
