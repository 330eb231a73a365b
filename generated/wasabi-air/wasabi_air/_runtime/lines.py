"""Items that are sent one by one: JSON Lines, and JSON text sequences (RFC 7464)."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from typing import Any, TypeAlias, TypeVar

from .encoding_text import request_text
from .files import File, is_file
from .json_text import utf_8
from .modeling import Model
from .sources import Source, refuse_spent

__all__ = ["ItemsInput", "Lines", "are_items"]

T = TypeVar("T")

ItemsInput: TypeAlias = Iterable[T] | AsyncIterable[T]
"""What arguments of items take; only an async client reads an async iterable."""

_SEQUENCE = "application/json-seq"
_ENOUGH = 65_536


def are_items(value: object) -> bool:
    """Whether a value is items, and not a text or a file that holds them.

    Raises:
        TypeError: It is one item.
    """
    given = type(value).__name__
    if isinstance(value, str) or is_file(value):
        return False
    many = isinstance(value, (Iterable, AsyncIterable))
    if not many or isinstance(value, (Mapping, Model)):
        raise TypeError(f"give the items, a text, bytes or a file, not one {given}")
    return True


class Lines(Source):
    """The items as a body, each written when it is its turn."""

    __slots__ = ("_before", "_items")

    def __init__(self, media: str, items: ItemsInput[Any]) -> None:
        """Take items of any kind that has JSON.

        Raises:
            ValueError: They were read already.
        """
        refuse_spent(items)
        super().__init__(File(b""))
        sequence = media.partition(";")[0].strip().lower() == _SEQUENCE
        self._before = b"\x1e" if sequence else b""
        self._items: ItemsInput[Any] = items
        self.length = None

    @property
    def replayable(self) -> bool:
        """Whether there is a second time; not for what gives each item once."""
        return not isinstance(self._items, (Iterator, AsyncIterator))

    def chunks(self) -> Iterator[bytes]:
        """The items written: those at hand in larger chunks, others as they come.

        Raises:
            ApiError: They were read before.
            TypeError: One has no JSON, or they come to async calls only.
        """
        if isinstance(self._items, AsyncIterable):
            raise TypeError("an async iterable is sent by an async client only")
        self._begin()
        least = 0 if isinstance(self._items, Iterator) else _ENOUGH
        held: list[bytes] = []
        size = 0
        for item in self._items:
            held.append(self.written(item))
            size += len(held[-1])
            if size >= least:
                yield b"".join(held)
                held, size = [], 0
        if held:
            yield b"".join(held)

    def awaited(self) -> AsyncIterable[Any] | None:
        """What only async calls can read; None where it is to be read in chunks.

        Raises:
            ApiError: They were read before.
        """
        if not isinstance(self._items, AsyncIterable):
            return None
        self._begin()
        return self._items

    def written(self, chunk: Any) -> bytes:
        """An item as its line.

        Raises:
            TypeError: It has no JSON.
        """
        return self._before + utf_8(request_text(chunk)) + b"\n"
