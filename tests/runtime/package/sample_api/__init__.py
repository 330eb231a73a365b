"""Client of the sample API: what the templates write, by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ._runtime.lazy import attach

if TYPE_CHECKING:
    from ._runtime import UNSET as UNSET
    from ._runtime import Options as Options
    from .client import AsyncClient as AsyncClient
    from .client import Client as Client
    from .errors import NotFoundError as NotFoundError

__all__ = ["UNSET", "AsyncClient", "Client", "NotFoundError", "Options"]

__getattr__: Callable[[str], object]
__dir__: Callable[[], list[str]]
__getattr__, __dir__ = attach(
    __name__,
    {
        "._runtime": ("UNSET", "Options"),
        ".client": ("AsyncClient", "Client"),
        ".errors": ("NotFoundError",),
    },
)
