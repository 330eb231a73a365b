"""The data the Absent and null speaks of."""

from __future__ import annotations

from . import _runtime as rt


@rt.model
class Thing(rt.Model):
    needed: str
    needed_or_null: str | None
    spared: str | None = None
    """Default: ``unused``."""

    spared_or_null: str | rt.Unset | None = rt.UNSET
