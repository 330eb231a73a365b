"""The data the Absent and null API speaks of."""

from __future__ import annotations

from ._runtime import rt


@rt.model
class Thing(rt.Model):
    needed: str
    needed_or_null: str | None
    spared: str | None = None
    """Default: ``unused``."""

    spared_or_null: str | None | rt.Unset = rt.UNSET
