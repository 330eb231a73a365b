"""What callers see of requests and answers. Secrets are never in here."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from .records import Frozen, frozen
from .unset import UNSET, Unset

__all__ = [
    "CallInfo",
    "Headers",
    "Hooks",
    "Options",
    "RequestInfo",
    "Response",
    "ResponseInfo",
]

if TYPE_CHECKING:
    from .errors import ApiError
    from .modeling import Model
    from .retries import Retries

T = TypeVar("T")
M = TypeVar("M", bound="Model")

_HIDDEN = frozenset({"set-cookie"})
_WHOLE = re.compile(r"[0-9]{1,18}")


class Headers(Mapping[str, str]):
    """Headers by name, in any case; repeated ones are joined with commas."""

    __slots__ = ("_named", "_pairs")

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        """Take names and values in the order they came."""
        self._pairs = tuple(pairs)
        self._named: dict[str, list[str]] = {}
        for name, value in self._pairs:
            self._named.setdefault(name.lower(), []).append(value)

    def __getitem__(self, name: str) -> str:
        """The value of a header.

        Raises:
            KeyError: There is no such header.
        """
        return ", ".join(self._named[name.lower()])

    @overload
    def get(self, name: str, /) -> str | None: ...
    @overload
    def get(self, name: str, /, default: str) -> str: ...
    @overload
    def get(self, name: str, /, default: T) -> str | T: ...
    def get(self, name: str, /, default: object = None) -> object:
        """The value of a header, or else ``default``."""
        found = self._named.get(name.lower())
        return default if found is None else ", ".join(found)

    def __contains__(self, name: object) -> bool:
        """Whether there is such a header."""
        return isinstance(name, str) and name.lower() in self._named

    def __iter__(self) -> Iterator[str]:
        """The names, in lower case, each once."""
        return iter(self._named)

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._named)

    def __repr__(self) -> str:
        """Show them, cookies aside."""
        shown = [
            (name, "…" if name.lower() in _HIDDEN else value)
            for name, value in self._pairs
        ]
        return f"Headers({shown!r})"

    def read(self, cls: type[M]) -> M:
        """The headers that the model ``cls`` documents, with their types.

        Raises:
            DecodeError: A value does not fit its type.
        """
        from .headers import read_headers  # the codec is not needed before

        return read_headers(self, cls)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Names and values as they came, one after the other."""
        return self._pairs

    def get_all(self, name: str) -> list[str]:
        """Every value of a header, as they came."""
        return [*self._named.get(name.lower(), ())]


def whole_number(text: str) -> int | None:
    """A number that a server states; None for none, or one that is beyond all sense."""
    return int(text) if _WHOLE.fullmatch(text) else None


def header_text(name: str, text: str) -> str:
    """A value that is safe in a header.

    Raises:
        ValueError: It would end the header.
    """
    if any(char != "\t" and (char < " " or char == "\x7f") for char in text):
        raise ValueError(f"header {name!r} cannot hold control characters")
    return text.strip(" \t")


@frozen
class RequestInfo(Frozen):
    """A request as it was sent, its secrets replaced by ``…``."""

    method: str
    """The HTTP method."""

    url: str
    """The whole address."""

    headers: Headers
    """The headers this package set."""

    operation: str = ""
    """The operation, as ``GET /jobs/{Id}``."""


@frozen
class CallInfo(Frozen):
    """A call that is about to be made."""

    operation: str
    """The operation, as ``GET /jobs/{Id}``."""

    id: str = ""
    """Its id in the description; empty where it has none."""


@frozen
class ResponseInfo(Frozen):
    """An answer as hooks see it."""

    request: RequestInfo
    """What was asked."""

    status: int
    """The status code."""

    headers: Headers
    """The headers of the answer."""

    attempt: int
    """Which attempt it answers, from 1."""

    elapsed: float
    """Seconds since the call began."""


@frozen
class Response(Frozen, Generic[T]):
    """A whole answer: what ``client.raw`` returns."""

    status: int
    """The status code."""

    headers: Headers
    """The headers of the answer."""

    data: T
    """The decoded body: what the plain method returns."""

    request: RequestInfo
    """The request, without secrets."""

    attempts: int
    """How often the request was sent."""

    elapsed: float
    """Seconds from the first attempt to the end of the answer."""

    content: bytes = dataclasses.field(default=b"", repr=False)
    """The body as it came, also where ``data`` holds none of it."""


@frozen
class Options(Frozen):
    """Settings of one call; what is not given is as the client has it."""

    headers: Mapping[str, str] | None = None
    """Further headers; these win over all others but credentials."""

    query: Mapping[str, Any] | None = None
    """Further query parameters."""

    timeout: float | Unset | None = UNSET
    """Seconds the whole call may take, retries and waiting included; None for no limit.
    """

    retries: int | Retries | None = None
    """How often a failed request is sent again, where that is safe."""

    extra_body: Mapping[str, Any] | None = None
    """Further properties of a JSON object body."""

    content_type: str | None = None
    """Which of the documented media types the body is sent as."""


@frozen
class Hooks(Frozen):
    """Functions that are told what happens; they see no secrets.

    What they raise is raised to the caller.
    """

    around: Callable[[CallInfo], AbstractContextManager[object]] | None = None
    """Around each call: entered before the first attempt, left after the last."""

    headers: Callable[[], Mapping[str, str]] | None = None
    """Further headers of each call, asked for within ``around``."""

    on_request: Callable[[RequestInfo], None] | None = None
    """Before each attempt."""

    on_response: Callable[[ResponseInfo], None] | None = None
    """After each answer."""

    on_retry: Callable[[RequestInfo, float, ApiError], None] | None = None
    """Before a request is sent again: after how many seconds, and the error that would
    be raised otherwise, such as a ``RateLimitError``."""

    on_error: Callable[[Exception], None] | None = None
    """Before an error is raised."""
