"""What can go wrong, in one tree. All of it can be caught as ``ApiError``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from .constraints import Violation
    from .views import Headers, RequestInfo

__all__ = [
    "ApiError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "ConstraintError",
    "DecodeError",
    "ForbiddenError",
    "InternalServerError",
    "NotFoundError",
    "RateLimitError",
    "RequestTimeoutError",
    "StatusError",
    "TransportError",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "status_error_name",
]

E = TypeVar("E", bound="ApiError")


def _restore(cls: type[E], args: tuple[object, ...], state: Mapping[str, object]) -> E:
    """Make an error anew from a pickle, whatever its constructor asks for."""
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class ApiError(Exception):
    """Base of everything this package raises on its own account."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the message and the attributes."""
        return _restore, (type(self), self.args, dict(self.__dict__))


class ConfigurationError(ApiError):
    """The client lacks something it needs; nothing was sent."""


class ConstraintError(ApiError, ValueError):
    """Values break rules of the description; only ``check`` raises this."""

    violations: tuple[Violation, ...]
    """Every one of them."""

    def __init__(self, violations: tuple[Violation, ...]) -> None:
        super().__init__("\n".join(map(str, violations)))
        self.violations = violations


class DecodeError(ApiError):
    """What came does not fit the description."""

    path: str
    """Where in the JSON, as ``$.Records[3].Source.Bucket``."""

    expected: str
    """What the description asks for."""

    found: str
    """What came, shortened."""

    operation: str
    """The operation, as ``GET /jobs/{Id}``; empty where none was called."""

    status: int | None
    """The status of the answer; None where there was none, as in ``from_json``."""

    headers: Headers | None
    """The headers of the answer; None where there was none."""

    text: str | None
    """The body of the answer as text; None where there was none."""

    request: RequestInfo | None
    """The request that was answered so, without secrets."""

    attempts: int
    """How often the request was sent; 0 where none was."""

    elapsed: float
    """Seconds from the first attempt to the end of the answer."""

    def __init__(
        self, *, path: str = "$", expected: str, found: str, operation: str = ""
    ) -> None:
        where = f"{operation}: " if operation else ""
        super().__init__(f"{where}expected {expected} at {path}, found {found}")
        self.path = path
        self.expected = expected
        self.found = found
        self.operation = operation
        self.status = None
        self.headers = None
        self.text = None
        self.request = None
        self.attempts = 0
        self.elapsed = 0.0


class TransportError(ApiError):
    """No answer came: no connection, a broken one, or a protocol violated."""

    request: RequestInfo
    """The last request, without secrets."""

    attempts: int
    """How often the request was tried."""

    elapsed: float
    """Seconds from the first attempt to the last failure."""

    def __init__(
        self,
        message: str,
        *,
        request: RequestInfo,
        attempts: int,
        elapsed: float = 0.0,
    ) -> None:
        super().__init__(message)
        self.request = request
        self.attempts = attempts
        self.elapsed = elapsed


class RequestTimeoutError(TransportError, TimeoutError):
    """The call took longer than its ``timeout``, retries and waiting included."""


class StatusError(ApiError):
    """The server answered with a status that is no success."""

    status: int
    """The status code."""

    headers: Headers
    """The headers of the answer."""

    body: Any
    """The decoded body; None where none came or it does not fit the description."""

    text: str
    """The body as text."""

    request: RequestInfo
    """The request, without secrets."""

    attempts: int
    """How often the request was sent."""

    elapsed: float
    """Seconds from the first attempt to the answer."""

    def __init__(
        self,
        message: str,
        *,
        status: int,
        headers: Headers,
        body: object,
        text: str,
        request: RequestInfo,
        attempts: int,
        elapsed: float = 0.0,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.headers = headers
        self.body = body
        self.text = text
        self.request = request
        self.attempts = attempts
        self.elapsed = elapsed


class BadRequestError(StatusError):
    """400: the server could not make sense of the request."""


class UnauthorizedError(StatusError):
    """401: the credentials are missing or not valid."""


class ForbiddenError(StatusError):
    """403: the credentials do not allow this."""


class NotFoundError(StatusError):
    """404: there is no such thing."""


class ConflictError(StatusError):
    """409: the request does not go with the present state."""


class UnprocessableEntityError(StatusError):
    """422: the request is well formed and not valid."""


class RateLimitError(StatusError):
    """429: too many requests."""

    @property
    def retry_after(self) -> float | None:
        """Seconds the server asks to wait; None where it does not say."""
        from .backoff import asked_wait

        return asked_wait(self.headers)


class InternalServerError(StatusError):
    """500 and above: the server failed."""


_BY_STATUS: Mapping[int, type[StatusError]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
_SERVER_ERRORS = 500


def status_error_name(status: int) -> str:
    """The name of the class for a status; a package may define its own of that name."""
    if status >= _SERVER_ERRORS:
        return InternalServerError.__name__
    return _BY_STATUS.get(status, StatusError).__name__
