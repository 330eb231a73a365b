"""Settings held against what makes sense, so that a wrong one is told by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from .errors import ConfigurationError
from .views import Hooks

__all__ = ["callable_or_none", "headers_of", "hooks_of", "size_of", "timeout_of"]

F = TypeVar("F", bound=Callable[..., object])

_SHOWN = 60


def timeout_of(seconds: float | None) -> float | None:
    """Seconds that a call may take; None for no limit.

    Raises:
        ConfigurationError: It is no positive number.
    """
    if seconds is not None and not _is_positive(seconds):
        raise _wrong("timeout", "a positive number of seconds, or None", seconds)
    return seconds


def size_of(limit: int | None) -> int | None:
    """Bytes that an answer may have; None for no limit.

    Raises:
        ConfigurationError: It is no positive number.
    """
    if limit is not None and not _is_positive(limit):
        expected = "a positive number of bytes, or None"
        raise _wrong("max_response_size", expected, limit)
    return limit


def headers_of(headers: Mapping[str, str] | None) -> dict[str, str]:
    """Headers by their names.

    Raises:
        ConfigurationError: They are no mapping. They are not shown, as they may be
            secret.
    """
    try:
        return dict(headers or {})
    except (TypeError, ValueError):
        kind = type(headers).__name__
        raise ConfigurationError(f"headers is a dict of texts, not a {kind}") from None


def hooks_of(hooks: Hooks | None) -> Hooks:
    """The hooks; None for none.

    Raises:
        ConfigurationError: They are something else.
    """
    given: Any = hooks
    if given is not None and not isinstance(given, Hooks):
        raise _wrong("hooks", "Hooks(on_request=…), or None", given)
    return hooks or Hooks()


def callable_or_none(name: str, function: F | None) -> F | None:
    """A function; None for none.

    Raises:
        ConfigurationError: It is something else.
    """
    given: object = function
    if given is not None and not callable(given):
        raise _wrong(name, "a function, or None", given)
    return function


def _is_positive(number: Any) -> bool:
    """Whether it is a number, whatever its type, and a finite one."""
    try:
        return bool(0 < number < float("inf"))
    except TypeError:
        return False


def _wrong(name: str, expected: str, given: object) -> ConfigurationError:
    shown = repr(given)
    if len(shown) > _SHOWN:
        shown = f"{shown[:_SHOWN]}…"
    return ConfigurationError(f"{name} is {expected}, not {shown}")
