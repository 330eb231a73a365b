"""Asking an operation until what it tells of has ended.

As in ``policy`` there is no I/O here: a plan asks for calls and pauses, and the client
that runs it makes them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Generator, Mapping
from typing import Any, Generic, TypeVar, Unpack
from urllib.parse import urlsplit

from .arguments import Arguments, Given
from .errors import DecodeError, RequestTimeoutError
from .failures import not_as_described
from .operation import Operation
from .policy import Result, perform
from .prepared import prepared_for
from .progress import TICK, ProgressLine
from .settings import Settings
from .telling import tell_error
from .views import Response
from .watch import Asking, Watch, attribute
from .wire import Flow, Sleep

__all__ = ["Waiter"]

T = TypeVar("T")


class Waiter(Generic[T]):
    """How to tell that what an operation tells of, a ``T``, has ended."""

    __slots__ = ("done", "failed", "field", "operation")

    def __init__(
        self,
        operation: Operation[Any],
        *,
        field: str,
        done: tuple[str, ...],
        failed: tuple[str, ...] = (),
    ) -> None:
        """Take the attribute that holds the state, dotted, and the states that end."""
        self.operation: Operation[Any] = operation
        self.field: tuple[str, ...] = tuple(field.split("."))
        self.done: tuple[str, ...] = done
        self.failed: tuple[str, ...] = failed

    def until_done(
        self,
        watch: Watch[T],
        **given: Unpack[Given],
    ) -> Callable[[Settings], Flow[Response[T]]]:
        """The plan to call the operation with these arguments until it is done."""
        arguments = Arguments(**given)
        return lambda settings: _wait(settings, self, arguments, watch)

    def after(
        self,
        start: Operation[Any],
        known: Mapping[str, str],
        watch: Watch[T],
        **given: Unpack[Given],
    ) -> Callable[[Settings], Flow[Response[T]]]:
        """The plan to call ``start`` so, and to wait for what it begins.

        ``known`` are the path parameters that the answer holds, each with its dotted
        attribute there; others are those of ``start``.
        """
        arguments = Arguments(**given)
        return lambda settings: _start(settings, self, start, known, arguments, watch)


def _start(
    settings: Settings,
    waiter: Waiter[T],
    start: Operation[Any],
    known: Mapping[str, str],
    given: Arguments,
    watch: Watch[T],
) -> Flow[Response[T]]:
    """Begin what is then waited for."""
    result = yield from perform(settings, start, given)
    path = {
        name: value
        for name, value in given.path.items()
        if f"{{{name}}}" in waiter.operation.path
    }
    for name, dotted in known.items():
        path[name] = attribute(result.data, tuple(dotted.split(".")))
    if not _leads(settings, waiter.operation, path):
        where = " and ".join(known.values())
        raise tell_error(settings, _nothing_to_wait_for(result, where))
    # What is said of the query and body that began it is not for what asks about it.
    options = dataclasses.replace(
        given.options, query=None, extra_body=None, content_type=None
    )
    asked = Arguments(path=path, options=options)
    return (yield from _wait(settings, waiter, asked, watch))


def _wait(
    settings: Settings, waiter: Waiter[T], given: Arguments, watch: Watch[T]
) -> Flow[Response[T]]:
    """Ask until there is an answer to return, a reason to raise, or no time left."""
    line = ProgressLine(settings.timing.now) if watch.progress else None
    asking = Asking(settings, waiter, watch)
    try:
        while True:
            try:
                result = yield from perform(
                    settings, waiter.operation, asking.capped(given)
                )
            except RequestTimeoutError as error:
                if asking.deadline.over:
                    asking.request = error.request
                    raise tell_error(settings, asking.late()) from error
                raise
            response = result.response()
            state = asking.hear(response)
            if line is not None:
                line.show(urlsplit(response.request.url).path, asking.shown)
            if state in waiter.done:
                return response
            if state in waiter.failed:
                raise tell_error(settings, asking.failure(response))
            if asking.deadline.over:
                raise tell_error(settings, asking.late())
            yield from _pause(asking.pause(response), line)
    finally:
        if line is not None:
            line.close()


def _pause(seconds: float, line: ProgressLine | None) -> Generator[Sleep, Any]:
    """Wait, while the line of progress shows how time goes by."""
    while line is not None and line.is_live and seconds > TICK:
        yield Sleep(TICK)
        seconds -= TICK
        line.tick()
    yield Sleep(seconds)


def _leads(
    settings: Settings, operation: Operation[Any], path: Mapping[str, Any]
) -> bool:
    """Whether these parameters make the path of an operation."""
    try:
        prepared_for(settings, operation).path.fill(path)
    except ValueError:
        return False
    return True


def _nothing_to_wait_for(result: Result, where: str) -> DecodeError:
    """The error for an answer that does not say what to wait for."""
    error = DecodeError(
        path=where,
        expected="what to wait for",
        found="nothing that can be asked about",
        operation=result.call.operation.name,
    )
    return not_as_described(result.call, error, result.reply)
