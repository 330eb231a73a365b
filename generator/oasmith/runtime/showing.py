"""How clients and their groups of methods show themselves: where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .redact import Redactor

if TYPE_CHECKING:
    from .base import BaseClient
    from .settings import Settings

__all__ = ["address_of", "group_of", "shortened"]

_LONGEST = 60


def shortened(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def address_of(settings: Settings) -> str:
    """The base URL, without credentials."""
    return Redactor(values=settings.known).url(settings.base_url)


def group_of(resource: object, client: BaseClient[Any]) -> str:
    """A group of methods, as one writes it, and its client."""
    names = (name for name, one in vars(client).items() if one is resource)
    name = next(names, "")
    shown = f"client.{name}" if name else type(resource).__name__
    return f"<{shown} of {client.__rt_shown__}>"
