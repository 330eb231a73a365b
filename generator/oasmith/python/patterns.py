"""Patterns of a description, as far as Python reads them."""

from __future__ import annotations

import re
import warnings
from functools import cache

__all__ = ["regex"]


@cache
def regex(pattern: str) -> re.Pattern[str] | None:
    """The pattern compiled; None where Python cannot read it, or in two ways."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return re.compile(pattern, re.ASCII)
        except (re.error, OverflowError, RecursionError, Warning):
            return None
