"""The mark of a value that was not given, where None means null."""

from __future__ import annotations

from typing import Final, Literal, Self, final

__all__ = ["UNSET", "Unset"]


@final
class Unset:
    """The type of ``UNSET``, for annotations and ``isinstance``."""

    __slots__ = ()
    _only: Self | None = None

    def __new__(cls) -> Self:
        """Return the one instance."""
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __bool__(self) -> Literal[False]:
        """Be false, as None is."""
        return False

    def __repr__(self) -> str:
        """Show the name it is written by."""
        return "UNSET"

    def __reduce__(self) -> str:
        """Copy and pickle to itself, by name."""
        return "UNSET"


UNSET: Final = Unset()
"""Not given: the property is left out. ``None`` in its place is sent as null."""
