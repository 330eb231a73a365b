"""Client of the sample API: what the templates write, by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import UNSET as UNSET
    from ._runtime import Options as Options
    from .client import AsyncClient as AsyncClient
    from .client import Client as Client
    from .errors import NotFoundError as NotFoundError
else:
    from ._runtime.lazy import attach

    __getattr__, __dir__ = attach(
        __name__,
        """
        ._runtime: UNSET Options
        .client: AsyncClient Client
        .errors: NotFoundError
        """,
    )
