"""Which library reads and writes JSON, as the settings of a client say."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Literal, TypeAlias

from .errors import ConfigurationError

if TYPE_CHECKING:
    from .codec import Json

__all__ = ["JsonLibrary", "library_of"]

JsonLibrary: TypeAlias = Literal["standard", "msgspec"]
"""The standard library, or msgspec, which is faster and has to be installed."""


def library_of(name: JsonLibrary) -> Json | None:
    """What reads and writes JSON; None for the standard library.

    Raises:
        ConfigurationError: There is no such choice, or it is not installed.
    """
    match name:
        case "standard":
            return None
        case "msgspec":
            try:
                msgspec = importlib.import_module("msgspec")
            except ModuleNotFoundError as error:
                raise ConfigurationError(
                    'json="msgspec" needs msgspec: install this package with its extra'
                    " fast, or msgspec"
                ) from error
            from .fast import fast_by  # only where it is asked for

            return fast_by(msgspec)
        case _:
            shown = f"{name!r:.60}"
            raise ConfigurationError(f"json is 'standard' or 'msgspec', not {shown}")
