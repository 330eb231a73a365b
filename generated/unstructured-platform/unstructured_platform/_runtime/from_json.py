"""Reading JSON as any type of the package: models, unions, and lists of them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar, overload

from .codec import decoder_for, loads, run
from .drift import Decoding, Drift
from .resolve import Namespace, package_namespace

__all__ = ["from_json", "package_space"]

T = TypeVar("T")

_PACKAGE = __name__.rpartition(".")[0].rpartition(".")[0]
_SHOWN = 80


@overload
def from_json(
    type_: type[T],
    text: str | bytes,
    /,
    *,
    strict: bool = False,
    on_drift: Callable[[Drift], None] | None = None,
) -> T: ...
@overload
def from_json(
    type_: object,
    text: str | bytes,
    /,
    *,
    strict: bool = False,
    on_drift: Callable[[Drift], None] | None = None,
) -> Any: ...
def from_json(
    type_: Any,
    text: Any,
    /,
    *,
    strict: bool = False,
    on_drift: Callable[[Drift], None] | None = None,
) -> Any:
    """Decode a JSON text as a type: a model, a union, ``list[m.Job]``.

    Args:
        type_: A type of the package, or one made of such.
        text: The JSON text.
        strict: Whether every deviation from the description is an error.
        on_drift: Told of each deviation that is no error.

    Raises:
        DecodeError: It does not fit the description.
        TypeError: There is no way to decode such a type.
    """
    decoding = Decoding(strict, on_drift, f"from_json({shown(type_)})")
    if not isinstance(text, (str, bytes)):
        kind = type(text).__name__
        raise TypeError(f"{decoding.operation} takes str or bytes, not a {kind}")
    decode = decoder_for(type_, package_space())
    return run(decode, loads(text, decoding.operation), decoding)


def shown(type_: Any) -> str:
    """A type as messages name it."""
    name = type_.__qualname__ if isinstance(type_, type) else str(type_)
    name = name.replace(f"{_PACKAGE}.models.", "m.")
    return name if len(name) <= _SHOWN else f"{name[: _SHOWN - 1]}…"


@functools.cache
def package_space() -> Namespace:
    """The names that the types of the package may use."""
    return package_namespace(_PACKAGE)
