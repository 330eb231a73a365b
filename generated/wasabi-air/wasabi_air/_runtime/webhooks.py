"""Requests that the API makes: which one it is, and how its body is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .codec import loads
from .codec_union import fit
from .content import body_value
from .drift import Decoding, Drift
from .errors import DecodeError
from .modeling import Model
from .settings import Types
from .shape import shape_of
from .signatures import SignatureError
from .unknown_event import Constants, unknown_event
from .views import Headers
from .wire import Reply

if TYPE_CHECKING:
    from .signatures import Verify

__all__ = ["Webhook", "read_event"]

T = TypeVar("T")


class Webhook(Generic[T]):
    """A request that the API makes; ``T`` is what its body holds."""

    __slots__ = ("_types", "contents", "event", "method", "name")

    def __init__(
        self,
        method: str,
        name: str,
        contents: Mapping[str, str],
        *,
        module: str,
        event: str = "",
    ) -> None:
        """Take the body's type by media type; ``module`` is where this stands.

        ``event`` is what the header that tells webhooks apart says of this one.
        """
        self.method: str = method
        self.name: str = name
        self.contents: Mapping[str, str] = dict(contents)
        self.event: str = event
        self._types = Types(module.rpartition(".")[0])

    def __repr__(self) -> str:
        """Show method and name."""
        return f"Webhook({self.method!r}, {self.name!r})"

    def parse(
        self,
        body: bytes | str,
        headers: Mapping[str, str] | None = None,
        *,
        verify: Verify | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
    ) -> T:
        """Read the body of a request, as its ``Content-Type`` says if it has one.

        Raises:
            SignatureError: ``verify`` refuses the request.
            DecodeError: It does not fit the description.
        """
        content = verified(body, headers or {}, verify)
        kinds = [one for key, one in (headers or {}).items() if _is_content_type(key)]
        told = Headers([("content-type", one) for one in kinds])
        decoding = Decoding(strict, on_drift, f"{self.method} {self.name}")
        reply = Reply(200, told, content)
        value: T = body_value(reply, self.contents, self._types, decoding)
        return value

    def fit(self, value: Mapping[str, Any]) -> tuple[int, ...] | None:
        """How well an object fits the body, less is better; None: its constants do not.

        A body that is no object of one model fits badly.
        """
        ranks: list[tuple[int, ...]] = []
        for expression in self.contents.values():
            type_ = self._types.type_of(expression)
            if not (isinstance(type_, type) and issubclass(type_, Model)):
                ranks.append((0, 0, 0, len(value)))
                continue
            missing, unequal, *rest = fit(shape_of(type_), value)
            if not unequal:
                ranks.append((missing, unequal, *rest))
        return min(ranks, default=None)

    def constants(self) -> Constants:
        """The texts that properties of the body may hold, of those that list them.

        There are none of a body that is no object of one model.
        """
        found: dict[str, frozenset[str]] = {}
        for expression in self.contents.values():
            type_ = self._types.type_of(expression)
            if isinstance(type_, type) and issubclass(type_, Model):
                for name, listed in shape_of(type_).constants.items():
                    texts = {one for one in listed if isinstance(one, str)}
                    found[name] = found.get(name, frozenset()) | texts
        return found


def _is_content_type(name: str) -> bool:
    return name.lower() == "content-type"


def verified(
    body: bytes | str, headers: Mapping[str, str], verify: Verify | None
) -> bytes:
    """The body as bytes, once it is known to come from the API.

    Raises:
        SignatureError: It is not.
        TypeError: The body is none, or ``verify`` does not say whether it does; it may
            be one that is to be awaited.
    """
    content = _octets(body)
    if verify is None:
        return content
    said: object = verify(content, headers)
    if said is False:
        raise SignatureError("the request was refused by the function that verifies it")
    if said is not None and said is not True:
        kind = type(said).__name__
        raise TypeError(f"what verifies gives True, False or None, not a {kind}")
    return content


def _octets(body: object) -> bytes:
    if isinstance(body, (bytes, str)):
        return body.encode() if isinstance(body, str) else body
    raise TypeError(
        "body takes the request's body as it came, bytes or str, not a"
        f" {type(body).__name__}: signatures are made of it, and parsing reads it"
    )


def read_event(
    webhooks: Sequence[Webhook[Any]],
    body: bytes | str,
    headers: Mapping[str, str],
    *,
    header: str = "",
    verify: Verify | None = None,
    strict: bool = False,
    on_drift: Callable[[Drift], None] | None = None,
) -> Any:
    """Read a request that is one of several: by its ``header``, then by its body.

    Raises:
        SignatureError: ``verify`` refuses the request.
        UnknownEventError: It is none of them.
        DecodeError: It does not fit the description.
    """
    content = verified(body, headers, verify)
    named = [one for key, one in headers.items() if key.lower() == header.lower()]
    event = named[0] if header and named else ""
    likely = _by_name(webhooks, event) if event else list(webhooks)
    if len(likely) > 1 or not event:
        likely = _by_body(likely, content, needs_all=not event and len(likely) > 1)
    if not likely:
        tables = [one.constants() for one in webhooks]
        raise unknown_event(tables, event, _object(content))
    return likely[0].parse(content, headers, strict=strict, on_drift=on_drift)


def _by_name(webhooks: Sequence[Webhook[Any]], event: str) -> list[Webhook[Any]]:
    """The webhooks a header names: by what is said of it, else by their own names."""
    wanted = _plain(event)
    for fits in (
        [one for one in webhooks if one.event == event],
        [one for one in webhooks if _plain(one.name) == wanted],
        [one for one in webhooks if _plain(one.name).startswith(f"{wanted}-")],
    ):
        if fits:
            return fits
    return []


def _by_body(
    webhooks: Sequence[Webhook[Any]], content: bytes, *, needs_all: bool
) -> list[Webhook[Any]]:
    """The webhooks a body may be of, the likeliest first.

    With ``needs_all``, only those whose required properties it has.
    """
    if not content:
        return [one for one in webhooks if not one.contents]
    value = _object(content)
    if value is None:
        return list(webhooks)
    ranked = [(one.fit(value), one) for one in webhooks]
    fitting = [
        (rank, one)
        for rank, one in ranked
        if rank is not None and not (needs_all and rank[0])
    ]
    return [one for _, one in sorted(fitting, key=lambda pair: pair[0])]


def _object(content: bytes) -> Mapping[str, Any] | None:
    """The JSON object that a body is; None where it is something else."""
    try:
        value: Mapping[str, Any] | None = loads(content)
    except DecodeError:
        return None
    return value if isinstance(value, Mapping) else None


def _plain(name: str) -> str:
    """A name without what it is spelled with."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower())
