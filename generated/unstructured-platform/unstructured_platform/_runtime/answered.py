"""What tests may tell of methods whose answers are more than a value."""

from __future__ import annotations

from typing import Generic, TypeVar

__all__ = ["Answered"]

A = TypeVar("A")


class Answered(Generic[A]):
    """What a method returns where its answer is told as ``A``: a page by its body."""

    __slots__ = ()
