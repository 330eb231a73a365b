"""What a generated method knows of its operation: data only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeAlias, TypeVar

__all__ = [
    "Body",
    "Operation",
    "Part",
    "Responses",
    "Security",
    "Streamed",
    "Style",
    "Styles",
    "Undescribed",
]

T = TypeVar("T")

Responses: TypeAlias = Mapping[str, "str | Mapping[str, str] | None"]
"""By ``200``, ``2XX`` or ``default``, or some of them (``404, 409``): a type expression
for JSON, or one for each media type, or None for no content."""

Security: TypeAlias = tuple[tuple[str, ...], ...]
"""Alternatives, each the schemes that are needed together; ``()`` asks for nothing."""


class Style:
    """How a parameter is written (OpenAPI 3.2, "Style Values")."""

    __slots__ = ("explode", "form", "media", "reserved")

    def __init__(
        self,
        form: str,
        explode: bool | None = None,
        *,
        reserved: bool = False,
        media: str = "",
    ) -> None:
        """Take the style's name; ``form`` and ``cookie`` explode unless told otherwise.

        ``reserved`` leaves reserved characters as they are; ``media`` writes the value
        as that media type instead of by a style.
        """
        self.form: str = form
        usual = form in ("form", "cookie")
        self.explode: bool = usual if explode is None else explode
        self.reserved: bool = reserved
        self.media: str = media


Styles: TypeAlias = Mapping[str, Mapping[str, Style]]
"""By ``path``, ``query``, ``header`` or ``cookie``, then by name; where it is not the
location's own."""


class Part:
    """How one property of a form or multipart body is written (the Encoding Object)."""

    __slots__ = ("content_type", "style")

    def __init__(self, *, content_type: str = "", style: Style | None = None) -> None:
        """Take its content type, or its style in a form."""
        self.content_type: str = content_type
        self.style: Style | None = style


class Body:
    """The body of a request: a type expression for each media type, best first."""

    __slots__ = ("contents", "parts", "required")

    def __init__(
        self,
        contents: Mapping[str, str | None],
        *,
        required: bool = False,
        parts: Mapping[str, Part] | None = None,
    ) -> None:
        """Take the media types; None where no type is known."""
        self.contents: Mapping[str, str | None] = dict(contents)
        self.required: bool = required
        self.parts: Mapping[str, Part] = dict(parts or {})


class Operation(Generic[T]):
    """One operation of an API; ``T`` is what its method returns."""

    __slots__ = (
        "base_url",
        "body",
        "id",
        "idempotency",
        "method",
        "name",
        "path",
        "responses",
        "scopes",
        "security",
        "styles",
    )

    def __init__(
        self,
        method: str,
        path: str,
        *,
        responses: Responses | None = None,
        body: Body | None = None,
        styles: Styles | None = None,
        security: Security | None = None,
        base_url: str | None = None,
        idempotency: str = "",
        scopes: Security = (),
        id: str = "",
    ) -> None:
        """Take what the description says; ``security`` None is as the API has it.

        ``scopes`` are alternatives too, each what a token has to allow.
        ``base_url`` is an address of its own, with braces for the client's variables;
        ``idempotency`` is the header whose key makes it safe to repeat the request;
        ``id`` what the description calls the operation.
        """
        self.method: str = method
        self.path: str = path
        self.name: str = f"{method} {path}"
        self.responses: Responses = {
            status: answer
            for statuses, answer in (responses or {}).items()
            for status in statuses.split(", ")
        }
        self.body: Body | None = body
        self.styles: Styles = dict(styles or {})
        self.security: Security | None = security
        self.base_url: str | None = base_url
        self.idempotency: str = idempotency
        self.scopes: Security = scopes
        self.id: str = id

    def __repr__(self) -> str:
        """Show method and path."""
        return f"Operation({self.method!r}, {self.path!r})"


class Streamed(Operation[T]):
    """An operation asked for its answer as a stream; ``T`` is what an item is."""

    __slots__ = ("extra_body",)

    def __init__(
        self,
        plain: Operation[Any],
        *,
        responses: Responses,
        extra_body: Mapping[str, Any] | None = None,
    ) -> None:
        """Take the operation, and what differs: ``extra_body`` asks for the stream."""
        super().__init__(
            plain.method,
            plain.path,
            responses={**plain.responses, **responses},
            body=plain.body,
            styles=plain.styles,
            security=plain.security,
            base_url=plain.base_url,
            idempotency=plain.idempotency,
            scopes=plain.scopes,
            id=plain.id,
        )
        self.extra_body: Mapping[str, Any] = dict(extra_body or {})


class Undescribed(Operation[Any]):
    """An operation the description does not know, made for one call."""

    __slots__ = ()
