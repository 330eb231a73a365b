"""What callers see of requests and answers. Secrets are never in here."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .records import Frozen, frozen
from .unset import UNSET, Unset

__all__ = ["Headers", "Hooks", "Options", "RequestInfo", "Response", "ResponseInfo"]

if TYPE_CHECKING:
    from .modeling import Model

T = TypeVar("T")
M = TypeVar("M", bound="Model")

_HIDDEN = frozenset({"set-cookie"})


class Headers(Mapping[str, str]):
    """Headers by name, in any case; repeated ones are joined with commas."""

    __slots__ = ("_pairs",)

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        """Take names and values in the order they came."""
        self._pairs = tuple(pairs)

    def __getitem__(self, name: str) -> str:
        """The value of a header.

        Raises:
            KeyError: There is no such header.
        """
        found = self.get_all(name)
        if not found:
            raise KeyError(name)
        return ", ".join(found)

    def __contains__(self, name: object) -> bool:
        """Whether there is such a header."""
        return isinstance(name, str) and bool(self.get_all(name))

    def __iter__(self) -> Iterator[str]:
        """The names, in lower case, each once."""
        return iter(dict.fromkeys(name.lower() for name, _ in self._pairs))

    def __len__(self) -> int:
        """How many names there are."""
        return len({name.lower() for name, _ in self._pairs})

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

    def get_all(self, name: str) -> list[str]:
        """Every value of a header, as they came."""
        wanted = name.lower()
        return [value for key, value in self._pairs if key.lower() == wanted]


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

    retries: int | None = None
    """How often a failed request is sent again, where that is safe."""

    extra_body: Mapping[str, Any] | None = None
    """Further properties of a JSON object body."""

    content_type: str | None = None
    """Which of the documented media types the body is sent as."""


@frozen
class Hooks(Frozen):
    """Functions that are told what happens; they see no secrets and change nothing."""

    on_request: Callable[[RequestInfo], None] | None = None
    """Before each attempt."""

    on_response: Callable[[ResponseInfo], None] | None = None
    """After each answer."""

    on_retry: Callable[[RequestInfo, float, Exception | None], None] | None = None
    """Before a request is sent again: after how long, and the error if no answer."""

    on_error: Callable[[Exception], None] | None = None
    """Before an error is raised."""
