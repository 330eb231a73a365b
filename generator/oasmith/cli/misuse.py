"""Command lines that make no sense."""

from __future__ import annotations

__all__ = ["Misuse"]


class Misuse(Exception):
    """What is asked for makes no sense; says why. Nothing has been done yet."""
