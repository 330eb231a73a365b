"""What can go wrong with a template."""

from __future__ import annotations

__all__ = ["TemplateFault"]


class TemplateFault(Exception):
    """A template that cannot be used: which, where, and why."""

    def __init__(self, template: str, line: int | None, message: str) -> None:
        super().__init__(f"{template}:{line or 1}: {message}")
        self.template = template
        self.line = line
        self.message = message
