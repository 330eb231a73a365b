"""The examples a description gives of its bodies, as its author wrote them.

Every media type's and every component schema's, found by a walk that knows nothing of
the generator: responses, request bodies and schemas, through references, in Swagger 2.0
as in OpenAPI 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from tests.ledger.documents import Documents, Spot
from tests.ledger.walk import METHODS

__all__ = ["Book", "Example", "Kind", "examples", "open_book"]

Kind: TypeAlias = Literal["response", "request", "schema"]

NOWHERE = (KeyError, IndexError, ValueError, TypeError, StopIteration, OSError)
"""What following a reference raises that leads nowhere."""


@dataclass(frozen=True, slots=True)
class Example:
    """One example value and what it is an example of.

    ``owner`` is the operation as ``GET /pets``, or the name of the component schema;
    ``status`` and ``media`` are those of the response or body. ``schema`` is None where
    the description gives none.
    """

    kind: Kind
    owner: str
    status: str
    media: str
    place: str
    schema: Spot | None
    value: Any


@dataclass(frozen=True, slots=True)
class Book:
    """A description that was opened: its files, its root, its version."""

    documents: Documents
    root: Spot
    version: str

    @property
    def is_2(self) -> bool:
        return self.version.startswith("2")


def open_book(path: Path) -> Book:
    """Open the description whose root is ``path``."""
    documents = Documents(path, path.as_posix())
    root = documents.spot(path.as_posix(), ())
    version = str(root.value.get("swagger") or root.value.get("openapi"))
    return Book(documents, root, version)


def examples(book: Book) -> Iterator[Example]:
    """Every example, those of operations first; a shared one once for each use."""
    for template, written in book.root.members("paths"):
        item = _followed(book, written)
        if item is None:
            continue
        for method in METHODS:
            if item.has(method) and isinstance(item.value[method], dict):
                owner = f"{method.upper()} {template}"
                yield from _of_operation(book, owner, item / method)
    yield from _of_components(book)


def _of_operation(book: Book, owner: str, operation: Spot) -> Iterator[Example]:
    for status, use in operation.members("responses"):
        response = _followed(book, use)
        if response is None:
            continue
        if book.is_2:
            yield from _of_response_2(owner, status, response)
        else:
            yield from _of_contents(book, "response", owner, status, response)
    if operation.has("requestBody"):
        body = _followed(book, operation / "requestBody")
        if body is not None:
            yield from _of_contents(book, "request", owner, "", body)


def _of_response_2(owner: str, status: str, response: Spot) -> Iterator[Example]:
    """Swagger 2.0: examples by media type beside the one schema."""
    schema = response / "schema" if response.has("schema") else None
    for media, value in response.members("examples"):
        yield Example("response", owner, status, media, str(value), schema, value.value)


def _of_contents(
    book: Book, kind: Kind, owner: str, status: str, holder: Spot
) -> Iterator[Example]:
    for media, use in holder.members("content"):
        entry = _followed(book, use)
        if entry is None:
            continue
        schema = entry / "schema" if entry.has("schema") else None
        for value in _values(book, entry):
            yield Example(kind, owner, status, media, str(value), schema, value.value)


def _values(book: Book, entry: Spot) -> Iterator[Spot]:
    """The values under ``example`` and ``examples`` of a media type."""
    if entry.has("example"):
        yield entry / "example"
    if not isinstance(entry.value.get("examples"), dict):
        return
    for _, use in entry.members("examples"):
        example = _followed(book, use)
        if example is not None and example.has("value"):
            yield example / "value"


def _of_components(book: Book) -> Iterator[Example]:
    home = book.root
    if not book.is_2:
        if not home.has("components"):
            return
        home = home / "components"
    for name, schema in home.members("definitions" if book.is_2 else "schemas"):
        found = [schema / "example"] if schema.has("example") else []
        listed = isinstance(schema.value, dict) and schema.value.get("examples")
        if isinstance(listed, list):
            found += [value for _, value in schema.members("examples")]
        for value in found:
            yield Example("schema", name, "", "", str(value), schema, value.value)


def _followed(book: Book, spot: Spot) -> Spot | None:
    """What stands at the end of a chain of references; None where it leads nowhere."""
    try:
        found = book.documents.follow(spot)
    except NOWHERE:
        return None
    return found if isinstance(found.value, dict) else None
