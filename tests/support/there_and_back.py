"""A JSON value through a generated client: decoded, looked at, and sent again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from tests.servers.scripted import Scripted

T = TypeVar("T")


def there_and_back(
    server: Scripted, get: Callable[[], T], put: Callable[[T], object], value: Any
) -> T:
    """What ``get`` makes of ``value``; the same value must come of it in ``put``.

    Compared as JSON text too, so that ``1`` and ``true`` are not the same.
    """
    server.will(value)
    found = get()
    put(found)
    sent = server.last.json()
    assert sent == value
    assert kinds(sent) == kinds(value)
    return found


def kinds(value: Any) -> Any:
    """The types of a JSON value, its whole numbers as one."""
    if isinstance(value, dict):
        return {key: kinds(one) for key, one in value.items()}
    if isinstance(value, list):
        return [kinds(one) for one in value]
    return int if isinstance(value, float) and value.is_integer() else type(value)
