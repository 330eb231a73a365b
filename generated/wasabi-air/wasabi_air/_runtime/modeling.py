"""Models: genuine dataclasses that know the names their fields have on the wire."""

from __future__ import annotations

import dataclasses
import reprlib
from collections.abc import Callable, Iterable, Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    Self,
    TypeAlias,
    TypeVar,
    dataclass_transform,
    overload,
)

from .records import equal, install, show

if TYPE_CHECKING:
    from .drift import Drift

__all__ = [
    "Access",
    "Model",
    "Need",
    "Odd",
    "extra",
    "field",
    "mark",
    "model",
    "odd_of",
]

T = TypeVar("T")

Access: TypeAlias = Literal["both", "read", "write"]
"""``read``: the server sends it and is not sent it; ``write``: the other way round."""

Need: TypeAlias = Literal["required", "optional", "unset"]
"""``optional``: None is absent; ``unset``: UNSET is absent and None is null."""

EXTRA = "extra"
"""Name of the field that holds the properties the description does not list."""


@overload
def field(wire: str | None = None, *, access: Access = "both") -> Any: ...
@overload
def field(
    wire: str | None = None,
    *,
    default: T,
    access: Access = "both",
    need: Need | None = None,
) -> T: ...
def field(
    wire: str | None = None,
    *,
    default: Any = dataclasses.MISSING,
    access: Access = "both",
    need: Need | None = None,
) -> Any:
    """Describe a field of a model.

    Args:
        wire: Its name on the wire, where that differs from the name in Python.
        default: Its value where none is given; without one the field is required.
        access: Whether it travels both ways, or is read or written only.
        need: Whether it may be left out, where the default does not say.

    Returns:
        What ``dataclasses.field`` returns.
    """
    about: dict[str, str] = {} if wire is None else {"wire": wire}
    if access != "both":
        about["access"] = access
    if need is not None:
        about["need"] = need
    return dataclasses.field(default=default, metadata=about)


def extra() -> dict[str, Any]:
    """Describe the field that keeps the properties the description does not list."""
    return dataclasses.field(default_factory=_empty, metadata={EXTRA: "yes"})


def _empty() -> dict[str, Any]:
    return {}


class Odd:
    """What a decoded model must remember to be encoded as it came.

    ``names``: fields whose None means the opposite of the usual: a required property
    that was missing, or an optional one that came as null where null is not legal.
    ``unknown``: properties that came although the description allows no others.
    """

    __slots__ = ("names", "unknown")

    def __init__(
        self, names: Iterable[str] = (), unknown: Mapping[str, Any] | None = None
    ) -> None:
        self.names: frozenset[str] = frozenset(names)
        self.unknown: Mapping[str, Any] = dict(unknown or {})


class Model:  # noqa: PLW1641 - mutable, so not hashable
    """Base of all models: reading from and writing to JSON.

    ``copy.copy`` also copies what a decoded model remembers of deviations from the
    description; ``dataclasses.replace`` makes a new one of the fields alone.
    """

    __slots__ = ("__rt_odd__",)  # not annotated: type hints are for fields

    def __eq__(self, other: object) -> bool:
        """Compare field by field, within one class."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        return equal(self, other)

    @reprlib.recursive_repr()
    def __repr__(self) -> str:
        """Show the fields."""
        return show(self, EXTRA)

    @classmethod
    def from_dict(
        cls,
        data: Mapping[str, Any],
        *,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
    ) -> Self:
        """Decode a JSON object.

        Args:
            data: The object, as the ``json`` module gives it.
            strict: Whether every deviation from the description is an error.
            on_drift: Told of each deviation that is no error.

        Raises:
            DecodeError: It does not fit the description.
        """
        from .codec import decode_model

        return decode_model(cls, data, strict=strict, on_drift=on_drift)

    @classmethod
    def from_json(
        cls,
        text: str | bytes,
        *,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
    ) -> Self:
        """Decode a JSON text; see ``from_dict``."""
        from .codec import decode_text

        return decode_text(cls, text, strict=strict, on_drift=on_drift)

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object: JSON values under the names of the wire."""
        from .encoding import to_wire

        encoded: dict[str, Any] = to_wire(self)
        return encoded

    def to_json(self) -> str:
        """Encode as a JSON text."""
        from .encoding_text import whole_text

        return whole_text(self)


def odd_of(instance: Model) -> Odd | None:
    """What the instance remembers of how it came; None for nothing."""
    return getattr(instance, "__rt_odd__", None)


def mark(instance: Model, name: str) -> None:
    """Remember that None in the field ``name`` means the opposite of the usual."""
    before = odd_of(instance) or Odd()
    _remember(instance, Odd(before.names | {name}, before.unknown))


def keep_unknown(instance: Model, unknown: Mapping[str, Any]) -> None:
    """Remember properties the description does not allow, so that none is lost."""
    before = odd_of(instance) or Odd()
    _remember(instance, Odd(before.names, unknown))


def _remember(instance: Model, odd: Odd) -> None:
    object.__setattr__(instance, "__rt_odd__", odd)


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
def model(cls: type[T]) -> type[T]:
    """Make a dataclass of a model: slots, keyword-only, compiled on first use."""
    return install(cls, kw_only=True)
