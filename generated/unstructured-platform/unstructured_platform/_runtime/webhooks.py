"""Requests that the API makes: how their bodies are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from .content import body_value
from .drift import Decoding, Drift
from .settings import Types
from .views import Headers
from .wire import Reply

__all__ = ["Webhook"]

T = TypeVar("T")


class Webhook(Generic[T]):
    """A request that the API makes; ``T`` is what its body holds."""

    __slots__ = ("_types", "contents", "method", "name")

    def __init__(
        self, method: str, name: str, contents: Mapping[str, str], *, module: str
    ) -> None:
        """Take the body's type by media type; ``module`` is where this stands."""
        self.method: str = method
        self.name: str = name
        self.contents: Mapping[str, str] = dict(contents)
        self._types = Types(module.rpartition(".")[0])

    def __repr__(self) -> str:
        """Show method and name."""
        return f"Webhook({self.method!r}, {self.name!r})"

    def parse(
        self,
        body: bytes | str,
        content_type: str = "",
        *,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
    ) -> T:
        """Read the body of a request, as its ``Content-Type`` says if it is given.

        Raises:
            DecodeError: It does not fit the description.
        """
        content = body.encode() if isinstance(body, str) else body
        headers = Headers([("content-type", content_type)] if content_type else [])
        decoding = Decoding(strict, on_drift, f"{self.method} {self.name}")
        reply = Reply(200, headers, content)
        value: T = body_value(reply, self.contents, self._types, decoding)
        return value
