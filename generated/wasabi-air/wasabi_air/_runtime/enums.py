"""Enumerations that take values the description does not list yet."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any, NoReturn, Self

__all__ = ["UNLISTED", "UNLISTED_INT", "OpenEnum"]


class _Unlisted:
    """What stands in the body of an enumeration and is no member, as a descriptor."""

    def __get__(self, instance: object, owner: type | None = None) -> NoReturn:
        raise AttributeError("no member of the enumeration")


if TYPE_CHECKING:
    UNLISTED: str
    """A member for type checkers alone: so a match over all others needs ``case _``."""

    UNLISTED_INT: int
    """The same of an enumeration of numbers."""
else:
    UNLISTED = UNLISTED_INT = _Unlisted()


class OpenEnum(enum.Enum):
    """Base of enumerations: ``class JobStatus(str, OpenEnum)``, or with ``int``.

    A value that is not listed makes a member-like object of its own, which is equal to
    its value, prints as it and pickles; the class does not keep it.
    """

    @property
    def is_known(self) -> bool:
        """Whether the description lists this value."""
        return "_unlisted" not in self.__dict__

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        made: Any
        if issubclass(cls, str) and isinstance(value, str):
            made = str.__new__(cls, value)
        elif (
            issubclass(cls, int)
            and isinstance(value, int)
            and not isinstance(value, bool)
        ):
            made = int.__new__(cls, value)
        else:
            return None
        made._name_ = str(value)
        made._value_ = value
        made._unlisted = True
        return made

    def __str__(self) -> str:
        """The value, as it is on the wire."""
        return str(self._value_)

    def __format__(self, spec: str) -> str:
        """Format the value."""
        return format(self._value_, spec)

    def __repr__(self) -> str:
        """Show the name and the value, or that the value is not listed."""
        name = type(self).__name__
        if self.is_known:
            return f"<{name}.{self._name_}: {self._value_!r}>"
        return f"<{name}: {self._value_!r} (unknown)>"

    def __reduce_ex__(self, protocol: Any) -> tuple[type[Self], tuple[object]]:
        """Pickle by value."""
        return type(self), (self._value_,)
