"""What a fake client answers: as it was told, or else made up from the description."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeAlias, TypeVar

from . import errors
from .operation import Operation
from .recorded import Call
from .scribe import Scribe
from .unset import UNSET, Unset
from .wire import Failure, Reply

__all__ = ["Answers"]

R = TypeVar("R")

Outcome: TypeAlias = Reply | Failure

Told: TypeAlias = tuple[Callable[[Call], Outcome], bool]
"""What makes an answer, and whether a list ends with it."""

_STATUSES = {
    errors.status_error_name(status): status
    for status in (400, 401, 403, 404, 409, 422, 429, 500)
}


class Answers(Generic[R]):
    """What the calls of one method are answered, in order; the last one for good."""

    def __init__(self, name: str, operation: Operation[Any], scribe: Scribe) -> None:
        self._name = name
        self._operation = operation
        self._scribe = scribe
        self._told: list[Told] = []
        self._next = 0

    def returns(self, *values: R) -> Answers[R]:
        """Answer so that the call returns the value; several: one call after another.

        Raises:
            TypeError: The method returns no such value.
        """
        for value in values:
            reply = self._scribe.returning(self._operation, value)
            self._told.append((_always(reply), True))
        return self

    def does(self, function: Callable[[Call], R]) -> Answers[R]:
        """Answer with what a function of the call returns, or raise what it raises."""

        def answer(call: Call) -> Outcome:
            return self._scribe.returning(self._operation, function(call))

        self._told.append((answer, False))
        return self

    def replies(
        self,
        status: int,
        body: object = UNSET,
        headers: Mapping[str, str] | None = None,
    ) -> Answers[R]:
        """Answer with a status, a body and headers.

        Args:
            status: The status.
            body: A model, JSON values, a text or bytes; an example if it is left out.
            headers: Headers besides the content type, or in its place.
        """
        written = self._scribe.replying(self._operation, status, body, headers or {})
        self._told.append((_always(written), isinstance(body, Unset)))
        return self

    def raises(
        self, error: type[errors.ApiError] | Exception, body: object = UNSET
    ) -> Answers[R]:
        """Let the call fail.

        Args:
            error: A class of errors by status, ``TransportError``,
                ``RequestTimeoutError``, or an exception to raise as it is.
            body: The body that the error has; an example if it is left out.

        Raises:
            TypeError: No answer makes the client raise such an error.
        """
        if isinstance(error, Exception):
            self._told.append((_raising(error), False))
        elif issubclass(error, errors.TransportError):
            late = issubclass(error, errors.RequestTimeoutError)
            failure = Failure(OSError("as told"), sent=late, timeout=late)
            self._told.append((_always(failure), False))
        else:
            self.replies(_status_of(error), body)
        return self

    def take(self) -> Told | None:
        """What makes the next answer, and whether a list ends with it; None: nothing.

        A list ends with the last page there is, but not where a function makes pages
        or an answer was told as it is: what they say decides.
        """
        if not self._told:
            return None
        last = len(self._told) - 1
        at, self._next = self._next, min(self._next + 1, last)
        answer, whole = self._told[at]
        return answer, whole and at == last

    def __repr__(self) -> str:
        """Show whose answers they are."""
        return f"when(client.{self._name})"


def _always(outcome: Outcome) -> Callable[[Call], Outcome]:
    return lambda _: outcome


def _raising(error: Exception) -> Callable[[Call], Outcome]:
    def answer(_: Call) -> Outcome:
        raise error

    return answer


def _status_of(cls: type[errors.ApiError]) -> int:
    """The status that makes a client raise an error of the class."""
    for base in inspect.getmro(cls):
        if base.__name__ in _STATUSES:
            return _STATUSES[base.__name__]
    raise TypeError(f"no answer raises {cls.__name__}: use replies(status, body)")
