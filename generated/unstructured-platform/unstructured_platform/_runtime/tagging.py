"""What tells the members of a union, or the subclasses of a model, apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

__all__ = ["Tag", "polymorphic", "tag_of"]

T = TypeVar("T")

_TAG = "__rt_tag__"


class Tag:
    """Which property of an object tells what it is an object of, and how."""

    __slots__ = ("default", "mapping", "property")

    def __init__(
        self, property: str, mapping: Mapping[str, str], default: str | None = None
    ) -> None:
        """Take the property's name on the wire, and a class name for each value.

        ``default`` is the class for every other value, and for none.
        """
        self.property: str = property
        self.mapping: Mapping[str, str] = dict(mapping)
        self.default: str | None = default

    def name_for(self, value: Mapping[str, Any]) -> str | None:
        """The name of the class an object belongs to; None where nothing says so."""
        told = value.get(self.property)
        named = self.mapping.get(told) if isinstance(told, str) else None
        return self.default if named is None else named

    def __repr__(self) -> str:
        """Show it as it is written."""
        rest = "" if self.default is None else f", {self.default!r}"
        return f"Tag({self.property!r}, {self.mapping!r}{rest})"


def polymorphic(
    property: str, mapping: Mapping[str, str], default: str | None = None
) -> Callable[[type[T]], type[T]]:
    """Decode an object as the subclass that a property names; see ``Tag``."""
    tag = Tag(property, mapping, default)

    def decorate(cls: type[T]) -> type[T]:
        type.__setattr__(cls, _TAG, tag)
        return cls

    return decorate


def tag_of(cls: type[Any]) -> Tag | None:
    """What tells the subclasses of this very class apart; None for nothing."""
    found: Tag | None = cls.__dict__.get(_TAG)
    return found
