"""What every generated client rests on. Generated modules use ``rt``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .rt import *  # noqa: F403
else:
    from .rt import __dir__ as __dir__
    from .rt import __getattr__ as __getattr__
