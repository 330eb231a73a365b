"""How clients and their groups of methods show themselves: where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .redact import Redactor

if TYPE_CHECKING:
    from .aio import AsyncResource
    from .base import BaseClient
    from .settings import Settings
    from .sync import Resource

__all__ = ["RawClient", "RawResource", "address_of", "group_of", "shortened"]

_LONGEST = 60

C = TypeVar("C", bound="BaseClient[Any]")


def shortened(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def address_of(settings: Settings) -> str:
    """The base URL, without credentials."""
    return Redactor(values=settings.known).url(settings.base_url)


def group_of(resource: object, client: BaseClient[Any], within: str = "") -> str:
    """A group of methods, as one writes it, and its client; or its twin ``within``."""
    names = (name for name, one in vars(client).items() if one is resource)
    name = next(names, "")
    shown = f"client.{within}{name}" if name else within + type(resource).__name__
    return f"<{shown} of {client.__rt_shown__}>"


class RawClient(Generic[C]):
    """Base of the generated raw twins of clients."""

    def __init__(self, client: C) -> None:
        """Take the client whose twin it is."""
        self._client: C = client

    def __repr__(self) -> str:
        """Show where it belongs."""
        return f"<client.raw of {self._client.__rt_shown__}>"


class RawResource:
    """Base of the generated raw twins of groups of methods."""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        """Take the group whose twin it is."""
        self._twin_of = resource

    def __repr__(self) -> str:
        """Show where it belongs."""
        return self._twin_of.__rt_show__("raw.")
